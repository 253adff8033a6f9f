"""Night in the forest: a camera trap glows on a trunk, a tiger with bright eyes comes into its light."""

from dataclasses import replace

import numpy as np

from .. import hills, plants, things, woods
from .. import postures as pose
from ..beasts import NIGHT, beast
from ..sheet import Sheet, mixed


def draw(s: Sheet) -> None:
    """Draw the scene."""
    W, H, rng = s.W, s.H, s.rng
    s.down(s.box(0, 0, W, H), 0, H, ("#070d18", "#12233a", "#0a1420"))
    cx, cy = s.at((0.135, 0.46), (0.21, 0.36))
    tx, ty = s.at((0.60, 0.86), (0.60, 0.84))
    for row, tone in enumerate(("#1b3049", "#152740", "#0f1d31")):
        for _ in range((34, 20, 9)[row]):
            x, w = rng.uniform(0, W), (12, 24, 46)[row] * rng.uniform(0.6, 1.3)
            lit = np.exp(-(((x - W * 0.52) / (W * 0.22)) ** 2))
            s.stem(
                [
                    (x, -20, w * 0.85),
                    (x + rng.normal(0, 8), H * 0.4, w * 0.9),
                    (x, H * (0.66 + 0.05 * row), w * 1.4),
                ],
                mixed(tone, "#5f7f9f", 0.42 * lit),
            )
    floor = hills.wavy(s, H * 0.70, 12, 2)
    hills.ridge(s, floor, "#22384e", "#0a1420", 200)
    beam = [(cx, cy), (W * 1.05, H * 0.16), (W * 1.05, H * 1.02), (W * 0.3, H * 1.02)]
    s.shade(beam, (cx, cy), (W * 0.95, H * 0.62), ("#9fc2de", "#7ea6c8", "#7ea6c8"), (74, 46, 0))
    plants.litter(s, H * 0.74, H * 1.02, 420, ("#3d5267", "#566d82", "#2c4054", "#71879a"), 30)
    for _ in range(26):
        plants.fern(
            s,
            rng.uniform(W * 0.2, W),
            H * rng.uniform(0.70, 0.76),
            rng.uniform(30, 60),
            ("#2f4a5c", "#41607a", "#1f3448"),
            5,
        )
    lamp = replace(
        NIGHT,
        sun=(-0.75, -0.55, 0.25),
        lit=(0.92, 0.98, 1.06),
        plain=(0.50, 0.57, 0.70),
        shade=(0.16, 0.21, 0.33),
    )
    beast(
        s,
        "amur-tiger",
        pose.walk(0.12, 0.23, 0.08).looking(-0.25, -0.05),
        tx,
        ty,
        s.pick(330, 330),
        heading=-128,
        above=4,
        away=6,
        seed=4,
        tones=lamp,
        shine="#e9ffd8",
        rich=0.62,
    )
    plants.grass(
        s,
        [(rng.uniform(W * 0.2, W), H * rng.uniform(0.93, 1.03)) for _ in range(60)],
        70,
        ("#24394d", "#34506a", "#162535"),
        0.2,
        3,
    )
    woods.trunk(
        s,
        cx - s.pick(10, 10),
        s.pick(230, 250),
        -30,
        H * 1.04,
        "oak",
        "#131a22",
        "#36485a",
        lean=0.02,
        root=0.4,
    )
    things.camera_trap(s, cx + 4, cy, s.pick(96, 104), glow=True, strap=115)
