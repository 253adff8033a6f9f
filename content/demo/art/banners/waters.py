"""Water: still with reflections, running, falling, and the sea on a shore."""

import numpy as np
from scipy.ndimage import map_coordinates

from .colours import mixed
from .outlines import catmull
from .sheet import Sheet, blob


def reflect(
    s: Sheet,
    y: float,
    tint: str,
    amount: float = 0.35,
    ripple: float = 3.0,
    deep: str | None = None,
) -> None:
    """Mirror what is drawn above a row into still water below it."""
    pix, k = s.canvas.pixels, s.scale
    row, (h, w) = round(y * k), s.canvas.pixels.shape[:2]
    n = h - row
    source = np.clip(row - 1 - np.arange(n)[:, None] * 0.92, 0, row - 1) + np.zeros((1, w))
    wave = np.sin(np.arange(n) ** 0.75 * 0.9)[:, None] * np.linspace(0.4, 1, n)[:, None]
    shift = wave * ripple * k * (1 + 0.5 * np.sin(np.arange(w) / (90 * k))[None])
    columns = np.arange(w)[None] + shift
    flat = np.stack(
        [
            map_coordinates(
                pix[..., c].astype(np.float32), [source, columns], order=1, mode="nearest"
            )
            for c in range(3)
        ],
        -1,
    )
    q = np.linspace(0, 1, n)[:, None, None]
    colour = np.array([int(tint[i : i + 2], 16) for i in (1, 3, 5)], np.float32)
    end = np.array([int((deep or tint)[i : i + 2], 16) for i in (1, 3, 5)], np.float32)
    veil = colour * (1 - q) + end * q
    mix = amount + (0.25 if deep else 0.0) * q
    pix[row:, :, :3] = np.clip(flat * (1 - mix) + veil * mix, 0, 255).astype(np.uint8)
    pix[row:, :, 3] = 255


def streaks(s: Sheet, top, bottom, count, colour, alpha=110, long=120, inside=None) -> None:
    """Draw level strokes of light on water, longer near by."""
    rng = s.rng
    for _ in range(count):
        q = rng.random() ** 1.3
        y, n = top + (bottom - top) * q, long * (0.15 + q) * rng.uniform(0.4, 1.2)
        x = rng.uniform(*(inside(y) if inside else (-20, s.W)))
        s.stem([(x - n / 2, y, 0.4), (x, y, 0.8 + 2.2 * q), (x + n / 2, y, 0.4)], colour, alpha)


def glitter(s: Sheet, x, top, bottom, count, colour, wide=40, grow=120) -> None:
    """Draw the path of light below sun or moon."""
    rng = s.rng
    for _ in range(count):
        q = rng.random()
        y, n = top + (bottom - top) * q, rng.uniform(4, 14 + 46 * q)
        at = x + rng.normal(0, wide + grow * q) * 0.6
        s.stem(
            [(at - n, y, 0.4), (at, y, 0.8 + 2 * q), (at + n, y, 0.4)],
            colour,
            int(rng.integers(90, 210)),
        )


def rings(s: Sheet, x, y, r, colour, count=3, alpha=120) -> None:
    """Draw rings spreading on still water."""
    for k in range(count):
        q = r * (0.35 + 0.65 * k / max(count - 1, 1))
        t = np.linspace(0.2 * k, 6.0, 40)
        s.line(
            np.stack([x + q * np.cos(t), y + q * 0.22 * np.sin(t)], 1), 1.6, colour, alpha - 25 * k
        )


def meander(points, widths, n: int = 240):
    """Return the two banks of a river through (x, y) with given widths."""
    line = catmull(points, closed=False, n=max(8, n // len(points)))
    w = np.interp(np.linspace(0, 1, len(line)), np.linspace(0, 1, len(widths)), widths)
    along = np.gradient(line, axis=0)
    along /= np.linalg.norm(along, axis=1)[:, None] + 1e-9
    normal = np.stack([-along[:, 1], along[:, 0]], 1) * w[:, None] / 2
    return line + normal, line - normal, line


def river(s: Sheet, points, widths, colours, bank: str | None = None, rim: float = 1.18) -> tuple:
    """Draw a river seen from above or afar; returns its banks and middle."""
    left, right, line = meander(points, widths)
    ys = line[:, 1]
    if bank:
        l2, r2, _ = meander(points, [w * rim + 2 for w in widths])
        s.fill(np.vstack([l2, r2[::-1]]), bank)
    s.down(np.vstack([left, right[::-1]]), ys.min(), ys.max(), colours)
    return left, right, line


def fall(
    s: Sheet, x, top, bottom, width, spread=1.25, colour="#f4faf9", shade="#a9c7c8", steps=None
) -> None:
    """Draw a fall of white water with its strands and spray."""
    rng, w = s.rng, width / 2
    s.fill([(x - w, top), (x + w, top), (x + w * spread, bottom), (x - w * spread, bottom)], shade)
    for k in range(int(width * 1.1) + 16):
        u = rng.uniform(-1, 1)
        y0 = top if rng.random() < 0.5 else rng.uniform(top, bottom - (bottom - top) * 0.3)
        y1 = bottom if rng.random() < 0.6 else rng.uniform(y0, bottom)
        x0, x1 = x + u * w, x + u * w * spread
        q0, q1 = (y0 - top) / (bottom - top), (y1 - top) / (bottom - top)
        s.stem(
            [
                (x0 + (x1 - x0) * q0, y0, 1.2),
                (
                    x0 + (x1 - x0) * (q0 + q1) / 2,
                    (y0 + y1) / 2,
                    rng.uniform(1.6, width * 0.045 + 2.5),
                ),
                (x0 + (x1 - x0) * q1, y1, 1.6),
            ],
            colour if k % 4 else shade,
            int(rng.integers(130, 240)),
        )
    s.stem([(x - w * 1.05, top, 4), (x, top - 3, 6), (x + w * 1.05, top, 4)], colour, 220)
    foam(s, x, bottom, width * spread * 0.75, colour)


def foam(s: Sheet, x, y, wide, colour="#f4faf9", amount=26) -> None:
    """Draw spray and foam where water strikes."""
    rng = s.rng
    s.oval(x, y - wide * 0.05, wide * 0.75, wide * 0.20, colour, 110, wide * 0.10)
    for _ in range(amount):
        r = wide * rng.uniform(0.03, 0.12)
        s.fill(
            blob(
                rng,
                x + rng.normal(0, 0.42) * wide,
                y + abs(rng.normal(0, 0.05)) * wide,
                r * 1.5,
                r * 0.7,
                0.2,
                7,
            ),
            colour,
            int(rng.integers(120, 235)),
        )


def sea(s: Sheet, y, colours, light: str, count=160, bottom=None) -> None:
    """Draw the open sea from its horizon down, waves growing nearer."""
    rng, bottom = s.rng, bottom or s.H
    s.down(s.box(-5, y, s.W + 5, s.H + 5), y, bottom, colours)
    for _ in range(count):
        q = rng.random() ** 1.25
        row, n = y + 3 + (bottom - y) * q, 16 + 150 * q * rng.uniform(0.4, 1.2)
        x = rng.uniform(-40, s.W + 40)
        tone = light if rng.random() < 0.45 else mixed(colours[-1], "#000000", 0.18)
        s.stem(
            [
                (x - n / 2, row, 0.4),
                (x - n * 0.1, row - 1 - 3 * q, 0.8 + 3.4 * q),
                (x + n / 2, row + 1, 0.4),
            ],
            tone,
            110,
        )


def surf(s: Sheet, line, colour="#f7fbfa", rows=3, gap=16) -> None:
    """Draw surf along a shore line of (x, y)."""
    rng = s.rng
    for k in range(rows):
        for x, y in line[:: max(1, len(line) // 70)]:
            if rng.random() < 0.78 - 0.18 * k:
                r = rng.uniform(3, 10) * (1 - 0.18 * k)
                s.fill(
                    blob(
                        rng,
                        x + rng.normal(0, 5),
                        y + k * gap + rng.normal(0, 4),
                        r * 1.9,
                        r * 0.55,
                        0.25,
                        7,
                    ),
                    colour,
                    215 - 45 * k,
                )
