"""The lie of the ground at a station: slope, hill, gully, brook, path."""

from dataclasses import dataclass

import numpy as np

from .grain import noise, smooth


@dataclass(frozen=True)
class Terrain:
    """Ground whose `slope` is its rise to the right and away; a hill rises behind."""

    seed: int
    slope: tuple[float, float] = (0.0, 0.0)
    hill: float = 0.1  # rise per metre from about ten metres on
    path: float = 0.0  # angle of the trodden path, 0: across the picture
    stream: float = 0.0  # metres away, 0: none
    gully: tuple = ()  # (x where it reaches y=10, width in metres, depth)

    def height(self, x, y):
        """Return the height of the ground."""
        x, y = np.asarray(x, float), np.asarray(y, float)
        spot = np.stack([x, y, 0 * x], -1)
        worn = self.trodden(x, y)
        rough = 0.11 * noise(spot, self.seed + 40, 0.32, 2)
        rough = rough + 0.03 * noise(spot, self.seed + 50, 1.7, 3) * (1 - 0.6 * worn)
        behind = np.maximum(y - 8.5, 0)
        wave = 1 + 0.8 * noise(spot, self.seed + 60, 0.05)
        out = self.slope[0] * x + self.slope[1] * (y - 4) + self.hill * behind * wave + rough
        out = out - 0.05 * worn
        if self.gully:
            at, width, depth = self.gully
            away = (x - at - 0.25 * (y - 10)) / (0.18 * width)
            out = out - depth * np.exp(-(away**2)) * smooth(5.5, 9, y)
        if self.stream:
            out = out - 0.34 * self.bed(x, y)
        return out

    def bed(self, x, y):
        """Return how much a place lies in the brook."""
        line = self.stream + 0.35 * np.sin(x * 0.7) + 0.12 * np.sin(x * 2.3)
        return np.exp(-(((y - line) / 0.7) ** 2)) if self.stream else np.zeros_like(x)

    def trodden(self, x, y):
        """Return how much a place lies on the animals' path."""
        away = (y - 4.0) * np.cos(self.path) - x * np.sin(self.path)
        wander = 0.25 * noise(np.stack([x, 0 * x, 0 * x], -1), self.seed + 70, 0.5)
        return np.exp(-(((away - wander) / 0.38) ** 2))
