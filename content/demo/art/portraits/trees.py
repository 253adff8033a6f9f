"""Korean pines, spruces and oaks, grown once at unit height and planted many times."""

import numpy as np
import skia

from ..outlines import catmull, limb
from .paper import Paper, polygon

UNIT = 200.0  # height a tree is grown at


def placed(path: skia.Path, x: float, y: float, height: float, flip: bool = False) -> skia.Path:
    """Return a grown path standing at (x, y)."""
    k = height / UNIT
    matrix = skia.Matrix()
    matrix.setScale(-k if flip else k, k)
    matrix.postTranslate(float(x), float(y))
    out = skia.Path()
    path.transform(matrix, out)
    return out


def _joined(paths) -> skia.Path:
    out = skia.Path()
    for path in paths:
        out.addPath(path)
    out.setFillType(skia.PathFillType.kWinding)
    return out


def pine(rng, whorls: int = 11) -> skia.Path:
    """Grow a Korean pine: bare stem, whorls of up-swept pads, rounded crown."""
    h = UNIT
    chain = [(0, 8, h * 0.034), (rng.normal(0, h * 0.006), -h * 0.5, h * 0.022),
             (0, -h * 0.97, h * 0.006)]  # fmt: skip
    paths = [polygon(limb(chain, n=4))]
    bare, whorls = rng.uniform(0.20, 0.34), whorls + int(rng.integers(-2, 3))
    for k in range(whorls):
        q = (k + 0.5) / whorls
        y = -h * (bare + (1 - bare) * q * 0.97)
        profile = np.sin(np.pi * min(1, 0.16 + 0.84 * (1 - q)) ** 0.9 * 0.62)
        for side in (-1, 1):
            if rng.random() < 0.10:
                continue
            paths.append(_pad(rng, y, side, h, profile * (1 if q < 0.9 else 0.8), whorls, bare))
    tip = h * 0.05
    crown = [(-tip * 0.8, -h * 0.93), (-tip * 0.35, -h * 0.985), (0, -h * 1.015),
             (tip * 0.4, -h * 0.98), (tip * 0.8, -h * 0.925)]  # fmt: skip
    return _joined([*paths, polygon(catmull(crown, n=4))])


def _pad(rng, y, side, h, profile, whorls, bare) -> skia.Path:
    width = h * 0.245 * profile * rng.uniform(0.6, 1.12)
    thick = h * (1 - bare) / whorls * rng.uniform(0.62, 1.0)
    rise, y = width * rng.uniform(0.10, 0.34), y + rng.normal(0, h * 0.008)
    top, bottom = [], []
    for u in np.linspace(0, 1, max(2, int(width / (h * 0.035))) + 2):
        cx, cy = side * width * u, y - rise * u**1.5
        edge = np.sqrt(max(0, 1 - (u * 1.02 - 0.1) ** 2 * 0.98)) if u < 1 else 0
        top.append((cx, cy - thick * (0.62 * edge + 0.05) * rng.uniform(0.7, 1.15)))
        bottom.append((cx, cy + thick * 0.36 * edge * rng.uniform(0.5, 1.2)))
    ends = [(-side * width * 0.08, y)], [(side * width * 1.06, y - rise * 1.12)]
    return polygon(catmull(ends[0] + top + ends[1] + bottom[::-1], n=3))


def spruce(rng) -> skia.Path:
    """Grow a small far conifer."""
    h, points = UNIT, []
    for side in (-1, 1):
        edge = []
        for k in range(15):
            q = k / 14
            w, y = h * 0.17 * (1 - q) ** 0.9 * rng.uniform(0.75, 1.1), -h * (0.06 + 0.94 * q)
            edge += [(side * w, y + h * 0.02), (side * w * 0.45, y - h * 0.03)]
        points += edge if side < 0 else edge[::-1]
        if side < 0:
            points.append((0, -h))
    foot = h * 0.012
    return polygon([(-foot, 5), (-foot, -h * 0.06), *points, (foot, -h * 0.06), (foot, 5)])


def oak(rng, layers: int, fine: bool = False) -> tuple[skia.Path, list[skia.Path]]:
    """Grow a broad-leaved tree: its wood, and one path of leaves for each tone."""
    h, wood, tips, depth = UNIT, [], [], 5 if fine else 4

    def branch(x, y, angle, length, width, left):
        chain = [(x, y, width)]
        for k in range(3):
            angle += rng.normal(0, 0.17)
            x, y = x + np.cos(angle) * length / 3, y - np.sin(angle) * length / 3
            chain.append((x, y, max(0.5, width * (1 - 0.15 * (k + 1)))))
        wood.append(polygon(limb(chain, n=3)))
        if left <= 2:
            tips.append((x, y))
        if left:
            for turn in (-1, 1) if left < depth - 1 else (-1, 0.15, 1):
                to = angle + turn * rng.uniform(0.28, 0.6)
                branch(x, y, to, length * rng.uniform(0.66, 0.84), width * 0.55, left - 1)

    branch(0, 6, np.pi / 2 + rng.normal(0, 0.06), h * 0.27, h * 0.05, depth)
    return _joined(wood), [_leaves(rng, tips, layer, fine) for layer in range(layers)]


def _leaves(rng, tips, layer: int, fine: bool) -> skia.Path:
    path, h = skia.Path(), UNIT
    for x, y in tips:
        for _ in range(4 if fine else 2):
            r = h * (rng.uniform(0.010, 0.024) if fine else rng.uniform(0.022, 0.045))
            cx, cy = x + rng.normal(0, h * 0.034), y + rng.normal(0, h * 0.026)
            cy += h * 0.012 * (1.5 - layer)
            t = np.linspace(0, 6.28, 8)[:-1]
            edge = rng.uniform(0.7, 1.2, (2, 7)) * r
            path.addPath(polygon(np.stack([cx + 1.4 * edge[0] * np.cos(t),
                                           cy + edge[1] * np.sin(t)], 1)))  # fmt: skip
    path.setFillType(skia.PathFillType.kWinding)
    return path


class Forest:
    """A handful of grown trees of each kind."""

    def __init__(self, paper: Paper):
        rng, kind = paper.rng, paper.palette.trees
        self.paper, self.kind = paper, kind
        self.pines = [pine(rng) for _ in range(6)]
        self.tall = [pine(rng, 21) for _ in range(3)]
        self.spruces = [spruce(rng) for _ in range(4)]
        layers = 0 if kind == "bare" or kind == "pine" else len(paper.palette.leaves)
        self.oaks = [] if kind == "pine" else [oak(rng, layers) for _ in range(5)]
        self.big = [] if kind == "pine" else [oak(rng, layers, fine=True) for _ in range(2)]

    def plant(self, x, y, height, shader, veil: float, small: bool = False) -> None:
        """Plant one tree, its leaves veiled by haze by `veil`."""
        rng = self.paper.rng
        share = {"pine": 1.0, "mix": 0.45, "bare": 0.5, "leafy": 0.35}[self.kind]
        flip = rng.random() < 0.5
        if small or rng.random() < share:
            pool = self.spruces if small else self.pines
            path = pool[rng.integers(len(pool))]
            self.paper.shade(placed(path, x, y, height, flip), shader)
            return
        wood, leaves = self.oaks[rng.integers(len(self.oaks))]
        self.paper.shade(placed(wood, x, y, height * 0.95, flip), shader)
        tones = self.paper.palette.leaves[: len(leaves)]
        for colour, path in zip(tones, leaves, strict=True):
            path = placed(path, x, y, height * 0.95, flip)
            self.paper.fill(path, self.paper.toned(colour, veil))
