"""Inside a dark hide: a photographer waits behind the slot, outside a leopard sits in the snow at first light."""

from dataclasses import replace

from .. import hills, skies, stones, woods
from .. import postures as pose
from ..beasts import SNOW, beast
from ..sheet import Sheet, mixed


def draw(s: Sheet) -> None:
    """Draw the scene."""
    W, H, rng = s.W, s.H, s.rng
    x0, y0, x1, y1 = s.pick((0.10, 0.16, 0.97, 0.665), (0.05, 0.20, 0.95, 0.60))
    box = s.box(x0 * W, y0 * H, x1 * W, y1 * H)
    s.fill(s.box(0, 0, W, H), "#15110e")
    with s.clipped(box):
        top, low = y0 * H, y1 * H
        s.down(s.box(0, top, W, low), top, low, ("#8fa6c4", "#e9c9c0", "#fbe8d4"))
        s.glow(W * s.pick(0.72, 0.70), top + 150, 360, "#fff0d6", 200)
        for k, (a, b) in enumerate(
            (("#a3b2c8", "#dcd5d8"), ("#7f95b0", "#c3c8d4"), ("#5c7694", "#a9b8c8"))
        ):
            line = hills.wavy(s, top + 120 + 50 * k, 40, 0.9 + 0.4 * k, 0.4)
            hills.wooded(s, line, 160, 14 + 8 * k, (mixed(a, "#2b3f58", 0.15), a), conifers=0.6)
            hills.ridge(s, line, a, b, 100, spurs=0.15)
            hills.wooded(
                s, line, 160, 14 + 8 * k, (mixed(a, "#2b3f58", 0.2), b), down=60, conifers=0.6
            )
        g = low - s.pick(104, 140)
        snow = hills.through(s, (0, g + 14), (W * 0.4, g - 4), (W * 0.8, g + 20), (W, g), rough=2)
        hills.ridge(s, snow, "#f4eef0", "#c3cfe0", 120)
        for u, h in s.pick(((0.93, 330), (0.18, 230), (0.86, 210)), ((0.90, 400), (0.12, 300))):
            woods.oak(s, W * u, g + 30, h, "#3f4350", (), 0, bare=True)
        for _ in range(16):
            x = rng.uniform(0, W)
            s.stem(
                [
                    (x - 160, g + rng.uniform(30, 120), 1),
                    (x, g + rng.uniform(40, 110), 12),
                    (x + 150, g + rng.uniform(40, 120), 1),
                ],
                "#b9c7dc",
                120,
                4,
            )
        rx, ry = s.pick((0.60, 0.585), (0.60, 0.525))
        stones.boulder(
            s,
            rx * W,
            ry * H + 34,
            s.pick(330, 330),
            s.pick(70, 76),
            "#5f6470",
            "#a9a4a8",
            "#f6f2f3",
        )
        beast(
            s,
            "amur-leopard",
            pose.sit().looking(0.55),
            rx * W + 30,
            ry * H - s.pick(14, 18),
            s.pick(235, 250),
            heading=-28,
            above=3,
            seed=13,
            winter=True,
            tones=replace(SNOW, sun=(0.6, -0.3, 0.5)),
            shadow=0,
        )
        skies.snowfall(s, 60, 2)
    wood = "#2b221c"
    for a, b, n in ((0, y0 * H, s.pick(3, 5)), (y1 * H, H, s.pick(6, 9))):
        for k in range(n):
            p, q = a + (b - a) * k / n, a + (b - a) * (k + 1) / n
            t = mixed(wood, "#5a4636", rng.uniform(0.0, 0.35))
            s.fill(s.box(0, p, W, q - 3), t)
            for _ in range(14):
                x, n2, yy = rng.uniform(0, W), rng.uniform(100, 380), rng.uniform(p + 4, q - 6)
                s.stem(
                    [(x, yy, 0.6), (x + n2 / 2, yy + rng.normal(0, 3), 2), (x + n2, yy, 0.6)],
                    mixed(t, "#000000", 0.4),
                    150,
                )
    for a, b in ((0, x0 * W), (x1 * W, W)):
        s.fill(s.box(a, y0 * H - 4, b, y1 * H + 4), "#211a15")
    s.fill(s.box(x0 * W - 16, y0 * H - 16, x1 * W + 16, y0 * H), "#3d3027")
    s.fill(s.box(x0 * W - 30, y1 * H, x1 * W + 30, y1 * H + 26), "#8a6f58")
    s.fill(s.box(x0 * W - 30, y1 * H + 20, x1 * W + 30, y1 * H + 34), "#3d3027")
    px, py, k = s.pick((0.25, 0.98, 1.0), (0.28, 0.97, 1.05))
    px, py = px * W, py * H
    at = lambda u, v: (px + u * k, py - v * k)
    curve = lambda pts, c: s.curve([at(*p) for p in pts], c)
    curve(
        [
            (-190, -60),
            (-180, 150),
            (-130, 250),
            (-50, 290),
            (40, 280),
            (110, 220),
            (140, 60),
            (150, -60),
        ],
        "#23303a",
    )
    curve(
        [(20, 284), (60, 270), (112, 214), (140, 60), (150, -60), (80, -60), (70, 160)], "#385061"
    )
    s.stem([(*at(-20, 270), 80 * k), (*at(0, 320), 84 * k)], "#1c2730")
    curve(
        [(-70, 330), (-64, 420), (0, 452), (62, 424), (74, 350), (40, 312), (-40, 308)], "#7d3f32"
    )
    curve([(30, 446), (62, 424), (74, 350), (40, 312), (34, 380)], "#b0624a")
    s.stem([(*at(-64, 352), 30 * k), (*at(0, 344), 34 * k), (*at(70, 358), 28 * k)], "#5f2f27")
    s.disc(*at(2, 462), 20 * k, "#94503f")
    s.stem([(*at(100, 180), 64 * k), (*at(200, 170), 56 * k), (*at(206, 300), 44 * k)], "#2c3c48")
    curve([(70, 330), (80, 392), (150, 398), (160, 330), (140, 312), (90, 312)], "#16181a")
    s.stem([(*at(140, 352), 60 * k), (*at(250, 360), 62 * k), (*at(330, 366), 78 * k)], "#22262a")
    s.stem(
        [(*at(150, 372), 10 * k), (*at(250, 384), 12 * k), (*at(322, 392), 14 * k)], "#5d6870", 200
    )
    s.stem([(*at(322, 366), 86 * k), (*at(372, 370), 92 * k)], "#15181b")
    for dx in (-40, 10, 70):
        s.stem([(*at(240, 320), 12), (*at(240 + dx * 2.2, -60), 14)], "#1a1714")
