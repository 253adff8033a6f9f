"""The empty picture of a station in one season and light: ground, trees, logs, stones, cover."""

import numpy as np

from .brush import Brush
from .deadwood import boulder, log, stump
from .foliage import canopy, fern, young_pine
from .ground import ground as lay_ground
from .light import Light
from .raster import Layer
from .stations import STATIONS, trees_of
from .trees import far_stems, tree
from .undergrowth import cover, saplings, shrubs


def backdrop(name: str, light: Light, ground: str) -> Layer:
    """Draw a station without animals: `ground` is snow, fallen leaves or summer grass."""
    station = STATIONS[name]
    camera = station.camera
    brush = Brush(station, light, ground, Layer.empty(camera.width, camera.height))
    lay_ground(brush)
    for number, one in enumerate(trees_of(station)):
        tree(brush, one, station.seed * 100 + number)
    _lying(brush, np.random.default_rng([station.seed, 5]))
    shrubs(brush, np.random.default_rng([station.seed, 6]))
    saplings(brush, np.random.default_rng([station.seed, 9]))
    cover(brush, np.random.default_rng([station.seed, 7]))
    _behind(brush, np.random.default_rng([station.seed, 8]))
    _sky(brush)
    return brush.layer


def _lying(brush: Brush, rng) -> None:
    station = brush.station
    for one in station.logs:
        log(brush, *one, rng)
    for one in station.stones:
        boulder(brush, *one, rng)
    for one in station.stumps:
        stump(brush, *one, rng)
    for one in station.pines:
        young_pine(brush, *one, np.random.default_rng([station.seed, 10]))
    for one in station.ferns:
        fern(brush, *one, np.random.default_rng([station.seed, 11]))


def _behind(brush: Brush, rng) -> None:
    """Close the view with crowns: undergrowth first, then the trees' own, ever farther."""
    far_stems(brush, rng)
    canopy(brush, rng, 26, (8.5, 16), (0.4, 2.2), (0.5, 1.1))
    canopy(brush, rng, 60, (13, 32), (1.0, 7.0), (0.9, 2.2))
    canopy(brush, rng, 60, (22, 55), (3.0, 16.0), (1.5, 3.5))


def _sky(brush: Brush) -> None:
    """Fill what is left with the sky, blown out by day and black by night."""
    if brush.light.night:
        return
    sky = brush.layer.depth > 1e8
    brush.layer.colour[sky] = np.array(brush.light.above, np.float32)
