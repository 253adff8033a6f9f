"""Bodies as smooth unions of round cones, turned into triangle meshes by marching cubes."""

from dataclasses import dataclass

import numpy as np
from numba import njit
from skimage.measure import marching_cubes


@dataclass(frozen=True)
class Part:
    """A round cone of a bone; `squash` narrows it across (y) or, below 0, front to back (x)."""

    bone: str
    a: tuple[float, float, float]
    ra: float
    b: tuple[float, float, float]
    rb: float
    squash: float = 1.0
    blend: float = 0.03
    thin: float = 1.0  # front to back
    cut: bool = False  # take away instead of adding


def mirrored(part: Part) -> Part:
    """Return the same part on the other side of the body."""
    flip = lambda p: (p[0], -p[1], p[2])  # noqa: E731
    bone = part.bone[:-1] + "R" if part.bone.endswith("L") else part.bone
    return Part(bone, flip(part.a), part.ra, flip(part.b), part.rb, part.squash, part.blend,
                part.thin, part.cut)  # fmt: skip


def table(parts: list[Part]) -> np.ndarray:
    """Return the parts as rows of numbers for the compiled code."""
    return np.array(
        [[*p.a, p.ra, *p.b, p.rb, p.squash, p.blend, p.thin, float(p.cut)] for p in parts]
    )


@njit(cache=True)
def _cone(px, py, pz, r):
    sy, sx = r[8], r[10]
    ax, ay, az, bx, by, bz = r[0] / sx, r[1] / sy, r[2], r[4] / sx, r[5] / sy, r[6]
    x, y, z = px / sx, py / sy, pz
    dx, dy, dz = bx - ax, by - ay, bz - az
    long = dx * dx + dy * dy + dz * dz
    t = ((x - ax) * dx + (y - ay) * dy + (z - az) * dz) / (long + 1e-12)
    t = min(1.0, max(0.0, t))
    ex, ey, ez = x - ax - t * dx, y - ay - t * dy, z - az - t * dz
    d = np.sqrt(ex * ex + ey * ey + ez * ez) - (r[3] + t * (r[7] - r[3]))
    return d * min(1.0, sy, sx) if d > 0 else d


@njit(cache=True)
def _sample(xs, ys, zs, rows):
    """Evaluate the union on a grid, passing over parts too far away to matter."""
    out = np.empty((xs.size, ys.size, zs.size), np.float32)
    count = rows.shape[0]
    mid = np.empty((count, 4))
    for p in range(count):
        r = rows[p]
        half = 0.0
        for c in range(3):
            mid[p, c] = (r[c] + r[4 + c]) / 2
            half += (r[c] - r[4 + c]) ** 2
        mid[p, 3] = np.sqrt(half) / 2 + max(r[3], r[7]) * max(1.0, r[8], r[10]) + r[9]
    for i in range(xs.size):
        for j in range(ys.size):
            for k in range(zs.size):
                d = 0.05
                for p in range(count):
                    r = rows[p]
                    gx, gy, gz = xs[i] - mid[p, 0], ys[j] - mid[p, 1], zs[k] - mid[p, 2]
                    if gx * gx + gy * gy + gz * gz > (mid[p, 3] + 0.05) ** 2:
                        continue
                    e = _cone(xs[i], ys[j], zs[k], r)
                    b = r[9]
                    if r[11] > 0.5:
                        g = max(b - abs(d + e), 0.0) / b
                        d = max(d, -e) + g * g * b * 0.25
                    else:
                        g = max(b - abs(d - e), 0.0) / b
                        d = min(d, e) - g * g * b * 0.25
                out[i, j, k] = d
    return out


@dataclass
class Mesh:
    """Points, faces and outward normals at rest."""

    points: np.ndarray
    faces: np.ndarray
    normals: np.ndarray


def _mesh(rows: np.ndarray, low, high, step: float) -> Mesh:
    axes = [np.arange(a, b + step, step) for a, b in zip(low, high, strict=True)]
    solid = _sample(*axes, rows)
    points, faces, normals, _ = marching_cubes(solid, 0.0, spacing=(step,) * 3)
    return Mesh(points + np.array(low), faces.astype(np.int32), -normals)


def meshed(parts: list[Part], step: float, head: tuple, fine: float) -> Mesh:
    """Mesh a body; the box `head` (low, high) is meshed with the smaller step `fine`."""
    rows = table(parts)
    solid = rows[rows[:, 11] < 0.5]
    ends = np.r_[
        solid[:, :3] - solid[:, 3:4], solid[:, :3] + solid[:, 3:4],
        solid[:, 4:7] - solid[:, 7:8], solid[:, 4:7] + solid[:, 7:8],
    ]  # fmt: skip
    body = _mesh(rows, ends.min(0) - 0.04, ends.max(0) + 0.04, step)
    low, high = (np.array(end) for end in head)
    inside = ((body.points > low) & (body.points < high)).all(1)
    body.faces = body.faces[~inside[body.faces].all(1)]
    face = _mesh(rows, low - step, high + step, fine)
    return Mesh(
        np.r_[body.points, face.points].astype(np.float32),
        np.r_[body.faces, face.faces + len(body.points)],
        np.r_[body.normals, face.normals].astype(np.float32),
    )


@njit(cache=True)
def bone_distances(points, rows, owner, bones):
    """Return the distance of every point from every bone's nearest part."""
    out = np.full((points.shape[0], bones), 9.0, np.float32)
    for i in range(points.shape[0]):
        for p in range(rows.shape[0]):
            if rows[p, 11] > 0.5:
                continue
            d = _cone(points[i, 0], points[i, 1], points[i, 2], rows[p])
            if d < out[i, owner[p]]:
                out[i, owner[p]] = d
    return out
