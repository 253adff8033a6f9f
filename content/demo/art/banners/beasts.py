"""Animals set into a scene: their cut-out, its shadow on the ground, and how much air lies before them."""

import numpy as np
from scipy.ndimage import gaussian_filter

from .cutouts import DAY, Tones, View, cutout
from .postures import Posture
from .sheet import Sheet


def beast(
    s: Sheet,
    role: str,
    posture: Posture,
    x: float,
    y: float,
    metre: float,
    *,
    heading: float = 0.0,
    above: float = 4.0,
    away: float = 5.0,
    seed: int = 1,
    winter: bool = False,
    tones: Tones = DAY,
    veil: tuple[str, float] | None = None,
    shadow: float = 0.32,
    rich: float = 1.22,
    flip: bool = False,
    shine: str | None = None,
) -> None:
    """Stand an animal at (x, y), `metre` units to the metre; `veil` mixes in a colour."""
    made = cutout(
        role,
        posture,
        View(heading, above, away),
        metre * s.scale,
        seed=seed,
        winter=winter,
        tones=tones,
        shine=shine,
    )
    pixels = made.pixels.copy()
    grey = pixels[..., :3].mean(-1, keepdims=True)
    pixels[..., :3] = np.clip(grey + (pixels[..., :3] - grey) * rich, 0, 1)
    if veil:
        colour = np.array([int(veil[0][i : i + 2], 16) / 255 for i in (1, 3, 5)])
        pixels[..., :3] = pixels[..., :3] * (1 - veil[1]) + colour * veil[1]
    foot = made.foot[0] / s.scale, made.foot[1] / s.scale
    fx = pixels.shape[1] / s.scale - foot[0] if flip else foot[0]
    if shadow:
        _shadow(s, pixels, x - fx, y, foot[1], flip, shadow, metre)
    s.paste(pixels, x - fx, y - foot[1], flip)


def _shadow(s: Sheet, pixels, left, y, foot, flip, strength, metre) -> None:
    """Lay the outline flat on the ground, blurred, as a contact shadow."""
    cover = pixels[::-1, :: -1 if flip else 1, 3]
    rows = max(4, int(cover.shape[0] * 0.11))
    flat = cover[np.linspace(0, cover.shape[0] - 1, rows).astype(int)]
    pad = int(metre * s.scale * 0.12)
    flat = gaussian_filter(np.pad(flat, pad), metre * s.scale * 0.02)
    dark = np.zeros((*flat.shape, 4), np.float32)
    dark[..., :3] = (0.06, 0.07, 0.10)
    dark[..., 3] = flat * strength
    k = pad / s.scale
    s.paste(dark, left - k, y - k - 0.05 * metre)


WARM = Tones((-0.7, -0.35, 0.45), (1.30, 1.10, 0.86), (0.84, 0.78, 0.78), (0.50, 0.46, 0.58))
SNOW = Tones((-0.4, -0.6, 0.7), (1.12, 1.10, 1.10), (0.90, 0.92, 0.98), (0.62, 0.66, 0.80))
FOREST = Tones((-0.3, -0.5, 0.9), (1.10, 1.08, 0.90), (0.78, 0.82, 0.74), (0.42, 0.50, 0.48))
NIGHT = Tones((0.5, -0.3, 0.8), (0.62, 0.70, 0.86), (0.34, 0.41, 0.55), (0.16, 0.20, 0.31))
DUSK = Tones((0.7, -0.2, 0.35), (1.15, 0.88, 0.72), (0.66, 0.58, 0.66), (0.36, 0.34, 0.48))
