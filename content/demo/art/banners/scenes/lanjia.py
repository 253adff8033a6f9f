"""Between the walls of the Lanjia canyon: azaleas in bloom, a thread of water, a leopard with two cubs on a shelf."""

from .. import hills, plants, stones, waters, woods
from .. import postures as pose
from ..beasts import WARM, beast
from ..colours import PINK
from ..sheet import Sheet, mixed, polygon


def draw(s: Sheet) -> None:
    """Draw the scene."""
    W, H, rng = s.W, s.H, s.rng
    s.down(s.box(0, 0, W, H), 0, H * 0.7, ("#a9cfe0", "#e3eee0", "#f6efd6"))
    W * s.pick(0.40, 0.40)
    for k, (a, b) in enumerate((("#a8bcc0", "#d9dfd0"), ("#8ca68d", "#c5d1ac"))):
        line = hills.wavy(s, H * s.pick(0.30, 0.30) + 60 * k, 60, 1.0 + 0.4 * k, 0.5)
        hills.ridge(s, line, a, b, 150, spurs=0.2)
        hills.wooded(
            s, line, 260, 12 + 6 * k, (mixed(a, "#2c4430", 0.2), b), down=130, conifers=0.6
        )
    walls = s.pick(
        (
            (
                [
                    (-0.02, 0.10),
                    (0.20, 0.13),
                    (0.30, 0.20),
                    (0.315, 0.40),
                    (0.335, 0.60),
                    (0.36, 0.80),
                    (-0.02, 0.86),
                ],
                "#9c8f80",
                0,
            ),
            (
                [
                    (0.47, 0.30),
                    (0.55, 0.22),
                    (0.64, 0.20),
                    (1.02, 0.12),
                    (1.02, 0.86),
                    (0.47, 0.82),
                    (0.455, 0.6),
                ],
                "#93867a",
                0,
            ),
            (
                [
                    (-0.02, -0.05),
                    (0.10, -0.02),
                    (0.165, 0.10),
                    (0.18, 0.32),
                    (0.215, 0.52),
                    (0.235, 0.74),
                    (0.28, 1.02),
                    (-0.02, 1.02),
                ],
                "#6f6258",
                1,
            ),
            (
                [
                    (0.585, 0.50),
                    (0.60, 0.34),
                    (0.66, 0.20),
                    (0.72, -0.02),
                    (1.02, -0.05),
                    (1.02, 1.02),
                    (0.52, 1.02),
                    (0.555, 0.80),
                ],
                "#7a6c60",
                1,
            ),
        ),
        (
            (
                [
                    (-0.02, 0.10),
                    (0.20, 0.14),
                    (0.30, 0.20),
                    (0.31, 0.40),
                    (0.33, 0.60),
                    (0.36, 0.80),
                    (-0.02, 0.86),
                ],
                "#9c8f80",
                0,
            ),
            (
                [
                    (0.50, 0.28),
                    (0.58, 0.21),
                    (0.70, 0.18),
                    (1.02, 0.12),
                    (1.02, 0.86),
                    (0.47, 0.82),
                    (0.48, 0.6),
                ],
                "#93867a",
                0,
            ),
            (
                [
                    (-0.02, -0.05),
                    (0.08, -0.02),
                    (0.15, 0.14),
                    (0.17, 0.34),
                    (0.20, 0.54),
                    (0.20, 0.76),
                    (0.24, 1.02),
                    (-0.02, 1.02),
                ],
                "#6f6258",
                1,
            ),
            (
                [
                    (0.60, 0.60),
                    (0.63, 0.40),
                    (0.72, 0.22),
                    (0.80, -0.02),
                    (1.02, -0.05),
                    (1.02, 1.02),
                    (0.44, 1.02),
                    (0.56, 0.86),
                ],
                "#7a6c60",
                1,
            ),
        ),
    )
    for points, tone, near in walls:
        line = [(u * W, v * H) for u, v in points]
        top = [p for p in line if 0 <= p[0] <= W][:3]
        for x, yy in top:
            for _ in range(4):
                woods.conifer(
                    s,
                    x + rng.normal(0, 40),
                    yy + 12 + rng.uniform(0, 26),
                    rng.uniform(60, 100) * (1 + 0.7 * near),
                    "#2a4a3a",
                    "#5f8a5c",
                )
        stones.cliff(
            s,
            line,
            tone,
            mixed(tone, "#f6e3c4", 0.72),
            54 + 40 * near,
            0.03,
            layers=False,
            amount=1.0,
        )
        xs, wall = [p[0] for p in line], polygon(line)
        for _ in range(26 + 20 * near):
            x, yy = rng.uniform(min(xs), max(xs)), rng.uniform(line[1][1], H * 0.9)
            if not (wall.contains(x, yy) and wall.contains(x, yy - 24)) or 0.30 * W < x < 0.50 * W:
                continue
            plants.bush(
                s,
                x,
                yy,
                rng.uniform(9, 22) * (1 + 0.6 * near),
                ("#5a7040", "#78904e"),
                PINK if rng.random() < 0.6 else None,
                0.9,
            )
    wx = W * s.pick(0.405, 0.405)
    stones.cliff(
        s,
        [(wx - 90, H * 0.37), (wx + 110, H * 0.36), (wx + 150, H * 0.80), (wx - 120, H * 0.80)],
        "#857a6d",
        "#c9b89c",
        44,
        0.04,
    )
    waters.fall(s, wx, H * 0.38, H * 0.70, s.pick(26, 30), 1.5)
    stream = [
        (wx, H * 0.71),
        (wx + 30, H * 0.76),
        (wx - 50, H * 0.83),
        (wx + 40, H * 0.92),
        (wx - 40, H * 1.06),
    ]
    waters.river(s, stream, (40, 60, 110, 180, 330), ("#e3f1ea", "#6fa6a2"), bank="#a59a86")
    waters.streaks(s, H * 0.74, H, 50, "#ffffff", 160, 90, inside=lambda _y: (wx - 90, wx + 90))
    for _ in range(26):
        yy = H * rng.uniform(0.74, 1.0)
        n = 20 + 120 * (yy / H - 0.7)
        stones.boulder(
            s,
            wx + rng.choice([-1, 1]) * (40 + 380 * (yy / H - 0.70)) * rng.uniform(0.7, 1.3),
            yy,
            n * 1.6,
            n * 0.8,
            "#6d675e",
            "#b3a793",
            "#7d9a50" if rng.random() < 0.4 else None,
        )
    lx, ly = s.pick((0.635, 0.69), (0.52, 0.745))
    shelf = [
        (lx * W - s.pick(130, 120), ly * H + 22),
        (lx * W - 60, ly * H + 6),
        (lx * W + 60, ly * H),
        (lx * W + 240, ly * H - 2),
        (lx * W + 420, ly * H + 6),
        (W * 1.04, ly * H - 8),
    ]
    stones.ledge(s, shelf, "#5f554c", "#c2aa8c", s.pick(120, 170), cap="#b8b06a")
    m = s.pick(190, 200)
    beast(
        s,
        "amur-leopard",
        pose.lie().looking(0.5),
        lx * W + s.pick(130, 120),
        ly * H + 8,
        m,
        heading=170,
        above=5,
        seed=31,
        tones=WARM,
    )
    beast(
        s,
        "amur-leopard",
        pose.walk(0.3).turned(neck=(0, 0.2, 0)),
        lx * W + s.pick(300, 285),
        ly * H + 10,
        m * 0.46,
        heading=200,
        above=5,
        seed=32,
        tones=WARM,
    )
    beast(
        s,
        "amur-leopard",
        pose.sit().looking(-0.4),
        lx * W + s.pick(372, 355),
        ly * H + 4,
        m * 0.46,
        heading=215,
        above=5,
        seed=33,
        tones=WARM,
    )
    for u, v, r in s.pick(
        (
            (0.57, 0.84, 50),
            (0.96, 0.70, 60),
            (0.93, 0.92, 90),
            (0.04, 0.95, 90),
            (0.12, 1.0, 80),
            (0.80, 1.0, 90),
        ),
        ((0.44, 0.90, 70), (0.95, 0.76, 60), (0.88, 0.95, 110), (0.06, 0.95, 100), (0.2, 1.0, 80)),
    ):
        plants.bush(s, u * W, v * H, r, ("#4f6638", "#6f8848"), PINK, 1.0)
