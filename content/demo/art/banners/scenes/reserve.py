"""Straight down on an autumn forest: a river turns through it, a tiger crosses a gravel bar."""

import numpy as np

from .. import postures as pose
from .. import waters
from ..beasts import WARM, beast
from ..colours import AUTUMN, GOLD
from ..sheet import Sheet, blob, mixed


def draw(s: Sheet) -> None:
    """Draw the scene."""
    W, H, rng = s.W, s.H, s.rng
    s.fill(s.box(0, 0, W, H), "#3b2a1c")
    wide = [
        (-80, 0.20),
        (0.14, 0.30),
        (0.27, 0.58),
        (0.42, 0.74),
        (0.56, 0.50),
        (0.66, 0.26),
        (0.80, 0.36),
        (0.90, 0.66),
        (1.08, 0.86),
    ]
    tall = [
        (0.30, -0.08),
        (0.20, 0.10),
        (0.42, 0.24),
        (0.74, 0.30),
        (0.80, 0.46),
        (0.50, 0.56),
        (0.22, 0.64),
        (0.30, 0.82),
        (0.62, 0.92),
        (0.70, 1.08),
    ]
    pts = [(u * W if abs(u) < 5 else u, v * H) for u, v in s.pick(wide, tall)]
    widths = s.pick(
        (70, 84, 92, 100, 104, 96, 92, 104, 120), (70, 80, 92, 98, 100, 100, 104, 110, 116, 120)
    )
    _, _, line = waters.meander(pts, widths)
    waters.river(s, pts, [w * 1.75 for w in widths], ("#8d7f69", "#8d7f69"))
    _left, _right, line = waters.river(s, pts, [w * 1.5 for w in widths], ("#c9bda6", "#bdb098"))
    for _k in range(900):
        j = rng.integers(len(line))
        w = np.interp(j / len(line), np.linspace(0, 1, len(widths)), widths)
        x, y = line[j] + rng.normal(0, 0.42 * w, 2)
        r = rng.uniform(1.5, 5)
        s.oval(x, y, r * 1.2, r, mixed("#8d8271", "#efe6d5", rng.random()))
    moved = [
        (x + s.pick(10, 8) * np.sin(k * 1.7), y + 14 * np.cos(k * 1.3))
        for k, (x, y) in enumerate(pts)
    ]
    waters.river(s, moved, [w * 0.98 for w in widths], ("#2f7f86", "#3f9094"))
    waters.river(s, moved, [w * 0.62 for w in widths], ("#2a6f7d", "#2c7680"))
    waters.river(s, moved, [w * 0.24 for w in widths], ("#235f70", "#256672"))
    _, _, mid = waters.meander(moved, widths)
    for _k in range(210):
        j = rng.integers(4, len(mid) - 8)
        off = rng.normal(0, 17)
        a, b = mid[j] + off, mid[min(j + 6, len(mid) - 1)] + off
        s.stem([(*a, 0.5), (*(a + b) / 2, 2.2), (*b, 0.5)], "#bfe3df", int(rng.integers(50, 150)))
    spot = s.at((0.430, 0.645), (0.31, 0.685))
    bar = blob(rng, *spot, s.pick(120, 78), s.pick(46, 84), 0.24, 13)
    s.fill(bar, "#cdc0a8")
    s.fill(blob(rng, *spot, s.pick(86, 54), s.pick(28, 58), 0.24, 13), "#dcd0b9")
    for _ in range(120):
        r = rng.uniform(1.5, 4)
        s.oval(
            spot[0] + rng.normal(0, s.pick(46, 28)),
            spot[1] + rng.normal(0, s.pick(17, 30)),
            r * 1.2,
            r,
            mixed("#8d8271", "#f4ecdc", rng.random()),
        )
    crowns = []
    for _ in range(1500):
        x, y = rng.uniform(-40, W + 40), rng.uniform(-40, H + 40)
        d = np.hypot(*(line - (x, y)).T)
        j = int(d.argmin())
        w = np.interp(j / len(line), np.linspace(0, 1, len(widths)), widths)
        r = rng.uniform(22, 58)
        if (
            d[j] > w * 0.80 + r * 0.62
            and np.hypot(x - spot[0], y - spot[1]) > s.pick(120, 110) + r * 0.5
        ):
            crowns.append((y, x, r))
    for y, x, r in sorted(crowns, key=lambda c: c[2] + rng.normal(0, 6)):
        s.oval(x + r * 0.45, y + r * 0.5, r * 1.02, r * 1.0, "#1d130d", 130)
        stand = np.sin(x / 210 + 1) + np.sin(y / 160 + x / 400)
        if stand + rng.normal(0, 0.7) > 1.0:
            _fir_from_above(s, x, y, r * 0.95)
        else:
            _crown_from_above(
                s,
                x,
                y,
                r,
                (
                    AUTUMN,
                    GOLD,
                    ("#8f4a20", "#c46a28", "#e6a246", "#f3c566"),
                    ("#4d5a24", "#74803a", "#98a04a", "#bcc062"),
                )[int(rng.choice(4, p=(0.36, 0.26, 0.26, 0.12)))],
            )
    beast(
        s,
        "amur-tiger",
        pose.walk(0.3, 0.23, 0.08).tailed(
            (0.2, 0.2), (0.2, 0.1), (0.1, 0), (-0.2, 0), (-0.3, 0), (-0.3, 0)
        ),
        *spot,
        s.pick(62, 62),
        heading=s.pick(8, 62),
        above=74,
        away=8,
        seed=4,
        tones=WARM,
        shadow=0,
    )


def _crown_from_above(s: Sheet, x, y, r, tones) -> None:
    rng = s.rng
    for q, tone in enumerate(tones):
        k = 1 - 0.24 * q
        s.fill(blob(rng, x - r * 0.10 * q, y - r * 0.11 * q, r * k, r * k, 0.20, 11), tone)
    for _ in range(7):
        a, d = rng.uniform(0, 6.28), r * rng.uniform(0.2, 0.8)
        s.fill(
            blob(
                rng,
                x + np.cos(a) * d - r * 0.1,
                y + np.sin(a) * d - r * 0.1,
                r * 0.2,
                r * 0.17,
                0.3,
                6,
            ),
            tones[rng.integers(1, 4)],
        )


def _fir_from_above(s: Sheet, x, y, r) -> None:
    rng, n = s.rng, 26
    for tone, k in (("#16301f", 1.0), ("#24482c", 0.80), ("#35603a", 0.55), ("#4f7d4a", 0.30)):
        t = np.linspace(0, 2 * np.pi, n, endpoint=False)
        w = np.where(np.arange(n) % 2, 1.0, 0.66) * rng.uniform(0.88, 1.1, n) * r * k
        s.fill(
            np.stack(
                [x - (1 - k) * r * 0.15 + w * np.cos(t), y - (1 - k) * r * 0.15 + w * np.sin(t)], 1
            ),
            tone,
        )
