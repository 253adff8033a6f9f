"""What weather, lens and sensor do to a picture."""

import numpy as np
from PIL import Image
from scipy import ndimage as nd

W, H = 1280, 960


def developed(image: np.ndarray, night: bool, weather: str, exposure: float, rng) -> Image.Image:
    """Turn linear light (H, W, 3) into a finished picture."""
    image = image.astype(np.float32) * exposure
    if weather == "snowfall":
        image = _flakes(image, night, rng)
    if weather == "rain":
        image = _rain(image, night, rng)
    bloom = np.clip(image - 1.0, 0, 4)
    image = (
        image
        + 0.30 * _blur(bloom, 3)
        + 0.22 * _blur(bloom, 11)
        + 0.05 * _blur(np.minimum(image, 2), 26)
    )
    yy, xx = np.mgrid[:H, :W]
    r2 = ((xx - W / 2) / (W / 2)) ** 2 + ((yy - H / 2) / (H / 2)) ** 2
    image = image * (1 - (0.26 if night else 0.15) * r2[..., None] ** 1.2)
    if night:
        image = image + 0.006
    image = 1 - np.exp(-1.55 * image)
    image = np.clip(image, 0, 1) ** (1 / 2.15)
    image = image + (0.42 if night else 0.55) * (image - 0.46) * (1 - np.abs(2 * image - 1))
    image = nd.gaussian_filter(image, (0.75, 0.75, 0))
    if night:
        image = image.mean(2, keepdims=True).repeat(3, 2)
    grain = nd.gaussian_filter(rng.standard_normal((H, W)), 0.75) * (0.034 if night else 0.016)
    lines = 0.004 * rng.standard_normal((H, 1))
    image = image + ((grain + lines) * (1.2 - 0.7 * image.mean(2)))[..., None]
    if not night:
        chroma = nd.gaussian_filter(rng.standard_normal((H, W, 3)), (2.0, 2.0, 0)) * 0.020
        image = image + (chroma - chroma.mean(2, keepdims=True))
    soft = nd.gaussian_filter(image, (1.5, 1.5, 0))
    image = image + 0.45 * (image - soft)
    return Image.fromarray((np.clip(image, 0, 1) * 255).round().astype(np.uint8))


def _blur(image, sigma: float):
    small = nd.zoom(image, (0.5, 0.5, 1), order=1) if sigma > 6 else image
    out = nd.gaussian_filter(small, (sigma / (2 if sigma > 6 else 1),) * 2 + (0,))
    return nd.zoom(out, (2, 2, 1), order=1)[:H, :W] if sigma > 6 else out


def _flakes(image, night: bool, rng):
    """Let snow fall: near flakes are large, soft and bright under the flash."""
    layer = np.zeros((H, W), np.float32)
    for _ in range(430):
        z = 0.35 + 5 * rng.random() ** 1.4
        x, y = rng.integers(0, W), rng.integers(0, H)
        r = max(0.8, 3.4 / z + 3.0 * max(0.0, 0.8 - z))
        power = min(0.7, 0.8 / z**1.1) / max(1, (r / 2.5) ** 1.2)
        s = int(r * 2 + 2)
        gy, gx = np.mgrid[-s : s + 1, -s : s + 1]
        drop = np.exp(-((np.hypot(gx - 0.2 * gy, gy * 0.7) / r) ** 2)) * power
        y0, y1, x0, x1 = max(0, y - s), min(H, y + s + 1), max(0, x - s), min(W, x + s + 1)
        part = drop[y0 - y + s : y1 - y + s, x0 - x + s : x1 - x + s]
        layer[y0:y1, x0:x1] = np.maximum(layer[y0:y1, x0:x1], part)
    layer = nd.gaussian_filter(layer, 0.9)[..., None]
    return image * (1 - 0.55 * layer) + layer * (1.3 if night else 0.75)


def _rain(image, night: bool, rng):
    layer = np.zeros((H, W), np.float32)
    for _ in range(420):
        z = 0.6 + 5 * rng.random()
        x, y, long = rng.uniform(0, W), rng.uniform(-40, H), 70 / z
        n = int(long)
        ys = (y + np.arange(n)).astype(int)
        xs = (x + 0.09 * np.arange(n)).astype(int)
        keep = (ys >= 0) & (ys < H) & (xs >= 0) & (xs < W)
        layer[ys[keep], xs[keep]] += 0.5 / z**0.7
    layer = nd.gaussian_filter(layer, (2.0, 0.8))[..., None]
    return image * (1 - 0.25 * np.clip(layer, 0, 1)) + layer * (0.55 if night else 0.28)
