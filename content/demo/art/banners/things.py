"""What people built or left: camera trap, tower, bridge, stairs, hide, lookout, cabin, signpost; prints of paws."""

import numpy as np

from .colours import mixed
from .sheet import Sheet, polygon


def camera_trap(s: Sheet, x, y, size, glow: bool = False, strap: float = 220) -> None:
    """Draw a camera trap with its strap, seen from the front; `size` is half its height."""
    k = size / 100
    at = lambda u, v: (x + u * k, y + v * k)
    for row in (-58, 52):
        s.fill(
            [at(-strap, row - 10), at(strap, row - 10), at(strap, row + 10), at(-strap, row + 10)],
            "#23261f",
        )
    case = [
        (-66, -100),
        (66, -100),
        (80, -86),
        (80, 88),
        (66, 102),
        (-66, 102),
        (-80, 88),
        (-80, -86),
    ]
    s.fill([at(u + 9, v + 10) for u, v in case], "#000000", 100, 5 * k)
    s.fill([at(*p) for p in case], "#4f5840")
    s.fill(
        [at(*p) for p in ((-80, -86), (-66, -100), (-40, -100), (-46, 102), (-66, 102), (-80, 88))],
        "#69734f",
    )
    for u, v, r, c in (
        (-52, 60, 24, "#7d8160"),
        (40, -20, 22, "#3b4230"),
        (50, 70, 18, "#7d8160"),
        (-30, -10, 16, "#3b4230"),
        (18, 88, 16, "#3b4230"),
    ):
        s.curve(
            [
                at(u + r * 1.3 * np.cos(a) * (1 + 0.2 * np.sin(3 * a)), v + r * 0.6 * np.sin(a))
                for a in np.linspace(0, 5.6, 8)
            ],
            c,
            150,
        )
    s.fill([at(u, v) for u, v in ((-56, -88), (56, -88), (56, -34), (-56, -34))], "#191b17")
    for row in range(4):
        for col in range(8):
            lamp = "#7c2b22" if glow and (row + col) % 2 else "#31342c"
            s.disc(*at(-46 + 13.2 * col, -80 + 12.6 * row), 4.4 * k, lamp)
    s.disc(*at(0, 6), 32 * k, "#15170f")
    s.disc(*at(0, 6), 26 * k, "#2c302a")
    s.disc(*at(0, 6), 19 * k, "#20323c")
    s.disc(*at(4, 10), 11 * k, "#0c1418")
    s.oval(*at(-8, -3), 7 * k, 5 * k, "#b6d0d6", 220)
    s.curve(
        [at(u, v) for u, v in ((-38, 52), (0, 46), (38, 52), (40, 78), (0, 88), (-40, 78))],
        "#dcd9c8",
    )
    s.curve([at(u, v) for u, v in ((-30, 56), (0, 52), (10, 66), (-26, 70))], "#f3f1e6")
    if glow:
        s.glow(*at(0, -60), 150 * k, "#e0432c", 60)


def tower(s: Sheet, x, y, h, wall: str, roof: str, light: str) -> None:
    """Draw the tiered tower of Fangchuan, foot at (x, y)."""
    tiers, foot = 7, y
    s.fill(
        [
            (x - h * 0.26, y + h * 0.05),
            (x - h * 0.22, y - h * 0.03),
            (x + h * 0.22, y - h * 0.03),
            (x + h * 0.26, y + h * 0.05),
        ],
        mixed(wall, "#000000", 0.25),
    )
    for k in range(tiers):
        w, t = h * (0.165 - 0.013 * k), h * 0.118 * (1 - 0.03 * k)
        top = foot - t
        s.fill([(x - w, foot), (x - w, top), (x + w, top), (x + w, foot)], wall)
        s.fill(
            [(x + w * 0.25, foot), (x + w * 0.25, top), (x + w, top), (x + w, foot)],
            mixed(wall, "#000000", 0.22),
        )
        for col in np.linspace(-0.82, 0.82, 6):
            s.fill(
                [
                    (x + w * col - w * 0.085, foot - t * 0.16),
                    (x + w * col - w * 0.085, top + t * 0.34),
                    (x + w * col + w * 0.085, top + t * 0.34),
                    (x + w * col + w * 0.085, foot - t * 0.16),
                ],
                mixed(wall, "#1a1310", 0.55),
            )
        s.line(
            [(x - w * 1.12, foot - t * 0.14), (x + w * 1.12, foot - t * 0.14)],
            max(1.2, h * 0.006),
            mixed(light, wall, 0.3),
        )
        e = w * 1.55
        eave = [
            (x - e, top - t * 0.14),
            (x - e * 0.93, top + t * 0.06),
            (x - w * 0.8, top + t * 0.22),
            (x, top + t * 0.26),
            (x + w * 0.8, top + t * 0.22),
            (x + e * 0.93, top + t * 0.06),
            (x + e, top - t * 0.14),
            (x + w * 0.85, top - t * 0.10),
            (x + w * 0.72, top - t * 0.20),
            (x - w * 0.72, top - t * 0.20),
            (x - w * 0.85, top - t * 0.10),
        ]
        s.curve(eave, roof)
        s.stem(
            [
                (x - e, top - t * 0.13, 1),
                (x - w * 0.8, top + t * 0.03, h * 0.008),
                (x, top + t * 0.06, h * 0.008),
                (x + w * 0.2, top + t * 0.05, 1),
            ],
            light,
            220,
        )
        foot = top
    w = h * 0.07
    s.curve(
        [
            (x - w * 1.7, foot + h * 0.005),
            (x - w * 0.6, foot - h * 0.045),
            (x, foot - h * 0.13),
            (x + w * 0.6, foot - h * 0.045),
            (x + w * 1.7, foot + h * 0.005),
            (x, foot + h * 0.015),
        ],
        roof,
    )
    s.stem(
        [(x, foot - h * 0.10, h * 0.012), (x, foot - h * 0.17, h * 0.016), (x, foot - h * 0.23, 1)],
        mixed(light, "#d8b04a", 0.6),
    )


def lookout(s: Sheet, x, y, h, wood: str, light: str) -> None:
    """Draw a wooden fire lookout."""
    w, top = h * 0.13, y - h * 0.74
    for side in (-1, 1):
        for k in range(4):
            low, high = y - h * 0.185 * k, y - h * 0.185 * (k + 1)
            r = 1.75 - 0.2 * k
            s.line(
                [(x - side * w * r, low), (x + side * w * (r - 0.2), high)],
                h * 0.011,
                mixed(wood, "#000000", 0.2),
            )
            s.line([(x - w * (r - 0.2), high), (x + w * (r - 0.2), high)], h * 0.012, wood)
        s.line(
            [(x + side * w * 1.8, y + 6), (x + side * w * 0.92, top)],
            h * 0.022,
            wood if side < 0 else mixed(wood, "#000000", 0.25),
        )
    s.fill(s.box(x - w * 1.4, top - h * 0.02, x + w * 1.4, top + h * 0.015), wood)
    s.fill(
        s.box(x - w * 1.02, top - h * 0.19, x + w * 1.02, top - h * 0.02),
        mixed(wood, "#000000", 0.3),
    )
    s.fill(s.box(x - w * 0.9, top - h * 0.165, x + w * 0.9, top - h * 0.09), light)
    for u in (-0.9, -0.3, 0.3, 0.9):
        s.line([(x + u * w, top - h * 0.17), (x + u * w, top - h * 0.08)], h * 0.012, wood)
    s.fill(
        [
            (x - w * 1.55, top - h * 0.185),
            (x - w * 0.2, top - h * 0.27),
            (x + w * 0.2, top - h * 0.27),
            (x + w * 1.55, top - h * 0.185),
        ],
        mixed(wood, "#000000", 0.42),
    )
    s.fill(
        [
            (x - w * 1.55, top - h * 0.185),
            (x - w * 0.2, top - h * 0.27),
            (x - w * 0.05, top - h * 0.185),
        ],
        mixed(wood, light, 0.35),
    )


def cabin(s: Sheet, x, y, w, snow: bool = True) -> None:
    """Draw a log cabin at night, a lamp behind its window."""
    h = w * 0.42
    s.fill(s.box(x - w / 2, y - h, x + w / 2, y), "#2b2320")
    for k in range(7):
        s.fill(
            s.box(x - w / 2 - 4, y - h * (k + 1) / 7, x + w / 2 + 4, y - h * (k + 0.25) / 7),
            mixed("#4a382c", "#6d5240", (k % 2) * 0.4),
        )
    s.fill(
        [(x - w * 0.62, y - h * 0.92), (x, y - h * 2.0), (x + w * 0.62, y - h * 0.92)], "#2a2422"
    )
    if snow:
        s.curve(
            [
                (x - w * 0.68, y - h * 0.86),
                (x - w * 0.36, y - h * 1.5),
                (x, y - h * 2.16),
                (x + w * 0.36, y - h * 1.52),
                (x + w * 0.68, y - h * 0.86),
                (x + w * 0.3, y - h * 1.34),
                (x, y - h * 1.92),
                (x - w * 0.3, y - h * 1.34),
            ],
            "#c9d6e6",
        )
    s.glow(x - w * 0.17, y - h * 0.52, w * 0.9, "#ffb347", 110)
    s.fill(s.box(x - w * 0.28, y - h * 0.74, x - w * 0.06, y - h * 0.30), "#ffd27a")
    for u in (-0.17,):
        s.line([(x + u * w, y - h * 0.74), (x + u * w, y - h * 0.30)], w * 0.014, "#3a2a20")
    s.line([(x - w * 0.28, y - h * 0.52), (x - w * 0.06, y - h * 0.52)], w * 0.014, "#3a2a20")
    s.fill(s.box(x + w * 0.14, y - h * 0.78, x + w * 0.32, y), "#3a2a22")
    s.fill(s.box(x + w * 0.16, y - h * 2.05, x + w * 0.25, y - h * 1.5), "#3b322e")


def signpost(s: Sheet, x, y, h, wood="#8a6a48", boards=((1, 0.0), (-1, 0.22))) -> None:
    """Draw a post with boards that carry a paw instead of words."""
    s.stem([(x, y + 5, h * 0.085), (x, y - h, h * 0.075)], mixed(wood, "#000000", 0.3))
    for side, low in boards:
        top, n, t = y - h * (0.95 - low), h * 0.62, h * 0.17
        s.fill(
            [
                (x - side * h * 0.16, top),
                (x + side * n * 0.85, top),
                (x + side * n, top + t / 2),
                (x + side * n * 0.85, top + t),
                (x - side * h * 0.16, top + t),
            ],
            wood,
        )
        s.fill(
            [
                (x - side * h * 0.16, top + t * 0.8),
                (x + side * n * 0.87, top + t * 0.8),
                (x + side * n * 0.85, top + t),
                (x - side * h * 0.16, top + t),
            ],
            mixed(wood, "#000000", 0.3),
        )
        paw(s, x + side * n * 0.38, top + t * 0.55, h * 0.045, mixed(wood, "#000000", 0.62))


def paw(s: Sheet, x, y, r, colour, turn=0.0, flat=1.0, alpha=255, soft=0.0) -> None:
    """Draw the print of a cat: a three-lobed pad and four toes, no claws."""
    c, n = np.cos(turn), np.sin(turn)
    at = lambda u, v: (x + r * (u * c - v * n), y + flat * r * (u * n + v * c))
    pad = [
        (-0.95, 0.55),
        (-0.80, -0.15),
        (-0.35, -0.62),
        (0.0, -0.68),
        (0.35, -0.62),
        (0.80, -0.15),
        (0.95, 0.55),
        (0.55, 0.80),
        (0.28, 0.66),
        (0, 0.78),
        (-0.28, 0.66),
        (-0.55, 0.80),
    ]
    s.curve([at(*p) for p in pad], colour, alpha, soft)
    for u, v, tilt in (
        (-1.18, -0.62, -0.35),
        (-0.45, -1.36, -0.12),
        (0.45, -1.36, 0.12),
        (1.18, -0.62, 0.35),
    ):
        ring = []
        for a in np.linspace(0, 2 * np.pi, 9)[:-1]:
            p, q = 0.33 * np.cos(a), 0.46 * np.sin(a)
            ring.append(
                at(u + p * np.cos(tilt) - q * np.sin(tilt), v + p * np.sin(tilt) + q * np.cos(tilt))
            )
        s.curve(ring, colour, alpha, soft)


def tracks(
    s: Sheet, line, count, size, colour, flat=0.5, light: str | None = None, gap=0.8
) -> None:
    """Draw a cat's trail along (x, y) points, near first; prints shrink with the row they lie on."""
    pts = np.asarray(line, float)
    t = np.linspace(0, 1, count) ** 0.62
    x = np.interp(t, np.linspace(0, 1, len(pts)), pts[:, 0])
    y = np.interp(t, np.linspace(0, 1, len(pts)), pts[:, 1])
    near, far = y.max(), y.min()
    for k in range(count):
        q = (y[k] - far) / max(near - far, 1)
        r = size * (0.10 + 0.90 * q**1.1)
        j = min(k + 1, count - 1)
        turn = np.arctan2(y[k] - y[j], x[j] - x[k]) if k < count - 1 else np.pi / 2
        side = (1 if k % 2 else -1) * r * gap
        if light:
            paw(
                s,
                x[k] + side + r * 0.14,
                y[k] + r * 0.14 * flat,
                r * 1.1,
                light,
                np.pi / 2 - turn,
                flat,
                200,
            )
        paw(s, x[k] + side, y[k], r, colour, np.pi / 2 - turn, flat)


def planks(s: Sheet, quad, count, tone, light, dark="#3a2c20") -> None:
    """Fill a four-cornered deck (near left, near right, far right, far left) with boards."""
    a, b, c, d = (np.array(p, float) for p in quad)
    s.fill(polygon(quad), dark)
    for k in range(count):
        q0, q1 = (k / count) ** 1.0, ((k + 0.86) / count) ** 1.0
        f = lambda q: 1 - (1 - q) ** 1.9
        l0, l1, r0, r1 = (
            a + (d - a) * f(q0),
            a + (d - a) * f(q1),
            b + (c - b) * f(q0),
            b + (c - b) * f(q1),
        )
        s.fill([l0, r0, r1, l1], mixed(tone, light, s.rng.uniform(0.0, 0.8)))
