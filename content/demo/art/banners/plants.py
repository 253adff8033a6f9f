"""What grows and falls near the viewer: grass, reeds, ferns, leaves, needles, blossom."""

import numpy as np

from .colours import mixed
from .outlines import catmull
from .sheet import Sheet, blob

OAK_LEAF = [
    (0, 0),
    (0.10, 0.12),
    (0.20, 0.16),
    (0.16, 0.26),
    (0.30, 0.36),
    (0.24, 0.46),
    (0.38, 0.58),
    (0.30, 0.68),
    (0.34, 0.80),
    (0.20, 0.86),
    (0.12, 0.97),
    (0, 1.0),
]
MAPLE_LEAF = [
    (0, 0),
    (0.06, 0.16),
    (0.34, 0.04),
    (0.30, 0.20),
    (0.56, 0.28),
    (0.42, 0.40),
    (0.62, 0.62),
    (0.38, 0.58),
    (0.26, 0.66),
    (0.16, 0.62),
    (0.18, 0.84),
    (0.08, 0.80),
    (0, 1.02),
]
OVAL_LEAF = [(0, 0), (0.14, 0.12), (0.24, 0.34), (0.25, 0.55), (0.17, 0.80), (0, 1.0)]


def leaf(
    s: Sheet,
    x,
    y,
    size,
    turn,
    colour,
    shape=None,
    vein: bool = True,
    flat: float = 1.0,
    alpha: int = 255,
) -> None:
    """Draw one leaf from its stalk; `turn` is where it points (0 right, 1.57 up), `flat` foreshortens."""
    half = shape or OAK_LEAF
    outline = [(a, b) for a, b in half] + [(-a, b) for a, b in half[::-1]]
    c, n = np.cos(turn), np.sin(turn)

    def put(u, v):
        return x + size * (v * c + u * n), y - size * flat * (v * n - u * c)

    edge = np.array([put(u, v) for u, v in outline])
    s.fill(catmull([tuple(p) for p in edge], n=3), colour, alpha)
    if size > 22:
        side = [put(0, 0), *(put(u, v) for u, v in half), put(0, 1)]
        s.fill(side, mixed(colour, "#000000", 0.14), alpha)
    if vein and size > 26:
        pale = mixed(colour, "#ffffff", 0.30)
        s.stem(
            [(*put(0, -0.22), size * 0.020), (*put(0, 0.5), size * 0.026), (*put(0, 0.97), 0.6)],
            pale,
            alpha,
        )
        for k in range(1, 6):
            v = 0.12 + 0.14 * k
            for side in (-1, 1):
                s.line(
                    [put(0, v), put(side * 0.21, v + 0.13)],
                    max(0.7, size * 0.009),
                    pale,
                    int(alpha * 0.7),
                )


def litter(
    s: Sheet, top: float, bottom: float, count: int, tones, size: float = 26, shape=None
) -> None:
    """Scatter fallen leaves over the ground, foreshortened, the nearer ones larger."""
    rng = s.rng
    for q in np.sort(rng.random(count)):
        y, k = top + (bottom - top) * q, 0.28 + 0.9 * q
        leaf(
            s,
            rng.uniform(-20, s.W + 20),
            y,
            size * k * rng.uniform(0.7, 1.3),
            rng.uniform(0, 6.28),
            mixed(tones[rng.integers(len(tones))], "#000000", rng.uniform(0, 0.2)),
            shape or OAK_LEAF,
            q > 0.6,
            0.35 + 0.25 * q,
        )


def grass(s: Sheet, points, tall: float, tones, lean: float = 0.2, count: int = 1) -> None:
    """Draw tufts of blades at (x, y) places."""
    rng = s.rng
    for x, y in points:
        for _ in range(count):
            h, a = tall * rng.uniform(0.45, 1.1), lean + rng.normal(0, 0.28)
            x0 = x + rng.normal(0, tall * 0.18)
            s.stem(
                [
                    (x0, y + 2, max(1.2, h * 0.045)),
                    (x0 + a * h * 0.35, y - h * 0.6, max(1, h * 0.032)),
                    (x0 + a * h * 0.95, y - h, 0.5),
                ],
                tones[rng.integers(len(tones))],
            )


def meadow(s: Sheet, line, depth: float, count: int, tall: float, tones, lean=0.2) -> None:
    """Cover ground below a line with blades, the nearer ones longer."""
    x, y = line
    for q in np.sort(s.rng.random(count)):
        at = s.rng.uniform(-20, s.W + 20)
        grass(s, [(at, np.interp(at, x, y) + depth * q)], tall * (0.35 + 0.9 * q), tones, lean)


def reeds(
    s: Sheet, places, base: float, tall: float, tones, plume: str | None = None, lean: float = 0.12
) -> None:
    """Draw reeds at given x, with drooping leaves and plumes."""
    rng = s.rng
    for x in places:
        h, tone, a = (
            tall * rng.uniform(0.6, 1.1),
            tones[rng.integers(len(tones))],
            lean + rng.normal(0, 0.06),
        )
        y = base + rng.uniform(0, 18)
        tip = (x + a * h, y - h)
        s.stem([(x, y, 4.5), (x + a * h * 0.4, y - h * 0.55, 3.2), (*tip, 1)], tone)
        for _ in range(3):
            q = rng.uniform(0.25, 0.75)
            px, py, side, n = (
                x + a * h * q,
                y - h * q,
                rng.choice([-1, 1]),
                h * rng.uniform(0.22, 0.4),
            )
            s.stem(
                [
                    (px, py, 1.5),
                    (px + side * n * 0.5, py - n * 0.5, 6),
                    (px + side * n, py - n * 0.15, 0.6),
                ],
                tone,
            )
        if plume and rng.random() < 0.7:
            for k in range(7):
                q = k / 6
                s.stem(
                    [
                        (tip[0] - a * 34 * q, tip[1] + 40 * q, 1.2),
                        (tip[0] + 9 + 6 * q, tip[1] + 34 * q - 12, 4.5),
                        (tip[0] + 20 * (0.4 + q), tip[1] + 44 * q - 6, 0.6),
                    ],
                    mixed(plume, tone, rng.uniform(0, 0.4)),
                    230,
                )


def fern(s: Sheet, x, y, size, tones, fronds: int = 7) -> None:
    """Draw a fern: fronds that arch from one root."""
    rng = s.rng
    for k in range(fronds):
        a = np.pi * (0.12 + 0.76 * (k + 0.5) / fronds) + rng.normal(0, 0.1)
        frond(s, x, y, size * rng.uniform(0.75, 1.1), a, tones[rng.integers(len(tones))])


def frond(s: Sheet, x, y, n, angle, colour) -> None:
    """Draw one frond that bends under its weight."""
    pts, side = [], 1 if np.cos(angle) >= 0 else -1
    a = angle
    for k in range(13):
        pts.append((x, y))
        a -= side * 0.075 * (k / 6)
        x, y = x + np.cos(a) * n / 12, y - np.sin(a) * n / 12
    pinnae = {-1: [], 1: []}
    for k in range(1, 13):
        (x0, y0), (x1, y1) = pts[k - 1], pts[k]
        d, w = (
            np.arctan2(y1 - y0, x1 - x0),
            n * 0.20 * np.sin(np.pi * (0.16 + 0.84 * (1 - k / 13))) ** 0.9,
        )
        for turn in (-1, 1):
            c, e, t = np.cos(d + turn * 1.05), np.sin(d + turn * 1.05), n * 0.018
            mid = (x1 + c * w * 0.45, y1 + e * w * 0.45)
            pinnae[turn].append(
                [
                    (x1, y1),
                    (mid[0] - e * t, mid[1] + c * t),
                    (x1 + c * w, y1 + e * w),
                    (mid[0] + e * t, mid[1] - c * t),
                ]
            )
    s.several(pinnae[-1], colour)
    s.several(pinnae[1], mixed(colour, "#000000", 0.12))
    s.stem(
        [(*pts[0], n * 0.02), (*pts[6], n * 0.014), (*pts[12], 0.8)], mixed(colour, "#ffffff", 0.12)
    )


def bush(s: Sheet, x, y, r, leaves, blossom=None, amount: float = 0.6) -> None:
    """Draw a shrub of leaf tones with blossom over it."""
    rng = s.rng
    for k in range(int(26 + r * 0.5)):
        a, q = rng.uniform(0, 6.28), rng.random() ** 0.6
        tone = leaves[
            min(len(leaves) - 1, int(len(leaves) * rng.random() * (0.4 + 0.6 * (k > 12))))
        ]
        s.fill(
            blob(
                rng,
                x + np.cos(a) * r * q,
                y - r * 0.5 + np.sin(a) * r * 0.55 * q,
                r * 0.20,
                r * 0.15,
                0.25,
                7,
            ),
            tone,
        )
    for _ in range(int(amount * (30 + r * 1.5)) if blossom else 0):
        a, q = rng.uniform(0, 6.28), rng.random() ** 0.5
        tone = blossom[rng.integers(len(blossom))]
        px, py = x + np.cos(a) * r * 1.05 * q, y - r * 0.55 + np.sin(a) * r * 0.58 * q
        n = rng.uniform(0.035, 0.075) * r + 1.6
        s.fill(blob(rng, px, py, n, n * 0.85, 0.35, 5), tone)


def needle_branch(s: Sheet, x, y, length, angle, dark, light, cone: str | None = None) -> None:
    """Draw a near branch of Korean pine: bundles of five long needles, perhaps cones."""
    rng, steps = s.rng, 12
    px, py, a = x, y, angle
    pts = []
    for k in range(steps):
        pts.append((px, py, 11 * (1 - k / steps) + 2))
        a += rng.normal(0, 0.05)
        px, py = px + np.cos(a) * length / steps, py - np.sin(a) * length / steps
    s.stem(pts, "#4a3a2e")
    for k in range(2, steps):
        bx, by, _ = pts[k]
        for side in (-1, 1):
            b = a + side * rng.uniform(0.3, 0.9)
            ex, ey = bx + np.cos(b) * length * 0.10, by - np.sin(b) * length * 0.10
            for _ in range(26):
                c, n = b + rng.normal(0, 0.55), length * rng.uniform(0.10, 0.17)
                s.line(
                    [(ex, ey), (ex + np.cos(c) * n, ey - np.sin(c) * n)],
                    1.8,
                    mixed(dark, light, rng.random()),
                    240,
                )
    for k in (5, 8) if cone else ():
        bx, by, _ = pts[k]
        pine_cone(s, bx, by + length * 0.06, length * 0.11, cone)


def pine_cone(s: Sheet, x, y, n, colour) -> None:
    """Draw the large cone of a Korean pine, its scales curled."""
    for row in range(8):
        q = row / 7
        w = n * 0.42 * np.sin(np.pi * (0.22 + 0.70 * q))
        for k in range(-2, 3):
            cx, cy = x + k * w * 0.48 + (row % 2) * w * 0.2, y - n * 0.6 + n * 1.3 * q
            s.fill(
                [
                    (cx - w * 0.34, cy),
                    (cx, cy - w * 0.22),
                    (cx + w * 0.34, cy),
                    (cx + w * 0.06, cy + w * 0.42),
                ],
                mixed(colour, "#000000", 0.12 * abs(k) + 0.06 * (row % 2)),
            )
            s.line(
                [(cx - w * 0.25, cy + w * 0.05), (cx, cy + w * 0.3)],
                1.2,
                mixed(colour, "#ffffff", 0.25),
                150,
            )
