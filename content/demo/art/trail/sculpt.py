"""Push the skin of a head in and out where round cones are too smooth: brow, stop, nose, chin, cheeks, ears."""

import numpy as np

from .field import Mesh
from .heads import in_head, of_head

Push = tuple[tuple, float, tuple]  # middle, radius and way, in the head's own coordinates

CAT = (
    ((0.134, 0.000, 0.044), 0.030, (-0.002, 0, -0.0050)),  # the stop, between brow and nose
    ((0.122, 0.030, 0.044), 0.024, (0.006, 0.001, 0.0035)),  # brow ridges shade the eyes
    ((0.180, 0.000, 0.020), 0.046, (0.003, 0, 0.0040)),  # the nose runs straight to its tip
    ((0.175, 0.036, -0.026), 0.034, (0.006, 0.0055, -0.002)),  # whisker pads
    ((0.168, 0.000, -0.088), 0.044, (0.005, 0, -0.0070)),  # chin
    ((0.060, 0.082, -0.030), 0.062, (0.002, 0.0085, -0.006)),  # cheeks
    ((0.018, 0.060, 0.078), 0.050, (-0.002, 0.005, 0.006)),  # ears
)  # fmt: skip


def sculpted(mesh: Mesh, share: np.ndarray, head: tuple, pushes: tuple[Push, ...]) -> Mesh:
    """Return a mesh with its head pushed; `share` is how far each point belongs to the head."""
    rest = of_head(mesh.points, *head)
    moved = np.zeros_like(rest)
    for middle, radius, way in pushes:
        for sign in (1, -1) if middle[1] else (1,):
            turned = (1, sign, 1)
            away = ((rest - np.multiply(middle, turned)) ** 2).sum(1) / radius**2
            moved += (np.clip(1 - away, 0, 1) ** 2)[:, None] * np.multiply(way, turned)
    _place, size, pitch = head
    points = mesh.points + in_head(moved * (share[:, None] * size), (0, 0), 1.0, pitch)
    return Mesh(points, mesh.faces, _normals(points, mesh))


def _normals(points: np.ndarray, mesh: Mesh) -> np.ndarray:
    """Return normals turned as the faces about each point were turned by the pushes."""
    turn = _face_normals(points, mesh.faces) - _face_normals(mesh.points, mesh.faces)
    normals = mesh.normals + turn
    return normals / np.linalg.norm(normals, axis=1, keepdims=True)


def _face_normals(points: np.ndarray, faces: np.ndarray) -> np.ndarray:
    """Return the mean direction of the faces about each point."""
    a, b, c = (points[faces[:, k]] for k in range(3))
    flat = np.cross(b - a, c - a)
    out = np.stack(
        [
            sum(np.bincount(faces[:, k], flat[:, axis], len(points)) for k in range(3))
            for axis in range(3)
        ],
        -1,
    )
    return out / (np.linalg.norm(out, axis=1, keepdims=True) + 1e-12)
