"""Where a body is hollow: folds of armpit and groin, grooves between muscles, corners of a face."""

import numpy as np
from scipy.sparse import coo_matrix, diags

from .field import Mesh

SPREADS = ((24, 0.14), (120, 0.12))  # steps of spreading, and how many widths deep is darkest


def hollows(mesh: Mesh) -> np.ndarray:
    """Return how deep in a fold every point lies (0 to 1): below the mean of its neighbours."""
    a, b, c = mesh.faces.T
    rows, columns = np.r_[a, b, c, b, c, a], np.r_[b, c, a, a, b, c]
    count = len(mesh.points)
    links = coo_matrix((np.ones(len(rows), np.float32), (rows, columns)), (count, count)).tocsr()
    mean = diags(1 / np.maximum(np.asarray(links.sum(1)).ravel(), 1)) @ links
    edge = np.linalg.norm(mesh.points[a] - mesh.points[b], axis=1).mean()
    out, spread, done = np.zeros(count), mesh.points.astype(np.float32), 0
    for steps, deep in SPREADS:
        for _ in range(steps - done):
            spread = mean @ spread
        done = steps
        below = ((spread - mesh.points) * mesh.normals).sum(1) / (edge * steps**0.5)
        out = np.maximum(out, np.clip(below / deep, 0, 1))
    return mean @ (mean @ out)
