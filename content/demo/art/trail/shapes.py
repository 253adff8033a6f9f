"""Tubes, blades, twigs and stones: what a forest is made of."""

from dataclasses import dataclass

import numpy as np

from .grain import noise


@dataclass
class Solid:
    """Points with normals, triangles, and places on the surface (around, along) in metres."""

    points: np.ndarray
    normals: np.ndarray
    faces: np.ndarray
    coords: np.ndarray


def tube(path: np.ndarray, radii: np.ndarray, sides: int, rough=None) -> Solid:
    """Return a tube about a path; `rough(coords)` gives bumps as a part of the radius."""
    path, radii = np.asarray(path, float), np.asarray(radii, float)
    way = np.gradient(path, axis=0)
    way /= np.linalg.norm(way, axis=1, keepdims=True) + 1e-9
    first = np.cross(way, np.array([0.0, 1.0, 0.13]))
    first /= np.linalg.norm(first, axis=1, keepdims=True) + 1e-9
    second = np.cross(way, first)
    angle = np.linspace(0, 2 * np.pi, sides, endpoint=False)
    ring = first[:, None] * np.cos(angle)[:, None] + second[:, None] * np.sin(angle)[:, None]
    along = np.r_[0, np.cumsum(np.linalg.norm(np.diff(path, axis=0), axis=1))]
    spot = np.stack(
        [np.cos(angle)[None] * radii.mean() + 0 * along[:, None],
         np.sin(angle)[None] * radii.mean() + 0 * along[:, None], along[:, None] + 0 * angle], -1
    )  # fmt: skip
    size = radii[:, None] * (1 + (rough(spot) if rough else 0.0))
    points = path[:, None] + ring * size[..., None]
    n = len(path)
    i, j = np.meshgrid(np.arange(n - 1), np.arange(sides), indexing="ij")
    a, b = i * sides + j, i * sides + (j + 1) % sides
    faces = np.concatenate(
        [np.stack([a, b, a + sides], -1), np.stack([b, b + sides, a + sides], -1)]
    ).reshape(-1, 3)
    across = np.roll(points, -1, 1) - np.roll(points, 1, 1)
    normals = np.cross(np.gradient(points, axis=0), across)
    normals *= np.sign((normals * ring).sum(-1, keepdims=True)) + 1e-9
    normals /= np.linalg.norm(normals, axis=-1, keepdims=True) + 1e-9
    return Solid(points.reshape(-1, 3), normals.reshape(-1, 3), faces, spot.reshape(-1, 3))


def blades(at, height, lean, rng) -> np.ndarray:
    """Return grass blades as polylines of five nodes."""
    n = len(at)
    turn = rng.uniform(0, 2 * np.pi, n)
    side = np.stack([np.cos(turn), np.sin(turn), 0 * turn], -1)
    t = np.linspace(0, 1, 5)[None, :, None]
    bow = lean[:, None, None] * height[:, None, None] * t**2 * side[:, None]
    rise = np.zeros((n, 5, 3))
    rise[..., 2] = height[:, None] * (
        t[..., 0] - 0.35 * np.minimum(lean, 1)[:, None] * t[..., 0] ** 3
    )
    return at[:, None] + bow + rise


def twigs(at, way, length: float, width: float, rng, depth: int = 4) -> tuple[list, list]:
    """Grow a branch; return polylines of five nodes and their widths in metres."""
    lines, widths = [], []

    def grow(place, direction, long, thick, level):
        nodes = [place]
        for _ in range(4):
            direction = direction + rng.normal(0, 0.13, 3) + (0, 0, 0.03)
            direction = direction / np.linalg.norm(direction)
            nodes.append(nodes[-1] + direction * long / 4)
        lines.append(np.array(nodes))
        widths.append(thick)
        if level == 0:
            return
        for _ in range(rng.integers(2, 5)):
            turn = direction + rng.normal(0, 0.55, 3)
            start = nodes[rng.integers(1, 5)]
            grow(
                start,
                turn / np.linalg.norm(turn),
                long * rng.uniform(0.4, 0.72),
                thick * 0.55,
                level - 1,
            )

    way = np.asarray(way, float)
    grow(np.asarray(at, float), way / np.linalg.norm(way), length, width, depth)
    return lines, widths


def stone(at, size, seed: int) -> Solid:
    """Return a boulder half sunk in the ground."""
    rings, sides = 120, 240
    lat = np.linspace(0.02, np.pi - 0.02, rings)
    lon = np.linspace(0, 2 * np.pi, sides, endpoint=False)
    unit = np.stack(
        [np.sin(lat)[:, None] * np.cos(lon), np.sin(lat)[:, None] * np.sin(lon),
         np.cos(lat)[:, None] * np.ones_like(lon)], -1
    )  # fmt: skip
    bump = 1 + 0.35 * noise(unit, seed, 1.4, 6)
    points = unit * bump[..., None] * np.array(size)
    du, dv = np.gradient(points, axis=0), np.roll(points, -1, 1) - np.roll(points, 1, 1)
    normals = np.cross(du, dv)
    normals *= np.sign((normals * unit).sum(-1, keepdims=True)) + 1e-9
    normals /= np.linalg.norm(normals, axis=-1, keepdims=True) + 1e-9
    i, j = np.meshgrid(np.arange(rings - 1), np.arange(sides), indexing="ij")
    a, b = i * sides + j, i * sides + (j + 1) % sides
    faces = np.concatenate(
        [np.stack([a, b, a + sides], -1), np.stack([b, b + sides, a + sides], -1)]
    )
    return Solid(
        (points + np.array(at)).reshape(-1, 3), normals.reshape(-1, 3), faces.reshape(-1, 3),
        points.reshape(-1, 3),
    )  # fmt: skip
