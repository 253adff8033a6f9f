"""Smooth outlines: closed curves through points, and tapered lines with round ends."""

from functools import lru_cache

import numpy as np


@lru_cache(maxsize=64)
def _basis(n: int) -> np.ndarray:
    t = np.linspace(0, 1, n, endpoint=False)[:, None]
    return (
        np.concatenate(
            [
                -(t**3) + 2 * t**2 - t,
                3 * t**3 - 5 * t**2 + 2,
                -3 * t**3 + 4 * t**2 + t,
                t**3 - t**2,
            ],
            1,
        )
        / 2
    )


def catmull(points, closed: bool = True, n: int = 6) -> np.ndarray:
    """Run a Catmull-Rom curve through the points, `n` steps a span."""
    pts = np.array([(p[0], p[1]) for p in points], float)
    if closed:
        ends = np.concatenate([pts[-1:], pts, pts[:2]])
    else:
        ends = np.concatenate([2 * pts[:1] - pts[1:2], pts, 2 * pts[-1:] - pts[-2:-1]])
    windows = np.stack([ends[k : len(ends) - 3 + k] for k in range(4)], 1)
    out = np.einsum("tk,skc->stc", _basis(n), windows).reshape(-1, 2)
    return out if closed else np.concatenate([out, pts[-1:]])


_CAP = np.linspace(0, np.pi, 7)[1:-1]


def limb(chain, n: int = 5) -> np.ndarray:
    """Return the outline of a centre line of (x, y, width) with round ends."""
    chain = np.asarray(chain, float)
    line = catmull(chain, closed=False, n=n)
    half = np.interp(np.arange(len(line)) / n, np.arange(len(chain)), chain[:, 2]) / 2
    along = np.empty_like(line)
    along[1:-1], along[0], along[-1] = line[2:] - line[:-2], line[1] - line[0], line[-1] - line[-2]
    along /= np.sqrt((along**2).sum(1))[:, None] + 1e-9
    normal = np.stack([-along[:, 1], along[:, 0]], 1)
    sides = normal * half[:, None]

    def cap(end: int, sign: int) -> np.ndarray:
        a = np.arctan2(sign * normal[end, 1], sign * normal[end, 0]) - _CAP
        return line[end] + half[end] * np.stack([np.cos(a), np.sin(a)], 1)

    return np.concatenate([line + sides, cap(-1, 1), (line - sides)[::-1], cap(0, -1)])
