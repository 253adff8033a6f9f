"""Paths, posts, paw prints and a camera trap: the traces people and cats leave."""

import numpy as np

from .colours import mixed
from .paper import H, Paper, W, polygon


def path(
    paper: Paper, start: float, end: float, colour: str, top=0.80, width=240, bend=0.07
) -> None:
    """Draw a footpath from the bottom of the sheet into the picture."""
    q = np.linspace(0, 1, 50)
    y = H * (1.02 + (top - 1.02) * q**0.8)
    x = W * (start + (end - start) * q + bend * np.sin(q * 5.6))
    half = 2.5 + width / 2 * (1 - q) ** 1.7
    line = np.vstack([np.stack([x - half, y], 1), np.stack([x + half, y], 1)[::-1]])
    paper.fill(polygon(line), colour)


def signpost(paper: Paper, x: float, y: float, tall: float = 150) -> None:
    """Draw a post with two boards (a paw and an arrow instead of words)."""
    wood = mixed("#7a5c3d", paper.palette.near, 0.3)
    board, mark = mixed(wood, paper.palette.haze, 0.3), mixed(wood, "#000000", 0.5)
    paper.stem([(x, y + 6, 13), (x, y - tall, 11)], mixed(wood, "#000000", 0.25))
    for k, side in ((0, 1), (1, -1)):
        top = y - tall + 10 + 46 * k
        near, tip = x - side * 26, x + side * 112
        paper.area([(near, top), (tip - side * 20, top), (tip, top + 17), (tip - side * 20, top + 34),
                    (near, top + 34)], board)  # fmt: skip
    paw(paper, x + 40, y - tall + 28, 8, mark)


def paw(
    paper: Paper, x: float, y: float, r: float, colour: str, turn: float = 0.0, flat=1.0
) -> None:
    """Draw the print of a cat: a pad and four toes, no claws."""
    c, s = np.cos(turn), np.sin(turn)

    def at(u, v):
        return x + r * (u * c - v * s), y + flat * r * (u * s + v * c)

    pad = [(-0.9, 0.5), (-0.75, -0.25), (0, -0.65), (0.75, -0.25), (0.9, 0.5), (0.35, 0.72), (0, 0.58),
           (-0.35, 0.72)]  # fmt: skip
    paper.curve([at(*p) for p in pad], colour)
    for u, v in ((-1.12, -0.72), (-0.42, -1.32), (0.42, -1.32), (1.12, -0.72)):
        t = np.linspace(0, 6.28, 9)[:-1]
        paper.curve([at(u + 0.32 * np.cos(a), v + 0.44 * np.sin(a)) for a in t], colour)


def tracks(paper: Paper, start, end, count: int, colour: str, size: float = 16) -> None:
    """Draw a line of paw prints running into the picture."""
    for k in range(count):
        q = k / (count - 1)
        scale = (1 - q) ** 1.2 * 0.85 + 0.15
        x = W * (start[0] + (end[0] - start[0]) * q) + 26 * np.sin(q * 6)
        y = H * (start[1] + (end[1] - start[1]) * q**0.7)
        paw(paper, x + (16 if k % 2 else -16) * scale, y, size * scale, colour, 0.5, 0.62)


def camera(paper: Paper, x: float, y: float, size: float = 1.0) -> None:
    """Draw a trunk at the edge of the picture with a camera trap strapped to it."""
    p, rng, s = paper.palette, paper.rng, size
    bark = mixed(p.near, "#000000", 0.2)
    light = mixed(bark, p.haze, 0.13)
    paper.curve([(x - 105 * s, -30), (x - 92 * s, H * 0.5), (x - 128 * s, H + 30), (x + 128 * s, H + 30),
                 (x + 96 * s, H * 0.5), (x + 104 * s, -30)], bark)  # fmt: skip
    for _ in range(110):
        at, row = x + rng.uniform(-86, 86) * s, rng.uniform(-20, H)
        length = rng.uniform(30, 120)
        paper.stem([(at, row, 1), (at + rng.normal(0, 4), row + length / 2, rng.uniform(2, 6)),
                    (at, row + length, 1)], light, 150)  # fmt: skip
    paper.area([(x - 99 * s, y - 16 * s), (x + 99 * s, y - 16 * s), (x + 99 * s, y + 18 * s),
                (x - 99 * s, y + 18 * s)], "#22251f")  # fmt: skip
    case = [
        (-66, -104),
        (66, -104),
        (78, -92),
        (78, 92),
        (66, 106),
        (-66, 106),
        (-78, 92),
        (-78, -92),
    ]
    paper.area([(x + u * s + 7, y + v * s + 9) for u, v in case], "#000000", 90)
    paper.area([(x + u * s, y + v * s) for u, v in case], "#5a6148")
    inner = [(-60, -90), (60, -90), (60, 92), (-60, 92)]
    paper.area([(x + u * s, y + v * s) for u, v in inner], "#474d39")
    for row in range(4):
        for column in range(7):
            paper.disc(x + (-42 + 14 * column) * s, y + (-74 + 14 * row) * s, 4.6 * s, "#1b1d16")
    paper.disc(x, y + 6 * s, 27 * s, "#15170f")
    paper.disc(x, y + 6 * s, 19 * s, "#2b4450")
    paper.disc(x - 6 * s, y, 6 * s, "#a9c6cf")
    paper.curve([(x + u * s, y + v * s) for u, v in ((-36, 50), (0, 44), (36, 50), (36, 74), (0, 82), (-36, 74))],
                "#d9d6c4")  # fmt: skip
    paper.disc(x, y + 92 * s * 1.0, 3 * s, "#b0392b")
