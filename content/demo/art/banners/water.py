"""Sea, lake, river and waterfall."""

import numpy as np

from .colours import mixed
from .land import ridge_line
from .paper import H, Paper, W, polygon, vertical


def sea(
    paper: Paper, level: float = 0.52, islands=((0.30, 190, 34), (0.47, 110, 20), (0.62, 260, 26))
):
    """Draw the sea with islands on its horizon and glints of light."""
    p, rng, y0 = paper.palette, paper.rng, H * level
    for at, wide, high in islands:
        x = np.linspace(-1, 1, 40)
        bumps = (1 - x**2) ** 0.6 * (1 + 0.22 * np.sin(5 * x + at * 20) + 0.1 * np.sin(13 * x))
        line = np.stack([at * W + wide * x, y0 + 1 - high * np.maximum(bumps, 0)], 1)
        tone = mixed(p.far, p.near, 0.18)
        paper.shade(polygon(line), vertical(y0 - high, y0, [tone, paper.toned(tone, 0.45)]))
    box = polygon([(-5, y0), (W + 5, y0), (W + 5, H + 5), (-5, H + 5)])
    paper.shade(box, vertical(y0, H * 0.95, p.water))
    glints(paper, y0 + 3, H * 0.92, 150)
    for _ in range(40):
        q = rng.random() ** 1.6
        y, length = y0 + 6 + q * (H * 0.9 - y0), 20 + 130 * q
        x = rng.uniform(0, W)
        paper.stem([(x, y, 0.5), (x + length / 2, y - 1 - 2 * q, 1 + 2 * q), (x + length, y, 0.5)],
                   p.water[1], 110)  # fmt: skip


def glints(paper: Paper, top: float, bottom: float, count: int) -> None:
    """Scatter short light strokes below the sun."""
    colour, sun_x = paper.palette.sun[0], paper.palette.sun[1] * W
    for _ in range(count):
        q = paper.rng.random()
        y = top + (bottom - top) * q
        x = sun_x + paper.rng.normal(0, 16 + 90 * q)
        length = paper.rng.uniform(4, 12 + 40 * q)
        paper.stem([(x - length, y, 0.4), (x, y, 0.8 + 1.6 * q), (x + length, y, 0.4)], colour, 120)


def cape(paper: Paper, forest, side: int = 1, level: float = 0.52) -> None:
    """Draw a steep headland with wind-shaped pines, from the right (1) or the left (-1)."""
    p, rng = paper.palette, paper.rng
    for reach, high, deep, tone in ((0.50, 120, 0.10, 0.35), (0.34, 210, 0.22, 0.6)):
        x = np.linspace(0, 1, 60)
        edge = W - reach * W * x if side > 0 else reach * W * x
        fall = 1 - x**3.4
        y = (
            H * (level + deep)
            - high * fall
            - (9 * np.sin(x * 17) + 5 * np.sin(x * 41)) * fall
            - 40 * deep
        )
        foot = H * (level + deep) - 20
        colour = mixed(p.far, p.near, tone)
        line = [*zip(edge, np.minimum(y, foot), strict=True), (edge[-1], foot), (edge[0], foot)]
        shader = vertical(y.min(), foot, [colour, mixed(colour, p.haze, 0.3)])
        for at in np.sort(rng.uniform(0, 0.85, 26 if tone < 0.5 else 17)):
            top = float(np.interp(at, x, y))
            size = rng.uniform(0.6, 1.2) * (26 if tone < 0.5 else 58)
            at_x = W - reach * W * at if side > 0 else reach * W * at
            forest.plant(at_x, top + 5, size, shader, 0.5)
        stone = mixed(mixed("#8d8778", p.near, 0.25), p.haze, 0.62 - 0.5 * tone)
        paper.area(line, stone)
        tops = np.minimum(y, foot)
        for k in range(0, 56, 2):  # upright faces of the cliff
            low = foot - (foot - tops[k]) * rng.uniform(0, 0.25)
            faces = [
                (edge[k], tops[k]),
                (edge[k + 2], tops[k + 2]),
                (edge[k + 3], low),
                (edge[k + 1], foot),
            ]
            paper.area(
                faces, mixed(stone, rng.choice([p.haze, "#000000"]), rng.uniform(0.05, 0.22)), 190
            )
        turf = (foot - tops) * (0.30 + 0.12 * np.sin(x * 23) + 0.08 * np.sin(x * 61))
        cap = [
            *zip(edge, tops - 2, strict=True),
            *zip(edge[::-1], (tops + turf)[::-1], strict=True),
        ]
        paper.shade(polygon(cap), shader)
        surf = [(u, foot + 2 * np.sin(u / 9)) for u in np.linspace(edge[-1], edge[0], 60)]
        paper.area([*surf, (edge[0], foot + 6), (edge[-1], foot + 6)], "#f4fbf8", 170)


def lake(paper: Paper, top: float = 0.58, bottom: float = 0.9) -> None:
    """Draw still water with the sun's path."""
    y0 = H * top
    box = polygon([(-5, y0), (W + 5, y0), (W + 5, H * bottom + 40), (-5, H * bottom + 40)])
    paper.shade(box, vertical(y0, H * bottom, paper.palette.water))
    glints(paper, y0 + 4, H * bottom, 110)
    for _ in range(60):
        q = paper.rng.random() ** 1.4
        y, x = y0 + 4 + q * (H * bottom - y0), paper.rng.uniform(0, W)
        length = 30 + 160 * q
        paper.stem([(x, y, 0.4), (x + length, y, 0.8 + q), (x + 2 * length, y, 0.4)],
                   paper.palette.haze, 90)  # fmt: skip


def river(paper: Paper, *, start=(0.62, 0.56), end=(0.30, 0.98), bends=1.7, width=300) -> None:
    """Draw a river winding from the distance to the viewer."""
    q = np.linspace(0, 1, 80)
    y = H * (start[1] + (end[1] - start[1]) * q**1.25)
    x = W * (start[0] + (end[0] - start[0]) * q)
    x = x + np.sin(q**0.75 * bends * 2 * np.pi) * (16 + 210 * q**1.3)
    half = 1.5 + width / 2 * q**2.0
    skew = 1 + 0.25 * np.sin(q**0.75 * bends * 2 * np.pi + 1)
    bank = mixed(paper.palette.near, paper.palette.haze, 0.55)
    for grow, pair in ((1.14, (bank, bank)), (1.0, paper.palette.water)):
        left = np.stack([x - half * grow * skew - 2 * (grow - 1), y], 1)
        right = np.stack([x + half * grow * skew, y], 1)
        paper.shade(polygon(np.vstack([left, right[::-1]])), vertical(y[0], y[-1], pair))
    for _ in range(70):
        k = paper.rng.integers(15, 80)
        at = x[k] + paper.rng.uniform(-0.75, 0.65) * half[k]
        length = 4 + 0.16 * half[k]
        paper.stem([(at - length, y[k], 0.4), (at, y[k], 0.6 + half[k] / 90), (at + length, y[k], 0.4)],
                   paper.palette.haze, 150)  # fmt: skip


def _rocks(paper: Paper, x0, x1, y0, y1, colour: str) -> None:
    """Fill a cliff with angular faces of slightly different tone."""
    rng = paper.rng
    paper.area([(x0, y0), (x1, y0), (x1, y1), (x0, y1)], colour)
    for _ in range(int((x1 - x0) * (y1 - y0) / 2600)):
        x, y = rng.uniform(x0, x1), rng.uniform(y0, y1)
        w, h = rng.uniform(14, 52), rng.uniform(20, 80)
        lean = rng.uniform(-10, 10)
        tone = mixed(colour, rng.choice([paper.palette.haze, "#000000"]), rng.uniform(0.05, 0.22))
        left, right = max(x0, x - w), min(x1, x + w)
        paper.area([(left, y), (left + lean, y - h / 2), (right, y - h * 0.4), (right + lean, y + h / 2),
                    (x, y + h * 0.6)], tone, 210)  # fmt: skip


def waterfall(paper: Paper, forest) -> None:
    """Draw a fall over dark rock between wooded cliffs, and its pool."""
    p, rng = paper.palette, paper.rng
    rock = mixed(p.near, p.haze, 0.22)
    top, pool = H * 0.36, H * 0.78
    line_x, line_y = ridge_line(rng, top, 18, 3)
    shader = vertical(top - 80, top + 60, [mixed(p.near, p.haze, 0.3), mixed(p.near, p.haze, 0.45)])
    for at in np.sort(rng.uniform(0, W, 60)):
        if abs(at - W * 0.60) > 66:
            foot = float(np.interp(at, line_x, line_y)) + 10
            forest.plant(at, foot, rng.uniform(90, 190), shader, 0.35)
    _rocks(paper, -10, W * 0.545, top, pool + 30, rock)
    _rocks(paper, W * 0.655, W + 10, top, pool + 30, rock)
    _rocks(paper, W * 0.545, W * 0.655, top + 26, pool + 30, mixed(rock, "#000000", 0.25))
    for x in np.linspace(-10, W + 10, 130):  # moss and grass on the rim
        if abs(x - W * 0.60) > 84:
            paper.disc(x, top + rng.normal(0, 5), rng.uniform(8, 20), p.leaves[rng.integers(1, 3)])
    for _ in range(150):
        x = W * 0.60 + rng.uniform(-72, 72)
        y0, y1 = top + 22 + rng.uniform(0, 10), pool + rng.uniform(-16, 12)
        if rng.random() < 0.4:
            y0 = rng.uniform(top, pool - 60)
        drift = (x - W * 0.60) * 0.16
        paper.stem([(x, y0, 3), (x + drift * 0.4, (y0 + y1) / 2, rng.uniform(3, 8)), (x + drift, y1, 3)],
                   "#f6fbfa", int(rng.integers(80, 190)))  # fmt: skip
    paper.area(
        [(-5, pool + 20), (W + 5, pool + 20), (W + 5, H), (-5, H)], mixed(rock, "#000000", 0.35)
    )
    t = np.linspace(0, 2 * np.pi, 60)
    pond = np.stack([W * 0.57 + 620 * np.cos(t), pool + 34 + 62 * np.sin(t)], 1)
    paper.shade(polygon(pond), vertical(pool - 20, pool + 96, p.water))
    for _ in range(46):
        paper.disc(
            W * 0.60 + rng.normal(0, 64), pool + rng.normal(0, 9), rng.uniform(6, 20), "#f6fbfa", 80
        )
    for _ in range(26):
        x, y = rng.uniform(0, W), pool + 60 + rng.normal(0, 26)
        w = rng.uniform(26, 90)
        tone = mixed(rock, "#000000", rng.uniform(0.05, 0.3))
        paper.curve([(x - w, y + w * 0.3), (x - w * 0.7, y - w * 0.3), (x, y - w * 0.5),
                     (x + w * 0.8, y - w * 0.2), (x + w, y + w * 0.3)], tone)  # fmt: skip
        paper.curve([(x - w * 0.7, y - w * 0.3), (x, y - w * 0.5), (x + w * 0.6, y - w * 0.3),
                     (x, y - w * 0.32)], p.leaves[1], 200)  # fmt: skip
