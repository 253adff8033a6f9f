"""Stripes and scattered spots in the units of the flat animals."""

import numpy as np

from ..animals import SHAPES
from ..outlines import catmull

LEG_BARS = [
    [(a - 2, y + 3, 0.5), (a * 0.6 + b * 0.4, y, 2.3), (b * 0.9, y - 3.5, 0.5)]
    for y, a, b in (
        (70, 3, 20), (63, 2, 22), (56, 4, 24), (49, 5, 21), (43, 4, 17), (37, 1, 12), (31, -1, 8),
    )
] + [[(119, y + 2, 0.5), (115, y, 1.5), (110, y - 0.5, 0.4)] for y in (46, 38, 31)]  # fmt: skip
FACE_STRIPES = [
    [(147, 104, 0.6), (150, 97, 1.7), (149, 91, 0.5)],
    [(152, 104, 0.5), (155, 98, 1.5), (156, 95, 0.4)],
    [(157, 104, 0.5), (160, 100, 1.2), (161, 97.5, 0.4)],
    [(143, 96, 0.6), (145, 88, 2.0), (149, 80, 1.2), (155, 74, 0.4)],
    [(139, 92, 0.6), (140, 83, 2.2), (143, 74, 1.3), (148, 69, 0.4)],
    [(149, 90, 0.4), (151, 84, 1.5), (156, 79, 0.5)],
    [(135.5, 96, 0.5), (134.5, 86, 2.2), (137, 76, 0.5)],
    [(147, 72, 0.4), (150, 70, 1.2), (157, 70, 0.4)],
]


def tail_rings() -> list:
    """Return strokes across the tiger's tail and its dark tip."""
    points = [p[:2] for p in SHAPES["amur-tiger"].parts["tail"].points]
    line = catmull(points, closed=False, n=20)
    reach = np.cumsum(np.r_[0, np.hypot(*np.diff(line, axis=0).T)])
    along = np.gradient(line, axis=0)
    along /= np.linalg.norm(along, axis=1)[:, None]
    rings = []
    for at in np.arange(12, reach[-1] - 4, 8.2):
        k = np.searchsorted(reach, at)
        across = np.array([-along[k, 1], along[k, 0]]) * 6
        rings.append([
            (*(line[k] + across), 2.6), (*line[k], 3.4), (*(line[k] - across), 2.6),
        ])  # fmt: skip
    rings.append([(*line[-18], 8.5), (*line[-1], 8)])
    return rings


def scatter(x0, x1, y0, y1, spacing, rng, tries=9000) -> np.ndarray:
    """Throw darts, keeping those `spacing(point)` away from all earlier ones."""
    kept = np.empty((tries, 2))
    count = 0
    for point in rng.uniform((x0, y0), (x1, y1), (tries, 2)):
        near = kept[:count] - point
        if count and np.min(np.einsum("ij,ij->i", near, near)) < spacing(point) ** 2:
            continue
        kept[count] = point
        count += 1
    return kept[:count].copy()
