"""A desk from above: a field book with a drawn leopard, a plaster print, leaves, a cone, pencils, a lens."""

import numpy as np

from .. import plants, things
from .. import postures as pose
from ..beasts import beast
from ..sheet import Sheet, blob, mixed


def draw(s: Sheet) -> None:
    """Draw the scene."""
    W, H, rng = s.W, s.H, s.rng
    for k in range(s.pick(6, 9)):
        n = H / s.pick(6, 9)
        tone = mixed("#b98a5a", "#d9ae7a", rng.uniform(0.1, 0.9))
        s.fill(s.box(-5, k * n, W + 5, (k + 1) * n), tone)
        for _ in range(26):
            x, y, g = rng.uniform(-60, W), (k + rng.uniform(0.06, 0.94)) * n, rng.uniform(120, 520)
            s.stem(
                [
                    (x, y, 0.6),
                    (x + g * 0.5, y + rng.normal(0, 5), rng.uniform(1, 3.4)),
                    (x + g, y + rng.normal(0, 3), 0.6),
                ],
                mixed(tone, "#6b4522", 0.42),
                90,
            )
        s.fill(s.box(-5, (k + 1) * n - 3, W + 5, (k + 1) * n), "#6d4a2a")
    s.shade(
        s.box(-5, -5, W + 5, H + 5), (0, 0), (W, H), ("#fff2cf", "#fff2cf", "#2a1a10"), (70, 0, 90)
    )
    bx, by = s.at((0.50, 0.50), (0.48, 0.40))
    k = s.pick(1.0, 1.02)
    put = lambda u, v: (bx + k * (u * 0.995 - v * 0.10), by + k * (u * 0.10 + v * 0.995))
    page = lambda *p: [put(u, v) for u, v in p]
    s.fill(page((-372, -232), (384, -232), (384, 262), (-372, 262)), "#1c120a", 110, 14)
    s.fill(page((-372, -240), (372, -240), (372, 246), (-372, 246)), "#35503f")
    for side in (-1, 1):
        s.fill(page((0, -226), (side * 356, -226), (side * 356, 232), (0, 232)), "#f6efdd")
        s.shade(
            page((0, -226), (side * 356, -226), (side * 356, 232), (0, 232)),
            put(0, 0),
            put(side * 150, 0),
            ("#8d7a5c", "#f6efdd"),
            (120, 0),
        )
    for row in range(9):
        v = -150 + 40 * row
        if row in (3, 4, 5):
            continue
        s.line([put(40, v), put(40 + rng.uniform(180, 290), v)], 3.2, "#7c8794", 150)
    for u, h in (
        (60, 26),
        (92, 60),
        (124, 84),
        (156, 48),
        (188, 92),
        (220, 70),
        (252, 36),
        (284, 18),
    ):
        s.fill(
            page((u, 62), (u + 20, 62), (u + 20, 62 - h), (u, 62 - h)),
            ("#c9772b", "#2f6b4a")[u % 3 == 0],
            220,
        )
    s.line([put(46, 64), put(318, 64)], 3, "#4a4038")
    fx, fy = put(-196, 62)
    beast(
        s,
        "amur-leopard",
        pose.walk(0.30),
        fx + 46,
        fy,
        165 * k,
        heading=0,
        above=3,
        seed=11,
        shadow=0,
        veil=("#f6efdd", 0.18),
    )
    for _ in range(60):
        x, y = fx + rng.uniform(-150, 150), fy + rng.uniform(-4, 8)
        s.line([(x, y), (x + 26, y - 3)], 1.4, "#6d6256", 110)
    for row in range(4):
        s.line(
            [put(-330, 120 + 28 * row), put(-330 + rng.uniform(200, 290), 120 + 28 * row)],
            3,
            "#7c8794",
            150,
        )
    for u, v, n in ((-320, -180, 9), (-290, -172, 9), (-252, -184, 9), (-222, -176, 9)):
        things.paw(s, *put(u, v), n, "#5c5048", 0.7)
    px, py = s.at((0.135, 0.36), (0.22, 0.80))
    s.disc(px + 10, py + 14, 118, "#1c120a", 120, 10)
    s.fill(blob(rng, px, py, 116, 112, 0.05, 14), "#e9e4da")
    s.fill(blob(rng, px - 6, py - 8, 104, 100, 0.05, 14), "#f8f5ee")
    things.paw(s, px + 3, py + 17, 46, "#c5bcae", 0.12)
    things.paw(s, px, py + 12, 43, "#ddd6ca", 0.12)
    lx, ly = s.at((0.845, 0.34), (0.72, 0.80))
    s.stem([(lx + 74, ly + 84, 30), (lx + 190, ly + 214, 34)], "#1c120a", 100, 8)
    s.stem([(lx + 66, ly + 70, 24), (lx + 110, ly + 118, 32), (lx + 178, ly + 196, 28)], "#5a3322")
    s.stem([(lx + 70, ly + 66, 6), (lx + 176, ly + 184, 7)], "#96623f", 220)
    s.disc(lx + 8, ly + 12, 100, "#1c120a", 90, 8)
    s.disc(lx, ly, 96, "#c7a85a")
    s.disc(lx, ly, 82, "#dcd6c2")
    plants.leaf(s, lx + 10, ly + 78, 150, 1.75, "#b5471f")
    s.disc(lx, ly, 82, "#eaf6f6", 60)
    s.stem([(lx - 60, ly - 20, 4), (lx - 42, ly - 48, 12), (lx - 16, ly - 62, 4)], "#ffffff", 170)
    for (x, y), turn, tone, shape in zip(
        s.pick(
            ((100, 640), (250, 700), (1500, 690), (1380, 90)),
            ((120, 1130), (880, 1130), (60, 90), (910, 110)),
        ),
        (0.7, 2.0, 2.4, -1.0),
        ("#c9742b", "#8f3a1c", "#d9a233", "#5d7a3a"),
        (plants.OAK_LEAF, plants.MAPLE_LEAF, plants.MAPLE_LEAF, plants.OAK_LEAF),
        strict=True,
    ):
        plants.leaf(s, x + 8, y + 10, 150, turn, "#1c120a", shape, False, alpha=70)
        plants.leaf(s, x, y, 150, turn, tone, shape)
    for n, (x0, y0, x1, y1, tone) in enumerate(
        s.pick(
            ((250, 60, 420, 20, "#c0392b"), (1180, 720, 1420, 780, "#2f6b8a")),
            ((560, 1060, 800, 1120, "#c0392b"), (420, 700, 640, 740, "#2f6b8a")),
        )
    ):
        d = np.hypot(x1 - x0, y1 - y0)
        ux, uy = (x1 - x0) / d, (y1 - y0) / d
        e = (x1 + ux * 130, y1 + uy * 130)
        s.stem([(x0 + 6, y0 + 9, 18), (e[0] + 6, e[1] + 9, 14)], "#1c120a", 90, 5)
        s.stem([(x0, y0, 17), (e[0] - ux * 34, e[1] - uy * 34, 17)], tone)
        s.stem(
            [(x0 - uy * 4, y0 + ux * 4 - 6, 4), (e[0] - ux * 38, e[1] - uy * 38 - 4, 4)],
            mixed(tone, "#ffffff", 0.4),
            200,
        )
        s.fill(
            [
                (e[0] - ux * 36 - uy * 8, e[1] - uy * 36 + ux * 8),
                (e[0] - ux * 36 + uy * 8, e[1] - uy * 36 - ux * 8),
                (e[0], e[1]),
            ],
            "#e6c79a",
        )
        s.fill(
            [
                (e[0] - ux * 10 - uy * 3, e[1] - uy * 10 + ux * 3),
                (e[0] - ux * 10 + uy * 3, e[1] - uy * 10 - ux * 3),
                (e[0], e[1]),
            ],
            "#2b2320" if n else tone,
        )
    cone = s.at((0.85, 0.86), (0.12, 0.62))
    s.oval(cone[0] + 8, cone[1] + 18, 62, 80, "#1c120a", 100, 8)
    plants.pine_cone(s, *cone, 112, "#8a5a35")
