"""A clear winter night: the Milky Way over snowy hills, a lamp in a ranger's cabin, a line of tracks."""

import numpy as np

from .. import hills, skies, things, woods
from ..sheet import Sheet, mixed


def draw(s: Sheet) -> None:
    """Draw the scene."""
    W, H, _rng = s.W, s.H, s.rng
    skies.sky(s, "#081226", "#14294a", "#3a5478", "#7f86a0", bottom=0.66)
    skies.stars(s, s.pick(520, 620), s.pick(0.60, 0.58), band=True)
    y = s.pick(0.56, 0.56) * H
    for k, (a, b) in enumerate(
        (("#4b6389", "#6f83a3"), ("#34507a", "#5f789d"), ("#223d63", "#466087"))
    ):
        line = hills.wavy(s, y + s.pick(30, 44) * k, 50 - 8 * k, 0.8 + 0.4 * k, 0.5)
        hills.wooded(s, line, 120, 10 + 6 * k, (mixed(a, "#0b1a30", 0.3), a), conifers=0.8)
        hills.ridge(s, line, a, b, 120, spurs=0.2, shade="#0b1a30", lit="#a9c0e0")
        hills.wooded(
            s,
            line,
            260,
            10 + 6 * k,
            (mixed(a, "#0b1a30", 0.35), mixed(a, b, 0.4)),
            down=80,
            conifers=0.8,
        )
    g = s.pick(0.74, 0.70) * H
    snow = hills.through(s, (0, g + 10), (W * 0.35, g + 26), (W * 0.7, g - 14), (W, g + 6), rough=2)
    hills.ridge(s, snow, "#9fb6d6", "#5f7ba6", 240)
    for x, h, b in s.pick(
        (
            (0.86, 300, 0.76),
            (0.93, 380, 0.80),
            (0.99, 270, 0.78),
            (0.60, 120, 0.735),
            (0.635, 90, 0.73),
        ),
        ((0.84, 330, 0.72), (0.95, 470, 0.75), (0.10, 180, 0.715), (0.04, 250, 0.73)),
    ):
        woods.conifer(s, W * x, H * b, h, "#0e2138", "#25466a", snow=False)
        woods.conifer(s, W * x, H * b, h, "#13283f", "#2c4f74", snow=True) if h > 250 else None
    cx, cy = s.at((0.745, 0.775), (0.60, 0.725))
    s.glow(cx - 40, cy - 20, 300, "#ffb75c", 90)
    things.cabin(s, cx, cy, s.pick(190, 220))
    s.oval(cx - 40, cy + 18, 130, 16, "#ffd79a", 130, 10)
    for k in range(9):
        q = k / 8
        s.oval(
            cx + s.pick(38, 44) + 26 * q + 8 * np.sin(q * 7),
            cy - s.pick(175, 200) - 110 * q,
            9 + 16 * q,
            8 + 10 * q,
            "#a9b9d6",
            int(90 * (1 - q)),
            7,
        )
    fore = hills.through(
        s, (0, H * s.pick(0.86, 0.84)), (W * 0.4, H * 0.90), (W, H * s.pick(0.84, 0.86)), rough=2
    )
    hills.ridge(s, fore, "#b4c8e4", "#7c98c2", 160)
    pts = s.pick(
        [(0.08, 1.02), (0.22, 0.92), (0.34, 0.885), (0.46, 0.845), (0.56, 0.81), (0.66, 0.788)],
        [(0.22, 1.0), (0.36, 0.93), (0.42, 0.87), (0.38, 0.82), (0.44, 0.77), (0.52, 0.74)],
    )
    things.tracks(
        s,
        [(u * W, v * H) for u, v in pts],
        30,
        s.pick(22, 26),
        "#54719f",
        0.5,
        light="#d3e0f4",
        gap=1.0,
    )
