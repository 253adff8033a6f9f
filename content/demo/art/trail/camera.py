"""The camera of a station: where it hangs and how it sees. Metres; x right, y away, z up."""

from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True)
class Camera:
    """A fixed camera at (0, 0, up) looking along y, tilted down and rolled clockwise (radians)."""

    width: int = 2560
    height: int = 1920
    up: float = 0.52
    tilt: float = 0.03
    roll: float = 0.0
    focal: float = 1.04  # of the picture's width

    @property
    def place(self) -> np.ndarray:
        """Return where the lens is."""
        return np.array([0.0, 0.0, self.up])

    @property
    def pixels(self) -> float:
        """Return the pixels of one metre at one metre."""
        return self.focal * self.width

    def project(self, points: np.ndarray) -> np.ndarray:
        """Return picture x, picture y and distance along the axis."""
        c, s = np.cos(self.tilt), np.sin(self.tilt)
        x, y, z = points[..., 0], points[..., 1], points[..., 2] - self.up
        depth, rise = y * c - z * s, y * s + z * c
        scale = self.pixels / np.maximum(depth, 1e-3)
        c, s = np.cos(self.roll), np.sin(self.roll)
        px = self.width / 2 + scale * (x * c + rise * s)
        py = self.height / 2 - scale * (rise * c - x * s)
        return np.stack([px, py, depth], -1).astype(np.float32)

    def world(self, depth: np.ndarray) -> np.ndarray:
        """Return the place seen by every pixel of a depth buffer."""
        h, w = depth.shape
        px = (np.arange(w, dtype=np.float32) + 0.5) * (self.width / w)
        py = (np.arange(h, dtype=np.float32) + 0.5) * (self.width / w)
        return self.seen(*np.broadcast_arrays(px[None, :], py[:, None]), depth)

    def seen(self, px, py, depth) -> np.ndarray:
        """Return the places at picture positions and distances along the axis."""
        across = (px - self.width / 2) / self.pixels * depth
        above = -(py - self.height / 2) / self.pixels * depth
        c, s = np.cos(self.roll), np.sin(self.roll)
        x, rise = across * c - above * s, across * s + above * c
        c, s = np.cos(self.tilt), np.sin(self.tilt)
        y, z = depth * c + rise * s, rise * c - depth * s
        return np.stack([x, y, z + self.up], -1).astype(np.float32)
