"""Boulders, cliffs and slabs: faces in a few tones, lit from the left, capped with moss or snow."""

import numpy as np

from .colours import mixed
from .outlines import catmull
from .sheet import Sheet, blob, polygon


def boulder(
    s: Sheet, x, y, w, h, tone: str, light: str, cap: str | None = None, soft: bool = True
) -> None:
    """Draw a boulder standing at (x, y)."""
    rng, n = s.rng, 11
    t = np.linspace(np.pi, 0, n)
    r = 1 + rng.uniform(-0.10, 0.10, n)
    top = [
        (x + w * 0.5 * r[k] * np.cos(t[k]), y - h * r[k] * np.sin(t[k]) ** 0.75) for k in range(n)
    ]
    outline = (
        catmull(
            [*top, (x + w * 0.46, y + h * 0.12), (x, y + h * 0.17), (x - w * 0.46, y + h * 0.12)],
            n=4,
        )
        if soft
        else [*top, (x + w * 0.5, y + 4), (x - w * 0.5, y + 4)]
    )
    s.fill(outline, tone)
    with s.clipped(outline):
        ridge = [
            (p[0] + w * rng.uniform(0.02, 0.12), p[1] + h * rng.uniform(0.30, 0.42))
            for p in top[1:-3]
        ]
        s.fill([*top[:-2], *ridge[::-1]], light)
        s.fill(
            [
                top[-1],
                top[-2],
                top[-3],
                *[
                    (x + w * (0.22 + 0.05 * np.sin(k * 2.1)), y - h * (0.75 - 0.2 * k))
                    for k in range(5)
                ],
                (x + w, y + h * 0.2),
            ],
            mixed(tone, "#000000", 0.28),
        )
        s.fill(s.box(x - w, y - h * 0.04, x + w, y + h), mixed(tone, "#000000", 0.4), 120, 5)
        if cap:
            lid = [*top[1:-1], *[(p[0], p[1] + h * rng.uniform(0.14, 0.26)) for p in top[-2:0:-1]]]
            s.fill(catmull(lid, n=3), cap)


def cliff(
    s: Sheet,
    outline,
    tone: str,
    light: str,
    grain: float = 60,
    lean: float = 0.1,
    layers: bool = False,
    amount: float = 1.0,
) -> None:
    """Fill a cliff with upright (or layered) faces."""
    rng, path = s.rng, outline if not isinstance(outline, list) else polygon(outline)
    s.fill(path, tone)
    box = path.getBounds()
    area = box.width() * box.height()
    with s.clipped(path):
        for k in range(int(amount * area / grain**2 * 1.1)):
            x, y = rng.uniform(box.left(), box.right()), rng.uniform(box.top(), box.bottom())
            w, h = (
                (grain * rng.uniform(0.8, 2.2), grain * rng.uniform(0.15, 0.4))
                if layers
                else (grain * rng.uniform(0.18, 0.6), grain * rng.uniform(0.5, 1.8))
            )
            sway = lean * h + rng.normal(0, 3)
            face = (
                mixed(tone, light, rng.uniform(0.25, 1))
                if k % 2
                else mixed(tone, "#000000", rng.uniform(0.08, 0.38))
            )
            s.fill(
                [
                    (x, y),
                    (x + w, y - h * 0.10),
                    (x + w + sway, y + h * 0.9),
                    (x + w * 0.55 + sway, y + h * 1.08),
                    (x + sway, y + h),
                ],
                face,
                200,
            )
        for _ in range(int(amount * area / grain**2 * 0.35)):
            x, y = rng.uniform(box.left(), box.right()), rng.uniform(box.top(), box.bottom())
            n = grain * rng.uniform(0.5, 1.6)
            a = (1, 0.12) if layers else (0.15, 1)
            s.stem(
                [
                    (x, y, 0.6),
                    (x + a[0] * n / 2 + rng.normal(0, 3), y + a[1] * n / 2, 3),
                    (x + a[0] * n, y + a[1] * n, 0.6),
                ],
                mixed(tone, "#000000", 0.62),
                190,
            )


def ledge(s: Sheet, points, tone: str, light: str, thick: float, cap: str | None = None) -> None:
    """Draw a rock shelf whose upper edge runs through the points; its face falls `thick` below."""
    rng = s.rng
    top = list(points)
    low = [(x + rng.normal(0, 10), y + thick * rng.uniform(0.85, 1.15)) for x, y in top]
    for k in range(len(top) - 1):
        a, b, c, d = top[k], top[k + 1], low[k + 1], low[k]
        mid1, mid2 = (
            _between(a, d, rng.uniform(0.25, 0.45)),
            _between(b, c, rng.uniform(0.25, 0.45)),
        )
        s.fill([a, b, mid2, mid1], mixed(tone, light, rng.uniform(0.45, 0.95)))
        s.fill([mid1, mid2, c, d], mixed(tone, "#000000", rng.uniform(0.0, 0.26)))
        s.line([a, mid1, d], 1.6, mixed(tone, "#000000", 0.55), 150)
    for _ in range(int(len(top) * 3)):
        k = rng.integers(len(top) - 1)
        q = _between(
            _between(top[k], top[k + 1], rng.random()),
            _between(low[k], low[k + 1], rng.random()),
            rng.random(),
        )
        n = thick * rng.uniform(0.06, 0.2)
        s.fill(
            [
                (q[0], q[1]),
                (q[0] + n, q[1] - n * 0.2),
                (q[0] + n * 1.1, q[1] + n * 0.7),
                (q[0] + n * 0.2, q[1] + n * 0.9),
            ],
            mixed(tone, light if rng.random() < 0.5 else "#000000", 0.25),
            190,
        )
    rim = [*top, *[(x, y + thick * rng.uniform(0.05, 0.12)) for x, y in top[::-1]]]
    s.fill(rim, cap or mixed(light, "#ffffff", 0.12))


def _between(a, b, t):
    return a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t


def pebbles(s: Sheet, top, bottom, count, tone, light, size=26, inside=None) -> None:
    """Strew river stones between two rows, the nearer ones larger."""
    rng = s.rng
    for q in np.sort(rng.random(count)):
        y = top + (bottom - top) * q
        x = rng.uniform(*(inside(y) if inside else (0, s.W)))
        r = size * (0.25 + q) * rng.uniform(0.5, 1.2)
        tint = mixed(tone, light, rng.random())
        s.fill(blob(rng, x, y + r * 0.12, r, r * 0.55, 0.12), mixed(tint, "#000000", 0.38))
        s.fill(blob(rng, x - r * 0.05, y, r * 0.93, r * 0.48, 0.12), tint)
        s.oval(x - r * 0.25, y - r * 0.16, r * 0.42, r * 0.16, mixed(tint, "#ffffff", 0.3), 170)
