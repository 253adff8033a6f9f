"""Coat marks of the flat animals, drawn inside the animal's outline."""

import numpy as np

from ..outlines import catmull
from .strokes import FACE_STRIPES, LEG_BARS, scatter, tail_rings


def leopard(drawn, rng) -> None:
    """Draw open rosettes on the trunk and solid spots elsewhere."""
    c = drawn.coat

    def spacing(p):
        return 8.6 if p[0] < 112 else 5.2

    for x, v in scatter(2, 150, 3, 66, spacing, rng, 4000):
        y = 98 - v * 0.80 - (4 if 40 < x < 90 else 0)
        if x >= 112 or v >= 55:
            drawn.dot(x, y, 1.35, c.dark, rng)
            continue
        r, start = 3.1 * rng.uniform(0.8, 1.15), rng.uniform(0, 6.28)
        drawn.dot(x, y, r * 0.95, c.core)
        arcs = int(rng.integers(2, 5))
        for k in range(arcs):
            t0 = start + k * 2 * np.pi / arcs
            t = np.linspace(t0, t0 + 2 * np.pi / arcs * rng.uniform(0.55, 0.85), 5)
            widths = (0.9, 1.5, 1.8, 1.5, 0.9)
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


def tiger(drawn, rng) -> None:
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


def sika(drawn, rng) -> None:
    """Draw rows of pale spots and a pale rump."""
    c = drawn.coat
    for row, y in enumerate((93, 87, 80, 73, 67)):
        x = 12 + 3 * (row % 2)
        while x < 106:
            drawn.dot(x, y + rng.normal(0, 1.1), rng.uniform(0.9, 1.6), c.core)
            x += rng.uniform(6.5, 9.5)
    drawn.fill([(-8, 66), (-8, 94), (3, 93), (6, 84), (4, 72)], c.core)


def roe(drawn, rng) -> None:
    """Draw a pale rump."""
    drawn.fill([(-6, 72), (-6, 98), (3, 96), (6, 86), (4, 76)], drawn.coat.core)


def bear(drawn, rng) -> None:
    """Draw the pale mark at the chest and the brown muzzle."""
    drawn.stroke([(137, 50, 2), (143, 54, 5), (150, 62, 5), (155, 71, 2)], drawn.coat.core)
    drawn.fill([(170, 70), (170, 88), (186, 90), (186, 70)], "#5f4a3a")


def fox(drawn, rng) -> None:
    """Draw dark stockings, a pale cheek and a white tail tip."""
    c = drawn.coat
    drawn.fill([(-20, -4), (-20, 30), (160, 30), (160, -4)], c.dark)
    drawn.fill([(-80, 0), (-80, 60), (-48, 44), (-44, 10)], c.core)
    drawn.fill([(136, 78), (140, 96), (158, 98), (174, 100), (174, 88)], c.belly)


def raccoon_dog(drawn, rng) -> None:
    """Draw black legs and the mask."""
    c = drawn.coat
    for name in ("NH", "NHp", "NF", "NFp"):
        part = drawn.outlines[name]
        drawn.fill(np.stack([part[:, 0], np.minimum(part[:, 1], 34)], 1), c.far)
    drawn.stroke([(146, 80, 5), (153, 85, 9), (160, 86, 3)], c.far)
    drawn.stroke([(134, 96, 3), (144, 96, 5), (152, 93, 2)], c.core)


def lynx(drawn, rng) -> None:
    """Draw small spots, a black tail tip and ear tufts, a dark whisker line."""
    c = drawn.coat
    for x, y in scatter(4, 122, 16, 98, lambda p: 6.2, rng, 900):
        drawn.dot(x, y, rng.uniform(0.7, 1.2), c.core, rng)
    drawn.fill([(-30, 60), (-30, 96), (-8, 90), (-6, 66)], c.dark)
    drawn.fill([(128, 112), (128, 124), (156, 124), (156, 111)], c.dark)
    drawn.stroke([(150, 80, 0.6), (146.5, 73, 2.2), (143.5, 63, 0.8)], c.dark)


def far_spots(drawn, part, dark: str) -> None:
    """Spot a far leg."""
    rng = np.random.default_rng(6)
    for x, y in scatter(part[:, 0].min(), part[:, 0].max(), 6, 60, lambda p: 5.6, rng, 500):
        drawn.dot(x, y, 1.3, dark, rng)


def far_bars(drawn, part, dark: str) -> None:
    """Bar a far leg."""
    left, right = part[:, 0].min(), part[:, 0].max()
    for k, y in enumerate((60, 52, 44, 36)):
        x = left + (right - left) * 0.2
        drawn.stroke([(x, y + 2, 0.5), (x + 8, y, 2), (x + 17 - k, y - 3, 0.4)], dark)


MARKS = {
    "amur-leopard": leopard,
    "amur-tiger": tiger,
    "sika-deer": sika,
    "siberian-roe-deer": roe,
    "asiatic-black-bear": bear,
    "red-fox": fox,
    "raccoon-dog": raccoon_dog,
    "eurasian-lynx": lynx,
}
FAR_MARKS = {"amur-leopard": far_spots, "amur-tiger": far_bars}
