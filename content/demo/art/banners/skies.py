"""Skies: colour, sun and moon, stars, clouds, mist, shafts of light, rain and snow."""

import numpy as np

from .sheet import Sheet


def sky(s: Sheet, *colours: str, bottom: float = 0.7) -> None:
    """Paint the whole sheet from the top colour to the last at the share `bottom` of its height."""
    s.down(s.box(-5, -5, s.W + 5, s.H + 5), 0, s.H * bottom, colours)


def sun(
    s: Sheet, x: float, y: float, r: float, colour: str = "#fff3d6", halo: float = 7, alpha=120
) -> None:
    """Draw a sun or a moon with its light."""
    s.glow(x, y, r * halo, colour, alpha)
    s.disc(x, y, r, colour)


def stars(s: Sheet, count: int, bottom: float, band: bool = False) -> None:
    """Scatter stars down to a share of the height; `band` draws the Milky Way across."""
    rng = s.rng
    if band:
        for _ in range(260):
            t = rng.random()
            x = s.W * (0.05 + 0.9 * t) + rng.normal(0, 20)
            y = s.H * bottom * (0.95 - 0.85 * t) + rng.normal(0, s.H * 0.035)
            s.disc(x, y, rng.uniform(12, 46), "#9fb4cf", int(rng.integers(3, 9)), 14)
    for k in range(count):
        x, y = rng.uniform(0, s.W), s.H * bottom * rng.random() ** 1.1
        if band and k % 3 == 0:
            t = rng.random()
            x = s.W * (0.05 + 0.9 * t) + rng.normal(0, 40)
            y = s.H * bottom * (0.95 - 0.85 * t) + rng.normal(0, s.H * 0.05)
        r = rng.uniform(0.5, 1.4) if rng.random() < 0.93 else rng.uniform(1.6, 2.3)
        s.disc(x, y, r, "#eef3f8", int(rng.integers(80, 240)))


def clouds(
    s: Sheet, y: float, count: int, colour: str, long=260, thick=16, alpha=150, spread=60
) -> None:
    """Lay long flat clouds about a row."""
    rng = s.rng
    for _ in range(count):
        x, row, w = (
            rng.uniform(-100, s.W + 100),
            y + rng.normal(0, spread),
            long * rng.uniform(0.4, 1.3),
        )
        for k in range(3):
            dx, h = rng.uniform(-0.4, 0.4) * w, thick * rng.uniform(0.3, 1.0)
            half = w * rng.uniform(0.25, 0.6)
            s.stem(
                [
                    (x + dx - half, row + k * 3, 1),
                    (x + dx - half * 0.3, row - h * 0.2, h),
                    (x + dx + half * 0.4, row, h * 0.8),
                    (x + dx + half, row + 3, 1),
                ],
                colour,
                alpha // (k + 1),
                1.5,
            )


def billows(
    s: Sheet, y: float, colours: tuple[str, str], count: int, size: float, alpha: int = 235
) -> None:
    """Pile up clouds with flat feet about a row, lit from above."""
    rng = s.rng
    for k in range(count):
        x, foot, r = (
            s.W * (k + rng.uniform(0.1, 0.9)) / count,
            y + rng.normal(0, size * 0.7),
            size * rng.uniform(0.6, 1.2),
        )
        heads = [
            (x + r * u, foot - r * h, r * n)
            for u, h, n in (
                (-1.5, 0.15, 0.42),
                (-0.8, 0.45, 0.62),
                (0.0, 0.75, 0.8),
                (0.75, 0.42, 0.66),
                (1.5, 0.18, 0.46),
                (2.1, 0.05, 0.3),
            )
        ]
        with s.clipped(s.box(-200, foot - 4 * r, s.W + 200, foot + 2)):
            for tone, dy, part in ((colours[1], 0.10, 1.0), (colours[0], -0.10, 0.88)):
                for hx, hy, n in heads:
                    s.oval(
                        hx + rng.normal(0, r * 0.06),
                        hy + dy * r,
                        n * part * 1.15,
                        n * part,
                        tone,
                        alpha,
                        r * 0.07,
                    )
            s.down(
                s.box(x - 3 * r, foot - r * 0.5, x + 3 * r, foot + 2),
                foot - r * 0.5,
                foot,
                (colours[1],) * 2,
                (0, alpha // 2),
            )


def mist(s: Sheet, y: float, deep: float, colour: str, alpha: int = 150) -> None:
    """Lay a band of mist about a row."""
    s.down(s.box(-5, y - deep, s.W + 5, y + deep), y - deep, y + deep, [colour] * 3, [0, alpha, 0])


def mist_patches(
    s: Sheet, y: float, count: int, colour: str, alpha: int = 70, long: float = 320
) -> None:
    """Let tongues of mist lie about a row."""
    for _ in range(count):
        x, row = s.rng.uniform(-100, s.W + 100), y + s.rng.normal(0, 26)
        s.oval(x, row, long * s.rng.uniform(0.4, 1), s.rng.uniform(8, 26), colour, alpha, 13)


def shafts(
    s: Sheet, x: float, y: float, count: int, colour: str, alpha: int = 26, lean: float = 0.4
) -> None:
    """Let light fall in shafts from a gap in the leaves."""
    rng = s.rng
    for _ in range(count):
        a, w = rng.normal(lean, 0.13), rng.uniform(18, 80)
        x0, far = x + rng.normal(0, s.W * 0.10), s.H * rng.uniform(0.8, 1.25)
        x1 = x0 + np.sin(a) * far
        shape = [(x0 - w * 0.2, y), (x0 + w * 0.2, y), (x1 + w, y + far), (x1 - w, y + far)]
        s.down(shape, y, y + far, [colour] * 3, [alpha, int(alpha * 0.8), 0])


def snowfall(s: Sheet, count: int, large: float = 3.2) -> None:
    """Let snow fall, near flakes larger."""
    for _ in range(count):
        r = large * s.rng.random() ** 2.2 + 0.7
        s.disc(
            s.rng.uniform(0, s.W),
            s.rng.uniform(0, s.H),
            r,
            "#ffffff",
            int(s.rng.integers(110, 230)),
            0.8 if r > 2.2 else 0,
        )


def rain(s: Sheet, count: int, colour: str = "#dfe8ea") -> None:
    """Let rain fall aslant."""
    for _ in range(count):
        x, y, n = s.rng.uniform(0, s.W), s.rng.uniform(0, s.H), s.rng.uniform(14, 46)
        s.line([(x, y), (x - n * 0.22, y + n)], 1.1, colour, int(s.rng.integers(40, 110)))
