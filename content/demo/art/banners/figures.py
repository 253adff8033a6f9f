"""Flat animals for the banners: one colour a part, coat marks clipped to the outline."""

from dataclasses import dataclass

import numpy as np
import skia

from ..animals import SHAPES
from ..animals.shape import Shape
from ..outlines import catmull, limb
from .colours import mixed
from .marks import FAR_MARKS, MARKS
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


WINTER_COATS = {
    "sika-deer": Coat("#86705b", "#5f4f41", "#d9ccb8", "#332820", "#9c8874"),
    "siberian-roe-deer": Coat("#8c7764", "#64554a", "#dcd0bf", "#332820", "#efe6d8"),
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
        if paper.palette.trees == "bare":
            coat = WINTER_COATS.get(figure.slug, coat)
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
        if self.figure.slug in FAR_MARKS and not self.figure.shadowed:
            self._far_marks()
        whole = self.union()
        self.paper.fill(whole, c.coat)
        if self.figure.shadowed:
            return
        draw = self.paper.draw
        draw.save()
        draw.clipPath(whole, skia.ClipOp.kIntersect, True)
        self._belly()
        if self.figure.slug in MARKS:
            MARKS[self.figure.slug](self, np.random.default_rng(5))
        draw.restore()
        self._face()

    def _far_marks(self) -> None:
        dark, draw = mixed(self.coat.far, self.coat.dark, 0.7), self.paper.draw
        for name in ("FH", "FF"):
            draw.save()
            draw.clipPath(self.path(self.outlines[name]), skia.ClipOp.kIntersect, True)
            FAR_MARKS[self.figure.slug](self, self.outlines[name], dark)
            draw.restore()

    def _belly(self) -> None:
        body = self.outlines["body"]
        low = body[:, 1].min()
        x0, x1 = body[:, 0].min(), body[:, 0].max()
        xs = np.linspace(x0 + 26, x1 - 14, 12)
        top = low - 2 + (10 + 1.5 * np.sin(xs / 9)) * np.sin(np.linspace(0, np.pi, 12)) ** 0.5
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
            self.stroke(
                [(ex - 2.6, ey + 0.6, 0.6), (ex, ey + 0.2, 2), (ex + 2.8, ey - 1.6, 0.6)], c.dark
            )
            self.stroke([(nx - 1.6, ny - 4, 0.8), (nx - 2.2, ny - 8, 0.8), (nx - 6, ny - 10, 0.9),
                         (nx - 11, ny - 9.6, 0.5)], c.dark)  # fmt: skip
            nose = [
                (nx - 2.8, ny + 1.4),
                (nx - 0.2, ny + 0.6),
                (nx + 0.2, ny - 1.6),
                (nx - 1.6, ny - 2.8),
            ]
            self.fill(catmull(nose), c.dark)
            self.dot(ex + 0.2, ey + 0.25, 0.7, "#f3e7b0")
        else:
            self.dot(ex, ey, 1.7, c.dark)
            self.dot(nx - 1.8, ny - 0.8, 2.2, c.dark)
