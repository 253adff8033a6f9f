"""What lies and grows on the ground: leaves, blades, dry stalks, shrubs, twigs."""

import numpy as np

from .canvas import Canvas, rgb
from .lights import HORIZON, METRE, H, Light, W, ground_row, row_distance
from .outlines import limb

SIZE = {"leaf": 132, "blade": 120, "stalk": 50}  # pixels at one metre
COUNT = {"leaf": 9000, "blade": 13000, "stalk": 150}  # from the horizon to the lens
KIND = {"fallen leaves": "leaf", "summer grass": "blade", "snow": "stalk"}


def pasted(image, canvas: Canvas):
    """Lay a drawn canvas over an image of one or three channels."""
    alpha = canvas.alpha()[..., None]
    return image * (1 - alpha) + canvas.colour()[..., : image.shape[-1]]


def covered(image, kind: str, rows: tuple, light: Light, rng, count=None, tall=1.0, taper=1.0):
    """Strew leaves, blades or stalks between two picture rows, far ones first.

    `taper` above 1 thins them out towards the nearer row.
    """
    first, last = rows
    if last <= first + 1:
        return image
    if count is None:
        count = int(COUNT[kind] * (last - first) / (H - HORIZON))
    canvas = Canvas(W, H)
    draw = {"leaf": _leaf, "blade": _blade, "stalk": _blade}[kind]
    for y in first + (last - first) * np.sort(rng.random(count) ** taper):
        x, z = rng.uniform(-16, W + 16), row_distance(y)
        size = SIZE[kind] / z * rng.uniform(0.5, 1.3) * tall
        bright = float(light.reach(z) * light.side(x) * light.front(y))
        hue = np.array(light.cover[rng.integers(len(light.cover))])
        veil = float(light.veil(z))
        draw(canvas, x, y, size, kind, lambda b, h=hue, v=veil: _tint(b, h, v, light), bright, rng)
    return pasted(image, canvas)


def _tint(bright: float, hue, veil: float, light: Light) -> int:
    colour = np.broadcast_to(hue * bright * (1 - veil) + np.array(light.haze) * veil * 0.74, 3)
    return rgb(colour)


def _leaf(canvas, x, y, size, kind, tint, bright, rng):
    level = rng.choice([0.25, 0.4, 0.55, 0.75], p=[0.28, 0.34, 0.26, 0.12])
    level = float(np.clip(level * rng.uniform(0.7, 1.2) * bright * 1.0, 0, 1))
    turn, flat = rng.uniform(0, 6.28), rng.uniform(0.22, 0.55)
    t = np.linspace(0, 2 * np.pi, 15)[:-1]
    lobes = 1 + 0.16 * np.cos(t * rng.integers(4, 8) + rng.uniform(0, 6))
    r = size * 0.5 * lobes * (0.55 + 0.45 * np.abs(np.cos(t)))
    px, py = r * np.cos(t), r * np.sin(t) * 0.7
    edge_x = x + px * np.cos(turn) - py * np.sin(turn)
    edge_y = y + (px * np.sin(turn) + py * np.cos(turn)) * flat
    canvas.fill(np.stack([edge_x + 1, edge_y + size * 0.1 + 1], 1), 0x96000000)
    canvas.fill(np.stack([edge_x, edge_y], 1), tint(level))
    if size > 8:
        rib = 0.5 * size * np.array([np.cos(turn), np.sin(turn) * flat])
        canvas.line([(x - rib[0], y - rib[1]), (x + rib[0], y + rib[1])], 0.9, tint(level * 0.72))


def _blade(canvas, x, y, size, kind, tint, bright, rng):
    stalk = kind == "stalk"
    length = size * (rng.uniform(1.0, 4.2) if stalk else rng.uniform(0.6, 1.7))
    level = float(np.clip(rng.uniform(0.12, 0.62) * bright * (0.8 if stalk else 1), 0, 1))
    lean = rng.normal(0, 0.35)
    top = (x + lean * length * 1.1, y - length * rng.uniform(0.75, 1))
    points = [(x, y), (x + lean * length * 0.3, y - length * 0.6), top]
    canvas.line(points, max(0.7, size * (0.04 if stalk else 0.035)), tint(level))


def twig(canvas: Canvas, at, angle: float, length: float, width: float, tint, rng, depth=4):
    """Grow a branching twig from a point; `tint(level)` gives its colour."""
    if depth == 0 or length < 5:
        return
    x, y = at
    points = [(x, y)]
    for _ in range(5):
        angle += rng.normal(0, 0.12)
        x, y = x + np.cos(angle) * length / 5, y - np.sin(angle) * length / 5
        points.append((x, y))
    chain = [(u, v, max(0.7, width * (1 - 0.1 * k))) for k, (u, v) in enumerate(points)]
    canvas.fill(limb(chain, n=3), tint(rng.uniform(0.7, 1.2)))
    for _ in range(rng.integers(2, 4)):
        fork = angle + rng.choice([-1, 1]) * rng.uniform(0.25, 0.8)
        start = points[rng.integers(2, 6)]
        twig(
            canvas, start, fork, length * rng.uniform(0.4, 0.75), width * 0.5, tint, rng, depth - 1
        )


def shrub(image, z: float, light: Light, rng, leaves: int = 260):
    """Draw a leafy shrub z metres away at a random place."""
    canvas = Canvas(W, H)
    x0, y0, high = rng.uniform(-0.05, 1.05) * W, ground_row(z), METRE / z * rng.uniform(0.5, 1.3)
    wide = high * rng.uniform(0.5, 1.1)
    bright, veil = float(light.reach(z) * light.side(x0)), float(light.veil(z))
    centres = rng.normal(0, 1, (9, 2)) * (wide * 0.45, high * 0.2) + (x0, y0 - high * 0.55)
    size = METRE / z * 0.05
    for k in range(leaves):
        cx, cy = centres[rng.integers(9)] + rng.normal(0, 1, 2) * (wide * 0.2, high * 0.17)
        if cy > y0:
            continue
        level = bright * (0.25 + 0.75 * k / leaves) * rng.uniform(0.5, 1.0) * 0.75
        hue = np.array(light.shrub[rng.integers(len(light.shrub))]) * (1.4 if light.day else 1)
        turn, r = rng.uniform(0, 6.28), size * rng.uniform(0.5, 1.1)
        t = np.linspace(0, 6.28, 9)[:-1]
        px, py = r * np.cos(t), 0.45 * r * np.sin(t)
        leaf = np.stack([cx + px * np.cos(turn) - py * np.sin(turn),
                         cy + px * np.sin(turn) + py * np.cos(turn)], 1)  # fmt: skip
        canvas.fill(leaf, _tint(level, hue, veil, light))
    return pasted(image, canvas)
