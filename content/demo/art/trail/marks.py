"""Marks by which spotted animals are known: solid spots that open into broken rosettes."""

from dataclasses import dataclass

import numpy as np
from scipy.spatial import cKDTree

from .build import Body
from .grain import smooth


def scattered(points, spacing: np.ndarray, rng: np.random.Generator, tries: int = 20000):
    """Pick places at least `spacing` apart (indices into points)."""
    taken, kept = np.empty((tries, 3)), []
    near = np.empty(tries)
    for k in rng.permutation(len(points))[:tries]:
        gap = ((taken[: len(kept)] - points[k]) ** 2).sum(1)
        if not len(kept) or (gap > (0.5 * (near[: len(kept)] + spacing[k])) ** 2).all():
            taken[len(kept)], near[len(kept)] = points[k], spacing[k]
            kept.append(k)
    return np.array(kept)


@dataclass
class Spots:
    """Marks about scattered centres; `hollow` says how far each is opened to a rosette (0 to 1)."""

    tree: cKDTree
    size: np.ndarray
    hollow: np.ndarray
    along: np.ndarray
    across: np.ndarray
    stretch: np.ndarray
    turn: np.ndarray  # four angles a mark
    lobes: np.ndarray

    def cover(self, points: np.ndarray, edge: float = 0.0016) -> tuple[np.ndarray, np.ndarray]:
        """Return how dark each place is, and how much it lies inside a rosette."""
        _, who = self.tree.query(points, k=3, workers=1)
        dark, inside = np.zeros(len(points)), np.zeros(len(points))
        for k in who.T:
            mark, within = self._mark(points - self.tree.data[k], k, edge)
            dark, inside = np.maximum(dark, mark), np.maximum(inside, within)
        return dark, inside

    def _mark(self, offset, k, edge: float) -> tuple[np.ndarray, np.ndarray]:
        u = (offset * self.along[k]).sum(1) / self.stretch[k]
        v = (offset * self.across[k]).sum(1) * self.stretch[k]
        deep = (offset**2).sum(1) > (3 * self.size[k]) ** 2
        r, phi = np.hypot(u, v), np.arctan2(v, u)
        t = self.turn[k].T
        rim = self.size[k] * (1 + 0.13 * np.cos(2 * phi + t[0]) + 0.10 * np.cos(3 * phi + t[1]))
        n = self.lobes[k]
        lobe = 0.65 * np.cos(n * phi + t[2]) + 0.40 * np.cos((n + 1) * phi + t[3])
        hollow = self.hollow[k]
        outer = rim * (1 + hollow * 0.16 * lobe)
        inner = rim * hollow * (0.56 - 0.14 * lobe)
        gap = smooth(-0.30, -0.58, lobe) * smooth(0.35, 0.7, hollow)
        dark = smooth(edge, -edge, r - outer) * (
            1 - smooth(edge, -edge, r - inner) * (hollow > 0.25)
        )
        within = smooth(rim, rim * 0.75, r) * hollow
        return np.where(deep, 0, dark * (1 - gap)), np.where(deep, 0, within)


def spots(body: Body, seed: int, spacing, hollow, fill: float, stretch: float = 1.12) -> Spots:
    """Scatter marks over a body; `spacing` and `hollow` by vertex, `fill` is radius by spacing."""
    rng = np.random.default_rng([seed, 7])
    points, normals = body.mould.points, body.mould.normals
    kept = scattered(points, spacing, rng)
    n = len(kept)
    along = np.array((1.0, 0.0, 0.25)) + rng.normal(0, 0.35, (n, 3))
    along -= normals[kept] * (along * normals[kept]).sum(1, keepdims=True)
    along /= np.linalg.norm(along, axis=1, keepdims=True) + 1e-9
    opened = np.clip(hollow[kept] + rng.normal(0, 0.12, n), 0, 1)
    return Spots(
        cKDTree(points[kept]), spacing[kept] * fill * rng.uniform(0.78, 1.16, n) * (0.82 + 0.18 * opened),
        opened, along, np.cross(normals[kept], along),
        1 + (stretch - 1) * rng.uniform(0, 2, n), rng.uniform(0, 6.28, (n, 4)), rng.integers(3, 5, n),
    )  # fmt: skip
