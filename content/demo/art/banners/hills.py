"""Ridges seen from afar: their lines, spurs in shade, the woods on them, and ground near by."""

import numpy as np
from scipy.interpolate import PchipInterpolator

from .colours import mixed
from .sheet import Sheet, polygon


def wavy(
    s: Sheet, y: float, height: float, rough: float = 1.0, sharp: float = 0.5, detail: int = 7
):
    """Return a line across the sheet: a sum of waves, some of them sharpened into crests."""
    rng = s.rng
    x = np.linspace(-20, s.W + 20, 420)
    out = np.zeros(420)
    for k in range(detail):
        f, phase = 2**k * rough * rng.uniform(0.85, 1.15), rng.uniform(0, 6.28)
        wave = np.sin(2 * np.pi * f * x / 1600 + phase)
        wave = (
            (1 - sharp) * wave + sharp * (1.2 * (1 - np.abs(wave)) - 0.6)
            if k in (1, 2, 3)
            else wave
        )
        out += height * 0.5**k * wave
    return x, y - out


def through(s: Sheet, *points: tuple[float, float], rough: float = 4.0):
    """Return a line across the sheet through given (x, y), roughened."""
    xs, ys = zip(*points, strict=True)
    x = np.linspace(min(-20, xs[0]), max(s.W + 20, xs[-1]), 420)
    y = PchipInterpolator(xs, ys)(np.clip(x, xs[0], xs[-1]))
    t = s.rng.uniform(0, 6.28, 4)
    waves = sum(
        np.sin(x / d + p) * a
        for d, p, a in zip((61, 29, 13, 7), t, (1, 0.7, 0.4, 0.25), strict=True)
    )
    return x, y + rough * waves


def under(s: Sheet, x, y):
    """Return the area below a line."""
    return polygon([*zip(x, y, strict=True), (x[-1], s.H + 30), (x[0], s.H + 30)])


def ridge(
    s: Sheet,
    line,
    top: str,
    low: str,
    deep: float = 160,
    *,
    spurs: float = 0.0,
    shade: str = "#1d2a38",
    lit: str | None = None,
) -> None:
    """Fill a ridge from `top` at its crest to `low` beneath; spurs throw shade to their right."""
    x, y = line
    high = float(np.percentile(y, 20))
    s.down(under(s, x, y), high, high + deep, [top, low])
    if not spurs:
        return
    with s.clipped(under(s, x, y)):
        peaks = [k for k in range(6, 414) if y[k] == y[k - 6 : k + 7].min()]
        for k in peaks:
            _spur(s, x[k], y[k], deep, shade, spurs, 1)
            if lit:
                _spur(s, x[k], y[k], deep, lit, spurs * 0.8, -1)


def _spur(s: Sheet, x, y, deep, colour, strength, side) -> None:
    rng, n = s.rng, 7
    edge, out = [], []
    reach = deep * rng.uniform(0.7, 1.3)
    for k in range(n):
        q = k / (n - 1)
        edge.append((x + side * (-6 + reach * 0.10 * np.sin(q * 9 + x) * q), y - 3 + reach * q))
        out.append(
            (
                x + side * (reach * 1.0 * q**0.8 + rng.normal(0, reach * 0.03)),
                y - 2 + reach * (q * 0.86 + 0.05 * np.sin(q * 12)),
            )
        )
    s.down([*edge, *out[::-1]], y, y + reach, [colour, colour], [int(255 * strength), 0])


def wooded(
    s: Sheet,
    line,
    count: int,
    tall: float,
    colours,
    *,
    down: float = 0.0,
    conifers: float = 0.5,
    grow: float = 1.6,
    gap=None,
) -> None:
    """Plant small trees on a crest and `down` units below it, the nearer ones larger."""
    rng, (x, y) = s.rng, line
    rows = np.sort(rng.random(count)) if down else np.zeros(count)
    for q in rows:
        at = rng.uniform(-10, s.W + 10)
        if gap and gap[0] < at < gap[1]:
            continue
        h = tall * rng.uniform(0.55, 1.25) * (1 + (grow - 1) * q)
        foot = np.interp(at, x, y) + down * q + h * 0.10
        tone = mixed(colours[0], colours[1], float(np.clip(q + rng.normal(0, 0.16), 0, 1)))
        if rng.random() < conifers:
            spire(s, at, foot, h, tone)
        else:
            tuft(s, at, foot, h, tone)


def spire(s: Sheet, x, y, h, colour) -> None:
    """Draw a small far conifer."""
    w, rng = h * 0.19, s.rng
    left, right = [], []
    for k in range(7):
        q = k / 6
        r = w * (1 - q) ** 0.85
        left += [(x - r * rng.uniform(0.85, 1.15), y - h * q), (x - r * 0.55, y - h * (q + 0.035))]
        right += [(x + r * rng.uniform(0.85, 1.15), y - h * q), (x + r * 0.55, y - h * (q + 0.035))]
    s.fill([*left, (x, y - h * 1.08), *right[::-1]], colour)


def tuft(s: Sheet, x, y, h, colour, light: str | None = None) -> None:
    """Draw a small far broad-leaved tree, lit from the upper left."""
    rng, r = s.rng, h * 0.34
    if h > 34:
        s.stem([(x, y, h * 0.08), (x, y - h * 0.5, h * 0.05)], mixed(colour, "#000000", 0.25))
    else:
        y += h * 0.3
    tones = (mixed(colour, "#000000", 0.13), colour, light or mixed(colour, "#ffffff", 0.12))
    for tone, (dx, dy, k) in zip(
        tones, ((0.10, 0.08, 1.0), (0, 0, 0.84), (-0.22, -0.24, 0.46)), strict=True
    ):
        for _ in range(3):
            s.oval(
                x + (dx + rng.normal(0, 0.28)) * r,
                y - h * 0.62 + (dy + rng.normal(0, 0.22)) * r,
                r * k * rng.uniform(0.55, 0.85),
                r * k * rng.uniform(0.5, 0.75),
                tone,
            )
