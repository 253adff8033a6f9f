"""Grass, reeds, pine twigs and ferns before and beside the animal."""

import numpy as np

from ..banners.colours import mixed
from .sheet import WIDTH, Sheet


def blades(
    sheet: Sheet,
    level: float,
    count: int,
    colours,
    *,
    tall=(60, 190),
    lean: float = 18,
    keep=None,
    width: float = 6,
) -> None:
    """Let grass stand before the animal; `keep` = (from, to, share) shortens it there."""
    rng = sheet.rng
    for x in rng.uniform(-20, WIDTH + 20, count):
        length = rng.uniform(*tall)
        if keep and keep[0] < x < keep[1]:
            length *= keep[2]
        bow, foot = rng.normal(lean * 0.4, lean), level + rng.uniform(-10, 40)
        sheet.stem(
            [
                (x, foot, width * 0.8),
                (x + bow * 0.3, foot - length * 0.55, width * 0.7),
                (x + bow * 1.5, foot - length, 0.6),
            ],
            colours[rng.integers(len(colours))],
        )


def reed_bed(
    sheet: Sheet,
    level: float,
    count: int,
    colours,
    *,
    tall=(360, 760),
    keep=None,
    plumes: str | None = None,
) -> None:
    """Let reeds stand with long leaves and, in autumn, plumes."""
    rng = sheet.rng
    for x in rng.uniform(-30, WIDTH + 30, count):
        length, size = rng.uniform(*tall), 1.0
        if keep and keep[0] < x < keep[1]:
            length, size = length * keep[2], 0.4 + 0.6 * keep[2]
            if not keep[2]:
                continue
        tone, bow = colours[rng.integers(len(colours))], rng.normal(16, 24)
        top = (x + bow, level - length)
        sheet.stem([(x, level + 20, 9), (x + bow * 0.3, level - length * 0.6, 7), (*top, 3)], tone)
        for _ in range(3):
            at, side = rng.uniform(0.25, 0.85), rng.choice([-1, 1])
            ax, ay = x + bow * at * at, level - length * at
            out = rng.uniform(70, 170) * size
            sheet.stem(
                [
                    (ax, ay, 4),
                    (ax + side * out * 0.45, ay - out * 0.55, 11),
                    (ax + side * out, ay - out * 0.5, 0.8),
                ],
                mixed(tone, "#ffffff", rng.uniform(0, 0.14)),
            )
        if plumes and rng.random() < 0.6:
            for k in range(9):
                sheet.stem(
                    [
                        (top[0] - 2, top[1] + 4 * k, 3),
                        (top[0] + 10 + rng.normal(0, 8), top[1] - 20 + 9 * k, 6),
                        (top[0] + 22 + rng.normal(4, 8), top[1] + 6 + 10 * k, 1),
                    ],
                    mixed(plumes, tone, rng.uniform(0, 0.4)),
                    220,
                )


def needles(
    sheet: Sheet,
    x: float,
    y: float,
    way: float,
    length: float,
    colours,
    *,
    tufts: int = 7,
    five: int = 26,
) -> None:
    """Draw a twig of Korean pine: long needles in bundles (`way` in degrees, 0 to the right)."""
    rng, a = sheet.rng, np.radians(way)
    end = np.array([np.cos(a), np.sin(a)]) * length
    sheet.stem(
        [(x, y, 11), (x + end[0] * 0.5, y + end[1] * 0.5 + 4, 8), (x + end[0], y + end[1], 4)],
        "#4a3627",
    )
    for t in np.linspace(0.25, 1, tufts):
        cx, cy = x + end[0] * t, y + end[1] * t
        for _ in range(five):
            b = a + rng.normal(0, 0.85)
            out = rng.uniform(60, 120)
            sheet.stem(
                [
                    (cx, cy, 2.6),
                    (cx + np.cos(b) * out * 0.6, cy + np.sin(b) * out * 0.6 + 3, 2.8),
                    (cx + np.cos(b) * out, cy + np.sin(b) * out + 8, 0.7),
                ],
                colours[rng.integers(len(colours))],
            )


def fern(sheet: Sheet, x: float, y: float, way: float, length: float, colour: str) -> None:
    """Draw a frond that bows over at its end."""
    a = np.radians(way)
    bow = 1 if np.cos(a) >= 0 else -1
    t = np.linspace(0, 1, 22)
    px = x + np.cos(a) * length * t + bow * 0.12 * length * t**2
    py = y + np.sin(a) * length * t + 0.34 * length * t**2.4
    sheet.stem(
        [(px[0], py[0], 5), (px[11], py[11], 4), (px[-1], py[-1], 1)], mixed(colour, "#000000", 0.2)
    )
    for k in range(3, 22):
        d = np.array([px[k] - px[k - 1], py[k] - py[k - 1]])
        d /= np.hypot(*d)
        size = length * 0.24 * np.sin(np.pi * (0.14 + 0.86 * k / 23)) ** 0.9
        for side in (-1, 1):
            n = np.array([-d[1], d[0]]) * side * 0.9 + d * 0.55
            sheet.stem(
                [
                    (px[k], py[k], 3),
                    (px[k] + n[0] * size * 0.5, py[k] + n[1] * size * 0.5, size * 0.17 + 2),
                    (px[k] + n[0] * size, py[k] + n[1] * size, 0.8),
                ],
                mixed(colour, "#ffffff", 0.08 if side < 0 else 0.0),
            )
