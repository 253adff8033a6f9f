"""The empty picture of a station in one season and light: ground, trees, logs, stones, cover."""

import numpy as np

from .brush import Brush
from .grain import noise, smooth
from .light import Light
from .raster import Layer
from .shapes import Solid, stone, tube
from .stations import STATIONS, trees_of
from .trees import bark, tree
from .undergrowth import cover, far_wood, shrubs


def backdrop(name: str, light: Light, ground: str) -> Layer:
    """Draw a station without animals: `ground` is snow, fallen leaves or summer grass."""
    station = STATIONS[name]
    camera = station.camera
    brush = Brush(station, light, ground, Layer.empty(camera.width, camera.height))
    _ground(brush)
    for number, one in enumerate(trees_of(station)):
        tree(brush, one, station.seed * 100 + number)
    rng = np.random.default_rng([station.seed, 5])
    for log in station.logs:
        _log(brush, *log, rng)
    for x, y, size in station.stones:
        _stone(brush, x, y, size, rng)
    shrubs(brush, np.random.default_rng([station.seed, 6]))
    cover(brush, np.random.default_rng([station.seed, 7]))
    far_wood(brush, np.random.default_rng([station.seed, 8]))
    sky = brush.layer.depth > 1e8
    if not light.night or light.thick < 100:
        h = np.linspace(1.25, 0.8, camera.height, dtype=np.float32)[:, None, None]
        brush.layer.colour = np.where(sky[..., None], np.array(light.haze, np.float32) * h,
                                      brush.layer.colour)  # fmt: skip
    return brush.layer


def _ground(brush: Brush) -> None:
    station = brush.station
    y = np.geomspace(0.75, 60, 620)[:, None]
    x = np.linspace(-0.72, 0.72, 640)[None] * (y + 0.4)
    y = np.broadcast_to(y, x.shape)
    z = station.height(x, y)
    points = np.stack([x, y, z], -1)
    e = 0.03
    slope = [(station.height(x + e, y) - station.height(x - e, y)) / (2 * e),
             (station.height(x, y + e) - station.height(x, y - e)) / (2 * e)]  # fmt: skip
    normals = np.stack([-slope[0], -slope[1], np.ones_like(x)], -1)
    fine = noise(points, station.seed + 3, 38.0, 3)
    broad = noise(points, station.seed + 4, 1.6, 3)
    if brush.ground == "snow":
        tone = 0.80 + 0.035 * broad + 0.03 * fine
        colour = tone[..., None] * np.array([0.95, 0.98, 1.03])
        normals[..., :2] += 0.16 * np.stack([fine, noise(points, 9, 30.0, 2)], -1)
        if brush.light.night:  # snow throws light back whatever its slope
            normals[..., 1] -= 0.75
    else:
        dark = (
            np.array([0.085, 0.06, 0.04])
            if brush.ground == "fallen leaves"
            else np.array([0.06, 0.06, 0.032])
        )
        colour = dark * (1 + 0.35 * broad + 0.5 * fine)[..., None].clip(0.25)
        bare = station.trodden(x, y)[..., None] * 0.5
        colour = colour * (1 - bare) + np.array([0.15, 0.11, 0.075]) * bare
        normals[..., :2] += 0.5 * np.stack([fine, noise(points, 9, 30.0, 2)], -1)
    if station.stream:
        bed = np.exp(-(((y - station.stream - 0.25 * np.sin(x * 0.8)) / 0.6) ** 2))[..., None]
        water = (
            np.array([0.05, 0.06, 0.06]) if brush.ground != "snow" else np.array([0.3, 0.33, 0.36])
        )
        colour = colour * (1 - bed) + water * bed
    normals /= np.linalg.norm(normals, axis=-1, keepdims=True)
    n, m = x.shape
    i, j = np.meshgrid(np.arange(n - 1), np.arange(m - 1), indexing="ij")
    a = i * m + j
    faces = np.concatenate(
        [np.stack([a, a + 1, a + m], -1), np.stack([a + 1, a + m + 1, a + m], -1)]
    )
    shade = np.ones(x.shape)
    for one in trees_of(station):
        away = np.hypot(x - one.x, y - one.y)
        shade = shade * (1 - 0.5 * np.exp(-np.maximum(away - one.radius, 0) / (one.radius * 1.2)))
    solid = Solid(
        points.reshape(-1, 3), normals.reshape(-1, 3), faces.reshape(-1, 3), points.reshape(-1, 3)
    )
    brush.solid(solid, brush.grey(colour.reshape(-1, 3)), shade.reshape(-1))


def _log(brush: Brush, x, y, angle, length, radius, rng) -> None:
    s = np.linspace(-length / 2, length / 2, 160)
    px, py = x + s * np.cos(angle), y + s * np.sin(angle)
    base = np.median(brush.station.height(px, py))
    pz = base + radius * 0.75 + 0.02 * np.sin(s * 1.7) + 0.3 * (brush.station.height(px, py) - base)
    path = np.stack([px, py, pz], -1)
    seed = int(rng.integers(1e6))
    taper = radius * (1 - 0.25 * (s / length + 0.5))
    taper[:2] *= 0.3
    taper[-2:] *= 0.3
    solid = tube(path, taper, 70, lambda c: bark("oak", c, seed)[0])
    tone = bark("oak", solid.coords, seed)[1]
    colour = np.array([0.19, 0.15, 0.11]) * tone[:, None]
    top = smooth(0.2, 0.75, solid.normals[:, 2] + 0.35 * noise(solid.points, seed, 5, 3))[:, None]
    coat = (
        np.array([0.8, 0.82, 0.85]) if brush.ground == "snow" else np.array([0.085, 0.125, 0.035])
    )
    colour = colour * (1 - top) + coat * top
    brush.solid(solid, brush.grey(colour), smooth(-0.9, 0.3, solid.normals[:, 2]) * 0.7 + 0.3)
    if brush.ground == "snow":
        brush.solid(tube(np.add(path, (0, 0, radius * 0.42)), taper * 0.82, 50,
                         lambda c: 0.12 * noise(c, seed, 3, 2)),
                    brush.grey(np.full((160 * 50, 3), 0.8)))  # fmt: skip


def _stone(brush: Brush, x, y, size, rng) -> None:
    seed = int(rng.integers(1e6))
    solid = stone(
        (x, y, float(brush.station.height(x, y)) + size * 0.1), (size, size * 0.8, size * 0.6), seed
    )
    tone = 1 + 0.45 * noise(solid.coords, seed, 14, 5)
    colour = np.array([0.24, 0.235, 0.22]) * tone[:, None]
    top = smooth(0.3, 0.8, solid.normals[:, 2] + 0.5 * noise(solid.coords, seed + 1, 4, 3))[:, None]
    coat = np.array([0.8, 0.82, 0.85]) if brush.ground == "snow" else np.array([0.09, 0.12, 0.04])
    colour = colour * (1 - 0.9 * top) + coat * 0.9 * top
    brush.solid(solid, brush.grey(colour), smooth(-0.8, 0.4, solid.normals[:, 2]) * 0.7 + 0.3)
