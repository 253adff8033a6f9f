"""From above: two rangers on skis follow a tiger's trail between birches, long blue shadows on the snow."""

import itertools

from .. import people, skies, things, woods
from ..sheet import Sheet


def draw(s: Sheet) -> None:
    """Draw the scene."""
    W, H, rng = s.W, s.H, s.rng
    s.down(s.box(0, 0, W, H), 0, H, ("#cfdcec", "#f3f1ee", "#fbf8f3"))
    for k in range(26):
        yy = H * (k + rng.random()) / 26
        x = rng.uniform(0, W)
        s.stem(
            [(x - 300, yy, 1), (x, yy - 12, rng.uniform(10, 36)), (x + 320, yy + 6, 1)],
            "#dbe5f1",
            150,
            7,
        )
    trail = s.pick(
        [
            (0.30, 1.04),
            (0.40, 0.86),
            (0.50, 0.70),
            (0.56, 0.54),
            (0.66, 0.38),
            (0.70, 0.22),
            (0.80, 0.08),
            (0.83, -0.04),
        ],
        [
            (0.30, 1.03),
            (0.40, 0.88),
            (0.52, 0.72),
            (0.50, 0.56),
            (0.62, 0.42),
            (0.60, 0.28),
            (0.70, 0.14),
            (0.74, -0.03),
        ],
    )
    line = [(u * W, v * H) for u, v in trail]
    trunks = s.pick(
        (
            (0.06, 0.16),
            (0.14, 0.42),
            (0.05, 0.72),
            (0.22, 0.20),
            (0.30, 0.50),
            (0.17, 0.92),
            (0.36, 0.14),
            (0.45, 0.34),
            (0.56, 0.12),
            (0.74, 0.62),
            (0.83, 0.34),
            (0.90, 0.76),
            (0.94, 0.18),
            (0.97, 0.52),
            (0.63, 0.88),
            (0.80, 0.96),
        ),
        (
            (0.08, 0.14),
            (0.20, 0.30),
            (0.06, 0.50),
            (0.24, 0.56),
            (0.10, 0.80),
            (0.40, 0.16),
            (0.34, 0.40),
            (0.80, 0.30),
            (0.94, 0.16),
            (0.90, 0.48),
            (0.76, 0.60),
            (0.95, 0.74),
            (0.78, 0.86),
            (0.58, 0.96),
        ),
    )
    for u, v in trunks:
        x, yy, n = u * W, v * H, 120 + 300 * v
        s.stem(
            [
                (x, yy, 10 + 22 * v),
                (x + n * 0.9, yy + n * 0.30, 8 + 14 * v),
                (x + n * 2.2, yy + n * 0.74, 3),
            ],
            "#9db4d6",
            150,
            1.5,
        )
        for k in range(6):
            q = 0.5 + 0.09 * k
            bx, by = x + n * 2.0 * q, yy + n * 0.67 * q
            s.stem([(bx, by, 5), (bx + n * 0.3, by + (-1) ** k * n * 0.22, 1)], "#9db4d6", 130, 1.5)
    ski = []
    for off in (-1, 1):
        pts = [(x + off * (7 + 16 * yy / H), yy) for x, yy in line[:4]]
        ski.append(pts)
        for a, b in itertools.pairwise(pts):
            s.line([a, b], 8, "#b4c7e0", 220)
            s.line([(a[0] + 3, a[1]), (b[0] + 3, b[1])], 3, "#ffffff", 200)
    things.tracks(s, line[2:], 22, s.pick(24, 27), "#7f9bc4", 0.78, light="#ffffff", gap=0.9)
    for (u, v), (coat, pack, hat, shape) in zip(
        s.pick(((0.565, 0.585), (0.445, 0.84)), ((0.50, 0.60), (0.41, 0.86))),
        (("#56633f", "#3a4430", "#b5472f", 1.0), ("#4a6077", "#7a5a36", "#2f3d33", -1.0)),
        strict=True,
    ):
        h = 110 + s.pick(150, 160) * v
        x, yy = u * W, v * H
        s.stem(
            [
                (x, yy, h * 0.16),
                (x + h * 0.7, yy + h * 0.22, h * 0.24),
                (x + h * 1.25, yy + h * 0.40, h * 0.12),
            ],
            "#8fa9d0",
            170,
            2,
        )
        people.skier(s, x, yy, h, coat, pack, hat, shape)
    for u, v in sorted(trunks, key=lambda p: p[1]):
        x, yy = u * W, v * H
        w, tall = 12 + 34 * v, 260 + 420 * v
        woods.trunk(
            s, x, w, yy - tall, yy, "birch", "#e3e0da", "#ffffff", lean=(0.5 - u) * 0.12, root=0.25
        )
        s.oval(x, yy + 3, w * 1.3, w * 0.34, "#ffffff", 240)
    skies.snowfall(s, 70, 2.4)
