"""Canyon, outcrop and lair."""

import numpy as np

from .colours import mixed
from .paper import H, Paper, W, polygon, vertical


def canyon(paper: Paper, forest) -> None:
    """Draw two layered rock walls, pines on their rims."""
    p, rng = paper.palette, paper.rng
    for depth in range(3):
        tone = mixed(p.far, p.near, 0.25 + 0.28 * depth)
        for side in (-1, 1):
            reach, top = 0.46 - 0.12 * depth, H * (0.32 - 0.10 * depth)
            y = np.linspace(top, H * 1.02, 16)
            q = (y - top) / (H * 1.02 - top)
            step = np.repeat(rng.uniform(-1, 1, 8), 2) * 26
            edge = W * reach * (1 - 0.35 * q**1.4) + step + rng.normal(0, 5, 16)
            edge = edge if side < 0 else W - edge
            wall = -20 if side < 0 else W + 20
            outline = [(wall, top - 30), *zip(edge, y, strict=True), (wall, H * 1.02)]
            shader = vertical(top, H, [tone, mixed(tone, p.haze, 0.35 - 0.1 * depth)])
            for at in np.sort(rng.uniform(0, 1, 18 - 4 * depth)):
                x = wall + (edge[0] - wall) * at
                tall = rng.uniform(0.6, 1.2) * (44 + 44 * depth)
                forest.plant(x, top - 30 * (1 - at) + 6, tall, shader, 0.5 - 0.15 * depth)
            paper.shade(polygon(outline), shader)
            for k in range(2, 16, 2):
                inner, outer = edge[k], wall
                thick = 3 + 2 * depth
                dark = mixed(tone, "#000000", 0.16)
                paper.stem([(inner, y[k], 1), ((inner + outer) / 2, y[k] + rng.normal(0, 7), thick),
                            (outer, y[k] + rng.normal(6, 7), thick)], dark, 150)  # fmt: skip
                crack = inner + (outer - inner) * rng.uniform(0.05, 0.5)
                paper.stem([(crack, y[k], 3), (crack + rng.normal(0, 6), y[k] + 46, 1)], dark, 150)


def rocks(paper: Paper, x: float, y: float, wide: float, high: float, snow: bool = False) -> None:
    """Draw an outcrop of upright faces whose top lies at y."""
    p, rng = paper.palette, paper.rng
    tone = mixed(p.near, p.haze, 0.22)
    edge = np.array([-1.0, -0.86, -0.7, -0.46, -0.2, 0.08, 0.34, 0.6, 0.76, 0.9, 1.0])
    drop = np.array([0.72, 0.40, 0.10, 0.02, 0, 0.01, 0, 0.03, 0.14, 0.46, 0.80])
    top = y + high * drop + rng.normal(0, 3, 11) * (drop > 0.02)
    tops = np.stack([x + wide * edge, top], 1)
    feet = np.stack([x + wide * edge * 1.12 + rng.normal(0, 7, 11), np.full(11, y + high)], 1)
    waist = tops * 0.55 + feet * 0.45 + rng.normal(0, 9, (11, 2)) * (1, 1.6)
    for upper, lower, deep in ((tops, waist, 0.0), (waist, feet, 0.16)):
        for k in range(10):
            face = mixed(tone, "#000000", deep + rng.uniform(0.02, 0.2))
            face = mixed(face, p.haze, 0.2 * rng.random() * (1 - deep))
            paper.area([upper[k], upper[k + 1], lower[k + 1] + (1, 1), lower[k] + (-1, 1)], face)
    crest = "#f7fafb" if snow else mixed(tone, p.haze, 0.32)
    paper.area([*tops[2:9], *[(u, v + 9 + 4 * np.sin(u)) for u, v in tops[8:1:-1]]], crest)


def cave(paper: Paper, x: float, y: float, size: float = 1.0) -> None:
    """Draw an overhanging cliff with a dark lair at its foot."""
    p, rng, s = paper.palette, paper.rng, size
    tone = mixed(p.near, p.haze, 0.16)
    edge = [
        (-400, -120), (-330, -250), (-170, -300), (40, -350), (260, -330), (420, -240), (520, -60),
    ]  # fmt: skip
    crest = [(x + u * s, y + v * s) for u, v in edge]
    cliff = [(x - 420 * s, y + 40), *crest, (x + 560 * s, y + 40)]
    paper.shade(
        polygon(cliff),
        vertical(y - 350 * s, y + 40, [mixed(tone, p.haze, 0.3), mixed(tone, "#000000", 0.2)]),
    )
    for _ in range(60):
        u, v = rng.uniform(-360, 480), rng.uniform(20, 300)
        if v > 330 - abs(u - 40) * 0.55:
            continue
        w, h = rng.uniform(30, 90), rng.uniform(16, 60)
        at, row = x + u * s, y - v * s
        paper.area([(at, row), (at + w, row - h * 0.4), (at + w * 1.3, row + h * 0.5), (at + w * 0.3, row + h)],
                   mixed(tone, rng.choice([p.haze, "#000000"]), rng.uniform(0.08, 0.2)), 190)  # fmt: skip
    mouth = [(-180, -70), (-60, -130), (110, -120), (210, -60)]
    mouth = [(x + u * s, y + v * s) for u, v in mouth]
    lair = [(x - 210 * s, y + 30), *mouth, (x + 240 * s, y + 30)]
    paper.curve(lair, mixed(p.near, "#000000", 0.72))
