"""The camera of a station: where it hangs and how it sees. Metres; x right, y away, z up."""

from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True)
class Camera:
    """A fixed camera at (0, 0, height) looking along y, tilted down by `tilt` radians."""

    width: int = 2560
    height: int = 1920
    up: float = 0.75
    tilt: float = 0.06
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
        safe = np.maximum(depth, 1e-3)
        px = self.width / 2 + self.pixels * x / safe
        py = self.height / 2 - self.pixels * rise / safe
        return np.stack([px, py, depth], -1).astype(np.float32)

    def world(self, depth: np.ndarray) -> np.ndarray:
        """Return the place seen by every pixel of a depth buffer."""
        h, w = depth.shape
        scale = self.width / w
        px = (np.arange(w, dtype=np.float32) + 0.5) * scale
        py = (np.arange(h, dtype=np.float32) + 0.5) * scale
        x = (px[None, :] - self.width / 2) / self.pixels * depth
        rise = -(py[:, None] - self.height / 2) / self.pixels * depth
        c, s = np.cos(self.tilt), np.sin(self.tilt)
        y, z = depth * c + rise * s, rise * c - depth * s
        return np.stack([x, y, z + self.up], -1)
