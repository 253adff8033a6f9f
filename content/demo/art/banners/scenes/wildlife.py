"""A tiger drinks from a still forest pool, its picture in the water."""

import numpy as np

from .. import hills, plants, skies, stones, waters, woods
from .. import postures as pose
from ..beasts import FOREST, beast
from ..sheet import Sheet, mixed


def draw(s: Sheet) -> None:
    """Draw the scene."""
    W, H, rng = s.W, s.H, s.rng
    level = s.pick(0.70, 0.66) * H
    s.down(s.box(0, 0, W, H), 0, level, ("#10291f", "#2c5a3c", "#7fa566"))
    lx = W * s.pick(0.26, 0.3)
    s.glow(lx, H * 0.30, s.pick(460, 460), "#e9efb0", 190)
    for row, tone in enumerate(("#5f8f55", "#3d6f44", "#234c33")):
        for _ in range((40, 24, 10)[row]):
            x, w = rng.uniform(0, W), (10, 20, 40)[row] * rng.uniform(0.6, 1.3)
            glow = np.exp(-(((x - lx) / (W * 0.2)) ** 2))
            s.stem(
                [
                    (x, -20, w * 0.8),
                    (x + rng.normal(0, 8), level * 0.5, w * 0.9),
                    (x, level - 20, w * 1.3),
                ],
                mixed(tone, "#d9e29a", 0.5 * glow * (1 - row / 3)),
            )
        for _ in range(16):
            x, y = rng.uniform(0, W), level * rng.uniform(-0.05, 0.42 - 0.08 * row)
            t = mixed(tone, "#e6edb0", 0.4 * np.exp(-(((x - lx) / 240) ** 2)))
            woods.crown(
                s,
                x,
                y,
                rng.uniform(70, 140),
                rng.uniform(40, 80),
                (mixed(t, "#000000", 0.2), t, mixed(t, "#e9efb0", 0.22)),
                11,
                0.7,
            )
    bank = hills.wavy(s, level - 34, 12, 2.2)
    hills.ridge(s, bank, "#39622f", "#1c3a22", 60)
    for _ in range(70):
        plants.fern(
            s,
            rng.uniform(0, W),
            level - rng.uniform(4, 46),
            rng.uniform(30, 74),
            ("#4f8a3f", "#386f38", "#76a64c"),
            6,
        )
    skies.shafts(s, lx, -20, 7, "#f6f6c0", 34, 0.35)
    tx = W * s.pick(0.58, 0.47)
    stones.boulder(
        s,
        tx - s.pick(20, 10),
        level + 4,
        s.pick(640, 620),
        s.pick(70, 70),
        "#4a5148",
        "#8b9178",
        "#5d8a3f",
    )
    for x, w, h in s.pick(
        ((0.12, 190, 74), (0.22, 90, 40), (0.90, 240, 110), (0.80, 110, 48)),
        ((0.06, 170, 80), (0.93, 210, 110), (0.83, 100, 46)),
    ):
        stones.boulder(s, W * x, level + 3, w, h, "#3f463f", "#828a74", "#567f3a")
    beast(
        s,
        "amur-tiger",
        pose.drink(1.4).tailed(
            (0.1, 0.35), (0.1, 0.1), (0.1, -0.1), (0, -0.35), (0, -0.5), (0, -0.4)
        ),
        tx - s.pick(70, 50),
        level - s.pick(44, 44),
        s.pick(270, 285),
        heading=-14,
        above=3,
        seed=9,
        tones=FOREST,
    )
    waters.reflect(s, level, "#2d5547", 0.30, 2.6, deep="#0f2a26")
    waters.streaks(s, level + 8, H, 46, "#cfe0b4", 70, 200)
    waters.rings(s, tx + s.pick(250, 265), level + 16, 90, "#eaf2cf", 4, 170)
    for k in range(s.pick(11, 9)):
        x = W * s.pick(
            (0.05, 0.10, 0.16, 0.20, 0.88, 0.93, 0.97, 0.30, 0.84, 0.13, 0.36)[k % 11],
            (0.06, 0.14, 0.20, 0.9, 0.95, 0.84, 0.3, 0.1, 0.78)[k % 9],
        )
        y = H * rng.uniform(0.86, 0.99)
        r = rng.uniform(26, 56)
        s.oval(x, y, r, r * 0.34, "#3f7a45")
        s.oval(x - 4, y - 2, r * 0.86, r * 0.26, "#5c9650")
    plants.reeds(
        s,
        [W * u + rng.normal(0, 10) for u in (0.01, 0.02, 0.04, 0.055, 0.97, 0.985, 0.995)],
        H + 10,
        s.pick(250, 360),
        ("#2c5a34", "#437a3e"),
    )
