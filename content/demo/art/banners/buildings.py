"""Tower, hide, lookout and skiers."""

import numpy as np

from .colours import mixed
from .paper import Paper


def tower(paper: Paper, x: float, y: float, tall: float) -> None:
    """Draw a tiered lookout tower with upturned eaves."""
    colour = mixed(paper.palette.near, "#000000", 0.1)
    tiers, wall = 6, mixed(colour, paper.palette.haze, 0.22)
    foot = y
    for k in range(tiers):
        w, h = tall * (0.17 - 0.014 * k), tall * 0.145
        top = foot - h
        paper.area([(x - w, foot), (x - w, top), (x + w, top), (x + w, foot)], wall)
        for column in np.linspace(-0.8, 0.8, 5):
            paper.stem([(x + w * column, foot, 2.2), (x + w * column, top, 2.2)], colour)
        eave = w * 1.42
        paper.curve([(x - eave, top - h * 0.10), (x - w * 0.9, top + h * 0.12), (x, top + h * 0.16),
                     (x + w * 0.9, top + h * 0.12), (x + eave, top - h * 0.10),
                     (x + w * 0.7, top - h * 0.22), (x, top - h * 0.28), (x - w * 0.7, top - h * 0.22)],
                    colour)  # fmt: skip
        foot = top
    paper.area([(x - tall * 0.09, foot), (x, foot - tall * 0.10), (x + tall * 0.09, foot)], colour)
    paper.stem([(x, foot - tall * 0.08, 3), (x, foot - tall * 0.17, 1)], colour)


def hide(paper: Paper, x: float, y: float, size: float = 1.0) -> None:
    """Draw a low plank hide with a long window and a lens in it."""
    p, s = paper.palette, size
    wood = mixed("#6b5138", p.near, 0.35)
    dark = mixed(wood, "#000000", 0.45)
    paper.area(
        [
            (x - 150 * s, y),
            (x - 150 * s, y - 120 * s),
            (x + 150 * s, y - 120 * s),
            (x + 150 * s, y),
        ],
        wood,
    )
    for k in range(1, 8):
        row = y - 15 * s * k
        paper.stem([(x - 150 * s, row, 1.4), (x + 150 * s, row, 1.4)], dark, 150)
    paper.area([(x - 118 * s, y - 66 * s), (x - 118 * s, y - 92 * s), (x + 118 * s, y - 92 * s),
                (x + 118 * s, y - 66 * s)], mixed(dark, "#000000", 0.5))  # fmt: skip
    paper.area([(x - 178 * s, y - 112 * s), (x - 140 * s, y - 152 * s), (x + 152 * s, y - 152 * s),
                (x + 178 * s, y - 112 * s)], dark)  # fmt: skip
    if p.trees == "bare":
        paper.curve([(x - 172 * s, y - 118 * s), (x - 140 * s, y - 160 * s), (x, y - 166 * s),
                     (x + 152 * s, y - 160 * s), (x + 172 * s, y - 118 * s), (x, y - 132 * s)], p.ground)  # fmt: skip
    for at in (-52, 46):
        paper.stem(
            [(x + at * s, y - 78 * s, 15 * s), (x + (at - 34) * s, y - 79 * s, 18 * s)], "#15181b"
        )
        paper.disc(x + (at - 36) * s, y - 79 * s, 7 * s, "#5c7a8c")


def lookout(paper: Paper, x: float, y: float, tall: float) -> None:
    """Draw a wooden fire lookout on four legs."""
    wood = mixed("#4a3a2c", paper.palette.near, 0.4)
    top, w = y - tall, tall * 0.13
    for side in (-1, 1):
        paper.stem([(x + side * w * 1.8, y + 6, 7), (x + side * w * 0.9, top, 6)], wood)
        for k in range(4):
            low, high = y - tall * 0.23 * k, y - tall * 0.23 * (k + 1)
            reach = 1.8 - 0.21 * k
            paper.stem(
                [(x - side * w * reach, low, 3), (x + side * w * (reach - 0.2), high, 3)], wood
            )
    paper.area(
        [
            (x - w * 1.3, top),
            (x - w * 1.3, top - tall * 0.05),
            (x + w * 1.3, top - tall * 0.05),
            (x + w * 1.3, top),
        ],
        wood,
    )
    paper.area([(x - w * 1.05, top - tall * 0.05), (x - w * 1.05, top - tall * 0.20), (x + w * 1.05, top - tall * 0.20),
                (x + w * 1.05, top - tall * 0.05)], mixed(wood, paper.palette.haze, 0.3))  # fmt: skip
    paper.area(
        [
            (x - w * 1.5, top - tall * 0.20),
            (x, top - tall * 0.30),
            (x + w * 1.5, top - tall * 0.20),
        ],
        wood,
    )


def walker(paper: Paper, x: float, y: float, tall: float, coat: str) -> None:
    """Draw a ranger on skis, seen from the side, small."""
    s = tall / 100
    dark = "#22282e"
    paper.stem(
        [(x - 62 * s, y + 3 * s, 2), (x + 56 * s, y + 3 * s, 4), (x + 76 * s, y - 6 * s, 2)], dark
    )
    for foot, knee in ((-18, -8), (20, 16)):
        paper.stem(
            [(x, y - 48 * s, 15 * s), (x + knee * s, y - 26 * s, 11 * s), (x + foot * s, y, 8 * s)],
            "#39424a",
        )
    paper.stem(
        [
            (x - 1 * s, y - 46 * s, 22 * s),
            (x + 5 * s, y - 66 * s, 24 * s),
            (x + 8 * s, y - 80 * s, 14 * s),
        ],
        coat,
    )
    paper.stem([(x - 12 * s, y - 54 * s, 14 * s), (x - 9 * s, y - 76 * s, 15 * s)], "#4c5a3c")
    paper.stem(
        [
            (x + 7 * s, y - 76 * s, 8 * s),
            (x + 22 * s, y - 62 * s, 7 * s),
            (x + 34 * s, y - 64 * s, 6 * s),
        ],
        coat,
    )
    paper.stem([(x + 36 * s, y - 70 * s, 2), (x + 16 * s, y + 2 * s, 2)], dark)
    paper.disc(x + 11 * s, y - 92 * s, 8.5 * s, "#d9b48f")
    paper.curve(
        [
            (x + 1 * s, y - 94 * s),
            (x + 4 * s, y - 103 * s),
            (x + 14 * s, y - 104 * s),
            (x + 20 * s, y - 95 * s),
        ],
        "#8c3b2e",
    )
