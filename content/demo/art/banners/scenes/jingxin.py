"""At the height of the cranes: a pair dances in the shallows at dawn, others feed; geese rise from the mist."""

import numpy as np

from .. import birds, hills, plants, skies, waters
from ..sheet import Sheet, mixed


def draw(s: Sheet) -> None:
    """Draw the scene."""
    W, H, rng = s.W, s.H, s.rng
    level = s.pick(0.56, 0.54) * H
    skies.sky(s, "#8d9fc4", "#e3b9bf", "#fbd9b4", "#fff0d0", bottom=0.56)
    sx = W * s.pick(0.28, 0.32)
    skies.sun(s, sx, level - s.pick(92, 150), s.pick(40, 46), "#fff8e6", 8, 130)
    for k, (a, b) in enumerate((("#c7b0bd", "#f0d3c4"), ("#a898ad", "#e3c6bf"))):
        line = hills.wavy(s, level - 40 + 22 * k, 26 - 8 * k, 1 + k, 0.4)
        hills.ridge(s, line, a, b, 50)
        hills.wooded(s, line, 120, 8 + 4 * k, (mixed(a, "#5a4a66", 0.15), b), down=14, conifers=0.2)
    skies.mist_patches(s, level - 10, 14, "#ffeedb", 120, 420)
    birds.far_geese(
        s, W * s.pick(0.50, 0.42), H * s.pick(0.14, 0.20), 19, s.pick(15, 17), "#6d6480"
    )
    birds.far_geese(s, W * s.pick(0.74, 0.70), H * s.pick(0.30, 0.33), 11, s.pick(9, 10), "#8f82a0")
    waters.reflect(s, level, "#e9c9c0", 0.42, 2.4, deep="#8793b4")
    waters.glitter(s, sx, level + 4, H * 0.98, 150, "#fff3dc", 30, 80)
    waters.streaks(s, level + 10, H, 90, "#fdeedd", 90, 260)
    for u, v, n in ((0.10, 0.60, 240), (0.86, 0.605, 300), (0.55, 0.585, 200)):
        s.stem(
            [(u * W - n, v * H, 2), (u * W, v * H - 3, 11), (u * W + n, v * H, 2)],
            "#a98f7c",
            190,
            2,
        )
        plants.grass(
            s,
            [(u * W + rng.normal(0, n * 0.45), v * H) for _ in range(40)],
            22,
            ("#8d7a5c", "#b59a6c", "#75664e"),
            0.1,
            3,
        )
    for u, v, h, p, left in s.pick(
        (
            (0.40, 0.66, 120, "feed", True),
            (0.335, 0.655, 120, "stand", False),
            (0.92, 0.665, 130, "feed", True),
        ),
        (
            (0.16, 0.63, 120, "stand", False),
            (0.30, 0.64, 120, "feed", True),
            (0.90, 0.64, 120, "feed", True),
        ),
    ):
        _wade(s, u * W, v * H, h, p, left, ("#f3d9cc", 0.30))
    for u, v, h, p, left in s.pick(
        ((0.615, 0.90, 440, "dance", False), (0.79, 0.915, 430, "call", True)),
        ((0.36, 0.87, 470, "dance", False), (0.72, 0.885, 450, "call", True)),
    ):
        _wade(s, u * W, v * H, h, p, left, ("#f3d9cc", 0.0))
    birds.flying_crane(
        s, *s.at((0.20, 0.30), (0.74, 0.26)), s.pick(190, 220), 0.7, False, ("#e3c3c4", 0.18)
    )
    us = s.pick(
        [*np.linspace(-0.01, 0.09, 16), *np.linspace(0.10, 0.20, 7), *np.linspace(0.95, 1.02, 9)],
        [*np.linspace(-0.02, 0.14, 15), *np.linspace(0.92, 1.02, 8)],
    )
    plants.reeds(
        s,
        [u * W + rng.normal(0, 9) for u in us],
        H + 12,
        s.pick(330, 420),
        ("#7a6238", "#a58648", "#5d4a2e", "#c2a05c"),
        "#c9a878",
    )


def _wade(s: Sheet, x, y, h, p, left, veil) -> None:
    """Stand a crane in shallow water, its picture broken beneath it."""
    waters.rings(s, x, y, h * 0.20, "#fdf3e6", 3, 170)
    s.oval(x, y + h * 0.22, h * 0.16, h * 0.20, "#fbf6ee", 90, h * 0.05)
    s.oval(x - h * 0.10, y + h * 0.16, h * 0.12, h * 0.06, "#3a3f50", 70, h * 0.04)
    birds.crane(s, x, y, h, p, left, veil)
