"""Trees near by: conifers, crowns of leaves, trunks with their bark, branches that reach into the picture."""

import numpy as np

from .colours import mixed
from .outlines import catmull
from .sheet import Sheet, blob, polygon


def conifer(
    s: Sheet, x, y, h, dark: str, light: str, snow: bool = False, spread: float = 0.26
) -> None:
    """Draw a fir or spruce with drooping branches, lit from the left."""
    rng, tiers = s.rng, max(9, int(h / 24))
    s.stem([(x, y + 4, h * 0.035), (x, y - h * 0.9, 2)], mixed(dark, "#000000", 0.25))
    for k in range(tiers):
        q = k / tiers
        row, w = y - h * (0.10 + 0.88 * q), h * spread * (1 - q) ** 0.85 + 3
        drop = h * 0.075 * (1 - 0.5 * q)
        for side in (-1, 1):
            reach = w * rng.uniform(0.78, 1.12)
            tone = mixed(dark, light, (0.55 if side < 0 else 0.15) + rng.normal(0, 0.12) + 0.2 * q)
            pad = [
                (x - side * 3, row - drop * 0.9),
                (x + side * reach * 0.55, row - drop * 0.1),
                (x + side * reach, row + drop * 0.75),
                (x + side * reach * 0.72, row + drop * 0.62),
                (x + side * reach * 0.5, row + drop * 0.95),
                (x + side * reach * 0.3, row + drop * 0.6),
                (x - side * 2, row + drop * 0.7),
            ]
            s.fill(catmull(pad, n=3), tone)
            if snow:
                cap = [
                    (x, row - drop * 0.85),
                    (x + side * reach * 0.55, row - drop * 0.15),
                    (x + side * reach * 0.97, row + drop * 0.66),
                    (x + side * reach * 0.6, row + drop * 0.22),
                    (x + side * reach * 0.25, row - drop * 0.1),
                ]
                s.fill(catmull(cap, n=3), "#f2f6f8", 225)


def korean_pine(
    s: Sheet, x, y, h, dark: str, light: str, lean: float = 0.0, bark="#5b4638", bare=0.38
) -> None:
    """Draw a Korean pine: tall bare stem, flat cushions of needles towards the light."""
    rng = s.rng
    tip = x + lean * h
    stem = [
        (x, y + 4, h * 0.042),
        (x + lean * h * 0.35, y - h * 0.5, h * 0.03),
        (tip, y - h * 0.96, h * 0.01),
    ]
    s.stem(stem, bark)
    s.stem([(a - w * 0.22, b, w * 0.3) for a, b, w in stem], mixed(bark, "#f2c9a0", 0.25), 150)
    for k in range(19):
        q = k / 18
        row = y - h * (bare + (0.98 - bare) * q)
        cx = x + lean * h * (bare + (1 - bare) * q) ** 1.4
        w = h * (0.19 * np.sin(np.pi * min(1, 0.22 + 0.72 * (1 - q))) ** 0.8 + 0.035)
        for side in (-1, 1) if k % 3 else (1, -1):
            if rng.random() < 0.16:
                continue
            ex, ey = cx + side * w * rng.uniform(0.45, 0.8), row - w * rng.uniform(0.05, 0.25)
            s.stem([(cx, row + 4, h * 0.010), (ex, ey, h * 0.004)], bark)
            cushion(
                s, ex, ey, w * rng.uniform(0.34, 0.66), h * rng.uniform(0.018, 0.030), dark, light
            )
    cushion(s, tip, y - h * 0.985, h * 0.07, h * 0.035, dark, light)


def cushion(s: Sheet, x, y, rx, ry, dark: str, light: str) -> None:
    """Draw a flat cushion of needles, bristling at its edge."""
    rng = s.rng
    for tone, dy, k in (
        (mixed(dark, "#000000", 0.2), 0.45, 1.0),
        (dark, 0.0, 0.95),
        (light, -0.5, 0.66),
    ):
        t = np.linspace(0, 2 * np.pi, 26, endpoint=False)
        r = 1 + 0.20 * np.where(np.arange(26) % 2, 1, -0.6) * rng.uniform(0.5, 1.2, 26)
        s.fill(
            np.stack(
                [
                    x + rx * k * r * np.cos(t) - 0.08 * rx * (1 - k),
                    y + ry * (dy + 1.1 * k * r * np.sin(t)),
                ],
                1,
            ),
            tone,
        )


def crown(s: Sheet, x, y, rx, ry, tones, leaf: float = 9, fill: float = 1.0) -> None:
    """Draw a crown of leaves in three tones from dark to light, lit from the upper left."""
    rng = s.rng
    for _ in range(9):
        s.fill(
            blob(
                rng,
                x + rng.normal(0, 0.42) * rx,
                y + rng.normal(0, 0.36) * ry,
                rx * rng.uniform(0.3, 0.52),
                ry * rng.uniform(0.28, 0.5),
                0.2,
            ),
            tones[0],
        )
    count = int(fill * rx * ry / leaf**2 * 1.5)
    for k in range(count):
        q = k / count
        tone = tones[min(len(tones) - 1, int(q * len(tones)))]
        a, r = rng.uniform(0, 6.28), rng.random() ** 0.6
        u, v = r * np.cos(a) - 0.22 * q, r * np.sin(a) - 0.26 * q
        size = leaf * rng.uniform(0.6, 1.3)
        s.oval(x + u * rx * (1 - 0.15 * q), y + v * ry * (1 - 0.15 * q), size, size * 0.72, tone)


def oak(
    s: Sheet, x, y, h, wood: str, tones, lean: float = 0.0, leaf: float = 10, bare: bool = False
) -> None:
    """Draw a broad oak."""
    tips: list = []
    branch(s, x, y, np.pi / 2 - lean, h * 0.30, h * 0.07, 5 if bare else 4, wood, tips)
    if bare:
        return
    for tx, ty in tips:
        crown(s, tx, ty, h * 0.115, h * 0.085, tones, leaf, 1.0)


def branch(s: Sheet, x, y, angle, length, width, left, wood, tips, droop: float = 0.0) -> None:
    """Grow a branch and its twigs; `tips` collects where they end."""
    rng, chain = s.rng, [(x, y, width)]
    for k in range(3):
        angle += rng.normal(0, 0.15) - droop * np.cos(angle)
        x, y = x + np.cos(angle) * length / 3, y - np.sin(angle) * length / 3
        chain.append((x, y, max(0.8, width * (1 - 0.16 * (k + 1)))))
    s.stem(chain, wood)
    tips.append((x, y))
    if left:
        for turn in (-1, 1) if rng.random() < 0.7 else (-1, 0.1, 1):
            branch(
                s,
                x,
                y,
                angle + turn * rng.uniform(0.28, 0.62),
                length * rng.uniform(0.66, 0.84),
                width * 0.58,
                left - 1,
                wood,
                tips,
                droop,
            )


def trunk(
    s: Sheet,
    x,
    width,
    y0,
    y1,
    kind: str,
    tone: str,
    light: str,
    lean: float = 0.0,
    root: float = 0.6,
) -> None:
    """Draw a trunk with its bark (pine, fir, oak, birch) from row y0 (top) to y1, lit from the left."""
    w, xt = width / 2, x + lean * (y1 - y0)
    q = np.linspace(0, 1, 24)
    half = w * (0.82 + 0.18 * q + root * np.exp(-(((1 - q) * (y1 - y0) / (width * 0.55)) ** 1.2)))
    mid, row = xt + (x - xt) * q, y0 + (y1 - y0) * q
    bulge = 0.05 * w * np.sin(q * 9 + x)
    path = polygon(
        [
            *zip(mid - half + bulge, row, strict=True),
            (x, y1 + width * 0.10),
            *zip((mid + half + bulge)[::-1], row[::-1], strict=True),
        ]
    )
    s.fill(path, tone)
    with s.clipped(path):
        centre = lambda row: xt + (x - xt) * (row - y0) / max(y1 - y0, 1)
        s.shade(
            s.box(x - 2 * width + min(0, xt - x), y0 - 30, x + 2 * width + max(0, xt - x), y1 + 30),
            (x - w, 0),
            (x + w, 0),
            [light, tone, mixed(tone, "#000000", 0.45)],
            [150, 0, 170],
        )
        BARK[kind](s, centre, w, y0, y1, tone, light)


def _plates(s, centre, w, y0, y1, tone, light):
    rng = s.rng
    for _ in range(int((y1 - y0) * w / 420)):
        row = rng.uniform(y0, y1)
        at, n = centre(row) + rng.uniform(-1, 1) * w, rng.uniform(0.12, 0.3) * w + 5
        colour = mixed(light if at < centre(row) else tone, "#000000", rng.uniform(0, 0.35))
        s.fill(blob(rng, at, row, n * 0.42, n * 0.9, 0.28, 7), colour, 150)
    for _ in range(int((y1 - y0) * w / 900)):
        row = rng.uniform(y0, y1)
        at, n = centre(row) + rng.uniform(-0.95, 0.95) * w, rng.uniform(20, 70)
        s.stem(
            [
                (at, row, 0.6),
                (at + rng.normal(0, 4), row + n / 2, 0.05 * w + 1.2),
                (at + rng.normal(0, 3), row + n, 0.6),
            ],
            mixed(tone, "#000000", 0.5),
            170,
        )


def _furrows(s, centre, w, y0, y1, tone, light):
    rng = s.rng
    for k in range(int((y1 - y0) * w / 520)):
        row = rng.uniform(y0 - 20, y1)
        at, n = centre(row) + rng.uniform(-1, 1) * w, rng.uniform(30, 120)
        colour = mixed(tone, "#000000", 0.42) if k % 2 else mixed(tone, light, 0.6)
        s.stem(
            [
                (at, row, 0.8),
                (at + rng.normal(0, 5), row + n / 2, rng.uniform(2, 0.09 * w + 3)),
                (at + rng.normal(0, 4), row + n, 0.8),
            ],
            colour,
            130,
        )


def _smooth(s, centre, w, y0, y1, tone, light):
    rng = s.rng
    for _ in range(int((y1 - y0) * w / 700)):
        row = rng.uniform(y0, y1)
        s.oval(
            centre(row) + rng.uniform(-1, 1) * w,
            row,
            rng.uniform(2, 0.16 * w + 3),
            rng.uniform(1, 3),
            mixed(tone, "#000000", 0.35),
            120,
        )


def _birch(s, centre, w, y0, y1, tone, light):
    rng = s.rng
    for _ in range(int((y1 - y0) * (w + 6) / 330)):
        row, side = rng.uniform(y0, y1), rng.choice([-1, 1])
        at, n = centre(row) + side * w * rng.uniform(0.1, 1.0), w * rng.uniform(0.2, 0.9)
        s.stem(
            [
                (at - n, row, 0.5),
                (at, row + rng.normal(0, 1.5), rng.uniform(1.2, 0.16 * w + 2)),
                (at + n * 0.8, row + 1, 0.5),
            ],
            "#2c2a28",
            int(rng.integers(120, 230)),
        )


BARK = {"pine": _plates, "oak": _furrows, "fir": _smooth, "birch": _birch}
