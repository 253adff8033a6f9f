"""Bark: its bumps and its colours, with lichen, moss and snow."""

import numpy as np

from .brush import SNOW, Brush
from .grain import noise, smooth

COLOUR = {"oak": (0.135, 0.118, 0.102), "pine": (0.165, 0.118, 0.092), "birch": (0.60, 0.575, 0.535),
          "linden": (0.150, 0.138, 0.124), "dead": (0.225, 0.205, 0.180)}  # fmt: skip


def bumps(kind: str, coords, seed: int):
    """Return bumps of bark as a part of the radius."""
    return _relief(kind, coords, seed)[0]


def _warped(coords, seed: int):
    """Return coordinates bent a little, so that furrows wander."""
    bend = noise(coords, seed + 20, (5, 5, 2.2), 2)
    return coords + np.stack([0.035 * bend, -0.035 * bend, 0 * bend], -1)


def _relief(kind: str, coords, seed: int):
    """Return bumps (part of the radius) and colour factors of bark."""
    if kind == "birch":
        lines = noise(coords, seed, (14, 14, 160), 2)
        where = smooth(-0.55, 0.1, noise(coords, seed + 3, (3, 3, 2.2), 2))
        scars = smooth(0.34, 0.50, noise(coords, seed + 1, (7, 7, 95), 2)) * where
        base = smooth(0.8, 0.05, coords[..., 2]) * smooth(-0.4, 0.4, noise(coords, seed + 2, 7, 3))
        peel = smooth(0.25, 0.5, noise(coords, seed + 4, (3, 3, 9), 3))
        dark = np.maximum(np.maximum(scars, base), 0.35 * peel)
        return 0.012 * lines - 0.02 * scars, (1 - 0.84 * dark) * (1 + 0.10 * lines)
    bent = _warped(coords, seed)
    if kind == "pine":
        plates = np.abs(noise(bent, seed, (17, 17, 6.5), 3))
        crack = smooth(0.20, 0.03, plates)
        flakes = 0.8 * noise(coords, seed + 2, (26, 26, 34), 3)
        flakes = flakes + 0.5 * noise(coords, seed + 7, (150, 150, 110), 2)
        return 0.05 * smooth(0, 0.3, plates) + 0.012 * flakes, (1 - 0.70 * crack) * (
            1 + 0.42 * flakes
        )
    ridge = np.abs(noise(bent, seed, (24, 24, 3.6), 3))
    fine = 0.75 * noise(bent, seed + 5, (80, 80, 22), 3)
    fine = fine + 0.65 * noise(coords, seed + 7, (190, 190, 75), 2)  # scales and grit
    if kind == "dead":
        return 0.03 * fine - 0.03 * smooth(0.1, 0, ridge), 1 + 0.30 * fine - 0.4 * smooth(
            0.07, 0, ridge
        )
    deep = smooth(0.22, 0.02, ridge)
    rough = 0.075 if kind == "oak" else 0.028
    return rough * (smooth(0, 0.35, ridge) + 0.2 * fine), (
        1 - (0.72 if kind == "oak" else 0.38) * deep) * (1 + 0.38 * fine)  # fmt: skip


def bark(brush: Brush, kind: str, solid, seed: int) -> np.ndarray:
    """Return the colours of a stem's bark as the camera sees them."""
    coords, up = solid.coords, solid.normals[:, 2]
    rng = np.random.default_rng(seed)
    tint = rng.uniform(0.72, 1.25) * (1 + rng.normal(0, 0.035, 3))
    colour = np.array(COLOUR[kind]) * tint * _relief(kind, coords, seed)[1][:, None]
    broad = 1 + 0.22 * noise(coords, seed + 10, (3, 3, 1.2), 2)
    colour = colour * broad[:, None]
    if kind != "birch":
        lichen = smooth(0.30, 0.55, noise(coords, seed + 11, 7.0, 4))[:, None] * rng.uniform(0, 0.7)
        colour = colour * (1 - lichen) + np.array([0.235, 0.25, 0.205]) * lichen
    if brush.ground != "snow":
        moss = smooth(0.75, 0.0, coords[:, 2]) * smooth(0, 0.5, noise(coords, seed + 12, 6, 3))
        moss = (moss * rng.uniform(0.2, 0.9) * (kind != "birch"))[:, None]
        colour = colour * (1 - moss) + np.array([0.062, 0.083, 0.034]) * moss
        return brush.grey(colour) * (1.25 if brush.light.night and kind != "birch" else 1.0)
    lies = smooth(0.55, 0.85, up + 0.25 * noise(solid.points, 5, 9, 2))
    side = noise(solid.points, 6, (4, 4, 2), 3) + 0.6 * solid.normals[:, 0]
    blown = 0.6 * smooth(0.85, 1.1, side) * smooth(2.5, 0.5, coords[:, 2])
    low = smooth(0.09, 0.02, coords[:, 2] - 0.2 - 0.08 * noise(solid.points, 6, 6, 2))
    white = np.maximum(np.maximum(lies, blown), low)[:, None]
    colour = colour * (1 - white) + np.array(SNOW) * white
    return brush.grey(colour) * (1.2 if brush.light.night and kind != "birch" else 1.0)
