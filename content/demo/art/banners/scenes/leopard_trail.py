"""A wooded hill in May: rhododendron in bloom along a stepped path, a post with a paw, hills beyond."""

import numpy as np

from .. import hills, plants, skies, things, waters, woods
from ..colours import PINK
from ..sheet import Sheet, mixed


def draw(s: Sheet) -> None:
    """Draw the scene."""
    W, H, rng = s.W, s.H, s.rng
    skies.sky(s, "#8fc0dc", "#cfe4e6", "#f6f0e0", bottom=0.55)
    skies.clouds(s, H * 0.16, 8, "#ffffff", 300, 22, 170, 50)
    y = s.pick(0.42, 0.40) * H
    for k, (a, b) in enumerate(
        (("#a9bcc0", "#d5dcd0"), ("#8aa48f", "#c2cdac"), ("#75925f", "#b3bd7f"))
    ):
        line = hills.wavy(s, y + 44 * k, 44, 0.8 + 0.4 * k, 0.3)
        hills.wooded(s, line, 110, 10 + 5 * k, (mixed(a, "#3a4a30", 0.12), a), conifers=0.2)
        hills.ridge(s, line, a, b, 120, spurs=0.15, lit="#fff6d8")
        hills.wooded(
            s,
            line,
            220,
            10 + 5 * k,
            (mixed(a, "#3a4a30", 0.15), mixed(b, "#c6d38a", 0.5)),
            down=90,
            conifers=0.15,
        )
    slope = hills.through(
        s,
        *s.pick(
            (
                (0, H * 0.26),
                (W * 0.24, H * 0.40),
                (W * 0.48, H * 0.66),
                (W * 0.72, H * 0.84),
                (W, H * 0.92),
            ),
            ((0, H * 0.36), (W * 0.35, H * 0.47), (W * 0.7, H * 0.64), (W, H * 0.74)),
        ),
        rough=5,
    )
    sx, sy = slope
    for _ in range(40):
        x = rng.uniform(0, W * s.pick(0.55, 0.8))
        woods.oak(
            s,
            x,
            np.interp(x, sx, sy) + 10,
            rng.uniform(70, 120),
            "#6b5846",
            ("#a8b45a", "#c3cc74", "#dbe096"),
            0,
            4,
        )
    hills.ridge(s, slope, "#8d9a52", "#5b6a35", 300)
    path = s.pick(
        [
            (0.40, 1.12),
            (0.34, 0.92),
            (0.42, 0.82),
            (0.34, 0.74),
            (0.22, 0.68),
            (0.27, 0.58),
            (0.17, 0.50),
            (0.13, 0.42),
        ],
        [
            (0.56, 1.08),
            (0.46, 0.94),
            (0.62, 0.86),
            (0.60, 0.78),
            (0.34, 0.72),
            (0.24, 0.66),
            (0.36, 0.60),
            (0.26, 0.52),
            (0.16, 0.46),
        ],
    )
    widths = np.linspace(s.pick(170, 180), 8, len(path)) ** 1.0 * np.linspace(1, 0.5, len(path))
    left, right, line = waters.meander([(u * W, v * H) for u, v in path], widths)
    places = []
    for _ in range(s.pick(420, 460)):
        x = rng.uniform(-20, W + 20)
        low = np.interp(x, sx, sy)
        py = low + (H * 1.05 - low) * rng.random() ** 0.8
        places.append((py, x))
    for py, x in sorted(places):
        q = np.clip((py / H - 0.3) / 0.7, 0, 1)
        r = 12 + 58 * q**1.3
        d = np.hypot(*(line - (x, py)).T).min()
        w = np.interp(py, line[::-1, 1], np.linspace(widths[-1], widths[0], len(line)))
        if d < w * 0.5 + r * 0.8:
            continue
        if rng.random() < 0.62:
            plants.bush(s, x, py, r, ("#5f6d36", "#7d8a48"), PINK, 0.9)
        else:
            plants.grass(s, [(x, py)], r * 0.9, ("#9aa856", "#b9c06c", "#7d8a42"), 0.2, 5)
    s.fill(np.vstack([left, right[::-1]]), "#cdb083")
    for k in range(6, len(line) - 4, 11):
        w = np.hypot(*(left[k] - right[k]))
        s.stem(
            [
                (*left[k], w * 0.05 + 1.5),
                (*((left[k] + right[k]) / 2 + (0, w * 0.05)), w * 0.06 + 2),
                (*right[k], w * 0.05 + 1.5),
            ],
            "#7a5c3c",
            230,
        )
    x, yy = s.at((0.545, 0.90), (0.26, 0.90))
    things.signpost(s, x, yy, s.pick(230, 260), boards=((1, 0.0), (-1, 0.24)))
    for bx, by, r in s.pick(
        (
            (0.50, 0.985, 80),
            (0.60, 1.0, 90),
            (0.93, 1.02, 110),
            (0.80, 1.05, 90),
            (0.06, 1.02, 110),
        ),
        ((0.16, 0.985, 100), (0.36, 1.01, 90), (0.93, 1.0, 130), (0.98, 0.90, 90)),
    ):
        plants.bush(s, W * bx, H * by, r, ("#5f6d36", "#7d8a48"), PINK, 1.0)
