"""Inside the old forest of Korean pine and fir: huge trunks, ferns, a brook, a roe deer in a shaft of light."""

import numpy as np

from .. import hills, plants, skies, stones, waters, woods
from .. import postures as pose
from ..beasts import FOREST, beast
from ..sheet import Sheet, mixed


def draw(s: Sheet) -> None:
    """Draw the scene."""
    W, H, rng = s.W, s.H, s.rng
    s.down(s.box(0, 0, W, H), 0, H * 0.75, ("#27452f", "#86a56a", "#dfe6b4"))
    lx, ly = s.at((0.60, 0.34), (0.58, 0.40))
    s.glow(lx, ly, s.pick(520, 560), "#fbf7d2", 235)
    for row, (count, lo, hi, tone) in enumerate(
        ((46, 8, 18, "#a9bd8b"), (26, 16, 30, "#7d9a6b"), (15, 28, 46, "#55784f"))
    ):
        for _ in range(count):
            x, w = rng.uniform(-20, W + 20), rng.uniform(lo, hi)
            near = np.exp(-(((x - lx) / (W * 0.2)) ** 2))
            base = H * (0.60 + 0.045 * row) + rng.normal(0, 8)
            s.stem(
                [
                    (x, -20, w * 0.8),
                    (x + rng.normal(0, 5), base * 0.5, w * 0.9),
                    (x, base + 10, w * 1.25),
                ],
                mixed(tone, "#f0f0c4", 0.55 * near),
            )
        for _ in range(s.pick(70, 60)):
            x, y = rng.uniform(-20, W + 20), H * rng.uniform(0.0, 0.40 - 0.06 * row)
            plants_tone = mixed(
                ("#9ab57a", "#6f9a5a", "#3f6f42")[row],
                "#e9efbd",
                0.45 * np.exp(-(((x - lx) / 260) ** 2)),
            )
            woods.cushion(
                s,
                x,
                y,
                rng.uniform(40, 110),
                rng.uniform(9, 20),
                plants_tone,
                mixed(plants_tone, "#f6f6c8", 0.28),
            )
        floor = hills.wavy(s, H * (0.60 + 0.05 * row), 9, 2.4)
        hills.ridge(
            s,
            floor,
            ("#b7c884", "#8cab62", "#5f8a4a")[row],
            ("#9bb86e", "#6c9450", "#2f5c35")[row],
            150,
        )
        for _ in range(60 + 30 * row):
            x = rng.uniform(0, W)
            plants.fern(
                s,
                x,
                np.interp(x, *floor) + 14 + rng.uniform(0, 26),
                16 + 12 * row,
                (mixed(("#93b467", "#6c9a50", "#3f7a42")[row], "#d9e29a", 0.4 * rng.random()),),
                5,
            )
    skies.shafts(s, lx - 60, -20, 9, "#fdf8d0", 40, 0.30)
    dx, dy = s.at((0.635, 0.735), (0.56, 0.665))
    beast(
        s,
        "siberian-roe-deer",
        pose.stand().looking(0.9),
        dx,
        dy,
        s.pick(150, 170),
        heading=205,
        above=5,
        seed=3,
        tones=FOREST,
        veil=("#a9bd7a", 0.14),
    )
    brook = [
        (W * s.pick(0.52, 0.64), H * 0.70),
        (W * s.pick(0.44, 0.44), H * 0.745),
        (W * s.pick(0.56, 0.56), H * 0.80),
        (W * s.pick(0.42, 0.40), H * 0.90),
        (W * s.pick(0.50, 0.55), H * 1.06),
    ]
    waters.river(s, brook, (16, 40, 74, 150, 300), ("#dfe9cf", "#3f6f68"), bank="#2c4a30", rim=1.25)
    left, right, line = waters.meander(brook, (16, 40, 74, 150, 300))
    for _ in range(90):
        j = rng.integers(20, len(line))
        w = np.hypot(*(left[j] - right[j])) * 0.42
        x, y = line[j][0] + rng.uniform(-1, 1) * w, line[j][1]
        s.stem(
            [(x - w * 0.22, y, 0.5), (x, y - 1, 1 + w / 40), (x + w * 0.22, y, 0.5)], "#eef6e4", 140
        )
    for k in range(24):
        j = rng.integers(30, len(line))
        side = left[j] if k % 2 else right[j]
        n = 20 + 0.25 * np.hypot(*(left[j] - right[j]))
        stones.boulder(
            s,
            side[0] + rng.normal(0, 10),
            side[1] + 8,
            n * rng.uniform(0.8, 1.5),
            n * rng.uniform(0.5, 0.8),
            "#5a6258",
            "#9aa38c",
            ("#6c9a48", "#4f7f3c")[k % 2],
        )
    for x, w, kind, tone, light in s.pick(
        (
            (0.135, 150, "pine", "#6e4a38", "#b98762"),
            (0.30, 62, "fir", "#5b6158", "#98a08c"),
            (0.845, 112, "fir", "#4d534c", "#8f9884"),
            (0.965, 60, "pine", "#5e4234", "#9c7253"),
        ),
        (
            (0.10, 190, "pine", "#6e4a38", "#b98762"),
            (0.30, 60, "fir", "#5b6158", "#98a08c"),
            (0.90, 130, "fir", "#4d534c", "#8f9884"),
        ),
    ):
        base = H * (0.80 + 0.0011 * w)
        woods.trunk(s, W * x, w, -30, base, kind, tone, light, lean=0.0, root=0.5)
        plants.bush(s, W * x, base + 26, w * 0.75, ("#2a5230", "#3f7038", "#5d8c46"))
    ground = [(x, H * (0.90 + 0.05 * np.sin(x / 170))) for x in np.linspace(-20, W + 20, 60)]
    for _ in range(s.pick(34, 30)):
        x = rng.uniform(0, W)
        if abs(x - W * s.pick(0.47, 0.49)) > s.pick(190, 190):
            plants.fern(
                s,
                x,
                H * rng.uniform(0.92, 1.06),
                rng.uniform(80, 150),
                ("#2f6a38", "#47853f", "#6aa04c", "#255a33"),
                8,
            )
    del ground
