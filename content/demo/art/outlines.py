"""Smooth outlines of the portraits: closed curves and tapered limbs."""

import numpy as np
from scipy.interpolate import PchipInterpolator


def catmull(points, closed: bool = True, n: int = 14) -> np.ndarray:
    """Run a centripetal Catmull-Rom curve through the points, `n` steps a span."""
    corner = [len(p) > 2 and p[2] == "c" for p in points]
    pts = np.array([(p[0], p[1]) for p in points], float)
    count, out = len(pts), []
    for i in range(count if closed else count - 1):
        p1, p2 = pts[i], pts[(i + 1) % count]
        p0 = pts[(i - 1) % count] if closed or i > 0 else p1 - (p2 - p1)
        p3 = pts[(i + 2) % count] if closed or i < count - 2 else p2 + (p2 - p1)
        a0, a1, a2 = (max(np.hypot(*d), 1e-6) ** 0.5 for d in (p1 - p0, p2 - p1, p3 - p2))
        m1 = (p2 - p1) + a1 * ((p1 - p0) / a0 - (p2 - p0) / (a0 + a1))
        m2 = (p2 - p1) + a1 * ((p3 - p2) / a2 - (p3 - p1) / (a1 + a2))
        if corner[i]:
            m1 = (p2 - p1) * 0.9
        if corner[(i + 1) % count]:
            m2 = (p2 - p1) * 0.9
        t = np.linspace(0, 1, n, endpoint=False)[:, None]
        out.append(
            (2 * t**3 - 3 * t**2 + 1) * p1
            + (t**3 - 2 * t**2 + t) * m1
            + (-2 * t**3 + 3 * t**2) * p2
            + (t**3 - t**2) * m2
        )
    if not closed:
        out.append(pts[-1:])
    return np.vstack(out)


def limb(chain, n: int = 10) -> np.ndarray:
    """Return the outline of a centre line of (x, y, width) with round ends."""
    chain = np.array(chain, float)
    line = catmull([tuple(p[:2]) for p in chain], closed=False, n=n)
    t = np.linspace(0, len(chain) - 1, len(line))
    half = PchipInterpolator(np.arange(len(chain)), chain[:, 2])(t) / 2
    along = np.gradient(line, axis=0)
    along /= np.linalg.norm(along, axis=1)[:, None] + 1e-9
    normal = np.stack([-along[:, 1], along[:, 0]], 1)
    arc = np.linspace(0, np.pi, 12)[1:-1]

    def cap(end: int, sign: int) -> np.ndarray:
        turn = np.arctan2(sign * normal[end, 1], sign * normal[end, 0])
        return line[end] + half[end] * np.stack([np.cos(turn - arc), np.sin(turn - arc)], 1)

    sides = normal * half[:, None]
    return np.vstack([line + sides, cap(-1, 1), (line - sides)[::-1], cap(0, -1)])
