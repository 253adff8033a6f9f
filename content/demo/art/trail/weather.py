"""Falling snow and rain before the lens."""

import numpy as np
from scipy import ndimage as nd


def snowing(image, night: bool, rng):
    """Let snow fall: near flakes are large, soft and bright under the flash."""
    h, w = image.shape[:2]
    layer = np.zeros((h, w), np.float32)
    for _ in range(430):
        z = 0.35 + 5 * rng.random() ** 1.4
        x, y = rng.integers(0, w), rng.integers(0, h)
        r = max(0.8, 3.4 / z + 3.0 * max(0.0, 0.8 - z))
        power = min(0.7, 0.8 / z**1.1) / max(1, (r / 2.5) ** 1.2)
        s = int(r * 2 + 2)
        gy, gx = np.mgrid[-s : s + 1, -s : s + 1]
        drop = np.exp(-((np.hypot(gx - 0.2 * gy, gy * 0.7) / r) ** 2)) * power
        y0, y1, x0, x1 = max(0, y - s), min(h, y + s + 1), max(0, x - s), min(w, x + s + 1)
        part = drop[y0 - y + s : y1 - y + s, x0 - x + s : x1 - x + s]
        layer[y0:y1, x0:x1] = np.maximum(layer[y0:y1, x0:x1], part)
    layer = nd.gaussian_filter(layer, 0.9)[..., None]
    return image * (1 - 0.55 * layer) + layer * (1.3 if night else 0.75)


def raining(image, night: bool, rng):
    """Let rain fall in streaks that are longer the nearer they are."""
    h, w = image.shape[:2]
    layer = np.zeros((h, w), np.float32)
    for _ in range(420):
        z = 0.6 + 5 * rng.random()
        x, y, long = rng.uniform(0, w), rng.uniform(-40, h), 70 / z
        n = int(long)
        ys = (y + np.arange(n)).astype(int)
        xs = (x + 0.09 * np.arange(n)).astype(int)
        keep = (ys >= 0) & (ys < h) & (xs >= 0) & (xs < w)
        layer[ys[keep], xs[keep]] += 0.5 / z**0.7
    layer = nd.gaussian_filter(layer, (2.0, 0.8))[..., None]
    return image * (1 - 0.25 * np.clip(layer, 0, 1)) + layer * (0.55 if night else 0.28)
