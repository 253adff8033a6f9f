"""What coats are painted with: places on the body at rest, so that marks follow every pose."""

from dataclasses import dataclass

import numpy as np
from scipy.spatial import cKDTree

from .build import Body
from .grain import noise, smooth


@dataclass
class Skin:
    """Places on a body at rest that are to be painted."""

    body: Body
    points: np.ndarray
    normals: np.ndarray
    weights: np.ndarray

    def on(self, *names: str) -> np.ndarray:
        """Return how much each place belongs to bones whose name starts so (0 to 1)."""
        columns = [k for k, b in enumerate(self.body.bones) if b.name.startswith(names)]
        return self.weights[:, columns].sum(1)

    @property
    def side(self) -> np.ndarray:
        """Return +1 on the left of the body, -1 on the right."""
        return np.where(self.points[:, 1] >= 0, 1.0, -1.0)

    def around(self) -> np.ndarray:
        """Return the angle about the core of the trunk: 0 on the back, 3.14 under the belly."""
        spine = self.body.spine
        core = np.interp(self.points[:, 0], spine[:, 0], spine[:, 1])
        return np.arctan2(np.abs(self.points[:, 1]) * 1.3, self.points[:, 2] - core)

    def inner(self) -> np.ndarray:
        """Return how much a place looks towards the middle of the body (insides of legs)."""
        return np.clip(-self.normals[:, 1] * self.side, 0, 1) * self.on("fore", "hind")

    def head(self) -> np.ndarray:
        """Return places in the head's own coordinates (metres of a leopard-sized head)."""
        (x0, z0), size, pitch = self.body.head
        x, z = self.points[:, 0] - x0, self.points[:, 2] - z0
        c, s = np.cos(pitch), np.sin(pitch)
        return np.stack([x * c + z * s, self.points[:, 1], z * c - x * s], -1) / size


@dataclass
class Paint:
    """Daylight colour (linear) and brightness under infrared."""

    colour: np.ndarray
    infrared: np.ndarray

    @classmethod
    def plain(cls, count: int, colour, infrared: float) -> "Paint":
        """Return one colour everywhere."""
        return cls(
            np.tile(np.array(colour, np.float32), (count, 1)),
            np.full(count, infrared, np.float32),
        )

    def over(self, amount, colour, infrared: float) -> "Paint":
        """Paint over by an amount of 0 to 1."""
        a = np.clip(np.asarray(amount, np.float32), 0, 1)
        self.colour = self.colour * (1 - a[:, None]) + np.array(colour, np.float32) * a[:, None]
        self.infrared = self.infrared * (1 - a) + infrared * a
        return self


def warped(points: np.ndarray, seed: int, size: float, amount: float) -> np.ndarray:
    """Shift places by noise, so that marks get ragged edges."""
    moves = [noise(points, seed + k, 1 / size) for k in range(3)]
    return points + amount * np.stack(moves, -1)


def scattered(points, spacing: np.ndarray, rng: np.random.Generator, tries: int = 9000):
    """Pick places at least `spacing` apart (indices into points)."""
    taken, kept = np.empty((tries, 3)), []
    near = np.empty(tries)
    for k in rng.permutation(len(points))[:tries]:
        gap = ((taken[: len(kept)] - points[k]) ** 2).sum(1)
        if not len(kept) or (gap > (np.minimum(near[: len(kept)], spacing[k])) ** 2).all():
            taken[len(kept)], near[len(kept)] = points[k], spacing[k]
            kept.append(k)
    return np.array(kept)


def skin_of(body: Body) -> Skin:
    """Return the mesh itself as a skin."""
    return Skin(body, body.mesh.points, body.mesh.normals, body.weights)


@dataclass
class Spots:
    """Marks about scattered centres: rings on the trunk, solid elsewhere."""

    tree: cKDTree
    size: np.ndarray
    ring: np.ndarray
    turn: np.ndarray
    gaps: np.ndarray
    along: np.ndarray

    def cover(self, points: np.ndarray, edge: float = 0.0016) -> tuple[np.ndarray, np.ndarray]:
        """Return how dark each place is, and how much it lies inside a ring."""
        away, who = self.tree.query(points, k=2, workers=1)
        dark, inside = np.zeros(len(points)), np.zeros(len(points))
        for n in range(2):
            d, k = away[:, n], who[:, n]
            offset = points - self.tree.data[k]
            u = (offset * self.along[k]).sum(1)
            v = np.sqrt(np.maximum(d**2 - u**2, 0)) * np.sign(offset[:, 2] + 0.3 * offset[:, 0])
            phi = np.arctan2(v, u)
            r = self.size[k] * (1 + 0.16 * np.cos(2 * phi + self.turn[k]))
            solid = smooth(edge, -edge, d - r)
            thick = r * 0.46 * (1 + 0.22 * np.cos(phi - 2 * self.turn[k]))
            ring = smooth(edge, -edge, np.abs(d - r * 0.76) - thick * 0.62)
            open_ = smooth(-0.72, -0.93, np.cos(self.gaps[k] * phi + self.turn[k]))
            ring = ring * (1 - open_)
            dark = np.maximum(dark, np.where(self.ring[k], ring, solid))
            inside = np.maximum(inside, np.where(self.ring[k], smooth(r, r * 0.8, d), 0))
        return dark, inside


def spots(body: Body, seed: int, spacing: np.ndarray, ring: np.ndarray, fill: float) -> Spots:
    """Scatter marks over a body; `spacing` and `ring` by vertex, `fill` is radius by spacing."""
    rng = np.random.default_rng([seed, 7])
    points = body.mesh.points
    kept = scattered(points, spacing, rng)
    size = spacing[kept] * fill * rng.uniform(0.84, 1.16, len(kept))
    solid = ~ring[kept]
    size[solid] *= 0.86
    along = rng.normal(0, 1, (len(kept), 3))
    along -= body.mesh.normals[kept] * (along * body.mesh.normals[kept]).sum(1, keepdims=True)
    along /= np.linalg.norm(along, axis=1, keepdims=True)
    return Spots(
        cKDTree(points[kept]), size, ring[kept], rng.uniform(0, 6.28, len(kept)),
        rng.integers(2, 4, len(kept)), along,
    )  # fmt: skip
