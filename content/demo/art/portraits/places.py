"""The air and light behind an animal: hills, trunks, moon, snowfall, lights out of focus."""

import numpy as np
import skia

from ..banners.colours import mixed
from . import land
from .palette import Palette
from .sheet import HEIGHT, WIDTH, Sheet, polygon_of
from .trees import Forest


def hills(sheet: Sheet, *, stars: bool = False, drift: float = 0.0, **ridges) -> None:
    """Draw sky and wooded hills."""
    forest = Forest(sheet)
    with sheet.landscape():
        land.sky(sheet, stars, drift)
        land.ridges(sheet, forest, **ridges)


def trunks(sheet: Sheet, count: int, colours, *, low: float = 1000, wide=(16, 70)) -> None:
    """Stand blurred trunks behind the animal, far ones first."""
    rng = sheet.rng
    for depth, colour in enumerate(colours):
        q = (depth + 1) / len(colours)
        paint = skia.Paint(ImageFilter=skia.ImageFilters.Blur(7 - 4 * q, 7 - 4 * q))
        sheet.draw.saveLayer(None, paint)
        for x in rng.uniform(-40, WIDTH + 40, count):
            w = (wide[0] + (wide[1] - wide[0]) * q) * rng.uniform(0.5, 1.1)
            lean = rng.normal(0, 18)
            sheet.stem(
                [(x + lean, -30, w * 0.8), (x + lean * 0.4, 500, w), (x, low + 40, w * 1.25)],
                colour,
            )
            for _ in range(3):
                y, side = rng.uniform(20, 520), rng.choice([-1, 1])
                out = rng.uniform(60, 190) * q
                sheet.stem(
                    [
                        (x + lean * 0.6, y, w * 0.28),
                        (x + side * out * 0.6, y - out * 0.3, w * 0.17),
                        (x + side * out, y - out * 0.35, 1),
                    ],
                    colour,
                )
        sheet.draw.restore()


def bokeh(
    sheet: Sheet, count: int, colours, *, top=0, bottom=HEIGHT, size=(14, 60), alpha=(18, 60)
) -> None:
    """Scatter round lights out of focus."""
    rng = sheet.rng
    for _ in range(count):
        sheet.disc(
            rng.uniform(0, WIDTH),
            rng.uniform(top, bottom),
            rng.uniform(*size),
            colours[rng.integers(len(colours))],
            int(rng.integers(*alpha)),
        )


def moon(sheet: Sheet, x: float, y: float, r: float, colour: str = "#f6efd6") -> None:
    """Hang a full moon with its halo."""
    sheet.glow(x, y, r * 3.4, colour, 120)
    sheet.disc(x, y, r, colour)
    for u, v, s in ((-0.3, -0.2, 0.26), (0.25, 0.2, 0.34), (0.1, -0.45, 0.16), (-0.35, 0.4, 0.18)):
        sheet.disc(x + u * r, y + v * r, s * r, mixed(colour, "#8f8a78", 0.22), 120)


def ground(sheet: Sheet, level: float, *colours: str, wave: float = 22, phase: float = 0.0) -> None:
    """Lay the ground across the foot of the sheet."""
    x = np.linspace(-20, WIDTH + 20, 160)
    y = level + wave * np.sin(x / 290 + phase) + 0.3 * wave * np.sin(x / 87 + 2 * phase)
    sheet.layer(
        polygon_of([*zip(x, y, strict=True), (WIDTH + 20, HEIGHT + 20), (-20, HEIGHT + 20)]),
        *colours,
        shadow=40,
        box=((0, level - wave), (0, HEIGHT)),
    )


def snowfall(sheet: Sheet, count: int, *, size=(1.5, 6), alpha=(110, 240)) -> None:
    """Let snow fall, near and far."""
    for _ in range(count):
        sheet.disc(
            sheet.rng.uniform(0, WIDTH),
            sheet.rng.uniform(0, HEIGHT),
            sheet.rng.uniform(*size),
            "#ffffff",
            int(sheet.rng.integers(*alpha)),
        )


def palette(
    *,
    sky,
    sun=("#ffffff", 0.5, -0.4, 10),
    haze,
    far,
    near,
    trees="pine",
    leaves=("#333333",),
    ground="#222222",
    grass="#333333",
    waters=("#cccccc", "#888888"),
) -> Palette:
    """Return the colours of a backdrop."""
    return Palette(tuple(sky), sun, haze, far, near, trees, tuple(leaves), ground, grass, waters)
