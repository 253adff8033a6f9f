"""A forest gorge: one brook falls again and again over mossy rock, wooden stairs climb beside it."""

import numpy as np

from .. import people, plants, stones, things, waters, woods
from ..sheet import Sheet, blob, mixed


def draw(s: Sheet) -> None:
    """Draw the scene."""
    W, H, rng = s.W, s.H, s.rng
    s.down(s.box(0, 0, W, H), 0, H, ("#dcebc0", "#8fb87a", "#24492f"))
    cx = W * s.pick(0.47, 0.52)
    s.glow(cx, H * 0.10, s.pick(460, 460), "#fdfbe0", 230)
    for row, t in enumerate(
        (
            ("#a9c98a", "#c0da9c", "#d9eab4"),
            ("#6fa05a", "#8cb96c", "#abd085"),
            ("#3f7440", "#5a934c", "#7fb05e"),
        )
    ):
        for _ in range((26, 24, 20)[row]):
            x = rng.uniform(-20, W + 20)
            yy = (
                H * (0.02 + 0.06 * row)
                + abs(x - cx) * s.pick(0.10, 0.14) * (0.5 + row * 0.3)
                + rng.normal(0, 14)
            )
            s.stem(
                [(x, yy, 6 + 4 * row), (x + rng.normal(0, 6), yy + 130, 9 + 4 * row)],
                mixed(t[0], "#2a2a1c", 0.45),
            )
            woods.crown(s, x, yy, rng.uniform(60, 110), rng.uniform(36, 64), t, 8 + row, 0.9)
    drops = s.pick(
        (
            (0.455, 0.16, 0.27, 34),
            (0.475, 0.315, 0.44, 52),
            (0.445, 0.49, 0.60, 84),
            (0.49, 0.655, 0.81, 128),
        ),
        (
            (0.50, 0.13, 0.20, 36),
            (0.53, 0.235, 0.33, 56),
            (0.48, 0.375, 0.47, 88),
            (0.55, 0.515, 0.62, 124),
            (0.50, 0.665, 0.79, 176),
        ),
    )
    n = len(drops)
    for k, (u, top, low, w) in enumerate(drops):
        shade = k / (n - 1)
        tone, light = mixed("#66705a", "#2f3a33", shade), mixed("#a9b08a", "#6f7d66", shade)
        x, y0, y1 = u * W, top * H, low * H
        nxt = drops[k + 1][1] * H if k + 1 < n else H * 0.92
        gap = s.pick(130, 130) + 120 * shade
        for side in (-1, 1):
            edge = [
                (x + side * w * 0.50, y0 - 4),
                (x + side * (gap + w), y0 - 26 - 30 * rng.random()),
                (x + side * (gap * 2.4 + w), y0 - 60 - 50 * rng.random()),
            ]
            far = x + side * W
            outline = [*edge, (far, y0 - 120), (far, nxt + 60), (x + side * w * 0.72, nxt + 40)]
            stones.cliff(s, outline, tone, light, 40 + 34 * shade, 0.05, amount=0.75)
            for _ in range(46):
                q = rng.random()
                px = x + side * (w * 0.5 + q * (gap * 2.6))
                py = np.interp(q, (0, 0.4, 1), (y0 - 2, y0 - 34, y0 - 84)) + rng.uniform(
                    -2, 18 + 40 * shade
                )
                s.fill(
                    blob(
                        rng,
                        px,
                        py,
                        rng.uniform(10, 26) * (0.6 + shade),
                        rng.uniform(5, 12) * (0.6 + shade),
                        0.2,
                        8,
                    ),
                    ("#5d8f3f", "#78ab4c", "#3f7434")[rng.integers(3)],
                )
            for _ in range(7):
                px = x + side * (w * 0.7 + rng.random() * gap * 2.4)
                plants.fern(
                    s,
                    px,
                    rng.uniform(y0, nxt),
                    26 + 44 * shade,
                    ("#4f8f3f", "#6fae4c", "#357038"),
                    6,
                )
        s.fill(
            [
                (x - w * 0.5, y0 - 6),
                (x + w * 0.5, y0 - 6),
                (x + w * 0.74, nxt + 40),
                (x - w * 0.74, nxt + 40),
            ],
            mixed(tone, "#000000", 0.35),
        )
        waters.fall(s, x, y0, y1, w, 1.3)
        if k + 1 < n:
            x2, w2 = drops[k + 1][0] * W, drops[k + 1][3]
            pool = blob(
                rng,
                (x + x2) / 2,
                (y1 + nxt) / 2,
                max(w, w2) * 0.95,
                (nxt - y1) * 0.72 + 6,
                0.08,
                12,
            )
            s.fill(pool, mixed("#9fcfc4", "#5f9f97", shade))
            waters.foam(s, x, y1 + 3, w * 0.8)
            waters.streaks(
                s,
                y1 + 3,
                nxt,
                10,
                "#ffffff",
                170,
                w * 0.7,
                inside=lambda _y, x=x2, w=w: (x - w * 0.6, x + w * 0.6),
            )
            for _ in range(5):
                q = rng.choice([-1, 1])
                stones.boulder(
                    s,
                    x2 + q * w2 * rng.uniform(0.6, 1.0),
                    nxt + 4,
                    w2 * rng.uniform(0.4, 0.7),
                    w2 * rng.uniform(0.22, 0.36),
                    tone,
                    light,
                    "#6c9c48",
                )
    x, w = drops[-1][0] * W, drops[-1][3]
    py = drops[-1][2] * H
    s.down(
        [
            (x - W * 0.40, H * 1.02),
            (x - W * 0.30, py + 26),
            (x - w, py - 6),
            (x + w, py - 6),
            (x + W * 0.26, py + 22),
            (x + W * 0.36, H * 1.02),
        ],
        py,
        H,
        ("#a9d6cb", "#2f6f6a"),
    )
    waters.foam(s, x, py, w * 1.3, amount=40)
    waters.streaks(
        s, py + 14, H, 70, "#eaf7f2", 150, 150, inside=lambda _y: (x - W * 0.26, x + W * 0.24)
    )
    for u, v, bw in s.pick(
        (
            (-0.30, 0.93, 190),
            (-0.22, 1.0, 150),
            (-0.13, 0.885, 90),
            (0.17, 0.89, 110),
            (0.25, 0.97, 200),
            (0.06, 1.01, 120),
        ),
        (
            (-0.42, 0.88, 210),
            (-0.30, 0.97, 230),
            (0.30, 0.86, 150),
            (0.40, 0.95, 240),
            (0.02, 0.985, 150),
        ),
    ):
        stones.boulder(s, x + u * W, v * H, bw, bw * 0.46, "#454f47", "#8b947c", "#6a9a45")
    flights = s.pick(
        (
            ((0.80, 1.02), (0.745, 0.80), 190, 110),
            ((0.745, 0.80), (0.63, 0.735), 110, 84),
            ((0.63, 0.735), (0.665, 0.545), 84, 52),
            ((0.665, 0.545), (0.585, 0.50), 52, 42),
            ((0.585, 0.50), (0.60, 0.345), 42, 24),
            ((0.60, 0.345), (0.55, 0.30), 24, 18),
        ),
        (
            ((0.95, 1.02), (0.84, 0.80), 200, 120),
            ((0.84, 0.80), (0.76, 0.745), 120, 96),
            ((0.76, 0.745), (0.86, 0.57), 96, 64),
            ((0.86, 0.57), (0.70, 0.515), 64, 50),
            ((0.70, 0.515), (0.74, 0.37), 50, 32),
            ((0.74, 0.37), (0.64, 0.33), 32, 24),
            ((0.64, 0.33), (0.66, 0.23), 24, 14),
        ),
    )
    for (x0, y0), (x1, y1), w0, w1 in flights[::-1]:
        a, b = np.array((x0 * W, y0 * H)), np.array((x1 * W, y1 * H))
        quad = [a - (w0 / 2, 0), a + (w0 / 2, 0), b + (w1 / 2, 0), b - (w1 / 2, 0)]
        things.planks(
            s, quad, max(5, int(abs(y0 - y1) * H / (w0 * 0.10))), "#a07a4e", "#d3ae78", "#4a3624"
        )
        for side in (-1, 1):
            p, q = a + (side * w0 / 2, 0), b + (side * w1 / 2, 0)
            for t in np.linspace(0, 1, 5):
                m, hgt = p + (q - p) * t, (w0 + (w1 - w0) * t) * 0.52
                s.stem([(*m, hgt * 0.11), (m[0], m[1] - hgt, hgt * 0.10)], "#6e5236")
            s.stem(
                [(p[0], p[1] - w0 * 0.52, w0 * 0.06), (q[0], q[1] - w1 * 0.52, w1 * 0.06)],
                "#b98d5a",
            )
            s.stem(
                [(p[0], p[1] - w0 * 0.26, w0 * 0.04), (q[0], q[1] - w1 * 0.26, w1 * 0.04)],
                "#8d6a42",
            )
    px, yy, hh = s.pick((0.648, 0.66, 84), (0.79, 0.68, 110))
    people.person(s, px * W, yy * H, hh, "#c9503f", pack="#2f5f6d", hat="#e8dcc0", stride=0.25)
    for _ in range(s.pick(10, 8)):
        plants.fern(
            s,
            rng.choice([rng.uniform(0, 0.14), rng.uniform(0.88, 1.0)]) * W,
            H * rng.uniform(0.96, 1.05),
            rng.uniform(110, 190),
            ("#2f6a35", "#4a8c40", "#255a30"),
            8,
        )
