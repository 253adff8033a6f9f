"""Flat animals for the banners: one colour a part, coat marks clipped to the outline."""

from dataclasses import dataclass

import numpy as np
import skia

from ..animals import SHAPES
from ..animals.shape import Shape
from ..coats.cats import FACE_STRIPES, LEG_BARS, tail_rings
from ..coats.skin import scatter
from ..outlines import catmull, limb
from .colours import mixed
from .paper import Paper, polygon

FAR = ("FH", "FHp", "FF", "FFp", "ear2", "ant2", "ant2b", "ant2c")


@dataclass(frozen=True)
class Coat:
    """Flat colours of a species."""

    coat: str
    far: str
    belly: str
    dark: str
    core: str


COATS = {
    "amur-leopard": Coat("#dca659", "#9c7040", "#f6e6cb", "#2a1d16", "#c0853f"),
    "amur-tiger": Coat("#d9772b", "#8f4a1b", "#f6e2c0", "#24130d", "#c06a22"),
    "sika-deer": Coat("#a8673a", "#74452a", "#e6cba6", "#3a2216", "#f4e3c8"),
    "siberian-roe-deer": Coat("#b0703f", "#7a4a2b", "#ead2ae", "#3a2216", "#f0dcbc"),
    "wild-boar": Coat("#4a3a30", "#33271f", "#5d4b3f", "#1e1611", "#6a5647"),
    "asiatic-black-bear": Coat("#2a2626", "#1c1919", "#38322f", "#120f0f", "#efe3c6"),
    "raccoon-dog": Coat("#8d7a64", "#2e2620", "#b8a78e", "#231c17", "#d8c9b0"),
    "red-fox": Coat("#cf6d2c", "#5a3220", "#f3e3cc", "#2b1a12", "#f7eee0"),
    "eurasian-lynx": Coat("#b09474", "#7b6650", "#e7dac4", "#3a2f25", "#8f7455"),
    "manchurian-hare": Coat("#8b7862", "#5f5142", "#d9cbb5", "#2a221b", "#b3a18a"),
}


@dataclass(frozen=True)
class Figure:
    """Where a flat animal stands: its middle, its feet, pixels a unit, which way it looks."""

    slug: str
    x: float
    y: float | None = None  # None: on the foreground
    size: float = 1.8
    left: bool = False
    step: float = 0.0
    antlers: bool = True
    shadowed: bool = False  # a pure silhouette
    stage: str = "front"


class Drawn:
    """One animal being drawn on a sheet."""

    def __init__(self, paper: Paper, figure: Figure, y: float, slope: float = 0.0):
        shape: Shape = SHAPES[figure.slug]
        shape = shape if figure.antlers else shape.without_antlers()
        if figure.slug != "manchurian-hare":
            shape = shape.stepped(figure.step)
        self.paper, self.figure, self.y, self.slope = paper, figure, y, slope
        self.shape, self.sign = shape, -1 if figure.left else 1
        self.outlines = {name: part.outline() for name, part in shape.parts.items()}
        tint, near = paper.palette.tint, paper.palette.near
        coat = COATS[figure.slug]
        if figure.shadowed:
            coat = Coat(*[mixed(near, "#000000", 0.25)] * 5)
            tint = 0
        names = Coat.__dataclass_fields__
        self.coat = Coat(**{n: mixed(getattr(coat, n), near, tint) for n in names})

    def at(self, outline) -> np.ndarray:
        """Turn units into the sheet's."""
        outline, s = np.asarray(outline, float), self.figure.size
        along = self.sign * (outline[:, 0] - 85) * s
        x = self.figure.x + along
        return np.stack([x, self.y - outline[:, 1] * s + self.slope * along], 1)

    def path(self, outline) -> skia.Path:
        return polygon(self.at(outline))

    def fill(self, outline, colour: str) -> None:
        self.paper.fill(self.path(outline), colour)

    def stroke(self, chain, colour: str) -> None:
        self.fill(limb(chain, n=5), colour)

    def dot(self, x, y, r, colour: str, rng=None) -> None:
        t = np.linspace(0, 6.28, 8)[:-1]
        wobble = rng.uniform(0.8, 1.2, 7) if rng is not None else 1
        ring = np.stack([x + r * wobble * np.cos(t), y + r * wobble * np.sin(t)], 1)
        self.fill(catmull([tuple(p) for p in ring], n=3), colour)

    def union(self) -> skia.Path:
        """Return the near parts as one outline."""
        paths = [self.path(o) for n, o in self.outlines.items() if n not in FAR]
        out = paths[0]
        for path in paths[1:]:
            out = skia.Op(out, path, skia.PathOp.kUnion_PathOp) or out
        return out

    def draw(self) -> None:
        """Draw far parts, the body, then the marks."""
        c = self.coat
        for name in FAR:
            if name in self.outlines:
                self.fill(self.outlines[name], c.far)
        whole = self.union()
        self.paper.fill(whole, c.coat)
        if self.figure.shadowed:
            self._rim(whole)
            return
        draw = self.paper.draw
        draw.save()
        draw.clipPath(whole, skia.ClipOp.kIntersect, True)
        self._belly()
        MARKS.get(self.figure.slug, plain)(self, np.random.default_rng(5))
        draw.restore()
        self._face()

    def _rim(self, whole) -> None:
        rim = self.paper.palette.rim
        if not rim:
            return
        draw = self.paper.draw
        draw.save()
        draw.clipPath(whole, skia.ClipOp.kIntersect, True)
        lower = skia.Path(whole)
        lower.offset(-1.3 * self.sign, 2.4)
        self.paper.fill(whole, rim)
        self.paper.fill(lower, self.coat.coat)
        draw.restore()

    def _belly(self) -> None:
        body = self.outlines["body"]
        low = body[:, 1].min()
        x0, x1 = body[:, 0].min(), body[:, 0].max()
        xs = np.linspace(x0 + 26, x1 - 14, 12)
        top = low + 9 + 2 * np.sin(xs / 11)
        edge = np.stack([xs, top], 1)
        self.fill(np.vstack([edge, [(x1 - 14, low - 4), (x0 + 26, low - 4)]]), self.coat.belly)
        for name in ("NH", "NHp", "NF", "NFp"):
            self.fill(self.outlines[name], self.coat.coat)

    def _face(self) -> None:
        eyes = {
            "amur-leopard": (153.6, 90.4), "amur-tiger": (165, 93.2), "eurasian-lynx": (151.6, 92.8),
            "sika-deer": (154.2, 142.2), "siberian-roe-deer": (146, 148.2),
            "wild-boar": (147.5, 75.2), "asiatic-black-bear": (164.5, 91.5),
            "raccoon-dog": (154.6, 86.4), "red-fox": (149.4, 109.1),
            "manchurian-hare": (119.8, 112.7),
        }  # fmt: skip
        head, c = self.outlines["head"], self.coat
        nx, ny = head[np.argmax(head[:, 0])]
        ex, ey = eyes[self.figure.slug]
        if self.figure.slug in ("amur-leopard", "amur-tiger", "eurasian-lynx"):
            muzzle = [(nx - 13, ny - 15), (nx - 12, ny - 9), (nx - 6, ny - 5), (nx + 3, ny - 6),
                      (nx + 3, ny - 17)]  # fmt: skip
            draw = self.paper.draw
            draw.save()
            draw.clipPath(self.path(head), skia.ClipOp.kIntersect, True)
            self.fill(catmull(muzzle), c.belly)
            draw.restore()
            self.stroke([(ex - 2.6, ey + 0.6, 0.6), (ex, ey + 0.2, 2), (ex + 2.8, ey - 1.6, 0.6)], c.dark)
            self.stroke([(nx - 1.6, ny - 4, 0.8), (nx - 2.2, ny - 8, 0.8), (nx - 6, ny - 10, 0.9),
                         (nx - 11, ny - 9.6, 0.5)], c.dark)  # fmt: skip
            nose = [(nx - 2.8, ny + 1.4), (nx - 0.2, ny + 0.6), (nx + 0.2, ny - 1.6), (nx - 1.6, ny - 2.8)]
            self.fill(catmull(nose), c.dark)
            self.dot(ex + 0.2, ey + 0.25, 0.7, "#f3e7b0")
        else:
            self.dot(ex, ey, 1.7, c.dark)
            self.dot(nx - 1.8, ny - 0.8, 2.2, c.dark)


def leopard(drawn: Drawn, rng) -> None:
    """Draw open rosettes on the trunk and solid spots elsewhere."""
    c = drawn.coat

    def spacing(p):
        return 8.6 if p[0] < 112 else 5.2

    for x, v in scatter(2, 150, 3, 66, spacing, rng, 4000):
        y = 98 - v * 0.80 - (4 if 40 < x < 90 else 0)
        if x >= 112 or v >= 55:
            drawn.dot(x, y, 1.35, c.dark, rng)
            continue
        r, start = 3 * rng.uniform(0.85, 1.12), rng.uniform(0, 6.28)
        drawn.dot(x, y, r * 0.75, c.core)
        for k in range(3):
            t0 = start + k * 2 * np.pi / 3
            t = np.linspace(t0, t0 + 2 * np.pi / 3 * rng.uniform(0.62, 0.86), 5)
            widths = (1.1, 1.9, 2.2, 1.9, 1.1)
            chain = [(x + r * 1.05 * np.cos(u), y + r * 0.9 * np.sin(u), w)
                     for u, w in zip(t, widths, strict=True)]  # fmt: skip
            drawn.stroke(chain, c.dark)
    for name in ("NH", "NF"):
        box = drawn.outlines[name]
        for x, y in scatter(box[:, 0].min(), box[:, 0].max(), 8, 54, lambda p: 5.6, rng, 600):
            drawn.dot(x, y, 1.35 if y > 20 else 0.9, c.dark, rng)
    tail = catmull([p[:2] for p in drawn.shape.parts["tail"].points], closed=False, n=12)
    for k in range(16, len(tail), 9):
        x, y = tail[k] + rng.normal(0, 0.6, 2)
        drawn.dot(x, y, 2.4, c.dark)
    for x, y in scatter(132, 160, 78, 99, lambda p: 3.4, rng, 400):
        drawn.dot(x, y, 0.75, c.dark)


def tiger(drawn: Drawn, rng) -> None:
    """Draw tapered stripes from back and belly, leg bars, face stripes and tail rings."""
    c, x = drawn.coat, 4.0
    back = ([0, 12, 27, 46, 68, 88, 101, 113, 126, 138],
            [84, 93, 97, 95.5, 92, 93.5, 99, 101, 99, 99])  # fmt: skip
    while x < 134:
        length = rng.uniform(20, 42) * (1 if x < 100 else 0.5)
        width, lean = rng.uniform(2.2, 3.8), rng.uniform(-6, 1) - (7 if x < 28 else 0)
        chain = []
        for q in np.linspace(0, 1, 6):
            at = x + lean * q**1.3 + 1.2 * np.sin(q * 5 + x)
            swell = (0.6 + 0.7 * np.sin(np.pi * min(1, q + 0.12))) * (1 - 0.8 * q**3)
            chain.append((at, np.interp(at, *back) + 2 - length * q, max(0.4, width * swell)))
        drawn.stroke(chain, c.dark)
        if rng.random() < 0.45 and x < 100:
            loop = [(u + 3.6 * np.sin(np.pi * min(1, 0.3 + 0.14 * k)), v - 3, max(0.4, w * 0.6))
                    for k, (u, v, w) in enumerate(chain)]  # fmt: skip
            drawn.stroke(loop[1:], c.dark)
        x += rng.uniform(5.8, 9.4)
    x = 34.0
    while x < 108:
        length = rng.uniform(8, 18)
        drawn.stroke([(x + 3 * q, 46 + length * q, max(0.4, 2.4 * np.sin(np.pi * (0.2 + 0.75 * q))))
                      for q in np.linspace(0, 1, 5)], c.dark)  # fmt: skip
        x += rng.uniform(7, 11)
    for chain in LEG_BARS + FACE_STRIPES[:6] + tail_rings()[2:]:
        drawn.stroke(chain, c.dark)


def sika(drawn: Drawn, rng) -> None:
    """Draw rows of pale spots and a pale rump."""
    c = drawn.coat
    for row, y in enumerate((93, 87, 80, 73, 67)):
        x = 12 + 3 * (row % 2)
        while x < 106:
            drawn.dot(x, y + rng.normal(0, 1.1), rng.uniform(0.9, 1.6), c.core)
            x += rng.uniform(6.5, 9.5)
    drawn.fill([(-8, 66), (-8, 94), (3, 93), (6, 84), (4, 72)], c.core)


def roe(drawn: Drawn, rng) -> None:
    """Draw a pale rump."""
    drawn.fill([(-6, 72), (-6, 98), (3, 96), (6, 86), (4, 76)], drawn.coat.core)


def bear(drawn: Drawn, rng) -> None:
    """Draw the pale mark at the chest and the brown muzzle."""
    drawn.stroke([(137, 50, 2), (143, 54, 5), (150, 62, 5), (155, 71, 2)], drawn.coat.core)
    drawn.fill([(170, 70), (170, 88), (186, 90), (186, 70)], "#5f4a3a")


def fox(drawn: Drawn, rng) -> None:
    """Draw dark stockings, a pale cheek and a white tail tip."""
    c = drawn.coat
    drawn.fill([(-20, -4), (-20, 30), (160, 30), (160, -4)], c.dark)
    drawn.fill([(-80, 0), (-80, 60), (-48, 44), (-44, 10)], c.core)
    drawn.fill([(136, 78), (140, 96), (158, 98), (174, 100), (174, 88)], c.belly)


def raccoon_dog(drawn: Drawn, rng) -> None:
    """Draw black legs and the mask."""
    c = drawn.coat
    for name in ("NH", "NHp", "NF", "NFp"):
        part = drawn.outlines[name]
        drawn.fill(np.stack([part[:, 0], np.minimum(part[:, 1], 34)], 1), c.far)
    drawn.stroke([(146, 80, 5), (153, 85, 9), (160, 86, 3)], c.far)
    drawn.stroke([(134, 96, 3), (144, 96, 5), (152, 93, 2)], c.core)


def plain(drawn: Drawn, rng) -> None:
    """Leave the coat as it is."""


MARKS = {
    "amur-leopard": leopard,
    "amur-tiger": tiger,
    "sika-deer": sika,
    "siberian-roe-deer": roe,
    "asiatic-black-bear": bear,
    "red-fox": fox,
    "raccoon-dog": raccoon_dog,
}
