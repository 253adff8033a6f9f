"""How open every pixel is to its surroundings, found from the depth buffer alone."""

import numpy as np
from numba import njit
from scipy import ndimage as nd


def openness(depth: np.ndarray, pixels: float, reach: float = 0.30) -> np.ndarray:
    """Return 1 for open places, less in corners and under things nearer than `reach` metres."""
    turns = np.arange(14) * 2.399963 + 0.4
    far = np.sqrt((np.arange(14) + 0.5) / 14)
    way = np.stack([np.cos(turns) * far, np.sin(turns) * far], -1).astype(np.float32)
    raw = _open(np.ascontiguousarray(depth, np.float32), way, np.float32(pixels), np.float32(reach))
    return nd.gaussian_filter(raw, 1.3)


@njit(cache=True)
def _open(depth, way, pixels, reach):
    h, w = depth.shape
    out = np.ones((h, w), np.float32)
    for y in range(h):
        for x in range(w):
            here = depth[y, x]
            if here > 40:
                continue
            radius = min(60.0, pixels * reach / here)
            if radius < 1.0:
                continue
            spin = ((x * 7 + y * 13) % 8) * 0.785
            c, s = np.cos(spin), np.sin(spin)
            total, count = 0.0, 0
            for k in range(way.shape[0]):
                ox = (way[k, 0] * c - way[k, 1] * s) * radius
                oy = (way[k, 0] * s + way[k, 1] * c) * radius
                sx, sy = int(x + ox), int(y + oy)
                if sx < 0 or sy < 0 or sx >= w or sy >= h:
                    continue
                count += 1
                nearer = here - depth[sy, sx]
                level = 0.02 + 0.012 * here  # flat ground rises towards the lens as well
                if oy > 0:
                    level += 0.6 * oy / pixels * here * here / 0.5
                if nearer > level:
                    total += 1.0 if nearer < reach else (reach / nearer) ** 2
            out[y, x] = 1.0 - total / max(count, 1)
    return out
