"""High on the ridge route: cyclists above a sea of summer valleys, the bay and a far cable-stayed bridge."""

import numpy as np

from .. import hills, people, plants, skies, waters
from ..sheet import Sheet, mixed


def draw(s: Sheet) -> None:
    """Draw the scene."""
    W, H, rng = s.W, s.H, s.rng
    skies.sky(s, "#4f93c4", "#9ccbe0", "#e6f1ea", bottom=0.42)
    y = s.pick(0.30, 0.28) * H
    skies.billows(s, y - s.pick(120, 190), ("#ffffff", "#dbe9f0"), 5, s.pick(40, 50), 150)
    skies.clouds(s, y - 40, 8, "#ffffff", 300, 14, 190, 26)
    far = hills.wavy(s, y - 6, 12, 2.2)
    hills.ridge(s, far, "#8fb2c8", "#b4cdd6", 30)
    s.down(s.box(0, y, W, H), y, y + 190, ("#cfe6ea", "#8fc0cc", "#6aa6b8"))
    bx = W * s.pick(0.30, 0.30)
    for u in (0, 130):
        s.line([(bx + u, y + 8), (bx + u - 5, y - 44)], 2.6, "#f4f6f6")
        s.line([(bx + u, y + 8), (bx + u + 5, y - 44)], 2.6, "#e3eaec")
        for k in range(1, 7):
            for side in (-1, 1):
                s.line(
                    [(bx + u, y - 44 + 2 * k), (bx + u + side * 10.5 * k, y + 1)],
                    0.8,
                    "#eef3f4",
                    190,
                )
    s.line([(bx - 90, y + 2), (bx + 220, y + 2)], 2.2, "#dfe7e9")
    for u, v, wide, high in (
        (0.52, 22, 120, 16),
        (0.68, 34, 80, 11),
        (0.10, 40, 150, 20),
        (0.84, 16, 90, 12),
    ):
        x = np.linspace(-1, 1, 30)
        line = np.stack(
            [
                u * W + wide * x,
                y
                + v
                - high * np.maximum((1 - x**2) ** 0.7 * (1 + 0.2 * np.sin(7 * x + u * 30)), 0),
            ],
            1,
        )
        s.fill(line, "#5f8f8a")
        s.stem(
            [(u * W - wide, y + v + 1, 1), (u * W, y + v + 1.5, 3), (u * W + wide, y + v + 1, 1)],
            "#f4f9f6",
            200,
        )
    waters.streaks(s, y + 6, y + 120, 70, "#ffffff", 90, 130)
    coast = hills.through(
        s,
        (0, y + 74),
        (W * 0.22, y + 96),
        (W * 0.40, y + 70),
        (W * 0.62, y + 104),
        (W * 0.8, y + 78),
        (W, y + 96),
        rough=5,
    )
    tones = (
        ("#8db592", "#c3dba6"),
        ("#6d9f66", "#abc97e"),
        ("#4f8548", "#8bb45c"),
        ("#35692f", "#6a9a44"),
    )
    hills.ridge(s, coast, *tones[0], 70)
    waters.surf(s, list(zip(coast[0], coast[1] - 2, strict=True))[::3], rows=1)
    for k, (a, b) in enumerate(tones):
        base = y + s.pick(110, 130) + s.pick(62, 104) * k
        line = hills.wavy(s, base, 52 - 6 * k, 0.6 + 0.35 * k, 0.45)
        hills.wooded(s, line, 120, 9 + 6 * k, (mixed(a, "#16331c", 0.15), a), conifers=0.15)
        hills.ridge(s, line, a, b, 140, spurs=0.22, shade="#143524", lit="#f7f3b0")
        hills.wooded(
            s,
            line,
            340,
            9 + 5 * k,
            (mixed(a, "#16331c", 0.2), mixed(a, b, 0.5)),
            down=120,
            conifers=0.15,
        )
        s.oval(W * (0.2, 0.7, 0.35, 0.8)[k], base + 60, 260, 20, "#ffffff", 60, 16)
    g = s.pick(0.80, 0.80) * H
    crest = hills.through(
        s,
        (0, g + 60),
        (W * 0.3, g + 34),
        (W * 0.62, g - 26),
        (W * 0.82, g - 70),
        (W, g - 60),
        rough=3,
    )
    hills.ridge(s, crest, "#86a348", "#3d5f2c", 190)
    track = [
        (W * s.pick(0.30, 0.05), H * 1.15),
        (W * s.pick(0.46, 0.40), g + s.pick(100, 150)),
        (W * s.pick(0.62, 0.66), g + s.pick(30, 60)),
        (W * s.pick(0.70, 0.74), g - 20),
        (W * 0.80, g - 60),
    ]
    left, right, _ = waters.meander(track, (260, 140, 66, 34, 12))
    plants.meadow(s, crest, H - g + 60, 900, 40, ("#8fae4c", "#b1c463", "#6b8f3c", "#d0cf7a"), 0.3)
    s.down(np.vstack([left, right[::-1]]), g - 60, H, ("#e6d3a3", "#b9935f"))
    s.stem([(*p, w) for p, w in zip(track[1:], (16, 9, 4, 1), strict=True)], "#9aa655", 190)
    a, b = s.at((0.605, 0.88), (0.60, 0.90)), s.at((0.708, 0.79), (0.735, 0.80))
    people.cyclist(s, *a, s.pick(140, 170), "#d9482f")
    people.cyclist(s, *b, s.pick(66, 76), "#2f6fa0")
    for _ in range(80):
        x = rng.uniform(0, W)
        yy = np.interp(x, *crest) + rng.uniform(10, H - g)
        s.disc(
            x,
            yy,
            rng.uniform(2.5, 5),
            ("#f0c53c", "#ffffff", "#d96aa0", "#8c6fc0")[rng.integers(4)],
        )
