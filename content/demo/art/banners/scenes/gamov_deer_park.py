"""Cliffs of the Gamov peninsula after a storm: bent pines, surf round islets, sika deer on the turf."""

from dataclasses import replace

import numpy as np

from .. import hills, plants, skies, stones, waters, woods
from .. import postures as pose
from ..beasts import beast
from ..cutouts import DAY
from ..sheet import Sheet, mixed


def draw(s: Sheet) -> None:
    """Draw the scene."""
    W, H, rng = s.W, s.H, s.rng
    skies.sky(s, "#3f566c", "#7f97a6", "#d9dccf", bottom=0.48)
    y = s.pick(0.40, 0.38) * H
    skies.billows(s, y - s.pick(250, 360), ("#566b7d", "#93a5ae"), 9, s.pick(70, 90), 200)
    skies.clouds(s, y - 60, 12, "#f3ead2", 380, 16, 150, 30)
    for u, w in ((0.20, 90), (0.26, 50), (0.33, 70)):
        s.down(
            [(W * u, y - 190), (W * u + w, y - 190), (W * u + w * 2.2 - 60, y), (W * u - 90, y)],
            y - 190,
            y,
            ("#fff4d0", "#fff4d0"),
            (0, 90),
        )
    waters.sea(s, y, ("#b9cfcc", "#5f9a9f", "#2a6a78"), "#e9f4ef", 230, H)
    waters.glitter(s, W * 0.24, y + 3, y + 200, 130, "#fff6dc", 60, 90)
    for u, v, w, h, tone in s.pick(
        (
            (0.12, 0.50, 130, 74, "#6f7a7c"),
            (0.27, 0.465, 80, 38, "#8a9597"),
            (0.40, 0.60, 120, 110, "#5a6260"),
            (0.33, 0.64, 70, 40, "#565e5c"),
        ),
        (
            (0.14, 0.46, 130, 80, "#6f7a7c"),
            (0.34, 0.43, 80, 40, "#8a9597"),
            (0.24, 0.60, 150, 150, "#5a6260"),
            (0.42, 0.62, 80, 50, "#565e5c"),
        ),
    ):
        x, yy = u * W, v * H
        line = [
            (x - w * 0.5, yy + 4),
            (x - w * 0.42, yy - h * 0.5),
            (x - w * 0.2, yy - h * 0.85),
            (x, yy - h),
            (x + w * 0.16, yy - h * 0.8),
            (x + w * 0.36, yy - h * 0.55),
            (x + w * 0.5, yy + 4),
        ]
        stones.cliff(s, line, tone, mixed(tone, "#e9dcc0", 0.6), 30, 0.1)
        s.stem(
            [(x - w * 0.24, yy - h * 0.84, 4), (x, yy - h, 9), (x + w * 0.2, yy - h * 0.74, 4)],
            "#5f7f4a",
        )
        waters.surf(
            s,
            [(x + w * 0.62 * np.cos(a), yy + 4 + 7 * np.sin(a)) for a in np.linspace(0, 3.14, 26)],
            rows=2,
            gap=7,
        )
        if h > 70:
            woods.korean_pine(
                s, x - 6, yy - h * 0.95, h * 0.6, "#22443a", "#4f7a52", lean=0.4, bare=0.3
            )
    capes = s.pick(
        (
            (
                [
                    (0.56, 0.56),
                    (0.60, 0.40),
                    (0.68, 0.31),
                    (0.80, 0.265),
                    (1.02, 0.24),
                    (1.02, 0.62),
                    (0.60, 0.615),
                ],
                "#8d8f86",
            ),
            (
                [
                    (0.66, 0.80),
                    (0.69, 0.56),
                    (0.745, 0.44),
                    (0.84, 0.38),
                    (1.02, 0.36),
                    (1.02, 0.92),
                    (0.70, 0.90),
                ],
                "#77746a",
            ),
        ),
        (
            (
                [
                    (0.42, 0.52),
                    (0.50, 0.38),
                    (0.64, 0.31),
                    (0.82, 0.28),
                    (1.02, 0.26),
                    (1.02, 0.58),
                    (0.46, 0.57),
                ],
                "#8d8f86",
            ),
            (
                [
                    (0.56, 0.76),
                    (0.60, 0.54),
                    (0.70, 0.43),
                    (0.84, 0.385),
                    (1.02, 0.37),
                    (1.02, 0.86),
                    (0.58, 0.84),
                ],
                "#77746a",
            ),
        ),
    )
    for k, (points, tone) in enumerate(capes):
        line = [(u * W, v * H) for u, v in points]
        stones.cliff(s, line, tone, mixed(tone, "#f2e2c0", 0.7), 60 + 34 * k, 0.06, amount=1.1)
        top = line[1:5]
        turf = [
            *top,
            *[(x + rng.normal(0, 6), yy + 26 + 26 * k + rng.normal(0, 8)) for x, yy in top[::-1]],
        ]
        s.curve(turf, ("#8aa068", "#7d9a4a")[k])
        shore = [
            line[0],
            *[
                (
                    line[0][0] + t * (line[-1][0] - line[0][0]),
                    line[0][1] + t * (line[-1][1] - line[0][1]),
                )
                for t in np.linspace(0, 1, 8)
            ],
            line[-1],
            line[-2],
        ]
        waters.surf(
            s,
            [
                (
                    np.interp(t, np.linspace(0, 1, len(shore)), [p[0] for p in shore]),
                    np.interp(t, np.linspace(0, 1, len(shore)), [p[1] for p in shore]),
                )
                for t in np.linspace(0, 1, 70)
            ],
            rows=3,
            gap=9,
        )
        for q in np.linspace(0.08, 0.98, 7 + 2 * k):
            x = np.interp(q, np.linspace(0, 1, 4), [p[0] for p in top])
            yy = np.interp(x, [p[0] for p in top], [p[1] for p in top])
            woods.korean_pine(
                s,
                x,
                yy + 8,
                rng.uniform(60, 92) * (1 + 0.7 * k),
                "#1f4036",
                "#4f7a4c",
                lean=rng.uniform(0.20, 0.40),
                bare=0.40,
            )
    g = s.pick(0.76, 0.775) * H
    turf = hills.through(
        s, (0, g - 30), (W * 0.25, g), (W * 0.5, g + 50), (W * 0.72, g + 96), (W, g + 120), rough=3
    )
    hills.ridge(s, turf, "#8fa650", "#3f5f30", 200)
    for _ in range(16):
        x = rng.uniform(0, W)
        stones.boulder(
            s,
            x,
            np.interp(x, *turf) + rng.uniform(16, 90),
            rng.uniform(26, 90),
            rng.uniform(14, 40),
            "#77766c",
            "#b9b4a2",
        )
    plants.meadow(s, turf, H - g + 30, 900, 36, ("#8fae50", "#b3c468", "#6d8a3e", "#d3cf86"), 0.55)
    sun = replace(DAY, sun=(-0.6, -0.5, 0.6))
    a, b, c = s.pick(
        ((0.19, 0.84), (0.335, 0.855), (0.085, 0.87)), ((0.26, 0.86), (0.53, 0.885), (0.10, 0.925))
    )
    m = s.pick(150, 175)
    beast(
        s,
        "sika-deer hind",
        pose.graze(),
        b[0] * W,
        b[1] * H,
        m,
        heading=-12,
        above=6,
        seed=5,
        tones=sun,
    )
    beast(
        s,
        "sika-deer",
        pose.stand().looking(-0.6),
        a[0] * W,
        a[1] * H,
        m * 1.1,
        heading=16,
        above=6,
        seed=2,
        tones=sun,
    )
    beast(
        s,
        "sika-deer hind",
        pose.walk(0.3, 0.18, 0.07),
        c[0] * W,
        c[1] * H,
        m,
        heading=172,
        above=6,
        seed=7,
        tones=sun,
    )
