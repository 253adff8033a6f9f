"""Dusk on a frozen river: a line of prints, close by and sharp, leads to a leopard far out on the ice."""

from .. import hills, plants, skies, things
from .. import postures as pose
from ..beasts import DUSK, beast
from ..sheet import Sheet, mixed


def draw(s: Sheet) -> None:
    """Draw the scene."""
    W, H, rng = s.W, s.H, s.rng
    skies.sky(s, "#3f4f7d", "#8a7c9f", "#e3a294", "#f6cfae", bottom=0.42)
    y = s.pick(0.34, 0.36) * H
    skies.clouds(s, y - s.pick(120, 190), 9, "#e9a79a", 360, 12, 130, 50)
    mx, my = s.at((0.80, 0.12), (0.78, 0.12))
    skies.sun(s, mx, my, s.pick(20, 24), "#fdf3e0", 6, 70)
    s.disc(mx - 9, my - 5, s.pick(19, 23), "#5d6590")
    for k, (a, b) in enumerate(
        (("#8f86a8", "#cda9ad"), ("#6a6a94", "#a892a8"), ("#474e78", "#7f7896"))
    ):
        line = hills.wavy(s, y - 30 + 26 * k, 46 - 10 * k, 0.8 + 0.4 * k, 0.5)
        hills.wooded(s, line, 150, 9 + 6 * k, (mixed(a, "#232a4c", 0.25), a), conifers=0.7)
        hills.ridge(s, line, a, b, 70, spurs=0.15, lit="#f6c4b0")
        hills.wooded(s, line, 180, 9 + 5 * k, (mixed(a, "#232a4c", 0.3), b), down=36, conifers=0.7)
    ice = y + s.pick(56, 64)
    s.down(s.box(0, ice, W, H), ice, H, ("#e9bfb4", "#c3bcd0", "#8b98c0"))
    for _ in range(46):
        q = rng.random() ** 1.4
        yy, n = ice + 6 + q * (H - ice), (90 + 500 * q) * rng.uniform(0.5, 1.1)
        x = rng.uniform(0, W)
        s.stem(
            [(x - n / 2, yy, 1), (x, yy - 3 - 10 * q, 4 + 26 * q), (x + n / 2, yy, 1)],
            ("#f4d9d0", "#aab0d0")[rng.integers(2)],
            110,
            3 + 5 * q,
        )
    for _ in range(9):
        x, yy = rng.uniform(0, W), ice + rng.uniform(10, 120)
        pts = [(x, yy)]
        for _ in range(5):
            x, yy = x + rng.uniform(30, 100), yy + rng.normal(4, 8)
            pts.append((x, yy))
        s.line(pts, 1.4, "#7d86b0", 130)
    x, yy = s.at((0.70, 0.545), (0.64, 0.53))
    beast(
        s,
        "amur-leopard",
        pose.walk(0.35).looking(-0.9),
        x,
        yy,
        s.pick(96, 108),
        heading=38,
        above=8,
        seed=13,
        winter=True,
        tones=DUSK,
    )
    pts = s.pick(
        [
            (0.16, 1.02),
            (0.30, 0.86),
            (0.40, 0.76),
            (0.47, 0.68),
            (0.56, 0.62),
            (0.635, 0.58),
            (0.69, 0.55),
        ],
        [
            (0.22, 0.98),
            (0.44, 0.86),
            (0.48, 0.76),
            (0.44, 0.68),
            (0.50, 0.61),
            (0.58, 0.565),
            (0.63, 0.535),
        ],
    )
    things.tracks(
        s,
        [(u * W, v * H) for u, v in pts],
        20,
        s.pick(52, 58),
        "#5f6a9c",
        0.62,
        light="#e9e1e8",
        gap=0.85,
    )
    lx, ly = s.at((0.80, 0.90), (0.78, 0.90))
    plants.leaf(
        s, lx + 7, ly + 9, s.pick(120, 130), 2.5, "#4f5a8c", flat=0.6, vein=False, alpha=120
    )
    plants.leaf(s, lx, ly, s.pick(120, 130), 2.5, "#a5562f", flat=0.6)
    for u in s.pick((0.93, 0.96, 0.985), (0.93, 0.97)):
        plants.grass(s, [(u * W, H * 0.99)], 150, ("#8a6f5f", "#b08f74", "#5f5064"), -0.25, 8)
