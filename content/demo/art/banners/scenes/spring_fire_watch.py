"""On a lookout's platform: a ranger with glasses, a column of smoke rises beyond dry April hills."""

import numpy as np

from .. import hills, people, skies, things
from ..sheet import Sheet, mixed


def draw(s: Sheet) -> None:
    """Draw the scene."""
    W, H, rng = s.W, s.H, s.rng
    skies.sky(s, "#b9b49a", "#e6cf9a", "#f4ddaa", bottom=0.5)
    y = s.pick(0.36, 0.36) * H
    sx = s.pick(0.34, 0.34) * W
    s.glow(sx, y + 20, 300, "#ff9a4a", 150)
    for k in range(70):
        q = k / 69
        s.oval(
            sx + s.pick(430, 330) * q**1.7 + rng.normal(0, 10 + 30 * q),
            y + 34 - (y + 90) * q,
            10 + 90 * q,
            9 + 54 * q,
            mixed("#6b5a50", "#b5a28c", q),
            int(90 * (1 - q) ** 0.6) + 16,
            6 + 8 * q,
        )
    for k, (a, b) in enumerate(
        (
            ("#b8a987", "#dcc793"),
            ("#a08c5c", "#cdb070"),
            ("#8a7240", "#b8954e"),
            ("#6f5a30", "#a07c3c"),
        )
    ):
        line = hills.wavy(
            s, y + s.pick(10, 14) + s.pick(66, 104) * k, 58 - 8 * k, 0.7 + 0.35 * k, 0.5
        )
        if k == 1:
            s.glow(sx, y + 64, 110, "#ff7a2a", 190)
            for u in np.linspace(-60, 60, 24):
                yy = np.interp(sx + u, *line)
                s.stem(
                    [
                        (sx + u, yy + 8, 5),
                        (sx + u + 2, yy - rng.uniform(4, 14), 3),
                        (sx + u + 4, yy - rng.uniform(12, 22), 0.6),
                    ],
                    ("#ffb347", "#ff7a2a")[rng.integers(2)],
                )
        hills.wooded(s, line, 110, 11 + 6 * k, (mixed(a, "#3a2c18", 0.3), a), conifers=0.16)
        hills.ridge(s, line, a, b, 150, spurs=0.22, shade="#3f2f1a", lit="#f9e2a4")
        hills.wooded(
            s,
            line,
            220,
            10 + 6 * k,
            (mixed(a, "#3a2c18", 0.3), mixed(a, b, 0.5)),
            down=120,
            conifers=0.16,
        )
    floor = H * s.pick(0.90, 0.90)
    things.planks(
        s,
        [(-20, H * 1.10), (W * 1.02, H * 1.10), (W * 0.98, floor), (W * s.pick(0.36, 0.08), floor)],
        7,
        "#6d5138",
        "#a5825a",
        "#2f2318",
    )
    px = W * s.pick(0.74, 0.64)
    ph = s.pick(520, 560)
    for u in s.pick((0.40, 0.97), (0.10, 0.97)):
        s.stem([(u * W, H * 1.1, 34), (u * W, -40, 30)], "#4a3626")
        s.stem([(u * W - 9, H * 1.1, 8), (u * W - 8, -40, 8)], "#8a6a48", 200)
    s.fill(
        [
            (W * s.pick(0.34, 0.0), -10),
            (W * 1.05, -10),
            (W * 1.05, s.pick(34, 60)),
            (W * s.pick(0.37, 0.04), s.pick(52, 86)),
        ],
        "#3a2a1e",
    )
    people.person(
        s, px, floor + 40, ph, "#5d6a42", legs="#3f4632", hat="#4a5236", arm="glass", stride=0.05
    )
    for dy, w in ((0, 26), (s.pick(96, 120), 20)):
        yy = floor - s.pick(200, 240) + dy
        s.stem(
            [(W * s.pick(0.40, 0.08), yy + 6, w), (W * 0.7, yy, w), (W * 1.0, yy + 2, w)], "#5a4230"
        )
        s.stem(
            [
                (W * s.pick(0.40, 0.08), yy - 3, w * 0.28),
                (W * 0.7, yy - 9, w * 0.28),
                (W * 1.0, yy - 7, w * 0.28),
            ],
            "#a58058",
            220,
        )
