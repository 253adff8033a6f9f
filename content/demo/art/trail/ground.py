"""The ground itself: snow, soil under leaves, soil under grass, the brook."""

import numpy as np

from .brush import SNOW, Brush
from .grain import noise, smooth
from .shapes import Solid
from .stations import trees_of

SOIL = {"fallen leaves": (0.105, 0.080, 0.060), "summer grass": (0.062, 0.060, 0.040)}


def ground(brush: Brush) -> None:
    """Draw the ground from the foot of the camera to the hill behind."""
    station = brush.station
    y = np.geomspace(0.5, 75, 640)[:, None]
    x = np.linspace(-0.74, 0.74, 600)[None] * (y + 0.4)
    y = np.broadcast_to(y, x.shape)
    points = np.stack([x, y, station.height(x, y)], -1)
    normals = _normals(points)
    if brush.ground == "snow":
        colour, rough = _snow(brush, points)
    else:
        colour, rough = _soil(brush, points)
    normals[..., :2] += rough
    if brush.ground == "snow" and brush.light.night:  # snow throws light back whatever its slope
        normals[..., 1] -= 0.75
    colour = _wet(brush, colour, x, y)
    normals /= np.linalg.norm(normals, axis=-1, keepdims=True)
    flat = lambda values: values.reshape(-1, 3)  # noqa: E731
    solid = Solid(flat(points), flat(normals), _faces(*x.shape), flat(points))
    dry = flat(colour).mean(1, keepdims=True) * (1.25 if brush.ground == "snow" else 1.9)
    brush.solid(solid, brush.grey(flat(colour), dry), _shade(station, x, y).reshape(-1))


def _normals(points) -> np.ndarray:
    across, away = np.gradient(points, axis=1), np.gradient(points, axis=0)
    normals = np.cross(across, away)
    return normals / (np.linalg.norm(normals, axis=-1, keepdims=True) + 1e-12)


def _faces(n: int, m: int) -> np.ndarray:
    i, j = np.meshgrid(np.arange(n - 1), np.arange(m - 1), indexing="ij")
    a = i * m + j
    faces = [np.stack([a, a + 1, a + m], -1), np.stack([a + 1, a + m + 1, a + m], -1)]
    return np.concatenate(faces).reshape(-1, 3)


def _snow(brush: Brush, points):
    """Return colours and roughness of snow: drifts, crumbs fallen from trees, needles and dirt."""
    seed = brush.station.seed
    broad = noise(points, seed + 4, 1.6, 3)
    fine = noise(points, seed + 3, 38.0, 3)
    crumbs = smooth(0.42, 0.6, noise(points, seed + 8, 9.0, 3))
    dirt = smooth(0.55, 0.8, noise(points, seed + 9, 55.0, 2)) * smooth(-0.2, 0.5, broad)
    tone = 1 + 0.04 * broad + 0.03 * fine - 0.10 * crumbs - 0.35 * dirt
    rough = 0.13 * np.stack([fine, noise(points, 9, 30.0, 2)], -1)
    rough += 0.22 * np.stack([noise(points, seed + 5, 5.0, 3), noise(points, seed + 6, 5.0, 3)], -1)
    rough += (0.4 * crumbs * noise(points, seed + 7, 25.0, 2))[..., None]
    return tone[..., None] * np.array(SNOW), rough


def _soil(brush: Brush, points):
    """Return colours and roughness of soil, trodden bare on the path."""
    station = brush.station
    fine = noise(points, station.seed + 3, 38.0, 4)
    broad = noise(points, station.seed + 4, 1.6, 3)
    leafy = smooth(5, 12, points[..., 1])[..., None]  # far away litter and grass are tone only
    far = np.array(
        (0.150, 0.118, 0.090) if brush.ground == "fallen leaves" else (0.075, 0.095, 0.045)
    )
    colour = np.array(SOIL[brush.ground]) * (1 - leafy) + far * leafy
    colour = colour * (1 + 0.30 * broad + 0.55 * fine)[..., None].clip(0.2)
    bare = station.trodden(points[..., 0], points[..., 1])[..., None] * 0.6
    earth = np.array([0.125, 0.102, 0.080]) * (1 + 0.4 * fine)[..., None]
    colour = colour * (1 - bare) + earth * bare
    return colour, 0.55 * np.stack([fine, noise(points, 9, 30.0, 3)], -1)


def _wet(brush: Brush, colour, x, y) -> np.ndarray:
    """Lay water, or ice, into the brook."""
    if not brush.station.ground.stream:
        return colour
    bed = smooth(0.35, 0.75, brush.station.ground.bed(x, y))[..., None]
    water = (0.36, 0.39, 0.42) if brush.ground == "snow" else (0.035, 0.042, 0.044)
    return colour * (1 - bed) + np.array(water) * bed


def _shade(station, x, y) -> np.ndarray:
    """Return how open the ground is to the sky: less at the feet of trees."""
    shade = np.ones(x.shape)
    for one in (tree for tree in trees_of(station) if tree.y < 16):
        away = np.hypot(x - one.x, y - one.y)
        shade = shade * (1 - 0.55 * np.exp(-np.maximum(away - one.radius, 0) / (one.radius * 1.2)))
    return shade
