"""A path bends through a birch wood in yellow leaf; a paw on a marker shows the way."""

import numpy as np

from .. import hills, plants, things, waters, woods
from ..sheet import Sheet, blob, mixed


def draw(s: Sheet) -> None:
    """Draw the scene."""
    W, H, rng = s.W, s.H, s.rng
    s.down(s.box(0, 0, W, H), 0, H * 0.7, ("#e7b94a", "#f4d880", "#fbeec0"))
    lx = W * s.pick(0.60, 0.58)
    s.glow(lx, H * 0.45, s.pick(430, 430), "#fffbe6", 235)
    horizon = s.pick(0.56, 0.58) * H
    for row in range(3):
        for _ in range((70, 40, 22)[row]):
            x, w = rng.uniform(0, W), (4, 8, 14)[row] * rng.uniform(0.7, 1.3)
            s.stem(
                [
                    (x + rng.normal(0, 8), -10, w * 0.7),
                    (x, horizon * 0.5, w * 0.85),
                    (x, horizon + 14 * row, w * 1.1),
                ],
                mixed(
                    ("#efd79a", "#e6d2ac", "#d6cbb8")[row],
                    "#fff8e0",
                    0.5 * np.exp(-(((x - lx) / 200) ** 2)),
                ),
            )
            if row and rng.random() < 0.8:
                for _ in range(5):
                    y = rng.uniform(20, horizon)
                    s.stem(
                        [(x - w * 0.45, y, 0.6), (x, y, 1.8 + row), (x + w * 0.4, y, 0.6)],
                        "#5a4a38",
                        150,
                    )
        for _ in range(s.pick(22, 20)):
            x, y = rng.uniform(-20, W + 20), horizon * rng.uniform(0.0, 0.50 - 0.1 * row)
            t = (
                ("#e9c158", "#f1d27a", "#f7e3a0"),
                ("#c98d22", "#e2ad35", "#f0cb5c"),
                ("#a86a17", "#cf9426", "#eec04a"),
            )[row]
            woods.crown(s, x, y, rng.uniform(70, 130), rng.uniform(36, 64), t, 7 + row, 0.8)
    floor = hills.wavy(s, horizon, 10, 1.4)
    hills.ridge(s, floor, "#d9a445", "#8d4f1c", 260)
    pts = [
        (W * s.pick(0.20, 0.10), H * 1.25),
        (W * s.pick(0.44, 0.44), H * 0.90),
        (W * s.pick(0.64, 0.70), H * 0.74),
        (W * s.pick(0.60, 0.62), H * 0.655),
        (W * s.pick(0.545, 0.52), H * 0.615),
        (W * s.pick(0.58, 0.57), horizon + 6),
    ]
    left, right, _ = waters.meander(pts, (s.pick(560, 560), 240, 110, 54, 26, 12))
    s.down(np.vstack([left, right[::-1]]), horizon, H, ("#f2d9a0", "#b98d55"))
    plants.litter(
        s,
        horizon + 12,
        H,
        900,
        ("#d99a2b", "#efc04a", "#b8701f", "#f4d878", "#96501a"),
        20,
        plants.OVAL_LEAF,
    )
    for x, w, b in s.pick(
        (
            (0.045, 92, 0.93),
            (0.20, 50, 0.76),
            (0.30, 34, 0.68),
            (0.78, 58, 0.80),
            (0.90, 106, 0.97),
        ),
        ((0.06, 110, 0.90), (0.28, 48, 0.72), (0.86, 84, 0.84), (0.72, 34, 0.68)),
    ):
        woods.trunk(
            s,
            W * x,
            w,
            -30,
            H * b,
            "birch",
            "#ddd6c6",
            "#fffdf6",
            lean=rng.uniform(-0.03, 0.03),
            root=0.3,
        )
        plants.grass(
            s,
            [(W * x + rng.normal(0, w), H * b + 6) for _ in range(8)],
            w * 0.8,
            ("#b98a3a", "#d9b25a", "#8a5f24"),
            0.2,
            2,
        )
    sx, sy = s.at((0.905, 0.42), (0.865, 0.40))
    r = s.pick(40, 40)
    s.fill(blob(rng, sx, sy, r * 1.15, r * 1.3, 0.04, 12), "#f3efe2")
    s.fill(blob(rng, sx, sy, r * 1.02, r * 1.17, 0.04, 12), "#1f5a3c")
    things.paw(s, sx, sy + 6, r * 0.42, "#f6e7b8")
    for _ in range(34):
        plants.leaf(
            s,
            rng.uniform(0, W),
            rng.uniform(0, H * 0.75),
            rng.uniform(10, 22),
            rng.uniform(0, 6.28),
            ("#e6a92e", "#f4cf5c", "#c77d1f")[rng.integers(3)],
            plants.OVAL_LEAF,
            False,
            rng.uniform(0.4, 1),
        )
