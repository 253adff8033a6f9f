"""People, small and from behind: walkers, skiers, a class, a photographer; and a hand close by."""

import numpy as np

from .colours import mixed
from .sheet import Sheet

SKIN = "#d8a884"


def person(
    s: Sheet,
    x,
    y,
    h,
    coat,
    *,
    legs="#3a424c",
    hat: str | None = None,
    hair="#3a2c22",
    pack: str | None = None,
    stride: float = 0.3,
    arm: str = "down",
    lean: float = 0.0,
    pole: bool = False,
    shade: float = 0.0,
) -> None:
    """Draw somebody from behind, `h` units tall, feet at (x, y)."""
    t = lambda c: mixed(c, "#10151c", shade)
    at = lambda u, v: (x + (u + lean * v) * h, y - v * h)
    stem = lambda chain, c: s.stem([(*at(u, v), w * h) for u, v, w in chain], t(c))
    for side in (-1, 1):
        knee = side * 0.05 + stride * 0.10 * side
        up = 0.05 if side > 0 and stride > 0.2 else 0.0
        stem(
            [
                (side * 0.045, 0.48, 0.115),
                (knee, 0.26, 0.085),
                (side * (0.05 + stride * 0.12), 0.03 + up, 0.07),
            ],
            legs,
        )
        stem(
            [
                (side * (0.05 + stride * 0.12), 0.025 + up, 0.075),
                (side * (0.06 + stride * 0.14), 0.012 + up, 0.07),
            ],
            "#2b241f",
        )
    for side in (-1, 1):
        if arm == "glass":
            chain = [
                (side * 0.115, 0.76, 0.075),
                (side * 0.215, 0.72, 0.065),
                (side * 0.07, 0.90, 0.055),
            ]
        elif arm == "point" and side > 0:
            chain = [(0.11, 0.76, 0.075), (0.24, 0.76, 0.06), (0.36, 0.84, 0.045)]
        else:
            chain = [
                (side * 0.115, 0.76, 0.075),
                (side * 0.165, 0.60, 0.066),
                (side * 0.15, 0.46, 0.055),
            ]
        stem(chain, coat)
        if arm == "down":
            stem([(side * 0.15, 0.45, 0.05), (side * 0.148, 0.42, 0.045)], SKIN)
        if pole:
            s.line(
                [at(side * 0.15, 0.46), at(side * (0.19 + 0.05 * stride), 0.0)],
                max(1.2, h * 0.012),
                t("#3a3a3a"),
            )
    s.curve(
        [
            at(u, v)
            for u, v in (
                (-0.13, 0.78),
                (-0.145, 0.60),
                (-0.12, 0.43),
                (0, 0.41),
                (0.12, 0.43),
                (0.145, 0.60),
                (0.13, 0.78),
                (0.05, 0.82),
                (-0.05, 0.82),
            )
        ],
        t(coat),
    )
    s.curve(
        [
            at(u, v)
            for u, v in (
                (0.02, 0.80),
                (0.04, 0.60),
                (0.03, 0.43),
                (0.12, 0.43),
                (0.145, 0.60),
                (0.13, 0.78),
            )
        ],
        t(mixed(coat, "#000000", 0.18)),
    )
    if pack:
        s.curve(
            [
                at(u, v)
                for u, v in (
                    (-0.10, 0.80),
                    (-0.12, 0.62),
                    (-0.10, 0.48),
                    (0.10, 0.48),
                    (0.12, 0.62),
                    (0.10, 0.80),
                )
            ],
            t(pack),
        )
        s.curve(
            [at(u, v) for u, v in ((-0.085, 0.60), (-0.085, 0.50), (0.085, 0.50), (0.085, 0.60))],
            t(mixed(pack, "#000000", 0.2)),
        )
    stem([(0, 0.79, 0.07), (0, 0.86, 0.065)], hair if arm == "glass" else SKIN)
    s.curve(
        [
            at(u, v)
            for u, v in (
                (-0.065, 0.90),
                (-0.05, 0.98),
                (0, 1.0),
                (0.05, 0.98),
                (0.065, 0.90),
                (0.04, 0.845),
                (-0.04, 0.845),
            )
        ],
        t(hat or hair),
    )
    if hat:
        stem([(-0.05, 0.865, 0.03), (0.05, 0.865, 0.03)], hair)
        stem(
            [(-0.075, 0.92, 0.028), (0, 0.915, 0.034), (0.075, 0.92, 0.028)],
            mixed(hat, "#000000", 0.2),
        )


def seated(
    s: Sheet, x, y, h, coat, hair="#3a2c22", hat: str | None = None, long_hair: bool = False
) -> None:
    """Draw a child sitting on the ground or a log, from behind; `h` is its height when standing."""
    at = lambda u, v: (x + u * h, y - v * h)
    s.curve(
        [
            at(u, v)
            for u, v in (
                (-0.19, 0.06),
                (-0.16, 0.16),
                (0, 0.18),
                (0.16, 0.16),
                (0.19, 0.06),
                (0.1, 0.0),
                (-0.1, 0.0),
            )
        ],
        "#3d4a5c",
    )
    s.curve(
        [
            at(u, v)
            for u, v in (
                (-0.13, 0.44),
                (-0.17, 0.28),
                (-0.14, 0.10),
                (0, 0.08),
                (0.14, 0.10),
                (0.17, 0.28),
                (0.13, 0.44),
                (0, 0.48),
            )
        ],
        coat,
    )
    s.curve(
        [
            at(u, v)
            for u, v in (
                (0.03, 0.46),
                (0.05, 0.28),
                (0.04, 0.09),
                (0.14, 0.10),
                (0.17, 0.28),
                (0.13, 0.44),
            )
        ],
        mixed(coat, "#000000", 0.16),
    )
    s.stem([(*at(0, 0.46), 0.07 * h), (*at(0, 0.52), 0.07 * h)], SKIN)
    s.curve(
        [
            at(u, v)
            for u, v in (
                (-0.085, 0.58),
                (-0.065, 0.67),
                (0, 0.70),
                (0.065, 0.67),
                (0.085, 0.58),
                (0.05, 0.51),
                (-0.05, 0.51),
            )
        ],
        hat or hair,
    )
    if long_hair:
        s.stem(
            [(*at(0, 0.60), 0.10 * h), (*at(0.01, 0.46), 0.075 * h), (*at(0.0, 0.34), 0.02 * h)],
            hair,
        )
    if hat:
        s.stem(
            [(*at(-0.09, 0.57), 0.04 * h), (*at(0.09, 0.57), 0.04 * h)], mixed(hat, "#000000", 0.2)
        )


def skier(s: Sheet, x, y, h, coat, pack, hat, step: float = 1.0) -> None:
    """Draw a ranger on wide hunting skis from behind."""
    for side in (-1, 1):
        k = side * step
        s.stem(
            [
                (x + side * h * 0.10, y + h * 0.10 - k * h * 0.05, 4),
                (x + side * h * 0.085, y - h * 0.02 - k * h * 0.05, h * 0.045),
                (x + side * h * 0.06, y - h * 0.22 - k * h * 0.04, 3),
            ],
            "#6b4a2f",
        )
    person(s, x, y, h, coat, pack=pack, hat=hat, stride=0.22 * step, pole=True)


def cyclist(s: Sheet, x, y, h, coat) -> None:
    """Draw somebody with a bicycle, small, from the side."""
    r = h * 0.20
    for u in (-0.28, 0.30):
        t = np.linspace(0, 6.3, 30)
        s.line(
            np.stack([x + u * h + r * np.cos(t), y - r + r * np.sin(t)], 1),
            max(1.4, h * 0.018),
            "#23282c",
        )
    a, b, c, d = (
        (x - 0.28 * h, y - r),
        (x - 0.02 * h, y - r * 0.9),
        (x + 0.22 * h, y - h * 0.46),
        (x - 0.12 * h, y - h * 0.42),
    )
    for p, q in ((a, b), (b, c), (a, d), (d, c), (b, d), (c, (x + 0.30 * h, y - r))):
        s.line([p, q], max(1.4, h * 0.02), "#a8442e")
    s.stem(
        [
            (x - 0.10 * h, y - 0.46 * h, h * 0.09),
            (x + 0.06 * h, y - 0.34 * h, h * 0.075),
            (x, y - 0.14 * h, h * 0.055),
        ],
        "#3a424c",
    )
    s.stem(
        [
            (x - 0.10 * h, y - 0.48 * h, h * 0.12),
            (x - 0.04 * h, y - 0.64 * h, h * 0.13),
            (x + 0.04 * h, y - 0.74 * h, h * 0.10),
        ],
        coat,
    )
    s.stem(
        [
            (x + 0.04 * h, y - 0.72 * h, h * 0.055),
            (x + 0.13 * h, y - 0.60 * h, h * 0.05),
            (x + 0.20 * h, y - 0.50 * h, h * 0.04),
        ],
        coat,
    )
    s.disc(x + 0.09 * h, y - 0.83 * h, h * 0.065, SKIN)
    s.curve(
        [
            (x + u * h, y - v * h)
            for u, v in ((0.0, 0.85), (0.04, 0.93), (0.12, 0.93), (0.17, 0.86))
        ],
        "#e2b13c",
    )


def hand(s: Sheet, x, y, size, sleeve="#5a6340", turn: float = 0.0, left: bool = False) -> None:
    """Draw a hand that reaches in from the lower corner, fingers about to hold; (x, y) is its palm."""
    d, c, n = (-1 if left else 1), np.cos(turn), np.sin(turn)
    at = lambda u, v: (x + d * size * (u * c - v * n), y - size * (u * n + v * c))
    stem = lambda chain, col: s.stem([(*at(u, v), w * size) for u, v, w in chain], col)
    dark, light = mixed(SKIN, "#7a4a34", 0.35), mixed(SKIN, "#fff0dc", 0.25)
    stem([(1.9, -1.5, 0.95), (1.2, -0.9, 0.85), (0.62, -0.48, 0.70)], sleeve)
    stem([(2.0, -1.8, 0.3), (1.3, -1.15, 0.3), (0.75, -0.72, 0.2)], mixed(sleeve, "#000000", 0.25))
    stem([(0.66, -0.52, 0.74), (0.54, -0.42, 0.74)], mixed(sleeve, "#000000", 0.35))
    stem([(0.55, -0.42, 0.50), (0.25, -0.18, 0.56), (0.0, 0.02, 0.58)], SKIN)
    for k, (u, v, bend) in enumerate(
        ((-0.20, -0.26, -0.10), (-0.26, -0.06, -0.02), (-0.22, 0.14, 0.05), (-0.10, 0.30, 0.12))
    ):
        stem(
            [
                (u + 0.25, v + 0.02, 0.19),
                (u - 0.10, v + 0.08, 0.175),
                (u - 0.42, v + bend, 0.15),
                (u - 0.52, v + bend * 1.2 - 0.02, 0.10),
            ],
            SKIN if k % 2 else mixed(SKIN, dark, 0.18),
        )
        stem([(u - 0.40, v + bend + 0.03, 0.05), (u - 0.52, v + bend * 1.2 + 0.02, 0.06)], light)
    stem([(0.10, 0.22, 0.22), (-0.06, 0.44, 0.19), (-0.26, 0.52, 0.15), (-0.34, 0.52, 0.10)], SKIN)
    stem([(-0.27, 0.55, 0.05), (-0.35, 0.54, 0.06)], light)
