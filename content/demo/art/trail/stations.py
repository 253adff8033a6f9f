"""The fixed cameras: what stands round each of them, whatever the season."""

from dataclasses import dataclass, field

import numpy as np

from .camera import Camera
from .grain import noise


@dataclass(frozen=True)
class Tree:
    """A tree: place, girth (radius in metres), kind, and how it leans and forks."""

    x: float
    y: float
    radius: float
    kind: str
    lean: tuple[float, float] = (0.0, 0.0)
    fork: float = 0.0


@dataclass(frozen=True)
class Station:
    """A place with its camera; `slope` is the rise to the right and away, `path` its direction."""

    seed: int
    slope: tuple[float, float] = (0.0, 0.0)
    trees: int = 44
    kinds: tuple[str, ...] = ("oak", "birch", "pine", "linden")
    near: tuple[Tree, ...] = ()
    logs: tuple[tuple, ...] = ()  # (x, y, angle, length, radius)
    stones: tuple[tuple, ...] = ()  # (x, y, size)
    path: float = 0.0  # angle of the trodden path, 0: across the picture
    stream: float = 0.0  # metres away, 0: none
    shrubs: int = 14
    camera: Camera = field(default_factory=Camera)

    def height(self, x, y):
        """Return the height of the ground."""
        x, y = np.asarray(x, float), np.asarray(y, float)
        spot = np.stack([x, y, 0 * x], -1)
        rough = 0.10 * noise(spot, self.seed + 40, 0.32, 2) + 0.022 * noise(
            spot, self.seed + 50, 2.4, 2
        )
        far = np.maximum(y - 7, 0)
        rise = (
            self.slope[0] * x
            + self.slope[1] * (y - 4)
            + 0.02 * far * noise(spot, self.seed + 60, 0.08)
        )
        out = rise + rough - 0.05 * self.trodden(x, y)
        if self.stream:
            bed = np.exp(-(((y - self.stream - 0.25 * np.sin(x * 0.8)) / 0.75) ** 2))
            out = out - 0.30 * bed
        return out

    def trodden(self, x, y):
        """Return how much a place lies on the animals' path."""
        away = (y - 4.0) * np.cos(self.path) - x * np.sin(self.path)
        wander = 0.25 * noise(np.stack([x, 0 * x, 0 * x], -1), self.seed + 70, 0.5)
        return np.exp(-(((away - wander) / 0.38) ** 2))


STATIONS = {
    "s1": Station(11, (0.03, 0.045), 48, ("pine", "linden", "oak"), path=0.10,
                  near=(Tree(2.35, 5.6, 0.30, "pine", (0.02, 0)), Tree(-3.1, 6.4, 0.2, "linden", (-0.1, 0), 2.0)),
                  logs=((-1.5, 7.6, 0.25, 4.5, 0.17),), stones=((3.2, 5.0, 0.35),),
                  camera=Camera(up=0.80, tilt=0.075)),
    "s2": Station(23, (-0.05, 0.02), 50, ("oak", "birch", "oak"), path=-0.06,
                  near=(Tree(-0.95, 2.9, 0.115, "oak", (0.05, 0)), Tree(2.7, 6.8, 0.24, "oak", (0.08, 0), 1.6)),
                  stones=((1.5, 7.5, 0.5), (-2.9, 6.2, 0.42)), shrubs=18,
                  camera=Camera(up=0.70, tilt=0.055)),
    "s3": Station(35, (0.07, 0.03), 46, ("birch", "oak", "linden"), path=0.16,
                  near=(Tree(-2.5, 5.4, 0.13, "birch", (-0.05, 0)), Tree(-2.15, 5.6, 0.11, "birch", (0.1, 0)),
                        Tree(3.1, 6.9, 0.26, "oak", (-0.06, 0), 2.4)),
                  logs=((2.2, 3.4, 2.5, 1.8, 0.07),), camera=Camera(up=0.85, tilt=0.10)),
    "s4": Station(47, (-0.02, 0.06), 40, ("oak", "pine", "birch", "linden"), path=-0.12,
                  near=(Tree(-2.6, 5.0, 0.26, "oak", (-0.10, 0), 1.2), Tree(2.9, 7.4, 0.16, "pine")),
                  stones=((-1.7, 6.6, 0.6), (2.4, 6.0, 0.4), (3.3, 4.4, 0.3)), shrubs=10,
                  camera=Camera(up=0.75, tilt=0.05)),
    "s5": Station(59, (0.02, 0.01), 56, ("pine", "pine", "birch", "oak"), path=0.04,
                  near=(Tree(-2.2, 4.9, 0.33, "pine", (0.02, 0)), Tree(2.6, 5.9, 0.12, "birch", (0.12, 0))),
                  logs=((1.4, 6.4, -0.35, 5.0, 0.2),), stream=8.4,
                  camera=Camera(up=0.9, tilt=0.11)),
    "s6": Station(71, (0.05, 0.05), 44, ("linden", "oak", "birch"), path=-0.08,
                  near=(Tree(0.98, 2.95, 0.12, "linden", (-0.04, 0)), Tree(-2.8, 5.9, 0.28, "oak", (0.12, 0), 1.8)),
                  stones=((-1.2, 7.2, 0.45),), shrubs=20, camera=Camera(up=0.72, tilt=0.06)),
}  # fmt: skip


def trees_of(station: Station) -> list[Tree]:
    """Return the station's trees: those named, and the wood behind them."""
    rng = np.random.default_rng([station.seed, 1])
    out = list(station.near)
    while len(out) < station.trees:
        y = 6.2 + 34 * rng.random() ** 1.25
        x = rng.uniform(-0.62, 0.62) * y
        if y < 8 and abs(x) < 1.7:
            continue
        kind = station.kinds[rng.integers(len(station.kinds))]
        radius = {"oak": 0.17, "pine": 0.19, "birch": 0.10, "linden": 0.12}[kind]
        radius *= np.exp(rng.normal(-0.15, 0.5))
        lean = rng.normal(0, 0.05, 2) * (2.2 if rng.random() < 0.18 else 1)
        fork = rng.uniform(0.8, 4.0) if kind != "pine" and rng.random() < 0.35 else 0.0
        out.append(Tree(x, y, radius, kind, tuple(lean), fork))
    return out
