"""Infrared flash or daylight, and the colours of each season by day."""

from dataclasses import dataclass

import numpy as np

from .noise import smooth

W, H = 1280, 960
HORIZON = 344
REFERENCE = 4.2  # metres, the distance at picture row REFERENCE_ROW
REFERENCE_ROW = 768
METRE = 1160  # pixels of one metre at one metre


@dataclass(frozen=True)
class Light:
    """What the lens sees with: one grey channel under flash, three by day."""

    day: bool
    haze: tuple = (0.012,)
    ground: tuple = (1.0,)
    bark: tuple = (1.0,)
    cover: tuple = ((1.0,),)  # colours of leaves or blades, picked at random
    shrub: tuple = ((1.0,),)

    @property
    def channels(self) -> int:
        return 3 if self.day else 1

    def reach(self, z):
        """Return the brightness of things z metres away."""
        if self.day:
            return np.full_like(np.asarray(z, float), 0.9)
        return np.clip((REFERENCE / np.maximum(z, 0.8)) ** 1.7, 0, 1.35)

    def side(self, x):
        """Return how the flash falls off towards the sides of the picture."""
        if self.day:
            return np.ones_like(np.asarray(x, float))
        return np.exp(-(((x - W / 2) / (W * 0.62)) ** 2) * 0.9)

    def front(self, y):
        """Dim the rows nearest the camera, which the flash overshoots."""
        return 1.0 if self.day else smooth(1200, 744, np.asarray(y, float)) ** 0.5

    def veil(self, z):
        """Return how much haze hides things z metres away by day."""
        return 1 - np.exp(-np.maximum(np.asarray(z, float) - 4, 0) / 20) if self.day else 0.0 * z


FLASH = Light(day=False)
DAYLIGHT = {
    "snow": Light(
        True, (0.66, 0.70, 0.75), (0.93, 0.96, 1.0), (0.50, 0.44, 0.40),
        ((0.52, 0.43, 0.28), (0.42, 0.34, 0.24)),
    ),
    "fallen leaves": Light(
        True, (0.62, 0.56, 0.43), (0.62, 0.44, 0.28), (0.42, 0.36, 0.31),
        ((0.78, 0.42, 0.16), (0.86, 0.58, 0.24), (0.60, 0.33, 0.16), (0.92, 0.72, 0.40),
         (0.52, 0.34, 0.22), (0.70, 0.30, 0.14)),
        ((0.74, 0.46, 0.16), (0.66, 0.34, 0.14)),
    ),
    "summer grass": Light(
        True, (0.42, 0.51, 0.31), (0.42, 0.50, 0.20), (0.36, 0.33, 0.27),
        ((0.56, 0.78, 0.24), (0.70, 0.86, 0.34), (0.42, 0.66, 0.20), (0.80, 0.84, 0.44)),
        ((0.34, 0.52, 0.16), (0.42, 0.62, 0.20), (0.26, 0.44, 0.15)),
    ),
}  # fmt: skip


def light_for(camera: str, ground: str) -> Light:
    """Return the light of a sequence: `camera` is infrared or colour."""
    return DAYLIGHT[ground] if camera == "colour" else FLASH


def row_distance(y):
    """Return the distance in metres of the ground at a picture row."""
    return REFERENCE * (REFERENCE_ROW - HORIZON) / np.maximum(y - HORIZON, 10)


def ground_row(z):
    """Return the picture row of the ground z metres away."""
    return HORIZON + REFERENCE * (REFERENCE_ROW - HORIZON) / z
