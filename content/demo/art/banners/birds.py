"""Geese, cranes, reeds and smoke."""

from .colours import mixed
from .paper import H, Paper, W


def reeds(
    paper: Paper, base: float = 1.02, count: int = 240, tall: float = 250, calm=(0.0, 0.0)
) -> None:
    """Draw reeds along the bottom; fewer and lower between the parts of the width in `calm`."""
    p, rng = paper.palette, paper.rng
    for _ in range(count):
        x = rng.uniform(-10, W + 10)
        short = 0.35 if calm[0] * W < x < calm[1] * W else 1.0
        tone = mixed(p.near, p.grass, rng.uniform(0, 1))
        length, lean = rng.uniform(0.45, 1) * tall * short, rng.normal(10, 16)
        y = H * base
        top = (x + lean, y - length)
        paper.stem([(x, y, 4), (x + lean * 0.3, y - length * 0.6, 3), (*top, 1)], tone)
        paper.stem(
            [(x, y, 2), (x - lean, y - length * 0.4, 5), (x - 2.4 * lean, y - length * 0.62, 0.6)],
            tone,
        )
        if rng.random() < 0.5:
            paper.stem([(*top, 2), (top[0] + lean * 0.2, top[1] - 14, 8), (top[0] + lean * 0.5, top[1] - 34, 1)],
                       mixed(tone, p.haze, 0.25))  # fmt: skip


def goose(paper: Paper, x: float, y: float, s: float, colour: str, beat: float, left: bool) -> None:
    """Draw one flying goose."""
    d = -1 if left else 1
    paper.stem([(x - d * 12 * s, y, 2 * s), (x, y, 7 * s), (x + d * 12 * s, y - s, 4 * s),
                (x + d * 28 * s, y - 4 * s, 2.6 * s), (x + d * 33 * s, y - 4 * s, 2 * s)], colour)  # fmt: skip
    for side, reach in ((1, 1.0), (-1, 0.8)):
        lift = (20 * beat if side > 0 else 14 * beat + 5) * s
        paper.stem([(x + d * 4 * s, y, 7 * s), (x - d * 2 * s, y - lift * 0.7, 7 * s * reach),
                    (x - d * (18 if side > 0 else 8) * s, y - lift * 1.25, 1.2 * s)], colour)  # fmt: skip


def geese(paper: Paper, x: float, y: float, count: int, s: float = 1.0, left: bool = True) -> None:
    """Draw a skein in two unequal lines."""
    rng, d = paper.rng, 1 if left else -1
    colour = mixed(paper.palette.near, paper.palette.haze, 0.12)
    for k in range(count):
        arm, step = k % 2, (k + 1) // 2
        at_x = x + d * step * 58 * s * (1 if arm else 0.92)
        at_y = y + (step * 24 if arm else -step * 15) * s
        goose(paper, at_x + rng.normal(0, 5), at_y + rng.normal(0, 3), 0.62 * s, colour,
              rng.uniform(-0.5, 1.2), left)  # fmt: skip


def crane(
    paper: Paper, x: float, y: float, s: float, left: bool = False, feeding: bool = False
) -> None:
    """Draw one standing red-crowned crane."""
    d = -1 if left else 1
    white = mixed("#fbf8ef", paper.palette.near, paper.palette.tint * 0.6)
    dark = mixed("#1d2024", paper.palette.near, 0.2)
    for leg in (-5, 4):
        paper.stem([(x + leg * s, y - 58 * s, 3 * s), (x + (leg + d) * s, y - 30 * s, 2.4 * s),
                    (x + leg * s, y, 2 * s)], dark)  # fmt: skip
    paper.curve([(x + d * u * s, y - v * s) for u, v in
                 ((-34, 66), (-22, 84), (0, 92), (20, 86), (27, 74), (12, 58), (-10, 54))], white)  # fmt: skip
    paper.curve([(x + d * u * s, y - v * s) for u, v in
                 ((-18, 78), (-32, 74), (-46, 58), (-44, 46), (-34, 50), (-26, 56), (-14, 62))], dark)  # fmt: skip
    neck = ([(20, 80, 9), (38, 70, 7), (46, 44, 6), (50, 22, 6)] if feeding
            else [(20, 80, 10), (30, 98, 8), (26, 118, 7), (32, 138, 7)])  # fmt: skip
    paper.stem([(x + d * u * s, y - v * s, w * s) for u, v, w in neck], dark)
    hx, hy = neck[-1][:2]
    paper.disc(x + d * hx * s, y - hy * s, 5 * s, white)
    tip = (hx + 8, hy - 20) if feeding else (hx + 22, hy - 3)
    paper.stem(
        [(x + d * hx * s, y - hy * s, 4 * s), (x + d * tip[0] * s, y - tip[1] * s, 1 * s)], dark
    )
    paper.disc(x + d * (hx - 1) * s, y - (hy + 3.4) * s, 2.6 * s, "#b5322a")


def smoke(paper: Paper, x: float, y: float, tall: float) -> None:
    """Draw a thin column of smoke drifting off."""
    for k in range(26):
        q = k / 25
        paper.disc(x + 120 * q**1.6 + paper.rng.normal(0, 4), y - tall * q, 5 + 34 * q, "#8d8578",
                   int(70 * (1 - q) ** 0.7) + 4)  # fmt: skip
