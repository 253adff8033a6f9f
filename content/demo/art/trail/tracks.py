"""Footprints: holes in snow behind the animal along its path, and an old trail on the same path."""

from dataclasses import dataclass

import numpy as np
from numba import njit

from .grain import noise, smooth
from .raster import Layer


@dataclass(frozen=True)
class Gait:
    """The trail of one kind of animal, in metres: half step, breadth, print length and width, sink."""

    step: float
    aside: float
    long: float
    wide: float
    sink: float


GAITS = {
    "amur-tiger": Gait(0.68, 0.11, 0.20, 0.18, 0.11), "amur-leopard": Gait(0.47, 0.075, 0.14, 0.125, 0.085),
    "eurasian-lynx": Gait(0.42, 0.07, 0.15, 0.14, 0.05), "sika-deer": Gait(0.52, 0.065, 0.14, 0.09, 0.11),
    "siberian-roe-deer": Gait(0.44, 0.05, 0.11, 0.07, 0.09), "wild-boar": Gait(0.42, 0.10, 0.15, 0.11, 0.10),
    "red-fox": Gait(0.34, 0.025, 0.085, 0.065, 0.035),
}  # fmt: skip


def behind(x: float, y: float, heading: float, gait: Gait, size: float, rng) -> np.ndarray:
    """Return prints (x, y, heading, long, wide, depth) that lead to where an animal stands."""
    count = int(7 / gait.step)
    out, side = [], 1
    turn, at = heading, np.array([x, y]) - 0.12 * np.array([np.cos(heading), np.sin(heading)])
    for _ in range(count):
        turn += rng.normal(0, 0.05) - 0.05 * (turn - heading)
        at = at - gait.step * size * rng.uniform(0.9, 1.1) * np.array([np.cos(turn), np.sin(turn)])
        across = np.array([-np.sin(turn), np.cos(turn)]) * side * gait.aside * size
        side = -side
        if abs(at[0]) < 0.62 * at[1] + 0.3 and at[1] > 0.8:
            drag = rng.uniform(1.0, 1.35)  # the foot draws out of the snow forward
            deep = gait.sink * rng.uniform(1.1, 1.5) * size**0.4
            out.append((*(at + across), turn, gait.long * size * drag, gait.wide * size, deep))
            ahead = (
                np.array([np.cos(turn), np.sin(turn)]) * gait.long * size * rng.uniform(0.8, 1.1)
            )
            furrow = gait.step * rng.uniform(0.3, 0.7), gait.wide * rng.uniform(0.25, 0.45)
            out.append((*(at + across + ahead), turn, *furrow, deep * 0.3))
    return np.array(out).reshape(-1, 6)


def old_trail(station, gait: Gait, rng) -> np.ndarray:
    """Return older, half filled prints along the station's path."""
    x = np.arange(-4.2, 4.2, gait.step)
    n = len(x)
    y = 4.35 + np.tan(station.ground.path) * x + rng.normal(0, 0.05, n)
    y = y + np.where(np.arange(n) % 2, 1, -1) * gait.aside
    turn = np.full(n, station.ground.path) + np.pi * (rng.random() < 0.5)
    return np.stack([x, y, turn, np.full(n, gait.long * 1.3), np.full(n, gait.wide * 1.2),
                     gait.sink * rng.uniform(0.4, 0.75, n)], -1)  # fmt: skip


def under(feet: np.ndarray, heading: float, gait: Gait, size: float) -> np.ndarray:
    """Return the holes of feet that stand now: x, y of each foot."""
    n = len(feet)
    shape = (
        np.full(n, heading),
        np.full(n, gait.long * size * 1.15),
        np.full(n, gait.wide * size * 1.15),
    )
    return np.stack([feet[:, 0], feet[:, 1], *shape, np.full(n, gait.sink * 1.15)], -1)


def pressed(picture: Layer, station, light, prints: np.ndarray) -> None:
    """Press prints into the snow of a picture: each is a hole seen in perspective."""
    for one in prints:
        _press(picture, station, light, one)


def _press(picture: Layer, station, light, one) -> None:
    x, y, _, long, wide, _ = one
    camera = station.camera
    reach = 1.9 * max(long, wide)
    ring = np.linspace(0, 2 * np.pi, 12)
    rim = np.stack([x + reach * np.cos(ring), y + reach * np.sin(ring)], -1)
    seen = camera.project(np.column_stack([rim, station.height(*rim.T)]))
    h, w = picture.depth.shape
    x0, x1 = int(max(0, seen[:, 0].min())), int(min(w, seen[:, 0].max() + 1))
    y0, y1 = int(max(0, seen[:, 1].min())), int(min(h, seen[:, 1].max() + 1))
    if x1 <= x0 or y1 <= y0:
        return
    part = np.s_[y0:y1, x0:x1]
    px, py = np.meshgrid(np.arange(x0, x1) + 0.5, np.arange(y0, y1) + 0.5)
    depth = picture.depth[part]
    top = camera.seen(px, py, depth)
    level = station.height(top[..., 0], top[..., 1])
    snow = np.abs(top[..., 2] - level) < 0.012 + 0.002 * depth
    snow &= np.hypot(top[..., 0] - x, top[..., 1] - y) < reach
    if not snow.any():
        return
    _light(picture, part, snow, top[snow].astype(float), one, light)


@njit(cache=True)
def _dent(x, y, one):
    """Return how deep the snow is pressed at a place, below 0 for the rim that was thrown up."""
    c, s = np.cos(one[2]), np.sin(one[2])
    a = ((x - one[0]) * c + (y - one[1]) * s) / one[3]
    b = (-(x - one[0]) * s + (y - one[1]) * c) / one[4]
    turn = np.arctan2(b, a)
    ragged = 0.11 * np.sin(3 * turn + one[0] * 40) + 0.07 * np.sin(7 * turn + one[1] * 90)
    r = np.sqrt(a * a + b * b) * 2 * (1 + ragged)
    hole = 1.0 if r < 0.72 else max(0.0, 1 - (r - 0.72) / 0.38)
    hole = hole * hole * (3 - 2 * hole)
    rim = np.exp(-(((r - 1.35) / 0.28) ** 2)) * (0.20 + 0.14 * max(0.0, a))
    return one[5] * (hole - rim)


@njit(cache=True)
def _dents(spots, one):
    """Return depth and slopes of a print at many places."""
    out = np.empty((spots.shape[0], 3))
    e = 0.004
    for i in range(spots.shape[0]):
        x, y = spots[i, 0], spots[i, 1]
        out[i, 0] = _dent(x, y, one)
        out[i, 1] = (_dent(x + e, y, one) - _dent(x - e, y, one)) / (2 * e)
        out[i, 2] = (_dent(x, y + e, one) - _dent(x, y - e, one)) / (2 * e)
    return out


def _light(picture, part, snow, spots, one, light) -> None:
    """Shade a print relative to the snow about it, so that the ground's own grain stays."""
    dents = _dents(spots, one)
    deep = dents[:, 0] / one[5]
    normal = np.column_stack([dents[:, 1:], np.ones(len(dents))])
    normal /= np.linalg.norm(normal, axis=1, keepdims=True)
    to_light = np.array((0, -0.8, 0.6)) if light.night else np.array(light.sun)
    to_light = to_light / np.linalg.norm(to_light)
    facing = (normal @ to_light - to_light[2]).clip(-0.6, 0.4)
    factor = (1 + 0.35 * facing + 0.06 * smooth(0, -0.2, deep)) * (
        1 + 0.06 * noise(spots, 77, 70, 2)
    )
    near = 0.5 + 0.5 * smooth(0.5, -0.4, (spots[:, 1] - one[1]) / (0.5 * one[4]))
    dark = (0.70 if light.night else 0.55) * min(1.0, one[5] / 0.06)
    factor = factor * (1 - dark * near * smooth(0.02, 0.75, deep))
    tint = np.ones(3) if light.night else np.array([1.10, 1.0, 0.80])  # shade is blue by day
    picture.colour[part][snow] *= (1 - (1 - factor[:, None]) * tint).clip(0.1)
    sunk = np.maximum(0, dents[:, 0]) * 0.6
    picture.depth[part][snow] += sunk
