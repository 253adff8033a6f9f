"""A water deer with fangs looks out of the reeds on a misty river bank."""

from dataclasses import replace

import numpy as np

from ...trail import cast, hoofed, plain_coats
from .. import hills, plants, skies, waters
from .. import postures as pose
from ..beasts import FOREST, beast
from ..sheet import Sheet, mixed


def draw(s: Sheet) -> None:
    """Draw the scene."""
    W, H, rng = s.W, s.H, s.rng
    s.down(s.box(0, 0, W, H), 0, H * 0.7, ("#b9c4bd", "#e4e4d0", "#f1e8cc"))
    s.glow(W * 0.3, H * 0.3, 420, "#fffbe8", 200)
    for k, (a, b) in enumerate((("#b5c0b4", "#dcdfcb"), ("#98a898", "#cdd3b9"))):
        line = hills.wavy(s, H * 0.36 + 40 * k, 30, 1 + k, 0.3)
        hills.ridge(s, line, a, b, 100)
        hills.wooded(s, line, 160, 10 + 6 * k, (mixed(a, "#5a6a54", 0.2), b), down=40, conifers=0.1)
    s.down(s.box(0, H * 0.54, W, H), H * 0.54, H, ("#e3e2cf", "#a9b3a4"))
    waters.streaks(s, H * 0.55, H * 0.7, 60, "#ffffff", 150, 200)
    skies.mist_patches(s, H * 0.55, 14, "#fbf8ea", 130, 400)
    tones = ("#c9b070", "#b09454", "#dcc78c", "#8f7844")
    plants.reeds(
        s,
        [rng.uniform(0, W) for _ in range(s.pick(90, 70))],
        H * 0.80,
        s.pick(300, 420),
        tones,
        "#d9c6a0",
    )
    x, yy = s.at((0.58, 1.20), (0.52, 1.10))
    beast(
        s,
        _water_deer(),
        pose.stand().looking(-0.35, 0.05),
        x,
        yy,
        s.pick(640, 700),
        heading=-138,
        above=3,
        away=4,
        seed=3,
        tones=replace(
            FOREST,
            sun=(-0.5, -0.7, 0.6),
            lit=(1.12, 1.04, 0.92),
            plain=(0.88, 0.86, 0.82),
            shade=(0.58, 0.56, 0.54),
        ),
        shadow=0,
    )
    for u in np.linspace(-0.02, 1.02, s.pick(70, 54)):
        low = 1.0 if abs(u - s.pick(0.54, 0.48)) > s.pick(0.17, 0.26) else 0.45
        plants.reeds(
            s,
            [u * W + rng.normal(0, 8)],
            H + 16,
            s.pick(430, 560) * low,
            ("#a5893f", "#c9ac5c", "#7d6630", "#d9c27a"),
            "#d3bd92",
        )


def _water_deer() -> str:
    """Add the water deer to the cast: a small hind with round ears and two fangs."""
    if "water-deer" not in cast.ROLES:
        fang = (
            [(0.205, 0.024, -0.050), (0.203, 0.029, -0.072), (0.194, 0.031, -0.100)],
            [0.008, 0.006, 0.0015],
            (0.95, 0.92, 0.85),
        )
        cast.ROLES["water-deer"] = cast.Role(
            lambda: replace(hoofed.roe_doe(), horns=[fang], name="water deer"), plain_coats.roe
        )
    return "water-deer"
