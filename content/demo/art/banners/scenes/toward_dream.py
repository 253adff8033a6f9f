"""A swaying footbridge leads over a clear river into the green reserve at noon."""

import numpy as np

from .. import hills, people, plants, stones, waters, woods
from ..outlines import catmull
from ..sheet import Sheet, mixed


def draw(s: Sheet) -> None:
    """Draw the scene."""
    W, H, rng = s.W, s.H, s.rng
    s.down(s.box(0, 0, W, H), 0, H * 0.6, ("#9fd0e0", "#d9efe0", "#eef6d4"))
    hx, hy = s.at((0.60, 0.46), (0.52, 0.43))
    for k, (a, b) in enumerate((("#93b9a0", "#c3d9b0"), ("#6d9f68", "#a5c57e"))):
        line = hills.wavy(s, hy - 90 + 50 * k, 50, 0.8 + k * 0.5, 0.3)
        hills.wooded(s, line, 160, 18 + 8 * k, (mixed(a, "#17351f", 0.15), a), conifers=0.5)
        hills.ridge(s, line, a, b, 120)
        hills.wooded(
            s, line, 260, 18 + 8 * k, (mixed(a, "#17351f", 0.15), b), down=90, conifers=0.5
        )
    for _ in range(70):
        x = rng.uniform(-20, W + 20)
        d = abs(x - hx) / W
        yy = hy - 10 - 60 * d - rng.uniform(0, 90) * (0.4 + d)
        woods.crown(
            s,
            x,
            yy,
            40 + 90 * d,
            30 + 60 * d,
            (("#2c5f36", "#4a8a43", "#7fb45c"), ("#37703a", "#5d9c49", "#93c468"))[rng.integers(2)],
            7 + 4 * d,
            0.8,
        )
    banks = hills.through(s, (0, hy + 30), (W * 0.5, hy + 6), (W, hy + 34), rough=3)
    hills.ridge(s, banks, "#5d9a4c", "#2f6638", 120)
    shore = [
        (-20, hy + 34),
        (W * 0.3, hy + 26),
        (hx - 60, hy + 20),
        (hx + W * 0.10, hy + 22),
        (W * 0.80, hy + 70),
        (W * 0.88, hy + 200),
        (W * 0.92, H + 20),
        (-20, H + 20),
    ]
    s.curve([(x, y - 7) for x, y in shore], "#c3b998")
    s.down(catmull(shore), hy + 20, H, ("#dff1e6", "#6fb0a8", "#2f7f80"))
    stones.pebbles(s, hy + 60, H, 150, "#7d8478", "#c4c3ae", 22, inside=lambda y: (0, W * 0.78))
    waters.streaks(s, hy + 40, H, 130, "#f4fbf3", 150, 170, inside=lambda y: (0, W * 0.78))
    for side in (-1, 1):
        for _ in range(26):
            q = rng.random()
            x = hx + side * W * (0.12 + 0.5 * q)
            yy = hy + 26 + (H - hy) * q * 0.62
            if abs(x - W * 0.45) < W * 0.10 + W * 0.36 * (yy - hy) / (H - hy):
                continue
            stones.boulder(s, x, yy, 60 + 90 * q, 30 + 44 * q, "#5b655a", "#a3aa90", "#6c9c48")
    near = [
        np.array(p)
        for p in s.pick(
            ((W * 0.30, H * 1.04), (W * 0.82, H * 1.04)),
            ((W * 0.06, H * 1.03), (W * 0.86, H * 1.03)),
        )
    ]
    far = [np.array((hx - 17, hy + 12)), np.array((hx + 17, hy + 12))]

    def deck(side, t):
        f = 1 - (1 - t) ** 2.1
        p = near[side] + (far[side] - near[side]) * f
        return p + (0, 34 * np.sin(np.pi * f))

    boards = 46
    for k in range(boards)[::-1]:
        t0, t1 = k / boards, (k + 0.80) / boards
        s.fill(
            [deck(0, t0), deck(1, t0), deck(1, t1), deck(0, t1)],
            mixed("#8f6c45", "#d9b684", rng.uniform(0.1, 0.9)),
        )
    for side in (0, 1):
        rail, foot = [], []
        for t in np.linspace(0, 1, 24):
            p = deck(side, t)
            w = np.hypot(*(deck(0, t) - deck(1, t)))
            sag = 1 - 0.20 * np.sin(np.pi * t)
            out = (-1 if side == 0 else 1) * w * 0.06
            rail.append((p[0] + out, p[1] - w * 0.60 * sag, w * 0.030 + 1.2))
            foot.append((*p, w * 0.022 + 1))
        for k in range(0, 24):
            s.stem([rail[k], foot[k]], "#4a4238", 220)
        for k in range(23):
            m = (rail[k][0] * 0.5 + foot[k + 1][0] * 0.5, rail[k][1] * 0.5 + foot[k + 1][1] * 0.5)
            s.line([rail[k][:2], m, foot[k + 1][:2]], max(0.8, rail[k][2] * 0.22), "#6b6154", 190)
        s.stem(rail, "#3a332c")
        s.stem(foot, "#57493a")
        q = far[side]
        s.stem(
            [
                (q[0] + (-7 if side == 0 else 7), q[1] + 10, 9),
                (q[0] + (-7 if side == 0 else 7), q[1] - 62, 8),
            ],
            "#5a4632",
        )
    px, py = deck(0, 0.60) * 0.5 + deck(1, 0.60) * 0.5
    people.person(
        s,
        px,
        py + 2,
        s.pick(88, 98),
        "#d0652f",
        pack="#35566b",
        hat="#efe4c8",
        stride=0.2,
        hair="#2b211b",
    )
    for x, h in s.pick(((0.955, 560), (0.87, 420)), ((0.93, 620),)):
        woods.korean_pine(s, W * x, H * 0.80, h, "#1f4a33", "#4f8a4a", bare=0.42)
    for _ in range(12):
        plants.fern(
            s,
            W * rng.uniform(0.78, 1.02),
            H * rng.uniform(0.88, 1.05),
            rng.uniform(70, 150),
            ("#2f6a38", "#4d8d42", "#6fae54"),
            7,
        )
