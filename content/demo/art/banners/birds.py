"""Geese and cranes in flight and on the ground, a sea eagle, far flocks."""

import numpy as np

from .colours import mixed
from .sheet import Sheet


class Bird:
    """Draws in a bird's own units: x forward, y up, turned and mirrored into the sheet."""

    def __init__(
        self, s: Sheet, x, y, size, turn=0.0, left=False, veil: tuple[str, float] = ("#000000", 0.0)
    ):
        self.s, self.x, self.y, self.size, self.veil = s, x, y, size, veil
        self.d, self.c, self.n = (-1 if left else 1), np.cos(turn), np.sin(turn)

    def put(self, u, v):
        return self.x + self.d * self.size * (u * self.c - v * self.n), self.y - self.size * (
            u * self.n + v * self.c
        )

    def tone(self, colour):
        return mixed(colour, *self.veil)

    def curve(self, points, colour):
        self.s.curve([self.put(*p) for p in points], self.tone(colour))

    def area(self, points, colour):
        self.s.fill([self.put(*p) for p in points], self.tone(colour))

    def stem(self, chain, colour):
        self.s.stem([(*self.put(u, v), w * self.size) for u, v, w in chain], self.tone(colour))

    def disc(self, u, v, r, colour):
        self.s.disc(*self.put(u, v), r * self.size, self.tone(colour))


def goose(
    s: Sheet, x, y, size, beat: float = 0.5, turn: float = 0.0, left=True, veil=("#000000", 0.0)
) -> None:
    """Draw a bean goose flying past, near enough to see its colours; `beat` from -1 (down) to 1 (up)."""
    b = Bird(s, x, y, size, turn, left, veil)
    up = beat
    far = [
        (0.06, 0.02),
        (0.02, 0.30 * up + 0.05),
        (-0.20, 0.62 * up),
        (-0.34, 0.72 * up),
        (-0.26, 0.40 * up),
        (-0.22, 0.05),
    ]
    b.curve(far, "#5a4f46")
    b.stem(
        [
            (-0.50, 0.0, 0.02),
            (-0.30, 0.01, 0.16),
            (0.0, 0.0, 0.235),
            (0.25, 0.03, 0.14),
            (0.45, 0.075, 0.075),
            (0.62, 0.095, 0.07),
        ],
        "#8a7a69",
    )
    b.stem([(-0.34, -0.055, 0.02), (-0.05, -0.075, 0.09), (0.2, -0.03, 0.05)], "#cbbfae")
    b.curve(
        [(-0.34, 0.03), (-0.46, 0.05), (-0.60, 0.01), (-0.46, -0.05), (-0.36, -0.05)], "#f0ece4"
    )
    b.curve([(-0.48, 0.035), (-0.63, 0.02), (-0.62, -0.02), (-0.5, -0.02)], "#3c342e")
    b.stem([(0.42, 0.072, 0.07), (0.56, 0.10, 0.085), (0.66, 0.112, 0.085)], "#5d4a3a")
    b.curve([(0.67, 0.145), (0.80, 0.085), (0.815, 0.068), (0.67, 0.075)], "#2a2523")
    b.curve([(0.71, 0.122), (0.765, 0.097), (0.75, 0.082), (0.70, 0.085)], "#e08a2c")
    b.disc(0.655, 0.128, 0.012, "#15110f")
    near = [
        (0.16, 0.05),
        (0.14, 0.34 * up + 0.04),
        (0.02, 0.66 * up + 0.02),
        (-0.16, 0.92 * up),
        (-0.36, 1.04 * up),
        (-0.42, 1.0 * up),
        (-0.30, 0.66 * up),
        (-0.24, 0.36 * up),
        (-0.22, 0.03),
    ]
    b.curve(near, "#6d6056")
    tips = [
        (-0.10, 0.80 * up),
        (-0.36, 1.05 * up),
        (-0.44, 1.0 * up),
        (-0.38, 0.78 * up),
        (-0.26, 0.55 * up),
        (-0.14, 0.62 * up),
    ]
    b.curve(tips, "#3d352f")
    b.curve(
        [
            (0.14, 0.10 * up + 0.05),
            (0.12, 0.36 * up),
            (0.0, 0.62 * up),
            (-0.06, 0.56 * up),
            (0.02, 0.3 * up),
            (0.02, 0.06),
        ],
        "#a3988b",
    )


def far_geese(s: Sheet, x, y, count, size, colour, left=True, open_=0.42) -> None:
    """Draw a skein in two unequal lines, far away."""
    rng, d = s.rng, 1 if left else -1
    for k in range(count):
        arm, step = k % 2, (k + 1) // 2
        at_x, at_y = (
            x + d * step * size * 2.1,
            y + step * size * (open_ * 2 if arm else -open_ * 1.3),
        )
        at_x, at_y = at_x + rng.normal(0, size * 0.15), at_y + rng.normal(0, size * 0.12)
        up = rng.uniform(-0.5, 1.1)
        s.stem(
            [
                (at_x - d * size * 0.7, at_y, size * 0.05),
                (at_x, at_y, size * 0.16),
                (at_x + d * size * 0.4, at_y, size * 0.05),
            ],
            colour,
        )
        for reach in (1.0, -0.7):
            s.stem(
                [
                    (at_x, at_y, size * 0.14),
                    (at_x + d * size * 0.10, at_y - size * 0.5 * up * abs(reach), size * 0.10),
                    (
                        at_x + d * size * 0.35 * (1 if reach > 0 else 0.3),
                        at_y - size * 0.85 * up * abs(reach),
                        size * 0.02,
                    ),
                ],
                colour,
            )


def crane(s: Sheet, x, y, size, pose="stand", left=False, veil=("#000000", 0.0)) -> None:
    """Draw a red-crowned crane at (x, y), `size` units tall: stand, feed, call or dance."""
    b = Bird(s, x, y, size, 0.0, left, veil)
    white, shade, dark, leg = "#fbfaf5", "#d5dadb", "#1c1d20", "#34363a"
    if pose == "dance":
        b.curve(
            [
                (-0.04, 0.60),
                (-0.16, 0.80),
                (-0.34, 1.02),
                (-0.52, 1.12),
                (-0.44, 0.94),
                (-0.34, 0.76),
                (-0.20, 0.56),
            ],
            shade,
        )
        for k in range(7):
            q = k / 6
            b.stem(
                [
                    (-0.24 - 0.16 * q, 0.78 + 0.22 * q, 0.05),
                    (-0.42 - 0.12 * q, 0.72 + 0.32 * q, 0.05),
                    (-0.54 - 0.08 * q, 0.66 + 0.44 * q, 0.01),
                ],
                dark if k < 4 else shade,
            )
        for foot in ((0.05, 0.10), (-0.14, 0.16)):
            b.stem(
                [
                    (-0.02 + foot[0] * 0.3, 0.52, 0.04),
                    (foot[0], 0.34, 0.026),
                    (foot[0] - 0.08, foot[1], 0.018),
                    (foot[0] + 0.0, foot[1] - 0.05, 0.012),
                ],
                leg,
            )
    else:
        for foot in (-0.035, 0.045):
            b.stem(
                [
                    (foot * 0.6, 0.46, 0.045),
                    (foot, 0.30, 0.024),
                    (foot, 0.27, 0.03),
                    (foot, 0.24, 0.02),
                    (foot * 1.1, 0.0, 0.017),
                ],
                leg,
            )
    b.curve(
        [
            (-0.30, 0.50),
            (-0.20, 0.62),
            (0.0, 0.67),
            (0.15, 0.63),
            (0.20, 0.55),
            (0.10, 0.46),
            (-0.10, 0.42),
        ],
        white,
    )
    b.curve([(-0.26, 0.49), (-0.05, 0.52), (0.14, 0.50), (0.10, 0.455), (-0.08, 0.42)], shade)
    b.curve(
        [
            (-0.10, 0.60),
            (-0.24, 0.60),
            (-0.38, 0.48),
            (-0.42, 0.37),
            (-0.36, 0.36),
            (-0.33, 0.40),
            (-0.31, 0.35),
            (-0.26, 0.40),
            (-0.18, 0.47),
        ],
        dark,
    )
    necks = {
        "stand": [
            (0.13, 0.59, 0.085),
            (0.20, 0.70, 0.06),
            (0.185, 0.82, 0.046),
            (0.225, 0.93, 0.046),
        ],
        "feed": [(0.13, 0.58, 0.085), (0.27, 0.54, 0.06), (0.34, 0.36, 0.046), (0.35, 0.20, 0.045)],
        "call": [(0.12, 0.60, 0.085), (0.16, 0.72, 0.06), (0.14, 0.86, 0.046), (0.16, 0.97, 0.046)],
        "dance": [
            (0.12, 0.60, 0.085),
            (0.22, 0.70, 0.06),
            (0.20, 0.83, 0.046),
            (0.25, 0.93, 0.046),
        ],
    }
    neck = necks[pose]
    b.stem(neck, dark)
    hx, hy = neck[-1][:2]
    to = {
        "stand": (0.15, -0.025),
        "feed": (0.05, -0.15),
        "call": (0.07, 0.15),
        "dance": (0.14, 0.06),
    }[pose]
    b.stem(
        [
            (neck[-2][0], neck[-2][1], 0.03),
            (hx - 0.02, hy + 0.004, 0.046),
            (hx + 0.03, hy + 0.002, 0.04),
        ],
        white,
    )
    b.stem(
        [
            (hx + to[0] * 0.2, hy + to[1] * 0.2, 0.03),
            (hx + to[0] * 0.5, hy + to[1] * 0.5, 0.02),
            (hx + to[0], hy + to[1], 0.005),
        ],
        "#6b6f5a",
    )
    b.stem(
        [(hx + 0.02, hy + 0.014, 0.02), (hx, hy + 0.024, 0.022), (hx - 0.025, hy + 0.018, 0.014)],
        "#c0392b",
    )
    b.stem(
        [(hx + 0.025, hy - 0.01, 0.03), (hx - 0.0, hy - 0.02, 0.03), (hx - 0.01, hy - 0.04, 0.03)],
        dark,
    )
    if pose == "dance":
        near = [
            (0.10, 0.62),
            (0.02, 0.84),
            (-0.10, 1.08),
            (-0.24, 1.30),
            (-0.36, 1.36),
            (-0.34, 1.14),
            (-0.28, 0.90),
            (-0.20, 0.66),
            (-0.08, 0.56),
        ]
        b.curve(near, white)
        for k in range(6):
            q = k / 5
            b.stem(
                [
                    (-0.20, 0.72 + 0.10 * q, 0.05),
                    (-0.36, 0.62 + 0.24 * q, 0.05),
                    (-0.50, 0.54 + 0.36 * q, 0.01),
                ],
                dark,
            )


def flying_crane(s: Sheet, x, y, size, beat=0.6, left=False, veil=("#000000", 0.0)) -> None:
    """Draw a red-crowned crane in flight, neck and legs outstretched."""
    b = Bird(s, x, y, size, 0.06, left, veil)
    b.curve(
        [
            (0.04, 0.02),
            (0.0, 0.24 * beat),
            (-0.14, 0.46 * beat),
            (-0.26, 0.5 * beat),
            (-0.2, 0.2 * beat),
            (-0.14, 0.0),
        ],
        "#d5dadb",
    )
    b.stem([(-0.62, -0.03, 0.012), (-0.3, -0.01, 0.02)], "#34363a")
    b.stem(
        [(-0.30, 0.0, 0.05), (-0.08, 0.01, 0.13), (0.12, 0.02, 0.09), (0.2, 0.02, 0.05)], "#fbfaf5"
    )
    b.stem([(0.16, 0.02, 0.055), (0.34, 0.03, 0.034), (0.50, 0.045, 0.034)], "#1c1d20")
    b.stem([(0.46, 0.048, 0.03), (0.54, 0.05, 0.03)], "#fbfaf5")
    b.stem([(0.54, 0.05, 0.02), (0.66, 0.045, 0.004)], "#6b6f5a")
    b.disc(0.525, 0.062, 0.014, "#c0392b")
    b.curve(
        [
            (0.10, 0.04),
            (0.08, 0.30 * beat),
            (-0.04, 0.62 * beat),
            (-0.22, 0.78 * beat),
            (-0.18, 0.42 * beat),
            (-0.16, 0.03),
        ],
        "#fbfaf5",
    )
    b.curve(
        [
            (-0.10, 0.06),
            (-0.17, 0.34 * beat),
            (-0.22, 0.78 * beat),
            (-0.30, 0.62 * beat),
            (-0.28, 0.30 * beat),
            (-0.22, 0.04),
        ],
        "#1c1d20",
    )
