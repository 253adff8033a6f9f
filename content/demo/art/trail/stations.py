"""The fixed cameras: what stands round each of them, whatever the season."""

from dataclasses import dataclass, field

import numpy as np

from .camera import Camera
from .terrain import Terrain


@dataclass(frozen=True)
class Tree:
    """A tree: place, girth (radius in metres), kind, and how it leans, forks or is broken off."""

    x: float
    y: float
    radius: float
    kind: str
    lean: tuple[float, float] = (0.0, 0.0)
    fork: float = 0.0
    broken: float = 0.0  # height in metres at which it has snapped, 0: whole


@dataclass(frozen=True)
class Station:
    """A place with its camera, its ground and what lies and stands on it."""

    seed: int
    ground: Terrain
    trees: int = 60
    kinds: tuple[str, ...] = ("oak", "birch", "pine", "linden")
    near: tuple[Tree, ...] = ()
    logs: tuple[tuple, ...] = ()  # (x, y, angle, length, radius)
    stones: tuple[tuple, ...] = ()  # (x, y, size)
    stumps: tuple[tuple, ...] = ()  # (x, y, radius, height)
    pines: tuple[tuple, ...] = ()  # young Korean pines: (x, y, height)
    ferns: tuple[tuple, ...] = ()  # (x, y, how many)
    lens: tuple[tuple, ...] = ()  # grass close before the lens: (x, blades, height)
    grass: float = 1.0  # how high it grows in summer
    shrubs: int = 16
    saplings: int = 60
    camera: Camera = field(default_factory=Camera)

    def height(self, x, y):
        """Return the height of the ground."""
        return self.ground.height(x, y)

    def trodden(self, x, y):
        """Return how much a place lies on the animals' path."""
        return self.ground.trodden(x, y)


STATIONS = {
    # a Korean pine wood on a gentle slope, a mossy log behind the path
    "s1": Station(11, Terrain(11, (0.025, 0.02), hill=0.16, path=0.10, gully=(-6.0, 15, 0.9)), 64,
                  ("pine", "pine", "linden", "oak"),
                  near=(Tree(2.35, 5.6, 0.33, "pine", (0.02, 0)), Tree(-3.0, 6.4, 0.17, "linden", (-0.16, 0), 1.4),
                        Tree(-0.7, 9.4, 0.24, "pine", (-0.03, 0)), Tree(1.0, 12.5, 0.13, "oak", (0.22, 0)),
                        Tree(-2.2, 11, 0.16, "oak", (0.05, 0), broken=2.3)),
                  logs=((-1.7, 8.6, 0.2, 4.2, 0.19), (3.0, 10, -0.7, 5.0, 0.12)),
                  stones=((3.2, 5.0, 0.35), (-3.4, 5.2, 0.3)), pines=((0.6, 9.0, 1.7), (-4.2, 9.5, 2.6)),
                  ferns=((-1.9, 5.4, 7), (1.5, 6.6, 6), (-0.3, 6.3, 4), (2.0, 3.6, 5)), shrubs=8,
                  lens=((-0.17, 26, 0.10), (0.02, 6, 0.03)), grass=0.55,
                  camera=Camera(up=0.56, tilt=0.02, roll=-0.03)),
    # an open oak wood with boulders; a stem close to the lens
    "s2": Station(23, Terrain(23, (-0.05, 0.015), hill=0.10, path=-0.06), 58, ("oak", "oak", "birch"),
                  near=(Tree(-0.95, 2.9, 0.115, "oak", (0.05, 0)), Tree(2.7, 6.8, 0.27, "oak", (0.10, 0), 1.3),
                        Tree(-2.9, 8.2, 0.21, "oak", (-0.06, 0)), Tree(0.5, 11, 0.10, "birch", (0.12, 0)),
                        Tree(0.9, 11.3, 0.08, "birch", (-0.07, 0)), Tree(-0.6, 14, 0.22, "oak", (-0.14, 0), 2.2)),
                  stones=((1.5, 7.5, 0.55), (-2.9, 6.2, 0.48), (2.3, 8.3, 0.8), (-0.6, 8.8, 0.3)),
                  stumps=((1.25, 6.1, 0.16, 0.4),), logs=((-2.2, 9.5, 0.5, 3.5, 0.11),), shrubs=18,
                  grass=0.7, lens=((0.2, 16, 0.12),),
                  camera=Camera(up=0.48, tilt=0.015, roll=0.035)),
    # a birch edge above a slope that rises to the right
    "s3": Station(35, Terrain(35, (0.075, 0.01), hill=0.22, path=0.16), 66, ("birch", "birch", "oak", "linden"),
                  near=(Tree(-2.5, 5.4, 0.14, "birch", (-0.06, 0)), Tree(-2.1, 5.6, 0.10, "birch", (0.13, 0)),
                        Tree(3.1, 6.9, 0.26, "oak", (-0.10, 0), 2.0), Tree(0.4, 8.6, 0.075, "birch", (0.16, 0)),
                        Tree(-0.9, 11.0, 0.12, "birch", (-0.04, 0)), Tree(1.5, 9.6, 0.06, "linden", (0.05, 0)),
                        Tree(1.75, 9.7, 0.07, "linden", (0.17, 0)), Tree(-1.6, 8.0, 0.05, "oak", (-0.2, 0))),
                  logs=((2.0, 5.9, 2.75, 2.6, 0.09), (-0.9, 9.4, 0.15, 4.2, 0.13)),
                  stumps=((-0.85, 6.6, 0.13, 0.75),), ferns=((1.4, 5.6, 6), (-1.3, 6.0, 4)), saplings=80,
                  
                  lens=((0.15, 20, 0.08), (-0.21, 10, 0.2)), camera=Camera(up=0.55, tilt=0.03, roll=0.02)),
    # a rocky valley with old oaks
    "s4": Station(47, Terrain(47, (-0.02, 0.03), hill=0.34, path=-0.12, gully=(3.5, 11, 0.7)), 46,
                  ("oak", "linden", "pine", "birch"),
                  near=(Tree(-2.6, 5.6, 0.36, "oak", (-0.14, 0), 1.1), Tree(2.9, 7.4, 0.16, "pine", (0.02, 0)),
                        Tree(1.1, 10.5, 0.10, "linden", (-0.1, 0), 0.8), Tree(-0.6, 12, 0.24, "oak", (0.12, 0), 2.5),
                        Tree(0.2, 9.0, 0.045, "linden", (0.25, 0))),
                  stones=((-1.6, 6.9, 0.75), (2.4, 6.0, 0.45), (3.3, 4.6, 0.35), (0.9, 8.2, 0.5), (-0.4, 9.5, 0.9),
                          (-0.7, 6.2, 0.22), (1.7, 9.4, 0.7)),
                  ferns=((0.5, 7.4, 5), (-1.0, 5.9, 4), (2.2, 5.2, 5)), shrubs=8, saplings=36,
                  lens=((-0.05, 14, 0.05), (0.22, 8, 0.1)),
                  camera=Camera(up=0.45, tilt=0.0, roll=-0.045)),
    # pines by a brook; a fallen trunk across the view
    "s5": Station(59, Terrain(59, (0.02, 0.0), hill=0.12, path=0.04, stream=9.4), 70, ("pine", "pine", "birch", "oak"),
                  near=(Tree(-2.2, 5.1, 0.30, "pine", (0.03, 0)), Tree(2.6, 6.6, 0.12, "birch", (0.14, 0)),
                        Tree(0.7, 10.6, 0.2, "pine", (-0.02, 0)), Tree(-0.5, 13, 0.3, "pine", (0.02, 0)),
                        Tree(-1.2, 8.4, 0.055, "birch", (0.2, 0))),
                  logs=((1.5, 7.0, -0.3, 6.0, 0.21), (-2.6, 8.2, 0.9, 3.0, 0.1)),
                  stumps=((-1.5, 7.6, 0.2, 0.5),), stones=((-0.4, 8.7, 0.3), (0.7, 9.0, 0.4), (2.1, 8.8, 0.35)),
                  pines=((3.6, 8.6, 2.4), (-3.4, 7.6, 1.6), (-0.2, 9.8, 1.2)), ferns=((-1.1, 6.0, 6), (2.4, 5.0, 5)),
                  shrubs=7, saplings=40, lens=((-0.2, 18, 0.15),),
                  camera=Camera(up=0.60, tilt=0.05, roll=0.025)),
    # a dense young linden wood; a stem close to the lens on the right
    "s6": Station(71, Terrain(71, (0.05, 0.02), hill=0.18, path=-0.08), 70, ("linden", "linden", "oak", "birch"),
                  near=(Tree(0.98, 2.95, 0.12, "linden", (-0.04, 0)), Tree(-2.8, 5.9, 0.24, "oak", (0.14, 0), 1.5),
                        Tree(-1.1, 9.3, 0.09, "linden", (-0.1, 0)), Tree(-0.85, 9.4, 0.07, "linden", (0.07, 0)),
                        Tree(-0.95, 9.6, 0.06, "linden", (0.22, 0)), Tree(1.6, 10, 0.2, "oak", (-0.12, 0), 3.0),
                        Tree(0.3, 12.5, 0.18, "linden", (0.3, 0), broken=3.2)),
                  stones=((-1.2, 7.2, 0.4),), logs=((2.2, 7.6, 0.55, 3.6, 0.12),), stumps=((-0.3, 8.0, 0.18, 0.35),),
                  ferns=((-1.6, 5.6, 5),), shrubs=22, saplings=110, grass=0.45, 
                  lens=((-0.1, 16, 0.06), (0.08, 10, 0.04)), camera=Camera(up=0.50, tilt=0.02, roll=-0.02)),
}  # fmt: skip

RADIUS = {"oak": 0.15, "pine": 0.19, "birch": 0.09, "linden": 0.11}


def trees_of(station: Station) -> list[Tree]:
    """Return the station's trees: those named, and the wood behind them, in groups."""
    rng = np.random.default_rng([station.seed, 1])
    out = list(station.near)
    while len(out) < station.trees:
        y = 7.5 + 30 * rng.random() ** 1.1
        x = rng.uniform(-0.62, 0.62) * y
        if y < 9.5 and abs(x) < 2.2:
            continue
        kind = station.kinds[rng.integers(len(station.kinds))]
        clump = rng.integers(2, 5) if kind in ("linden", "birch") and rng.random() < 0.4 else 1
        for _ in range(clump):
            radius = RADIUS[kind] * np.exp(rng.normal(-0.1, 0.55)) / clump**0.3
            lean = rng.normal(0, 0.05 if clump == 1 else 0.12, 2) * (3 if rng.random() < 0.2 else 1)
            fork = rng.uniform(0.6, 5.0) if kind != "pine" and rng.random() < 0.4 else 0.0
            broken = rng.uniform(1.2, 5) if rng.random() < 0.09 else 0.0
            spot = rng.normal(0, 0.3 * (clump > 1), 2)
            out.append(Tree(x + spot[0], y + spot[1], radius, kind, tuple(lean), fork, broken))
    return out


def stems_of(station: Station) -> tuple:
    """Return the trunks that throw shadows, also those out of view: x, y, radius, height."""
    rng = np.random.default_rng([station.seed, 3])
    seen = [(t.x, t.y, t.radius, t.broken or 14.0) for t in trees_of(station) if t.y < 26]
    for _ in range(26):  # behind the camera and to its sides
        x, y = rng.uniform(-12, 12), rng.uniform(-12, 9)
        if abs(x) > 0.62 * y + 0.8:
            seen.append((x, y, float(rng.uniform(0.05, 0.22)), 14.0))
    return tuple(seen)
