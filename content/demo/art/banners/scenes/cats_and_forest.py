"""A class outdoors: children on a log under a great oak listen to a ranger beside a drawn board."""

from .. import hills, people, plants, things, woods
from .. import postures as pose
from ..beasts import beast
from ..sheet import Sheet, mixed


def draw(s: Sheet) -> None:
    """Draw the scene."""
    W, H, rng = s.W, s.H, s.rng
    s.down(s.box(0, 0, W, H), 0, H * 0.7, ("#8cb76a", "#cfe3a4", "#eef4cc"))
    s.glow(W * s.pick(0.62, 0.6), H * 0.36, s.pick(460, 440), "#fdfce6", 230)
    for row, t in enumerate((("#a8c983", "#bddb97", "#d3eab0"), ("#6d9f55", "#8abb66", "#acd684"))):
        for _ in range(34 - 8 * row):
            x, yy = rng.uniform(-20, W + 20), H * (0.42 + 0.06 * row) + rng.normal(0, 24)
            s.stem(
                [(x, yy - 20, 5), (x, H * (0.60 + 0.03 * row), 7 + 4 * row)],
                mixed(t[0], "#4a3a28", 0.5),
            )
            woods.crown(s, x, yy - 50, rng.uniform(46, 90), rng.uniform(40, 70), t, 8 + row, 0.9)
    g = H * s.pick(0.62, 0.62)
    floor = hills.through(s, (0, g), (W * 0.5, g - 8), (W, g + 10), rough=3)
    hills.ridge(s, floor, "#9cc265", "#4d7d3a", 240)
    for _ in range(14):
        x, yy = rng.uniform(0, W), rng.uniform(g + 10, H)
        s.oval(x, yy, rng.uniform(60, 160), rng.uniform(8, 22), "#d6e78c", 90, 9)
    plants.meadow(s, floor, H - g, 900, 26, ("#8fb552", "#b0cf68", "#6f9a42"), 0.15)
    ox = W * s.pick(0.17, 0.15)
    woods.trunk(
        s, ox, s.pick(150, 150), -30, H * 0.80, "oak", "#5a4836", "#a58a68", lean=0.02, root=0.7
    )
    tips: list = []
    for a, n, yy in s.pick(
        ((0.25, 330, 0.30), (2.7, 220, 0.26), (0.55, 300, 0.12)),
        ((0.35, 360, 0.26), (0.75, 380, 0.12)),
    ):
        woods.branch(s, ox, H * yy, a, n, 40, 2, "#5a4836", tips)
    for tx, ty in [
        *tips,
        *[(rng.uniform(0, W * s.pick(0.62, 0.9)), rng.uniform(-30, H * 0.12)) for _ in range(16)],
    ]:
        woods.crown(
            s,
            tx,
            ty,
            rng.uniform(70, 120),
            rng.uniform(44, 70),
            ("#2f6132", "#487f3a", "#6ca548", "#97c95f"),
            11,
            1.0,
        )
    bx, by = s.at((0.80, 0.79), (0.80, 0.74))
    n = s.pick(190, 200)
    for d in (-0.45, 0.45):
        s.stem([(bx + d * n * 0.9, by, 9), (bx + d * n * 0.2, by - n * 1.5, 8)], "#8a6440")
    s.fill(
        s.box(bx - n * 0.62 + 7, by - n * 1.30 + 8, bx + n * 0.62 + 7, by - n * 0.46 + 8),
        "#2a2a1a",
        80,
        6,
    )
    s.fill(s.box(bx - n * 0.62, by - n * 1.30, bx + n * 0.62, by - n * 0.46), "#8a6440")
    s.fill(s.box(bx - n * 0.57, by - n * 1.25, bx + n * 0.57, by - n * 0.51), "#f5efdd")
    beast(
        s,
        "amur-leopard",
        pose.walk(0.3),
        bx - n * 0.02,
        by - n * 0.62,
        n * 0.52,
        heading=0,
        above=3,
        seed=11,
        shadow=0,
        veil=("#f5efdd", 0.12),
    )
    things.paw(s, bx + n * 0.40, by - n * 1.08, n * 0.06, "#6d5240")
    things.paw(s, bx + n * 0.22, by - n * 1.10, n * 0.05, "#6d5240")
    px, py = s.at((0.665, 0.80), (0.58, 0.755))
    people.person(
        s,
        px,
        py,
        s.pick(270, 300),
        "#59643f",
        legs="#3f4634",
        hat="#6b6a45",
        arm="point",
        stride=0.1,
    )
    row = s.pick(
        (
            (0.31, 0.90, "#d9602f", "#2c2019", None, True),
            (0.385, 0.915, "#2f7f94", "#6b4526", None, False),
            (0.46, 0.90, "#e3b23c", "#241b16", "#c9503f", False),
            (0.535, 0.915, "#8a5aa0", "#5b3a22", None, True),
            (0.60, 0.965, "#4d8f4a", "#1d1714", None, False),
        ),
        (
            (0.16, 0.86, "#d9602f", "#2c2019", None, True),
            (0.32, 0.875, "#2f7f94", "#6b4526", None, False),
            (0.48, 0.865, "#e3b23c", "#241b16", "#c9503f", False),
            (0.66, 0.88, "#8a5aa0", "#5b3a22", None, True),
            (0.80, 0.93, "#4d8f4a", "#1d1714", None, False),
        ),
    )
    y0 = row[0][1] * H
    s.stem(
        [
            (W * (row[0][0] - 0.06), y0 + 14, 36),
            (W * row[2][0], y0 + 12, 40),
            (W * (row[3][0] + 0.06), y0 + 16, 36),
        ],
        "#6d5138",
    )
    s.stem(
        [
            (W * (row[0][0] - 0.06), y0 + 4, 10),
            (W * row[2][0], y0 + 1, 12),
            (W * (row[3][0] + 0.06), y0 + 5, 10),
        ],
        "#a5825c",
    )
    for u, v, coat, hair, hat, long_hair in row:
        people.seated(s, u * W, v * H + 6, s.pick(235, 265), coat, hair, hat, long_hair)
    for u in s.pick((0.02, 0.07, 0.93, 0.98), (0.02, 0.95)):
        plants.fern(s, u * W, H * 1.02, 130, ("#3f7a38", "#5f9c48", "#2f6531"), 8)
