"""A tiger comes straight towards us through snow among larches and birches while it snows."""

from .. import hills, plants, skies, woods
from .. import postures as pose
from ..beasts import SNOW, beast
from ..sheet import Sheet, mixed


def draw(s: Sheet) -> None:
    """Draw the scene."""
    W, H, rng = s.W, s.H, s.rng
    skies.sky(s, "#8ea6bd", "#c7d3de", "#f1dfd3", bottom=0.55)
    s.glow(W * s.pick(0.28, 0.2), H * 0.42, s.pick(420, 420), "#ffe3c4", 190)
    for row in range(4):
        base, tone = H * (0.50 + 0.055 * row), ("#b9c6d3", "#98abbd", "#71889e", "#4c647c")[row]
        for _ in range((60, 44, 26, 12)[row]):
            x, w = rng.uniform(-10, W + 10), (5, 8, 13, 22)[row] * rng.uniform(0.6, 1.3)
            if row == 3 and abs(x - W * s.pick(0.60, 0.5)) < s.pick(210, 250):
                continue
            if rng.random() < 0.35 and row > 0:
                woods.conifer(
                    s,
                    x,
                    base,
                    (0, 150, 240, 400)[row] * rng.uniform(0.7, 1.1),
                    mixed(tone, "#1f3a44", 0.25),
                    mixed(tone, "#6f8f93", 0.3),
                    snow=row > 1,
                )
            else:
                s.stem(
                    [
                        (x, -20, w * 0.7),
                        (x + rng.normal(0, 4), base * 0.5, w * 0.85),
                        (x, base + 6, w * 1.15),
                    ],
                    mixed(tone, "#efe7e2", 0.25 * (rng.random() < 0.5)),
                )
                for _ in range(5 if row < 3 else 9):
                    y = base * rng.uniform(0.05, 0.62)
                    side = rng.choice([-1, 1])
                    s.stem([(x, y, w * 0.25), (x + side * w * 4, y - w * 3.2, 0.8)], tone)
        line = hills.wavy(s, base, 10, 1.6 + row)
        hills.ridge(s, line, ("#dfe6ec", "#e6ebef", "#eef1f3", "#f6f7f7")[row], "#ffffff", 80)
    for _ in range(14):
        y = H * rng.uniform(0.74, 0.98)
        x = rng.uniform(0, W)
        s.stem(
            [(x - 240, y, 1), (x, y + 6, rng.uniform(8, 26)), (x + 260, y - 2, 1)],
            "#ccd8e6",
            120,
            4,
        )
    for x, w in s.pick(((0.08, 60), (0.17, 34), (0.93, 46)), ((0.07, 74), (0.95, 60))):
        woods.trunk(
            s,
            W * x,
            w,
            -30,
            H * (0.80 + w / 900),
            "birch",
            "#d3d3d2",
            "#fbfaf7",
            lean=0.01,
            root=0.25,
        )
        s.oval(W * x + 20, H * (0.80 + w / 900) + 8, w * 1.5, 12, "#ffffff")
    tx, ty = s.at((0.60, 0.925), (0.50, 0.90))
    for k in range(9):
        q = k / 9
        s.oval(
            tx + 26 * (-1) ** k + 60 * q,
            ty - 30 - s.pick(170, 230) * q,
            26 * (1 - 0.75 * q),
            9 * (1 - 0.7 * q),
            "#b3c4d6",
            200,
        )
    beast(
        s,
        "amur-tiger",
        pose.walk(0.62, 0.23, 0.08).turned(neck=(0.1, -0.16, 0), head=(-0.25, 0.02, 0)),
        tx,
        ty,
        s.pick(300, 380),
        heading=-58,
        above=5,
        away=6,
        seed=4,
        winter=True,
        tones=SNOW,
    )
    plants.grass(
        s,
        [(rng.uniform(0, W), H * rng.uniform(0.86, 1.0)) for _ in range(26)],
        60,
        ("#b09a6c", "#8d7a58"),
        0.3,
        3,
    )
    skies.snowfall(s, 330, 4.2)
