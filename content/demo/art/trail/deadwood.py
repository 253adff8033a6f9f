"""Fallen trunks, stumps, stones: each with its moss, or its cap of snow."""

import numpy as np

from .bark import COLOUR, bumps
from .brush import SNOW, Brush
from .grain import noise, smooth
from .shapes import stone, tube, twigs
from .trees import bare

MOSS = np.array([0.060, 0.084, 0.032])


def _topped(brush: Brush, colour, solid, seed: int, share: float) -> np.ndarray:
    """Lay moss, or snow, on what faces upward."""
    lies = solid.normals[:, 2] + 0.55 * noise(solid.points, seed, 5, 3)
    snow = brush.ground == "snow"
    top = (smooth(0.15, 0.5, lies) if snow else share * smooth(0.2, 0.9, lies))[:, None]
    speck = (1 + 0.35 * noise(solid.points, seed + 2, 60, 2))[:, None]
    return colour * (1 - top) + (np.array(SNOW) if snow else MOSS * speck) * top


def _low(solid) -> np.ndarray:
    """Return how open a surface is: little on the underside."""
    return smooth(-0.9, 0.3, solid.normals[:, 2]) * 0.7 + 0.3


def log(brush: Brush, x, y, angle, length, radius, rng) -> None:
    """Draw a fallen trunk with broken limbs, half sunk where the ground rises."""
    s = np.linspace(-length / 2, length / 2, 170)
    px, py = x + s * np.cos(angle), y + s * np.sin(angle)
    ground = brush.station.height(px, py)
    straight = np.polyval(np.polyfit(s, ground, 1), s)
    pz = straight + radius * 0.6 + 0.03 * np.sin(s * 1.7) + 0.02 * s
    path = np.stack([px, py + 0.05 * np.sin(s * 1.1), pz], -1)
    seed = int(rng.integers(1e6))
    taper = radius * (1 - 0.35 * (s / length + 0.5)) * (1 + 0.08 * np.sin(3 * s + seed))
    taper[:2] *= 0.3
    taper[-2:] *= 0.3
    solid = tube(path, taper, 80, lambda c: bumps("oak", c, seed))
    tone = 1 + 0.35 * noise(solid.coords, seed, (30, 30, 7), 4)
    colour = _topped(brush, np.array(COLOUR["dead"]) * 0.75 * tone[:, None], solid, seed, 0.8)
    brush.solid(solid, brush.grey(colour), _low(solid))
    lines, widths = [], []
    for k in rng.integers(10, 160, 7):
        out = np.array([rng.normal(0, 0.5), rng.normal(0, 0.5), rng.uniform(0.1, 1)])
        new, wide = twigs(path[k], out, rng.uniform(0.2, 0.9), radius * 0.16, rng, 1)
        lines += new
        widths += wide
    bare(brush, lines, widths, np.array(COLOUR["dead"]) * 0.8)
    if brush.ground == "snow":
        _cushion(brush, path, taper, seed)


def _cushion(brush: Brush, path, taper, seed: int) -> None:
    """Lay a cushion of snow along a log, with gaps."""
    gaps = smooth(-0.5, 0.0, noise(path, seed + 5, 1.6, 2))
    ridge = tube(path + np.array([0, 0, 1]) * (taper * 0.55)[:, None], taper * 0.85 * gaps + 0.004, 50,
                 lambda c: 0.14 * noise(c, seed, 3, 3))  # fmt: skip
    brush.solid(ridge, brush.grey(np.tile(SNOW, (len(ridge.points), 1))))


def boulder(brush: Brush, x, y, size, rng) -> None:
    """Draw a boulder half sunk in the ground."""
    seed = int(rng.integers(1e6))
    foot = float(brush.station.height(x, y)) + size * 0.06
    shape = (size * rng.uniform(0.85, 1.3), size * 0.8, size * rng.uniform(0.5, 0.75))
    solid = stone((x, y, foot), shape, seed)
    cracks = smooth(0.10, 0.0, np.abs(noise(solid.coords, seed + 3, 4.0 / max(size, 0.3), 3)))
    tone = 1 + 0.35 * noise(solid.coords, seed, 16, 5) - 0.4 * cracks
    colour = np.array([0.185, 0.180, 0.170]) * tone[:, None]
    lichen = smooth(0.25, 0.45, noise(solid.coords, seed + 4, 11, 4))[:, None] * 0.5
    colour = colour * (1 - lichen) + np.array([0.26, 0.27, 0.24]) * lichen
    colour = _topped(brush, colour, solid, seed, 0.75)
    brush.solid(solid, brush.grey(colour), _low(solid))


def stump(brush: Brush, x, y, radius, high, rng) -> None:
    """Draw a rotten stump with a ragged edge."""
    seed = int(rng.integers(1e6))
    t = np.linspace(-0.15, high, 70)
    foot = float(brush.station.height(x, y))
    lean = rng.normal(0, 0.12)
    path = np.stack([x + lean * t, np.full_like(t, y), t + foot], -1)
    girth = radius * (1 + 0.8 * np.exp(-np.clip(t, 0, None) / 0.12))

    def rough(c):
        rim = high + 0.15 - 0.22 * radius / 0.15 * (0.5 + noise(c * (1, 1, 0), seed, 9, 2))
        return np.where(
            c[..., 2] > rim, -0.95, bumps("dead", c, seed) + 0.12 * noise(c, seed, 7, 2)
        )

    solid = tube(path, girth, 90, rough)
    tone = 1 + 0.4 * noise(solid.coords, seed, (40, 40, 6), 3)
    colour = _topped(brush, np.array(COLOUR["dead"]) * 0.7 * tone[:, None], solid, seed, 0.7)
    brush.solid(solid, brush.grey(colour), _low(solid))
