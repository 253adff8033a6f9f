"""From inside a dark cave: a leopard lies in its mouth, the autumn forest bright behind it."""

from dataclasses import replace

import skia

from .. import hills, plants, stones, woods
from .. import postures as pose
from ..beasts import WARM, beast
from ..sheet import Sheet, mixed


def draw(s: Sheet) -> None:
    """Draw the scene."""
    W, H, rng = s.W, s.H, s.rng
    s.down(s.box(0, 0, W, H), 0, H * 0.75, ("#f3dfa9", "#f9ecc8", "#e9b45a"))
    s.glow(W * s.pick(0.40, 0.46), H * 0.36, s.pick(420, 420), "#fffbe4", 220)
    for k, (a, b) in enumerate(
        (("#d9c396", "#f0deb0"), ("#c99b55", "#e8c67f"), ("#a8662c", "#d99a48"))
    ):
        line = hills.wavy(s, H * (0.40 + 0.075 * k), 38, 0.9 + 0.4 * k, 0.3)
        hills.wooded(s, line, 100, 16 + 8 * k, (mixed(a, "#5a2c10", 0.15), a), conifers=0.25)
        hills.ridge(s, line, a, b, 110)
        hills.wooded(
            s,
            line,
            200,
            16 + 8 * k,
            (mixed(a, "#7a3412", 0.2), mixed(b, "#d9762a", 0.4)),
            down=80,
            conifers=0.2,
        )
    for u, h in s.pick(((0.24, 250), (0.62, 300), (0.72, 230)), ((0.16, 330), (0.80, 380))):
        woods.oak(
            s, W * u, H * 0.70, h, "#4a2f1e", ("#8f3a18", "#c25f20", "#e08a30", "#f0b24a"), 0, 8
        )
    floor = hills.through(
        s, (0, H * 0.72), (W * 0.4, H * 0.70), (W * 0.7, H * 0.685), (W, H * 0.72), rough=3
    )
    hills.ridge(s, floor, "#a8703a", "#3a2418", 180)
    plants.litter(s, H * 0.70, H * 0.78, 260, ("#c9702a", "#e09a3c", "#8f3a18"), 20)
    lip = [
        (W * u, H * v)
        for u, v in s.pick(
            (
                (0.10, 0.86),
                (0.22, 0.795),
                (0.34, 0.775),
                (0.50, 0.77),
                (0.66, 0.775),
                (0.80, 0.80),
                (0.92, 0.87),
            ),
            ((-0.02, 0.80), (0.14, 0.765), (0.34, 0.75), (0.56, 0.748), (0.78, 0.76), (1.02, 0.80)),
        )
    ]
    stones.ledge(s, lip, "#3a302c", "#93745a", s.pick(90, 130), cap="#c09468")
    lx, ly = s.at((0.47, 0.782), (0.50, 0.757))
    back = replace(
        WARM,
        sun=(-0.25, 0.55, 0.62),
        lit=(1.18, 0.98, 0.76),
        plain=(0.66, 0.56, 0.50),
        shade=(0.36, 0.30, 0.32),
    )
    beast(
        s,
        "amur-leopard",
        pose.lie().looking(0.85, 0.0),
        lx,
        ly,
        s.pick(330, 360),
        heading=10,
        above=5,
        seed=21,
        tones=back,
        shadow=0.5,
    )
    mouth = s.pick(
        [
            (0.075, 0.90),
            (0.10, 0.66),
            (0.145, 0.44),
            (0.20, 0.27),
            (0.30, 0.155),
            (0.42, 0.12),
            (0.53, 0.16),
            (0.64, 0.135),
            (0.74, 0.22),
            (0.82, 0.38),
            (0.85, 0.56),
            (0.90, 0.72),
            (0.93, 0.92),
            (0.7, 0.94),
            (0.4, 0.95),
        ],
        [
            (-0.02, 0.88),
            (0.03, 0.66),
            (0.05, 0.46),
            (0.12, 0.30),
            (0.24, 0.19),
            (0.40, 0.15),
            (0.56, 0.185),
            (0.70, 0.16),
            (0.84, 0.26),
            (0.93, 0.42),
            (0.95, 0.60),
            (0.98, 0.74),
            (1.02, 0.90),
            (0.7, 0.93),
            (0.3, 0.93),
        ],
    )
    for depth, (tone, light, grow) in enumerate(
        (("#5a4438", "#b98a5e", 1.0), ("#2f2623", "#6d5240", 1.10), ("#17130f", "#3d3029", 1.24))
    ):
        cx, cy = 0.49, 0.56
        hole = [
            (
                (cx + (u - cx) * grow + rng.normal(0, 0.008)) * W,
                (cy + (v - cy) * grow + rng.normal(0, 0.010)) * H,
            )
            for u, v in mouth
        ]
        path = skia.Path()
        path.addRect(skia.Rect(-10, -10, W + 10, H + 10))
        path.addPoly([skia.Point(*map(float, p)) for p in hole], True)
        path.setFillType(skia.PathFillType.kEvenOdd)
        stones.cliff(
            s,
            path,
            tone,
            light if depth == 0 else mixed(tone, light, 0.5),
            s.pick(70, 80),
            0.1,
            amount=(0.9, 0.7, 0.5)[depth],
        )
        for k in range(len(hole) - 3):
            a, b = hole[k], hole[k + 1]
            s.line([a, b], (7, 4, 2)[depth], light, (190, 120, 70)[depth])
    s.down(s.box(0, 0, W, H), H * 0.80, H, ("#0d0a08", "#0d0a08"), (0, 190))
