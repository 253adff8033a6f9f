"""What is too close for a lens of fixed focus: the near ground, and grass before the lens."""

import numpy as np
from scipy import ndimage as nd

from .brush import GREEN, STRAW, Brush
from .raster import Layer
from .shapes import blades

SHARP_FROM = 2.3  # metres


def before_lens(station, light, ground: str) -> tuple[np.ndarray, np.ndarray]:
    """Return colour and cover of what hangs before the lens, at half the drawing's size."""
    camera = station.camera
    brush = Brush(station, light, ground, Layer.empty(camera.width, camera.height))
    rng = np.random.default_rng([station.seed, 12])
    for x, count, high in station.lens:
        _blades(brush, x, count if ground == "summer grass" else max(1, count // 4), high, rng)
    cover = (brush.layer.depth < 1e8).astype(np.float32)[..., None]
    colour = brush.layer.colour * cover
    h, w = cover.shape[:2]
    colour, cover = (v.reshape(h // 2, 2, w // 2, 2, -1).mean((1, 3)) for v in (colour, cover))
    blur = lambda v: nd.gaussian_filter(v, (4.5, 4.5, 0))  # noqa: E731
    return blur(colour), np.clip(blur(cover) * 0.92, 0, 1)


def focused(image: np.ndarray, depth: np.ndarray) -> np.ndarray:
    """Blur what lies nearer than a lens of fixed focus can see sharply."""
    amount = 2.6 * np.clip(1 / np.maximum(depth, 0.3) - 1 / SHARP_FROM, 0, 1.2)
    amount = nd.gaussian_filter(amount, 2.0)[..., None]
    soft, softer = (nd.gaussian_filter(image, (sigma, sigma, 0)) for sigma in (1.0, 2.2))
    first, second = np.clip(amount, 0, 1), np.clip(amount - 1, 0, 1)
    return (image * (1 - first) + soft * first) * (1 - second) + softer * second


def _blades(brush: Brush, x: float, count: int, high: float, rng) -> None:
    green = brush.ground == "summer grass"
    camera = brush.station.camera
    y = rng.uniform(0.38, 0.62, count)
    foot = np.stack([x + rng.normal(0, 0.03, count), y, np.full(count, camera.up - 0.36)], -1)
    tall = (0.36 - 0.3 * y + high * rng.uniform(0.4, 1.1, count)).clip(0.05)
    lean = rng.uniform(0.05, 0.5, count) if green else rng.uniform(0.2, 1.3, count)
    lines = blades(foot, tall, lean, rng)
    palette = np.array(GREEN if green else STRAW)
    colour = palette[rng.integers(0, len(palette), count)] * rng.uniform(0.8, 1.3, (count, 1))
    infrared = rng.uniform(0.3, 0.5, (count, 1)) if green else None
    wide = rng.uniform(0.002, 0.0045, count) * (1 if green else 0.5)
    brush.lines(lines, wide, brush.grey(colour, infrared), 0.4, 0.2)
