"""Leaves on bent cards: sprays on twigs, crowns far away, young pines, ferns."""

import numpy as np

from .brush import GREEN, SNOW, YELLOW, Brush
from .grain import noise, smooth
from .shapes import twigs

SPRAYS = {"oak": "oak spray", "linden": "linden spray", "birch": "birch spray", "pine": "needles"}
LEFT = {"summer grass": 1.0, "fallen leaves": 0.22, "snow": 0.07}  # part of the leaves that hang


def bent(at, way, length, width, rng, *, curl=0.0, fold=0.0, flat: float = 0.45) -> np.ndarray:
    """Return cards (n, 3, 3, xyz) from their stalks; `flat` is how freely they roll."""
    n = len(at)
    way = way / (np.linalg.norm(way, axis=1, keepdims=True) + 1e-9)
    up = np.add(rng.normal(0, flat, (n, 3)), (0, 0, 1))
    across = np.cross(way, up)
    across /= np.linalg.norm(across, axis=1, keepdims=True) + 1e-9
    normal = np.cross(across, way)
    u = np.linspace(0, 1, 3)[None, :, None, None]
    v = np.linspace(-0.5, 0.5, 3)[None, None, :, None]
    spread = lambda value: np.broadcast_to(value, n)[:, None, None, None]  # noqa: E731
    lift = spread(curl) * (u - 0.4) ** 2 * spread(length) + spread(fold) * np.abs(v) * spread(width)
    return (
        at[:, None, None] + u * spread(length) * way[:, None, None]
        + v * spread(width) * across[:, None, None] + lift * normal[:, None, None]
    )  # fmt: skip


def leaf_colours(brush: Brush, at, rng) -> np.ndarray:
    """Return the colours of hanging leaves, alike within a crown, as the camera sees them."""
    n = len(at)
    palette = np.array(GREEN if brush.ground == "summer grass" else YELLOW)
    if brush.ground == "snow":
        palette = np.array(YELLOW[1:3]) * 0.7
    drift = noise(at, brush.station.seed + 33, 0.5, 2)
    which = ((drift + 1) * 0.5 * len(palette) + rng.normal(0, 0.8, n)).astype(int)
    colour = palette[which.clip(0, len(palette) - 1)] * rng.uniform(0.75, 1.25, (n, 1))
    bright = rng.uniform(0.34, 0.52, (n, 1)) if brush.ground == "summer grass" else None
    return brush.grey(colour, bright)


def sprays(brush: Brush, tips, ways, kind: str, rng, size: float = 0.45, many: float = 1.6) -> None:
    """Hang sprays on the tips of twigs, along their directions."""
    tips, ways = np.asarray(tips), np.asarray(ways)
    count = int(len(tips) * many * LEFT[brush.ground])
    if not count:
        return
    pick = rng.integers(0, len(tips), count)
    at = tips[pick] - ways[pick] * rng.uniform(0, 0.7, (count, 1)) * size
    way = ways[pick] + rng.normal(0, 0.45, (count, 3)) + (0, 0, -0.18)
    long = size * rng.uniform(0.6, 1.25, count)
    cards = bent(at, way, long, long, rng, curl=rng.uniform(-0.9, 0.1, count), flat=0.7)
    name = SPRAYS[kind] if brush.ground == "summer grass" else "dead spray"
    inside = 0.62 + 0.38 * rng.random(count)
    brush.cards(name, cards, leaf_colours(brush, at, rng), inside, rng)


def canopy(brush: Brush, rng, count: int, far: tuple, high: tuple, size: tuple) -> None:
    """Grow crowns of the wood behind: clouds of sprays, open to the sky between them."""
    station = brush.station
    for _ in range(count):
        y = rng.uniform(*far)
        x = rng.uniform(-0.6, 0.6) * y
        z = float(station.height(x, y)) + rng.uniform(*high)
        radius = rng.uniform(*size) * np.array([1, 0.8, rng.uniform(0.35, 0.7)])
        n = int(rng.integers(50, 130))
        unit = rng.normal(0, 1, (n, 3))
        unit /= np.linalg.norm(unit, axis=1, keepdims=True)
        at = np.array([x, y, z]) + unit * radius * rng.uniform(0.35, 1, (n, 1))
        open_ = 0.45 + 0.55 * smooth(-0.9, 0.8, unit[:, 2]) * rng.uniform(0.7, 1, n)
        long = rng.uniform(0.35, 0.75, n)
        way = unit * (1, 1, 0.4) + rng.normal(0, 0.3, (n, 3)) + (0, 0, -0.25)
        cards = bent(at, way, long, long, rng, curl=-0.5, flat=0.8)
        if brush.ground == "summer grass":
            kinds = [SPRAYS[k] for k in station.kinds if k != "pine"] + ["hazel spray", "elm spray"]
            brush.cards(kinds, cards, leaf_colours(brush, at, rng), open_, rng, 0.5)
            continue
        bark = np.array([0.125, 0.108, 0.094]) * rng.uniform(0.7, 1.3, (n, 1))
        brush.cards("bare spray", cards, brush.grey(bark), 0.5 + 0.5 * open_, rng, 0.1)
        some = rng.random(n) < LEFT[brush.ground] * rng.uniform(0, 1.6)
        brush.cards("dead spray", cards[some], leaf_colours(brush, at[some], rng), open_[some], rng)


def young_pine(brush: Brush, x: float, y: float, high: float, rng) -> None:
    """Grow a young Korean pine: whorls of branches with tufts of needles."""
    foot = np.array([x, y, float(brush.station.height(x, y)) - 0.05])
    tops = np.linspace(0.12, 1, 6)
    lines, widths, at, way = [], [], [], []
    stem = foot + np.linspace(0, high, 5)[:, None] * np.array([0.02, 0, 1])
    lines.append(stem)
    widths.append(0.05 * high / 2.5)
    for level in tops:
        for turn in np.arange(5) * 1.257 + rng.uniform(0, 1.2):
            out = np.array([np.cos(turn), np.sin(turn), 0.25 + 0.3 * level])
            long = high * 0.42 * (1.08 - level) * rng.uniform(0.75, 1.15) + 0.08
            new, wide = twigs(np.add(foot, (0, 0, high * level * 0.97)), out, long, 0.016, rng, 1)
            lines += new
            widths += wide
            for line in new:
                for k in (1, 2, 3, 4):
                    at.append(line[k])
                    way.append(line[k] - line[k - 1] + 0.0)
    at, way = np.array(at).repeat(2, 0), np.array(way).repeat(2, 0)
    n = len(at)
    way = way / (np.linalg.norm(way, axis=1, keepdims=True) + 1e-9) + rng.normal(0, 0.35, (n, 3))
    long = rng.uniform(0.2, 0.32, n)
    cards = bent(at, way, long, long * 0.9, rng, flat=1.5)
    colour = np.array([0.050, 0.078, 0.045]) * rng.uniform(0.6, 1.4, (n, 1))
    if brush.ground == "snow":
        colour = np.where(rng.random((n, 1)) < 0.3, np.array(SNOW) * 0.8, colour)
    bark = brush.grey(np.tile((0.13, 0.10, 0.08), (len(lines), 1)))
    brush.lines(np.array(lines), np.array(widths), bark)
    brush.cards("needles", cards, brush.grey(colour, colour.mean(1, keepdims=True) * 3.4),
                rng.uniform(0.5, 1, n), rng, 0.2)  # fmt: skip


def fern(brush: Brush, x: float, y: float, count: int, rng) -> None:
    """Grow a group of ferns, each a funnel of fronds; withered and low in autumn."""
    if brush.ground == "snow":
        return
    green = brush.ground == "summer grass"
    plants = np.array([x, y]) + rng.normal(0, 0.4, (count, 2))
    per = 9
    base = np.concatenate([plants, brush.station.height(*plants.T)[:, None]], 1).repeat(per, 0)
    n = len(base)
    turn = rng.uniform(0, 2 * np.pi, n)
    rise = rng.uniform(0.5, 1.3, n) if green else rng.uniform(0.0, 0.25, n)
    way = np.stack([np.cos(turn), np.sin(turn), rise], -1)
    long = rng.uniform(0.35, 0.75, n)
    cards = bent(base, way, long, long * 0.5, rng, curl=-1.1, flat=0.12)
    tone = np.array((0.085, 0.135, 0.05) if green else (0.17, 0.105, 0.055))
    colour = tone * rng.uniform(0.75, 1.25, (n, 1))
    brush.cards("frond", cards, brush.grey(colour, rng.uniform(0.3, 0.5, (n, 1)) if green else None),
                rng.uniform(0.75, 1, n), rng)  # fmt: skip
