"""A leopard walks away along a grassy ridge; low oak hills fall to the bay in evening light."""

from dataclasses import replace

import numpy as np

from .. import hills, plants, skies, waters, woods
from .. import postures as pose
from ..beasts import WARM, beast
from ..sheet import Sheet, mixed


def draw(s: Sheet) -> None:
    """Draw the scene."""
    W, H, _rng = s.W, s.H, s.rng
    skies.sky(s, "#7fa6bf", "#cfd3c2", "#f6deae", "#fbe6bb", bottom=0.45)
    y = s.pick(0.33, 0.36) * H
    skies.clouds(
        s,
        y - s.pick(120, 210),
        10,
        "#fff3da",
        long=380,
        thick=18,
        alpha=150,
        spread=s.pick(50, 100),
    )
    far = hills.wavy(s, y - 12, 16, 1.6)
    hills.ridge(s, far, "#a9b3b4", "#d8cfb6", 60)
    s.down(s.box(0, y, W, H), y, y + 130, ("#f1dcae", "#a9c0bd"))
    waters.streaks(s, y + 3, y + 96, 90, "#fff0cf", 130, 150)
    for k, (a, b) in enumerate(
        (
            ("#93a08b", "#d2c69c"),
            ("#76864f", "#bcae6e"),
            ("#5c6b38", "#9a8c48"),
            ("#41522c", "#75733a"),
        )
    ):
        base = y + s.pick(58, 74) + s.pick(54, 84) * k
        left, right = (
            (base - 40, base + 44),
            (base + 46, base - 70),
            (base - 92, base + 20),
            (base + 20, base - 60),
        )[k]
        line = hills.through(
            s,
            (0, left),
            (W * 0.35, (left + right) / 2 + (26, -30, 34, -16)[k]),
            (W * 0.7, (left + right) / 2 - (20, -26, 22, 20)[k]),
            (W, right),
            rough=5,
        )
        hills.wooded(
            s, line, 90 + 30 * k, 14 + 7 * k, (mixed(a, "#20301c", 0.15), a), conifers=0.06
        )
        hills.ridge(s, line, a, b, 130, spurs=0.16, shade="#26351f", lit="#ffe6a8")
        hills.wooded(
            s,
            line,
            360 + 60 * k,
            15 + 6 * k,
            (mixed(a, "#1d2c18", 0.22), mixed(a, b, 0.45)),
            down=s.pick(110, 150),
            conifers=0.08,
            grow=1.5,
        )
    g = s.pick(0.74, 0.72) * H
    ground = hills.through(
        s,
        (0, g + s.pick(120, 160)),
        (W * 0.30, g + 40),
        (W * s.pick(0.62, 0.58), g - 8),
        (W * 0.82, g + 14),
        (W, g - 30),
        rough=3,
    )
    hills.ridge(s, ground, "#b08d3f", "#5f4a22", 230)
    plants.meadow(
        s, ground, s.pick(60, 150), 700, 34, ("#c9a24c", "#e2c06a", "#9a7a34", "#7d6630"), 0.3
    )
    at = s.at((0.60, 0.80), (0.55, 0.80))
    trail = [
        (at[0] - 150, H + 30),
        (at[0] - 40, H * 0.93),
        (at[0] + 40, at[1] + 4),
        (at[0] + 10, at[1] - 40),
        (W * s.pick(0.66, 0.64), g + 8),
    ]
    left, right, _ = waters.meander(trail, (96, 62, 36, 20, 8))
    s.fill(np.vstack([left, right[::-1]]), "#d9bd86", 235)
    back = replace(WARM, sun=(-0.55, -0.75, 0.5))
    beast(
        s,
        "amur-leopard",
        pose.walk(0.35)
        .looking(-0.95)
        .tailed((0.25, 0.1), (0.2, 0), (0.2, -0.1), (0.1, -0.3), (0, -0.4), (0, -0.3)),
        *at,
        s.pick(300, 350),
        heading=48,
        above=12,
        seed=11,
        tones=back,
        shadow=0.4,
    )
    plants.meadow(
        s,
        (np.array([0, W]), np.array([H * 0.97] * 2)),
        40,
        300,
        s.pick(64, 90),
        ("#8a6a2c", "#b38d3f", "#5c4a22"),
        0.25,
    )
    for x0, y0, n in s.pick(
        ((W * 1.02, -20, 300), (W * 1.02, 130, 200)), ((W * 1.03, 60, 330), (W * 1.02, -60, 300))
    ):
        _oak_bough(s, x0, y0, n, 3.45, ("#7f7a2c", "#a58a2e", "#c9902f", "#a8602a"))


def _oak_bough(s: Sheet, x, y, length, angle, tones, size: float = 58) -> None:
    """Draw a near bough of oak leaves."""
    rng, tips = s.rng, []
    woods.branch(s, x, y, angle, length, 20, 2, "#3b2c20", tips)
    for tx, ty in tips:
        for _ in range(5):
            plants.leaf(
                s,
                tx + rng.normal(0, 24),
                ty + rng.normal(0, 18),
                size * rng.uniform(0.7, 1.15),
                rng.uniform(-2.4, -0.5),
                tones[rng.integers(len(tones))],
            )
