"""Wild boar with striped young walk past a trunk; a dashed fan shows what the camera trap on it sees."""

import numpy as np

from .. import hills, plants, things, woods
from .. import postures as pose
from ..beasts import FOREST, beast
from ..sheet import Sheet


def draw(s: Sheet) -> None:
    """Draw the scene."""
    W, H, rng = s.W, s.H, s.rng
    s.down(s.box(0, 0, W, H), 0, H, ("#7d8a6a", "#c9c494", "#8a6a3a"))
    for row in range(3):
        for _ in range((40, 24, 10)[row]):
            x, w = rng.uniform(0, W), (10, 20, 38)[row] * rng.uniform(0.7, 1.3)
            s.stem(
                [
                    (x, -20, w * 0.85),
                    (x + rng.normal(0, 6), H * 0.3, w * 0.95),
                    (x, H * (0.52 + 0.05 * row), w * 1.25),
                ],
                ("#b5b58a", "#8f8f68", "#5f5f48")[row],
            )
    floor = hills.wavy(s, H * s.pick(0.56, 0.54), 10, 2)
    hills.ridge(s, floor, "#b08a4a", "#5a3c1c", 300)
    cx, cy = s.at((0.115, 0.36), (0.19, 0.30))
    fan = [
        (cx, cy),
        *[
            (W * u, H * v)
            for u, v in s.pick(
                ((1.02, 0.40), (1.02, 1.02), (0.42, 1.02)),
                ((1.02, 0.44), (1.02, 1.02), (0.34, 1.02)),
            )
        ],
    ]
    s.shade(fan, (cx, cy), (W * 0.95, H * 0.85), ("#fff4c0", "#fff0b0", "#fff0b0"), (120, 74, 26))
    plants.litter(s, H * 0.58, H * 1.02, 520, ("#b5742e", "#d19a48", "#8a4f1f", "#e0b866"), 34)
    for t in s.pick((0.30, 0.52, 0.74, 0.96), (0.36, 0.58, 0.80, 1.0)):
        arc = []
        for q in np.linspace(0, 1, 15):
            edge = np.array(fan[1]) * (1 - q) + np.array(fan[3]) * q
            d = edge - (cx, cy)
            arc.append(
                (
                    cx + d[0] * t * (1 + 0.10 * np.sin(np.pi * q)),
                    cy + d[1] * t * (1 + 0.10 * np.sin(np.pi * q)),
                )
            )
        for px, py in np.stack(
            [np.interp(np.linspace(0, 14, 40), range(15), c) for c in zip(*arc, strict=True)], 1
        ):
            s.disc(px, py, 3.4, "#fff8dc", 170)
    x, yy = s.at((0.66, 0.82), (0.62, 0.74))
    m = s.pick(300, 330)
    beast(
        s,
        "wild-boar",
        pose.walk(0.2, 0.15, 0.06).turned(neck=(0, -0.1, 0)),
        x,
        yy,
        m,
        heading=200,
        above=5,
        seed=5,
        tones=FOREST,
    )
    for k, (du, dv) in enumerate(
        s.pick(
            ((-0.16, 0.10), (0.02, 0.13), (0.17, 0.09)),
            ((-0.30, 0.10), (-0.06, 0.14), (0.18, 0.10)),
        )
    ):
        beast(
            s,
            "wild-boar",
            pose.walk(0.3 * k, 0.15, 0.06),
            x + du * W,
            yy + dv * H,
            m * 0.40,
            heading=190 + 8 * k,
            above=6,
            seed=20 + k,
            tones=FOREST,
            veil=("#b0733c", 0.30),
        )
    woods.trunk(
        s, cx - 8, s.pick(230, 240), -30, H * 1.05, "oak", "#3d3226", "#8a7656", lean=0.01, root=0.4
    )
    things.camera_trap(s, cx + 6, cy, s.pick(98, 106), strap=112)
    plants.grass(
        s,
        [(rng.uniform(W * 0.2, W), H * rng.uniform(0.96, 1.04)) for _ in range(40)],
        70,
        ("#a5803c", "#c9a658", "#7a5a28"),
        0.2,
        3,
    )
