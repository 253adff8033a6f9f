"""A family stands at a railing above a wide green valley and the bay, morning light on the hills."""

import numpy as np

from .. import hills, people, plants, skies, waters, woods
from ..sheet import Sheet, mixed


def draw(s: Sheet) -> None:
    """Draw the scene."""
    W, H, rng = s.W, s.H, s.rng
    skies.sky(s, "#6fb0cf", "#b5d9df", "#eef3e0", bottom=0.5)
    skies.billows(
        s, s.pick(0.20, 0.20) * H, ("#ffffff", "#e3eef0"), s.pick(6, 5), s.pick(42, 46), 130
    )
    y = s.pick(0.40, 0.42) * H
    hills.ridge(s, hills.wavy(s, y - 16, 20, 1.2), "#93b4c4", "#c3d6d6", 60)
    s.down(s.box(0, y, W, H), y, y + 90, ("#d4e8e6", "#86b9c2"))
    waters.streaks(s, y + 4, y + 70, 60, "#ffffff", 120, 130)
    for k, (a, b) in enumerate(
        (
            ("#88ad93", "#c1d3a9"),
            ("#679364", "#a9c07c"),
            ("#49793f", "#86a551"),
            ("#2f5c30", "#5f8a3c"),
        )
    ):
        base = y + s.pick(34, 46) + s.pick(46, 74) * k
        line = hills.wavy(s, base, 40 - 4 * k, 0.7 + 0.35 * k, 0.2)
        hills.wooded(s, line, 110, 12 + 7 * k, (mixed(a, "#16301c", 0.15), a), conifers=0.15)
        hills.ridge(s, line, a, b, 120, spurs=0.15, shade="#1c3a28", lit="#fff3b8")
        hills.wooded(
            s,
            line,
            300 + 60 * k,
            12 + 6 * k,
            (mixed(a, "#16301c", 0.2), mixed(a, b, 0.4)),
            down=110,
            conifers=0.15,
        )
    for _ in range(s.pick(60, 60)):
        x = rng.uniform(-20, W + 20)
        t = ("#2c5a2c", "#3f7434", "#5d9440")
        woods.crown(
            s,
            x,
            s.pick(0.74, 0.775) * H + 26 * np.sin(x / 130) + rng.normal(0, 8),
            rng.uniform(46, 84),
            rng.uniform(34, 56),
            t,
            8,
            0.7,
        )
    fy = s.pick(0.80, 0.84) * H
    rock = hills.through(
        s, (0, fy + 30), (W * 0.4, fy - 6), (W * 0.75, fy - 18), (W, fy - 40), rough=3
    )
    hills.ridge(s, rock, "#8c8a63", "#4a5a34", 150)
    plants.meadow(s, rock, H - fy, 420, 40, ("#6b8a3c", "#8fae4f", "#4f7034", "#b2bd62"), 0.2)
    base, ph = s.at((0.66, 0.90), (0.52, 0.90)), s.pick(250, 330)
    people.person(
        s,
        base[0],
        base[1],
        ph,
        "#b4472f",
        pack="#3d4f3a",
        hat="#d9c79a",
        stride=0.1,
        arm="point",
        hair="#2d221c",
    )
    people.person(
        s,
        base[0] + ph * 0.62,
        base[1] + 6,
        ph * 0.93,
        "#2f6f7d",
        pack="#c98a2d",
        hair="#5a3a24",
        stride=0.1,
    )
    people.person(
        s, base[0] + ph * 0.33, base[1] + 10, ph * 0.60, "#e0b23c", hat="#c9503f", stride=0.1
    )
    rail = fy + s.pick(-2, -14)
    for u in np.linspace(W * s.pick(0.44, 0.0), W * 1.02, s.pick(8, 7)):
        s.stem([(u, H + 10, 17), (u, rail - s.pick(16, 40), 15)], "#6e5238")
        s.stem([(u - 4, H + 10, 5), (u - 4, rail - s.pick(12, 36), 4)], "#a88258", 200)
    for dy in (0, s.pick(62, 90)):
        s.stem(
            [
                (W * s.pick(0.43, -0.02), rail + dy + 6, 15),
                (W * 0.7, rail + dy, 15),
                (W * 1.05, rail + dy - 8, 15),
            ],
            "#7d5e40",
        )
        s.stem(
            [
                (W * s.pick(0.43, -0.02), rail + dy + 1, 4),
                (W * 0.7, rail + dy - 5, 4),
                (W * 1.05, rail + dy - 13, 4),
            ],
            "#c29a68",
        )
    tips: list = []
    woods.branch(s, -20, s.pick(60, 130), -0.12, s.pick(250, 250), 22, 2, "#3b2c20", tips)
    for tx, ty in tips:
        for _ in range(5):
            plants.leaf(
                s,
                tx + rng.normal(0, 26),
                ty + rng.normal(0, 20),
                rng.uniform(46, 74),
                rng.uniform(-2.2, -0.6),
                ("#4c8a3f", "#6fa84a", "#35703a", "#8cc05a")[rng.integers(4)],
            )
