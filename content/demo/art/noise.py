"""Noise and soft steps: the raw material of fur, bark, snow and grain."""

import numpy as np
from scipy import ndimage as nd


def smooth(a: float, b: float, x):
    """Step softly from 0 at a to 1 at b (b may be below a)."""
    t = np.clip((x - a) / (b - a), 0, 1)
    return t * t * (3 - 2 * t)


def noise(shape, sigma, rng: np.random.Generator) -> np.ndarray:
    """Return blurred white noise of mean 0 and deviation 1; sigma in pixels, one or (y, x)."""
    sigma = np.broadcast_to(np.atleast_1d(np.asarray(sigma, float)), 2)
    step = np.maximum(1, (sigma / 2).astype(int))
    small = [int(np.ceil(shape[i] / step[i])) + 4 for i in (0, 1)]
    out = nd.gaussian_filter(rng.standard_normal(small).astype(np.float32), sigma / step)
    if (step > 1).any():
        out = nd.zoom(out, step, order=1)
    out = out[: shape[0], : shape[1]]
    return (out - out.mean()) / (out.std() + 1e-9)


def fbm(shape, sigma: float, rng: np.random.Generator, octaves: int = 4) -> np.ndarray:
    """Sum noise over octaves."""
    return sum(noise(shape, sigma / 2**k, rng) * 0.6**k for k in range(octaves))


def streaks(angle: np.ndarray, rng: np.random.Generator, length: int) -> np.ndarray:
    """Smear white noise along a field of angles (line-integral convolution): fur."""
    h, w = angle.shape
    grain = nd.gaussian_filter(rng.standard_normal((h, w)).astype(np.float32), 0.6)
    yy, xx = np.mgrid[:h, :w].astype(np.float32)
    dx, dy = np.cos(angle).astype(np.float32), -np.sin(angle).astype(np.float32)
    out = np.zeros((h, w), np.float32)
    for k in range(-length // 2, length // 2 + 1):
        out += nd.map_coordinates(grain, [yy + dy * k, xx + dx * k], order=1, mode="reflect")
    return out / out.std()
