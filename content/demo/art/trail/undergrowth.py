"""What lies and grows on the ground: litter, sticks, stalks, grass, herbs, shrubs, the far wood."""

import numpy as np

from .brush import GREEN, LITTER, STRAW, YELLOW, Brush
from .grain import noise, smooth
from .shapes import blades, leaves, twigs
from .trees import foliage


def cover(brush: Brush, rng) -> None:
    if brush.ground == "snow":
        _stalks(brush, rng, 520)
        _litter(brush, rng, 70)
        return
    _litter(brush, rng, 31000 if brush.ground == "fallen leaves" else 3600)
    _sticks(brush, rng, 130)
    if brush.ground == "fallen leaves":
        _stalks(brush, rng, 900)
        return
    _grass(brush, rng, 46000)
    _herbs(brush, rng, 620)


def shrubs(brush: Brush, rng) -> None:
    """Grow saplings and shrubs behind and beside the path."""
    for _ in range(brush.station.shrubs):
        y = rng.uniform(5.4, 15)
        x = rng.uniform(-0.6, 0.6) * y
        if y < 6.4 and abs(x) < 1.3:
            x = np.sign(x) * 1.8
        foot = np.array([x, y, float(brush.station.height(x, y))])
        lines, widths, tips = [], [], []
        for _ in range(rng.integers(2, 6)):
            way = rng.normal(0, 0.3, 3) * (1, 1, 0) + (0, 0, 1)
            new, wide = twigs(foot, way, rng.uniform(0.5, 1.5), 0.012, rng, 3)
            lines += new
            widths += wide
            tips += [line[k] for line in new for k in (2, 4)]
        colour = np.array([0.16, 0.12, 0.09]) * rng.uniform(0.8, 1.4)
        brush.lines(np.array(lines), np.array(widths), brush.grey(np.tile(colour, (len(lines), 1))))
        foliage(brush, np.array(tips), y, rng, 5, 0.075)


def far_wood(brush: Brush, rng) -> None:
    """Close the view with leaves and stems far behind."""
    n = {"summer grass": 26000, "fallen leaves": 3500, "snow": 300}[brush.ground]
    y = rng.uniform(11, 40, n)
    x = rng.uniform(-0.62, 0.62, n) * y
    z = brush.station.height(x, y) + rng.gamma(1.6, 1.5, n)
    blot = noise(np.stack([x, y, z], -1), brush.station.seed + 31, 0.55, 2) > -0.12
    at = np.stack([x, y, z], -1)[blot]
    n = len(at)
    way = rng.normal(0, 1, (n, 3)) * (1, 1, 0.5)
    solid = leaves(at, way, rng.uniform(0.12, 0.34, n), rng.uniform(0, 0.3, n), rng)
    palette = np.array(
        {"summer grass": GREEN, "fallen leaves": YELLOW, "snow": LITTER}[brush.ground]
    )
    many = len(solid.points) // n
    colour = np.repeat(
        palette[rng.integers(0, len(palette), n)] * rng.uniform(0.6, 1.3, (n, 1)), many, 0
    )
    infrared = np.full((len(colour), 1), 0.4) if brush.ground == "summer grass" else None
    brush.solid(solid, brush.grey(colour, infrared), 0.9, through=0.3)


def _spread(rng, count: int, near=0.95, far=16.0) -> np.ndarray:
    """Return places on the ground, evenly over the picture rather than over the ground."""
    y = 1 / rng.uniform(1 / far, 1 / near, count)
    x = rng.uniform(-0.66, 0.66, count) * (y + 0.5)
    return np.stack([x, y], -1)


def on_ground(brush: Brush, flat) -> np.ndarray:
    return np.concatenate([flat, brush.station.height(flat[:, 0], flat[:, 1])[:, None]], 1)


def _litter(brush: Brush, rng, count: int) -> None:
    at = on_ground(brush, _spread(rng, count, 0.85, 22))
    at[:, 2] += rng.uniform(0, 0.035, count)
    turn = rng.uniform(0, 2 * np.pi, count)
    way = np.stack([np.cos(turn), np.sin(turn), rng.normal(0, 0.28, count)], -1)
    kind = "oak"
    size = rng.uniform(0.045, 0.11, count)
    palette = np.array(LITTER)
    solid = leaves(at, way, size, rng.normal(0.12, 0.28, count), rng, kind)
    per = len(solid.points) // count
    base = palette[rng.integers(0, len(palette), count)] * rng.uniform(0.55, 1.25, (count, 1))
    vein = 1 - 0.25 * np.exp(-np.abs(solid.coords[:, 1]) / 0.05)
    colour = np.repeat(base, per, 0) * vein[:, None]
    infrared = np.repeat(base.mean(1, keepdims=True) * 1.9 + 0.06, per, 0) * vein[:, None]
    low = smooth(-0.01, 0.04, solid.points[:, 2] - np.repeat(at[:, 2], per) + 0.015) * 0.5 + 0.5
    brush.solid(solid, brush.grey(colour, infrared), low, through=0.12)


def _sticks(brush: Brush, rng, count: int) -> None:
    at = np.add(on_ground(brush, _spread(rng, count, 1.0, 14)), (0, 0, 0.03))
    lines, widths = [], []
    for place in at:
        turn = rng.uniform(0, 6.28)
        new, wide = twigs(
            place,
            (np.cos(turn), np.sin(turn), 0.02),
            rng.uniform(0.2, 0.9),
            rng.uniform(0.006, 0.016),
            rng,
            1,
        )
        lines += [
            line * (1, 1, 0) + (0, 0, place[2]) + (0, 0, 0.2) * (line - place) for line in new
        ]
        widths += wide
    brush.lines(
        np.array(lines), np.array(widths), brush.grey(np.tile((0.17, 0.13, 0.1), (len(lines), 1)))
    )


def _stalks(brush: Brush, rng, count: int) -> None:
    at = on_ground(brush, _spread(rng, count, 1.2, 18))
    lines = blades(at, rng.uniform(0.12, 0.55, count), rng.uniform(0, 0.7, count), rng)
    colour = np.array(STRAW)[rng.integers(0, 3, count)] * rng.uniform(0.6, 1.1, (count, 1))
    brush.lines(
        lines,
        rng.uniform(0.002, 0.0035, count),
        brush.grey(colour, colour.mean(1, keepdims=True) * 1.5),
        0.1,
    )


def _grass(brush: Brush, rng, count: int) -> None:
    flat = _spread(rng, count, 0.95, 20)
    patch = noise(np.concatenate([flat, 0 * flat[:, :1]], 1), brush.station.seed + 21, 0.9, 2)
    worn = brush.station.trodden(flat[:, 0], flat[:, 1])
    keep = rng.random(count) < smooth(-0.5, 0.3, patch) * (1 - 0.55 * worn)
    flat, patch, worn = flat[keep], patch[keep], worn[keep]
    n = len(flat)
    tall = rng.uniform(0.09, 0.34, n) * (0.8 + 0.5 * patch.clip(-0.5, 1)) * (1 - 0.4 * worn)
    tall *= smooth(0.6, 2.2, flat[:, 1]) * 0.6 + 0.4
    lines = blades(on_ground(brush, flat), tall, rng.uniform(0.1, 1.3, n), rng)
    colour = np.array(GREEN)[rng.integers(0, len(GREEN), n)] * rng.uniform(0.7, 1.3, (n, 1))
    dry = rng.random((n, 1)) < 0.07
    colour = np.where(dry, np.array(STRAW[0]), colour)
    infrared = rng.uniform(0.22, 0.5, (n, 1))
    brush.lines(lines, rng.uniform(0.003, 0.007, n), brush.grey(colour, infrared), 0.35, 0.15)


def _herbs(brush: Brush, rng, count: int) -> None:
    """Grow broad-leaved herbs: a rosette of leaves on short stems."""
    flat = _spread(rng, count, 1.1, 16)
    flat = flat[rng.random(count) > 0.8 * brush.station.trodden(flat[:, 0], flat[:, 1])]
    base = on_ground(brush, flat)
    per = 9
    n = len(base) * per
    turn = rng.uniform(0, 6.28, n)
    high = np.repeat(rng.uniform(0.05, 0.26, len(base)), per) * rng.uniform(0.5, 1.1, n)
    at = np.repeat(base, per, 0) + np.stack([0.05 * np.cos(turn), 0.05 * np.sin(turn), high], -1)
    way = np.stack([np.cos(turn), np.sin(turn), rng.uniform(-0.35, 0.35, n)], -1)
    solid = leaves(at, way, rng.uniform(0.03, 0.095, n), rng.uniform(-0.25, 0.15, n), rng)
    many = len(solid.points) // n
    colour = np.array(GREEN)[rng.integers(0, len(GREEN), n)] * rng.uniform(0.6, 1.25, (n, 1))
    vein = (1 - 0.25 * np.exp(-np.abs(solid.coords[:, 1]) / 0.03))[:, None]
    infrared = np.repeat(rng.uniform(0.3, 0.6, (n, 1)), many, 0) * vein
    brush.solid(solid, brush.grey(np.repeat(colour, many, 0) * vein, infrared), 0.9, through=0.3)
