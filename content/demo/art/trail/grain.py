"""Noise in space that depends only on place and seed."""

import numpy as np
from numba import njit


@njit(cache=True)
def _hash(i, j, k, seed):
    h = (i * 374761393 + j * 668265263 + k * 2147483647 + seed * 974634777) & 0xFFFFFFFF
    h = ((h ^ (h >> 13)) * 1274126177) & 0xFFFFFFFF
    h = ((h ^ (h >> 16)) * 2246822519) & 0xFFFFFFFF
    return ((h ^ (h >> 13)) & 0xFFFFFF) / 8388607.5 - 1.0


@njit(cache=True)
def _noise(points, seed, octaves):
    out = np.zeros(points.shape[0], np.float32)
    for n in range(points.shape[0]):
        scale, gain = 1.0, 1.0
        for o in range(octaves):
            x, y, z = points[n, 0] * scale, points[n, 1] * scale, points[n, 2] * scale
            i, j, k = int(np.floor(x)), int(np.floor(y)), int(np.floor(z))
            u, v, w = x - i, y - j, z - k
            u, v, w = u * u * (3 - 2 * u), v * v * (3 - 2 * v), w * w * (3 - 2 * w)
            total = 0.0
            for a in range(2):
                for b in range(2):
                    for c in range(2):
                        weight = (u if a else 1 - u) * (v if b else 1 - v) * (w if c else 1 - w)
                        total += weight * _hash(i + a, j + b, k + c, seed + o)
            out[n] += total * gain
            scale *= 2.03
            gain *= 0.55
    return out


def noise(points: np.ndarray, seed: int, per_metre=1.0, octaves: int = 1) -> np.ndarray:
    """Return smooth noise, about -1 to 1, at points of three coordinates."""
    flat = np.asarray(points, float).reshape(-1, 3) * np.asarray(per_metre, float)
    return _noise(flat, seed, octaves).reshape(np.shape(points)[:-1])


def smooth(a: float, b: float, x):
    """Step softly from 0 at a to 1 at b (b may be below a)."""
    t = np.clip((np.asarray(x) - a) / (b - a), 0, 1)
    return t * t * (3 - 2 * t)
