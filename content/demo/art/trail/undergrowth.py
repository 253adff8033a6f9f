"""What lies and grows on the ground: litter, sticks, stalks, grass, herbs, shrubs, saplings."""

import numpy as np

from .brush import GREEN, LITTER, STRAW, Brush
from .foliage import bent, sprays
from .grain import noise, smooth
from .shapes import blades, twigs
from .trees import bare

FALLEN = {"oak": "oak leaf", "linden": "linden leaf", "birch": "birch leaf", "pine": "willow leaf"}


def cover(brush: Brush, rng) -> None:
    """Cover the ground as the season has it."""
    if brush.ground == "snow":
        _stalks(brush, rng, 420)
        _litter(brush, rng, 130, 0.004)
        _sticks(brush, rng, 8)
        return
    _litter(brush, rng, 70000 if brush.ground == "fallen leaves" else 9000)
    _sticks(brush, rng, 190)
    _stalks(brush, rng, 700 if brush.ground == "fallen leaves" else 250)
    if brush.ground == "summer grass":
        _grass(brush, rng, 95000)
        _tufts(brush, rng, 200, green=True)
        _herbs(brush, rng, 1500)
    else:
        _tufts(brush, rng, 90, green=False)


def shrubs(brush: Brush, rng) -> None:
    """Grow shrubs behind and beside the path."""
    for _ in range(brush.station.shrubs):
        y = rng.uniform(5.4, 16)
        x = rng.uniform(-0.6, 0.6) * y
        if y < 7 and abs(x) < 1.6:
            x = np.sign(x) * 2.0
        foot = np.array([x, y, float(brush.station.height(x, y))])
        high = rng.uniform(0.5, 1.6)
        _stems(brush, foot, rng.integers(2, 6), high, 0.011, "linden", rng)


def saplings(brush: Brush, rng) -> None:
    """Grow thin young trees, one stem each, some bent by old snow."""
    count = brush.station.saplings
    for kind in brush.station.kinds:
        for _ in range(count // len(brush.station.kinds)):
            y = 5.0 + 18 * rng.random() ** 1.2
            x = rng.uniform(-0.6, 0.6) * y
            if kind == "pine" or (y < 7.5 and abs(x) < 1.5):
                continue
            foot = np.array([x, y, float(brush.station.height(x, y))])
            _stems(brush, foot, 1, rng.uniform(1.2, 3.6), rng.uniform(0.008, 0.024), kind, rng)


def _stems(brush: Brush, foot, count: int, high: float, thick: float, kind: str, rng) -> None:
    lines, widths, tips, ways = [], [], [], []
    for _ in range(count):
        lean = rng.normal(0, 0.28 if count > 1 else 0.14, 3) * (1, 1, 0)
        new, wide = twigs(
            foot, np.add(lean, (0, 0, 1)), high * rng.uniform(0.7, 1.1), thick, rng, 2
        )
        lines += new
        widths += wide
        for line in new[1:]:
            for k in (2, 4):
                tips.append(line[k])
                ways.append(
                    (line[k] - line[k - 1]) / (np.linalg.norm(line[k] - line[k - 1]) + 1e-9)
                )
    colour = np.array([0.125, 0.108, 0.092]) * rng.uniform(0.7, 1.5)
    bare(brush, lines, widths, colour)
    if tips:
        sprays(brush, tips, ways, kind, rng, 0.34, 1.0)


def _spread(rng, count: int, near=0.8, far=16.0) -> np.ndarray:
    """Return places on the ground, evenly over the picture rather than over the ground."""
    y = 1 / rng.uniform(1 / far, 1 / near, count)
    x = rng.uniform(-0.66, 0.66, count) * (y + 0.5)
    return np.stack([x, y], -1)


def on_ground(brush: Brush, flat) -> np.ndarray:
    """Return places with the height of the ground."""
    return np.concatenate([flat, brush.station.height(flat[:, 0], flat[:, 1])[:, None]], 1)


def _litter(brush: Brush, rng, count: int, loose: float = 0.045) -> None:
    """Scatter fallen leaves, in drifts, several deep, fewer on the trodden path."""
    at = on_ground(brush, _spread(rng, count, 0.62, 20))
    heap = noise(at, brush.station.seed + 23, 1.3, 2)
    worn = brush.station.trodden(at[:, 0], at[:, 1])
    keep = rng.random(count) < smooth(-0.9, 0.1, heap) * (1 - 0.45 * worn)
    at, heap = at[keep], heap[keep]
    n = len(at)
    at[:, 2] += rng.uniform(-0.004, loose, n) * (0.6 + 0.5 * heap.clip(-1, 1))
    turn = rng.uniform(0, 2 * np.pi, n)
    way = np.stack([np.cos(turn), np.sin(turn), rng.normal(0, 0.16, n)], -1)
    size = rng.choice([0.035, 0.05, 0.07, 0.095], n, p=[0.3, 0.35, 0.25, 0.1]) * rng.uniform(
        0.8, 1.2, n
    )
    cards = bent(at, way, size, size, rng, curl=rng.normal(0.2, 0.6, n), fold=rng.normal(0.15, 0.25, n),
                 flat=0.28)  # fmt: skip
    palette = np.array(LITTER)
    base = palette[rng.integers(0, len(palette), n)] * rng.uniform(0.65, 1.3, (n, 1))
    depth = smooth(-0.01, 0.035, cards[:, 1, 1, 2] - brush.station.height(*cards[:, 1, 1, :2].T))
    infrared = base.mean(1, keepdims=True) * 2.1 + 0.07  # dry leaves are bright in infrared
    names = [FALLEN[kind] for kind in brush.station.kinds] + ["elm leaf"]
    brush.cards(names, cards, brush.grey(base, infrared), 0.4 + 0.6 * depth, rng, 0.12)


def _sticks(brush: Brush, rng, count: int) -> None:
    at = np.add(on_ground(brush, _spread(rng, count, 1.0, 14)), (0, 0, 0.03))
    lines, widths = [], []
    for place in at:
        turn = rng.uniform(0, 6.28)
        way = (np.cos(turn), np.sin(turn), 0.02)
        thick = 0.004 + 0.012 * rng.random() ** 3
        new, wide = twigs(place, way, rng.uniform(0.2, 1.1), thick, rng, 1)
        for line in new:
            bump = brush.station.height(line[:, 0], line[:, 1]) + 0.02
            lines.append(np.column_stack([line[:, :2], bump + 0.2 * (line[:, 2] - place[2])]))
        widths += wide
    tone = rng.uniform(0.6, 1.5, (len(lines), 1))
    brush.lines(np.array(lines), np.array(widths), brush.grey(tone * (0.14, 0.12, 0.10)))


def _stalks(brush: Brush, rng, count: int) -> None:
    flat = _spread(rng, count, 1.2, 18)
    patch = noise(np.concatenate([flat, 0 * flat[:, :1]], 1), brush.station.seed + 24, 0.7, 2)
    at = on_ground(brush, flat[patch > -0.1])
    n = len(at)
    lines = blades(at, rng.uniform(0.08, 0.5, n), rng.uniform(0, 0.9, n), rng)
    colour = np.array(STRAW)[rng.integers(0, 3, n)] * rng.uniform(0.5, 1.0, (n, 1))
    infrared = colour.mean(1, keepdims=True) * 1.4
    brush.lines(lines, rng.uniform(0.0016, 0.003, n), brush.grey(colour, infrared), 0.1)


def _grass(brush: Brush, rng, count: int) -> None:
    flat = _spread(rng, count, 0.75, 20)
    patch = noise(np.concatenate([flat, 0 * flat[:, :1]], 1), brush.station.seed + 21, 0.9, 2)
    worn = brush.station.trodden(flat[:, 0], flat[:, 1])
    keep = rng.random(count) < (0.12 + 0.88 * smooth(-0.8, 0.3, patch)) * (1 - 0.45 * worn)
    flat, patch, worn = flat[keep], patch[keep], worn[keep]
    n = len(flat)
    bunch = noise(np.concatenate([flat, 0 * flat[:, :1]], 1), brush.station.seed + 26, 4.5, 2)
    tall = rng.uniform(0.08, 0.40, n) * (0.75 + 0.6 * patch.clip(-0.5, 1)) * (1 - 0.65 * worn)
    tall *= 1 + 0.45 * bunch.clip(-1, 1)
    tall *= smooth(0.5, 2.2, flat[:, 1]) * 0.65 + 0.35
    tall *= brush.station.grass
    lines = blades(on_ground(brush, flat), tall, rng.uniform(0.2, 1.7, n), rng)
    colour = np.array(GREEN)[rng.integers(0, len(GREEN), n)] * rng.uniform(0.7, 1.35, (n, 1))
    dry = rng.random((n, 1)) < 0.10
    colour = np.where(dry, np.array(STRAW[0]) * 0.8, colour)
    colour *= (1 + 0.25 * bunch)[:, None]
    infrared = rng.uniform(0.16, 0.38, (n, 1)) * (1 + 0.35 * bunch)[:, None]
    brush.lines(lines, rng.uniform(0.002, 0.006, n), brush.grey(colour, infrared), 0.4, 0.12)


def _tufts(brush: Brush, rng, count: int, *, green: bool) -> None:
    """Grow tussocks of sedge, bleached in autumn."""
    at = on_ground(brush, _spread(rng, count, 2.0, 18))
    worn = brush.station.trodden(at[:, 0], at[:, 1])
    open_ = smooth(2.6, 5.5, at[:, 1])  # few where they would hide an animal
    at = at[rng.random(count) < (1 - 0.95 * worn) * (0.08 + 0.92 * open_)].repeat(3, 0)
    n = len(at)
    at = at + rng.normal(0, 0.04, (n, 3)) * (1, 1, 0)
    way = rng.normal(0, 0.35, (n, 3)) * (1, 1, 0) + (0, 0, 1)
    high = rng.uniform(0.12, 0.34, n)
    cards = bent(at, way, high, high * 1.1, rng, curl=rng.uniform(-1.2, 0.4, n), flat=2.0)
    palette = np.array(GREEN if green else STRAW)
    colour = palette[rng.integers(0, len(palette), n)] * rng.uniform(0.7, 1.2, (n, 1))
    infrared = rng.uniform(0.25, 0.42, (n, 1)) if green else None
    brush.cards("tuft", cards, brush.grey(colour, infrared), rng.uniform(0.6, 1, n), rng, 0.3)


def _herbs(brush: Brush, rng, count: int) -> None:
    """Grow broad-leaved herbs: a few leaves on stems of one plant, in patches."""
    flat = _spread(rng, count, 1.0, 15)
    patch = noise(np.concatenate([flat, 0 * flat[:, :1]], 1), brush.station.seed + 25, 0.8, 2)
    worn = brush.station.trodden(flat[:, 0], flat[:, 1])
    base = on_ground(brush, flat[(patch > 0) & (rng.random(count) > 0.9 * worn)])
    per = 7
    n = len(base) * per
    turn = rng.uniform(0, 6.28, n)
    high = np.repeat(rng.uniform(0.05, 0.30, len(base)), per) * rng.uniform(0.4, 1.1, n)
    at = np.repeat(base, per, 0) + np.stack([0.03 * np.cos(turn), 0.03 * np.sin(turn), high], -1)
    way = np.stack([np.cos(turn), np.sin(turn), rng.uniform(-0.2, 0.5, n)], -1)
    size = np.repeat(rng.uniform(0.03, 0.09, len(base)), per) * rng.uniform(0.6, 1.2, n)
    cards = bent(at, way, size, size, rng, curl=-0.6, fold=0.3, flat=0.3)
    colour = np.array(GREEN)[rng.integers(0, len(GREEN), n)] * rng.uniform(0.65, 1.25, (n, 1))
    infrared = rng.uniform(0.3, 0.48, (n, 1))
    names = ["linden leaf", "elm leaf", "willow leaf", "hazel spray"]
    brush.cards(names, cards, brush.grey(colour, infrared), rng.uniform(0.7, 1, n), rng)
