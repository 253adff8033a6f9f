"""Sky, ridges, forest and foreground of a banner."""

import numpy as np
import skia

from ..banners.colours import ink, mixed
from .paper import H, Paper, W, under, vertical
from .trees import Forest


def sky(paper: Paper, stars: bool = False, drift: float = 0.0) -> None:
    """Paint the sky, its sun or moon, and stars at night."""
    p = paper.palette
    stops = [ink(c) for c in p.sky]
    shader = skia.GradientShader.MakeLinear([skia.Point(0, 0), skia.Point(0, H * 0.78)], stops)
    paper.draw.drawRect(skia.Rect(0, 0, W, H), skia.Paint(Shader=shader))
    if stars:
        for _ in range(170):
            x, y = paper.rng.uniform(0, W), paper.rng.uniform(0, H * 0.45)
            paper.disc(
                x, y, paper.rng.uniform(0.5, 1.5), "#e8eef2", int(paper.rng.integers(70, 220))
            )
    colour, x, y, r = p.sun
    x += drift
    paper.glow(x * W, y * H, r * 4.5, colour)
    paper.disc(x * W, y * H, r, colour)


def ridge_line(rng, base: float, height: float, rough: float):
    """Return a mountain line: a sum of waves, some of them sharpened into crests."""
    x, y = np.linspace(-20, W + 20, 420), np.zeros(420)
    for k in range(8):
        f, phase = 2**k * rough * rng.uniform(0.85, 1.15), rng.uniform(0, 6.28)
        wave = np.sin(2 * np.pi * f * x / W + phase)
        wave = 1.2 * (1 - np.abs(wave)) - 0.6 if k in (1, 2, 3) else wave
        y += height * 0.5**k * wave * (0.9 if k else 1)
    return x, base - y


def ridges(paper: Paper, forest: Forest, *, count=6, top=0.46, bottom=0.82, height=72, gap=None):
    """Draw ridges from the haze towards the viewer; `gap` keeps (from, to) free of near trees."""
    p, rng = paper.palette, paper.rng
    for k in range(count):
        q = k / max(count - 1, 1)
        x, y = ridge_line(
            rng, H * (top + (bottom - top) * q**1.15), height * (1 - 0.5 * q), 1 + 0.55 * k
        )
        colour = mixed(p.far, p.near, q**1.25 * 0.82)
        low = paper.toned(colour, 0.82 if k < count - 1 else 0.35)
        shader = vertical(
            np.percentile(y, 35) - 45, np.percentile(y, 85) + 115 + 40 * q, [colour, low]
        )
        step = round(q * 5)
        number, tall = ((0, 0), (230, 9), (220, 18), (110, 40), (46, 72), (15, 130))[step]
        for at in np.sort(rng.uniform(-10, W + 10, number)):
            h = tall * rng.uniform(0.55, 1.3)
            if gap and step >= 4 and gap[0] * W < at < gap[1] * W:
                continue
            foot = np.interp(at, x, y) + tall * 0.10
            forest.plant(at, foot, h, shader, 0.9 - 0.75 * q, small=step < 3)
        paper.shade(under(x, y), shader)
