"""Water: a surface with its ripples, rings about what stands in it."""

import skia

from ..banners.colours import ink
from .sheet import HEIGHT, WIDTH, Sheet, gradient, polygon_of


def water(
    sheet: Sheet,
    level: float,
    *colours: str,
    ripples: int = 90,
    light: str = "#ffffff",
    alpha: int = 90,
) -> None:
    """Lay water across the foot of the sheet, its ripples widening towards the viewer."""
    box = polygon_of([(0, level), (WIDTH, level), (WIDTH, HEIGHT), (0, HEIGHT)])
    sheet.shade(box, gradient((0, level), (0, HEIGHT), colours))
    rng = sheet.rng
    for _ in range(ripples):
        q = rng.random() ** 1.5
        y, x, length = level + 4 + q * (HEIGHT - level), rng.uniform(-80, WIDTH), 26 + 190 * q
        sheet.stem(
            [(x, y, 0.5), (x + length / 2, y - 1 - 2 * q, 1.2 + 4 * q), (x + length, y, 0.5)],
            light,
            int(alpha * rng.uniform(0.3, 1)),
        )


def rings(
    sheet: Sheet,
    x: float,
    y: float,
    count: int,
    wide: float,
    light: str,
    *,
    alpha: int = 150,
    flat: float = 0.16,
) -> None:
    """Draw rings on water about something that stands in it."""
    for k in range(count):
        r = wide * (0.4 + 0.6 * (k + 1) / count)
        paint = skia.Paint(
            Color=ink(light, int(alpha * (1 - k / (count + 1)))),
            AntiAlias=True,
            Style=skia.Paint.kStroke_Style,
            StrokeWidth=4.2 - 2.4 * k / count,
        )
        sheet.draw.drawOval(skia.Rect.MakeLTRB(x - r, y - r * flat, x + r, y + r * flat), paint)
