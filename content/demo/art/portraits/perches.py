"""What an animal stands or sits on: boughs under snow or moss, stones."""

import numpy as np
import skia

from ..banners.colours import mixed
from .sheet import Sheet, polygon_of, stem


def branch(
    sheet: Sheet, chain, bark: str, *, moss: str | None = None, snow: bool = False, knots: int = 16
) -> skia.Path:
    """Lay a branch or a trunk along (x, y, width), lit from above, with bark, moss or snow."""
    rng, path = sheet.rng, stem(*chain)
    sheet.layer(path, mixed(bark, "#ffffff", 0.16), mixed(bark, "#000000", 0.42))
    line = np.array(chain, float)
    along = np.linspace(0, len(line) - 1, 240)
    x, y, w = (np.interp(along, np.arange(len(line)), line[:, k]) for k in range(3))
    away = np.stack([-np.gradient(y), np.gradient(x)], 1)
    away /= np.linalg.norm(away, axis=1)[:, None]
    with sheet.inside(path):
        for _ in range(knots * 8):
            k = int(rng.integers(0, 210))
            m, v = min(239, k + int(rng.integers(8, 28))), rng.uniform(-0.48, 0.48)
            ends = [
                (x[n] + away[n, 0] * v * w[n], y[n] + away[n, 1] * v * w[n])
                for n in (k, (k + m) // 2, m)
            ]
            tone = mixed(bark, rng.choice(["#000000", "#ffffff"]), rng.uniform(0.12, 0.4))
            sheet.stem(
                [
                    (*ends[0], 0.8),
                    (ends[1][0] + rng.normal(0, 3), ends[1][1] + rng.normal(0, 3), 3.2),
                    (*ends[2], 0.8),
                ],
                tone,
                150,
            )
    if snow:
        _cover(sheet, x, y, w, "#f4f8fb", "#c3d3e0", rise=0.2, deep=0.24)
    elif moss:
        top, low = _cover(sheet, x, y, w, moss, mixed(moss, "#0c1a08", 0.45), rise=0.06, deep=0.2)
        for _ in range(420):
            k = int(rng.integers(0, 240))
            at = rng.uniform(top[k] - 2, low[k] + 6)
            sheet.stem(
                [(x[k], at + 7, 2.4), (x[k] + rng.normal(0, 5), at - rng.uniform(2, 9), 0.8)],
                mixed(moss, rng.choice(["#000000", "#e8f0a0"]), rng.uniform(0, 0.4)),
                200,
            )
    return path


def _cover(sheet: Sheet, x, y, w, light: str, dark: str, *, rise: float, deep: float):
    """Lay snow or moss on the upper side of a branch; it hangs over unevenly."""
    phase = sheet.rng.uniform(0, 6.28, 6)
    upper = 1 + 0.3 * np.sin(x / 83 + phase[0]) + 0.2 * np.sin(x / 37 + phase[1])
    lower = (
        1
        + 0.5 * np.sin(x / 61 + phase[2])
        + 0.35 * np.sin(x / 23 + phase[3])
        + 0.2 * np.sin(x / 11 + phase[4])
    )
    top, low = y - 0.5 * w - rise * w * upper, y - 0.5 * w + deep * w * np.maximum(lower, 0.15)
    points = [*zip(x, top, strict=True), *zip(x[::-1], low[::-1], strict=True)]
    sheet.layer(polygon_of(points), light, dark, shadow=40)
    return top, low


def boulder(
    sheet: Sheet,
    points,
    stone: str,
    *,
    faces: int = 9,
    lichen: str | None = None,
    snow: bool = False,
) -> skia.Path:
    """Lay an angular stone, lit from above left, its faces cut as flat planes."""
    rng = sheet.rng
    path = polygon_of(points)
    sheet.layer(path, mixed(stone, "#ffffff", 0.2), mixed(stone, "#000000", 0.35))
    box = path.getBounds()
    with sheet.inside(path):
        for _ in range(faces):
            x, y = rng.uniform(box.left(), box.right()), rng.uniform(box.top(), box.bottom())
            w, h = rng.uniform(0.08, 0.26) * box.width(), rng.uniform(0.15, 0.5) * box.height()
            lean = rng.normal(0, 0.2) * w
            tone = mixed(stone, rng.choice(["#ffffff", "#000000"]), rng.uniform(0.08, 0.3))
            sheet.area(
                [
                    (x - w / 2, y - h / 3),
                    (x + lean, y - h / 2),
                    (x + w / 2, y - h / 5),
                    (x + w / 3 + lean, y + h / 2),
                    (x - w / 3, y + h / 3),
                ],
                tone,
                130,
            )
        for _ in range(faces):
            x, y = rng.uniform(box.left(), box.right()), rng.uniform(box.top(), box.bottom())
            way, long = rng.normal(0, 0.5), rng.uniform(40, 130)
            sheet.stem(
                [
                    (x, y, 0.8),
                    (x + way * long / 2 + 4, y + long / 2, 3),
                    (x + way * long, y + long, 0.6),
                ],
                mixed(stone, "#000000", 0.45),
                110,
            )
        if lichen:
            for _ in range(12):
                x, y = (
                    rng.uniform(box.left(), box.right()),
                    box.top() + box.height() * rng.uniform(0, 0.8) ** 1.5,
                )
                tone = mixed(lichen, stone, rng.uniform(0.1, 0.5))
                for _ in range(9):
                    sheet.disc(
                        x + rng.normal(0, 15),
                        y + rng.normal(0, 7),
                        rng.uniform(2, 9),
                        tone,
                        int(rng.integers(90, 190)),
                    )
        if snow:
            sheet.soft(
                [
                    (box.left() - 20, box.top() - 40),
                    (box.right() + 20, box.top() - 40),
                    (box.right() + 10, box.top() + 46),
                    (box.centerX(), box.top() + 26),
                    (box.left() - 10, box.top() + 60),
                ],
                "#f4f8fb",
                255,
                8,
            )
    return path
