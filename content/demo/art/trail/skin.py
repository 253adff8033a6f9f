"""What coats are painted with: places on the body at rest, so that marks follow every pose."""

from dataclasses import dataclass

import numpy as np

from .build import Body
from .grain import noise
from .heads import of_head


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
        return of_head(self.points, *self.body.head)


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


def skin_of(body: Body) -> Skin:
    """Return the mesh itself as a skin."""
    return Skin(body, body.mesh.points, body.mesh.normals, body.weights)


def mould_of(body: Body) -> Skin:
    """Return the mesh before its head was sculpted: marks keep their places whatever becomes of the head."""
    return Skin(body, body.mould.points, body.mould.normals, body.weights)


def stroke(h: np.ndarray, a: tuple, b: tuple) -> np.ndarray:
    """Return the distance from a line between two places, the same on both sides of the head."""
    p = h * (1, 0, 1) + np.abs(h) * (0, 1, 0)
    a, way = np.array(a), np.subtract(b, a)
    t = np.clip(((p - a) @ way) / (way @ way), 0, 1)
    return np.linalg.norm(p - a - t[:, None] * way, axis=1)
