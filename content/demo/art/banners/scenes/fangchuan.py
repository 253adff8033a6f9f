"""The tiered tower at Fangchuan above the Tumen: river, railway bridge and plain run to the sea at sunrise."""

import numpy as np

from .. import birds, hills, skies, things, waters, woods
from ..sheet import Sheet, blob, mixed


def draw(s: Sheet) -> None:
    """Draw the scene."""
    W, H, rng = s.W, s.H, s.rng
    skies.sky(s, "#7e93b8", "#d3b3b4", "#f8cf9c", "#fdeac2", bottom=0.42)
    y = s.pick(0.375, 0.40) * H
    sx = W * s.pick(0.38, 0.42)
    skies.clouds(s, y - s.pick(120, 220), 14, "#fbd9c0", 420, 18, 140, s.pick(60, 120))
    skies.sun(s, sx, y - 14, s.pick(24, 28), "#fff6da", 9, 150)
    s.down(s.box(0, y, W, y + 40), y, y + 40, ("#fbe3bd", "#c9c3bf"))
    waters.glitter(s, sx, y + 2, y + 34, 60, "#fffbe8", 30, 30)
    plain = hills.wavy(s, y + 30, 4, 2)
    hills.ridge(s, plain, "#c0ad90", "#a9a06f", 60)
    s.down(s.box(0, y + 34, W, H), y + 30, H, ("#c3b183", "#93955a", "#4f6238"))
    for _ in range(260):
        q = rng.random() ** 1.5
        yy = y + 38 + q * (H * 0.86 - y)
        w = (26 + 300 * q) * rng.uniform(0.5, 1.2)
        x = rng.uniform(-50, W)
        t = ("#d1bf83", "#a8a860", "#7f9250", "#c7b56c", "#8b9c5c", "#6d8449")[rng.integers(6)]
        s.fill(
            [
                (x, yy),
                (x + w, yy - 2 - 3 * q),
                (x + w * 1.1, yy + 5 + 17 * q),
                (x + w * 0.06, yy + 7 + 18 * q),
            ],
            mixed(t, "#f3d9ac", 0.55 * (1 - q)),
            150,
        )
    pts = [
        (sx + 10, y + 24),
        (sx - 40, y + 40),
        (sx + 70, y + 56),
        (sx - 90, y + 86),
        (sx + 90, y + 128),
        (sx - 150, y + s.pick(190, 220)),
        (sx + s.pick(10, 60), y + s.pick(290, 400)),
        (sx - s.pick(330, 300), H * 1.06),
    ]
    left, right, line = waters.river(
        s,
        pts,
        (6, 9, 14, 24, 42, 74, 130, 230),
        ("#fdeac6", "#d9c6b0", "#8fa6b4"),
        bank="#d8c79c",
        rim=1.3,
    )
    for u in (0.30, 0.44, 0.6, 0.75):
        j = int(u * len(line))
        w = np.hypot(*(left[j] - right[j]))
        s.fill(blob(rng, *line[j], w * 0.42, w * 0.10, 0.15), "#d8c79c")
    j = int(0.40 * len(line))
    bx, by = line[j]
    for k in range(-9, 10):
        x = bx + k * 13
        s.line([(x, by + 14), (x, by)], 2.4, "#5c5550")
        s.line([(x - 6, by - 8), (x, by - 1), (x + 6, by - 8)], 1.1, "#5c5550")
    s.line([(bx - 128, by), (bx + 128, by)], 3, "#4f4944")
    s.line([(bx - 128, by - 9), (bx + 128, by - 9)], 1.6, "#4f4944")
    for side in (-1, 1):
        for k in range(3):
            base = y + 46 + s.pick(40, 50) * k
            xs = np.linspace(0, 1, 40)
            edge = (0.34 - 0.05 * k) * W
            top = base - (30 + 26 * k) * (1 - xs) ** 0.8 * (1 + 0.2 * np.sin(xs * 14 + k + side))
            px = xs * edge if side < 0 else W - xs * edge
            tone = mixed("#a59a86", "#56683f", k / 2)
            s.down(
                [*zip(px, top, strict=True), (px[0], base + 26)][::1],
                base - 60,
                base + 26,
                (tone, mixed(tone, "#d3bf8e", 0.5)),
            )
            for _ in range(26):
                q = rng.random()
                s_x = q * edge if side < 0 else W - q * edge
                hills.tuft(
                    s,
                    s_x,
                    np.interp(q, xs, top) + rng.uniform(2, 24),
                    9 + 6 * k,
                    mixed(tone, "#2d3d24", 0.35),
                )
    skies.mist_patches(s, y + 70, 9, "#fdeccb", 90, 380)
    tx, ty, th = s.pick((0.80, 0.82, 540), (0.70, 0.86, 640))
    hill = hills.through(
        s,
        *s.pick(
            (
                (0, H * 1.02),
                (W * 0.45, H * 0.97),
                (W * 0.64, H * 0.86),
                (W * 0.76, H * 0.815),
                (W * 0.88, H * 0.81),
                (W, H * 0.86),
            ),
            (
                (0, H * 0.99),
                (W * 0.3, H * 0.93),
                (W * 0.55, H * 0.86),
                (W * 0.8, H * 0.85),
                (W, H * 0.88),
            ),
        ),
        rough=4,
    )
    for _ in range(50):
        x = rng.uniform(W * s.pick(0.50, 0.2), W)
        if abs(x - tx * W) > th * 0.27:
            woods.crown(
                s,
                x,
                np.interp(x, *hill) - 8,
                rng.uniform(26, 46),
                rng.uniform(20, 34),
                ("#4a5a30", "#6c7a3c", "#a89a4a"),
                6,
                0.8,
            )
    things.tower(s, tx * W, ty * H, th, "#b08a6a", "#4d4a4f", "#ffd9a0")
    hills.ridge(s, hill, "#66703a", "#2f3a22", 150)
    for _ in range(70):
        x = rng.uniform(W * s.pick(0.46, 0.0), W)
        woods.crown(
            s,
            x,
            np.interp(x, *hill) + rng.uniform(22, 90),
            rng.uniform(30, 60),
            rng.uniform(22, 40),
            (("#33431f", "#566330", "#8a8a3e"), ("#5c3a1c", "#93602a", "#c9944a"))[
                int(rng.random() < 0.3)
            ],
            7,
            0.8,
        )
    birds.far_geese(
        s, W * s.pick(0.52, 0.20), H * s.pick(0.16, 0.22), 13, s.pick(17, 18), "#5b5560"
    )
