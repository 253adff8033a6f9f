"""A leopard rests on a frosted rock above misty ridges and a river, before sunrise."""

from .. import hills, plants, skies, stones, waters, woods
from .. import postures as pose
from ..beasts import WARM, beast
from ..sheet import Sheet, mixed


def draw(s: Sheet) -> None:
    """Draw the scene."""
    W, H, _rng = s.W, s.H, s.rng
    skies.sky(s, "#56749c", "#9fa3bb", "#eebfa6", "#fde3bd", bottom=s.pick(0.50, 0.46))
    gx, gy = s.at((0.30, 0.44), (0.34, 0.40))
    s.glow(gx, gy, s.pick(620, 620), "#fff0cf", 190)
    skies.clouds(
        s,
        gy - s.pick(170, 250),
        9,
        "#f7c9b4",
        long=s.pick(420, 320),
        thick=13,
        alpha=120,
        spread=s.pick(46, 90),
    )
    skies.clouds(s, gy - s.pick(240, 400), 7, "#8797b5", long=380, thick=12, alpha=90, spread=60)
    top = s.pick(0.45, 0.42) * H
    step = s.pick(0.062, 0.058) * H
    tones = [
        ("#b7a5b6", "#f4d6bd"),
        ("#98909f", "#ecc9b2"),
        ("#77808f", "#d8bfb3"),
        ("#566a77", "#b5aeab"),
        ("#39525c", "#8b9a9c"),
        ("#274046", "#5f7a7c"),
    ]
    for k, (a, b) in enumerate(tones):
        line = hills.wavy(s, top + step * k**1.12, (46, 60, 54, 46, 42, 36)[k], 0.8 + 0.4 * k, 0.6)
        if k >= 2:
            hills.wooded(s, line, 60 + 60 * k, 8 + 4.5 * k, (mixed(a, b, 0.15), b), conifers=0.7)
        hills.ridge(
            s, line, a, b, 130, spurs=0.20 if k < 5 else 0.1, shade="#2b3a50", lit="#ffd9b0"
        )
        if k >= 3:
            hills.wooded(
                s,
                line,
                150 + 60 * k,
                9 + 4 * k,
                (mixed(a, "#1d2f35", 0.2), mixed(a, b, 0.4)),
                down=90,
                conifers=0.65,
                grow=1.5,
            )
        if k in (2, 4):
            skies.mist_patches(s, top + step * (k + 0.9) ** 1.12 + 26, 10, "#fbe3cc", 64)
        if k == 3:
            y0 = top + step * 3.4**1.12
            waters.river(
                s,
                [
                    (W * 0.55, y0 + 24),
                    (W * 0.40, y0 + 34),
                    (W * 0.46, y0 + 52),
                    (W * 0.26, y0 + 76),
                    (W * 0.12, y0 + 110),
                    (W * 0.2, y0 + 150),
                ],
                (2, 7, 9, 15, 26, 40),
                ("#fbe2bf", "#dfb9a6"),
            )
    x0, y0 = s.at((0.40, 0.80), (0.16, 0.755))
    points = [
        (x0 - 60, y0 + 190),
        (x0 - 20, y0 + 70),
        (x0 + 50, y0 + 22),
        (x0 + 150, y0 + 4),
        (x0 + 300, y0),
        (x0 + 450, y0 - 4),
        (x0 + 620, y0 + 6),
        (x0 + 760, y0 - 18),
        (x0 + 1000, y0 - 30),
        (x0 + 1200, y0 - 20),
    ]
    woods.korean_pine(
        s,
        *s.at((0.985, 0.80), (0.98, 0.76)),
        s.pick(520, 620),
        "#1d3431",
        "#41604c",
        lean=-0.10,
        bark="#5d4336",
        bare=0.40,
    )
    stones.ledge(s, points, "#4c4a50", "#a78f83", s.pick(300, 520), "#e9dfda")
    plants.grass(
        s,
        [(x0 + d, y0 + 6) for d in (70, 92, 560, 590, 700, 735, 900)],
        46,
        ("#b99b63", "#d9bd85", "#8a7450"),
        0.25,
        5,
    )
    beast(
        s,
        "amur-leopard",
        pose.lie().looking(-0.75, 0.05),
        x0 + s.pick(370, 370),
        y0 + s.pick(12, 14),
        s.pick(318, 330),
        heading=-12,
        above=4,
        seed=11,
        winter=True,
        tones=WARM,
    )
    plants.needle_branch(
        s, W + 20, s.pick(40, 120), s.pick(360, 380), 3.25, "#1d3a30", "#7a9a5c", "#7d4f31"
    )
    plants.needle_branch(s, W + 20, s.pick(-30, 10), s.pick(260, 300), 3.5, "#1d3a30", "#688a52")
