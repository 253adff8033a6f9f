"""A leopardess crosses a stream on a fallen pine, a cub behind her: one forest on both banks."""

import numpy as np

from .. import plants, skies, stones, waters, woods
from .. import postures as pose
from ..beasts import FOREST, beast
from ..sheet import Sheet, blob, mixed


def draw(s: Sheet) -> None:
    """Draw the scene."""
    W, H, rng = s.W, s.H, s.rng
    s.down(s.box(0, 0, W, H), 0, H * 0.7, ("#5d8f86", "#a9cdb0", "#e9f0cc"))
    s.glow(W * 0.5, H * 0.34, s.pick(480, 460), "#fbfbe0", 230)
    gap = W * s.pick(0.17, 0.16)
    for row, t in enumerate(
        (
            ("#9dc0a0", "#b4d2ac", "#cfe4bc"),
            ("#699a70", "#86b27c", "#a8ca8e"),
            ("#34684a", "#4f8754", "#76a863"),
        )
    ):
        for side in (-1, 1):
            for _ in range((20, 15, 9)[row]):
                x = W * 0.5 + side * (gap * (0.35 + 0.35 * row) + rng.random() * W * 0.5)
                base = H * (0.56 + 0.05 * row) + rng.normal(0, 10)
                if rng.random() < 0.5:
                    woods.conifer(s, x, base, rng.uniform(150, 250) * (1 + 0.45 * row), t[0], t[1])
                else:
                    s.stem(
                        [(x, base - 100, 7 + 6 * row), (x, base + 10, 10 + 8 * row)],
                        mixed(t[0], "#3a2c20", 0.5),
                    )
                    woods.crown(
                        s,
                        x,
                        base - 150 - 40 * row,
                        rng.uniform(60, 100) * (1 + 0.2 * row),
                        rng.uniform(60, 90) * (1 + 0.2 * row),
                        t,
                        9 + row,
                        0.8,
                    )
        skies.mist_patches(s, H * (0.55 + 0.04 * row), 6, "#f1f5dc", 70, 300)
    water = [
        (W * 0.5 - gap * 0.25, H * 0.60),
        (W * 0.5 + gap * 0.25, H * 0.60),
        (W * s.pick(0.66, 0.74), H * 0.80),
        (W * s.pick(0.80, 0.98), H * 1.05),
        (W * s.pick(0.18, 0.0), H * 1.05),
        (W * s.pick(0.34, 0.26), H * 0.80),
    ]
    s.down(s.box(0, H * 0.66, W, H), H * 0.62, H, ("#5f8f55", "#244a30"))
    s.curve(water, "#8f9a80")
    s.down(
        [(W * 0.5 + (x - W * 0.5) * 0.95, yy) for x, yy in water],
        H * 0.60,
        H,
        ("#e9f4df", "#7fb5ac", "#2f6f72"),
    )
    waters.streaks(
        s,
        H * 0.64,
        H,
        110,
        "#f6fbf0",
        150,
        150,
        inside=lambda yy: (
            W * 0.5 - (yy / H - 0.55) * W * 0.6,
            W * 0.5 + (yy / H - 0.55) * W * 0.6,
        ),
    )
    for _ in range(44):
        q = rng.random()
        side, yy = rng.choice([-1, 1]), H * (0.66 + 0.36 * q)
        x = W * 0.5 + side * W * (0.08 + q * s.pick(0.30, 0.42)) + rng.normal(0, 26)
        n = 30 + 90 * q
        stones.boulder(
            s,
            x,
            yy,
            n * rng.uniform(0.9, 1.6),
            n * 0.55,
            "#55605a",
            "#a3ab94",
            ("#5f9444", "#78a852")[rng.integers(2)],
        )
    ly = H * s.pick(0.735, 0.72)
    log = [
        (W * s.pick(0.10, -0.06), ly + 40, s.pick(96, 100)),
        (W * 0.38, ly + 14, s.pick(80, 84)),
        (W * 0.66, ly - 8, s.pick(66, 70)),
        (W * s.pick(0.93, 1.06), ly - 30, s.pick(52, 54)),
    ]
    s.stem([(x, yy + 26, w) for x, yy, w in log], "#10241c", 120, 12)
    s.stem(log, "#5e4332")
    s.stem([(x, yy - w * 0.26, w * 0.42) for x, yy, w in log], "#a37a58")
    for _ in range(90):
        q = rng.random()
        x = log[0][0] + (log[-1][0] - log[0][0]) * q
        yy = np.interp(x, [p[0] for p in log], [p[1] for p in log]) + rng.uniform(-30, 30)
        s.stem([(x, yy, 0.8), (x + 22, yy - 1, 3), (x + 48, yy - 3, 0.8)], "#3a281d", 150)
    for _ in range(46):
        x = rng.uniform(log[0][0], log[-1][0])
        yy = np.interp(x, [p[0] for p in log], [p[1] - p[2] * 0.46 for p in log])
        if rng.random() < 0.6:
            s.fill(
                blob(rng, x, yy + 2, rng.uniform(14, 34), rng.uniform(4, 9), 0.25, 8),
                ("#5f9444", "#78ac50", "#447a38")[rng.integers(3)],
            )
    top = lambda x: np.interp(x, [p[0] for p in log], [p[1] - p[2] * 0.46 for p in log])
    a, b = s.pick((0.56, 0.335), (0.54, 0.20))
    m = s.pick(300, 265)
    beast(
        s,
        "amur-leopard",
        pose.walk(0.30).turned(neck=(0, -0.12, 0)),
        a * W,
        top(a * W) + 6,
        m,
        heading=5,
        above=3,
        seed=41,
        tones=FOREST,
    )
    beast(
        s,
        "amur-leopard",
        pose.walk(0.75).turned(neck=(0, 0.15, 0)),
        b * W,
        top(b * W) + 5,
        m * 0.50,
        heading=8,
        above=3,
        seed=42,
        tones=FOREST,
    )
    for u in s.pick((0.03, 0.09, 0.90, 0.97), (0.03, 0.95, 0.86)):
        plants.fern(s, u * W, H * 1.01, rng.uniform(130, 190), ("#2f6a38", "#4b8c42", "#245732"), 9)
