"""Up among the geese at sunset: near birds fill the air, pools and fields of Jingxin shine far below."""

from .. import birds, hills, skies, waters
from ..sheet import Sheet, blob, mixed


def draw(s: Sheet) -> None:
    """Draw the scene."""
    W, H, rng = s.W, s.H, s.rng
    y = s.pick(0.34, 0.34) * H
    skies.sky(s, "#4f5f95", "#a57f9f", "#f2a97c", "#fbd7a0", bottom=0.40)
    skies.clouds(s, y - s.pick(80, 140), 16, "#f6b98e", 460, 20, 150, s.pick(40, 90))
    sx = W * s.pick(0.66, 0.60)
    skies.sun(s, sx, y - 8, s.pick(34, 38), "#fff0c4", 8, 150)
    hills.ridge(s, hills.wavy(s, y, 16, 1.4), "#8d7897", "#b48b93", 40)
    s.down(s.box(0, y + 16, W, H), y, H, ("#b08a86", "#7d6a5c", "#3d4238"))
    for _ in range(240):
        q = rng.random() ** 1.3
        yy, w = y + 18 + q * (H - y), (40 + 380 * q) * rng.uniform(0.5, 1.2)
        x, t = (
            rng.uniform(-90, W),
            ("#c99a72", "#8f7a55", "#a5714f", "#6d6a48", "#b5875c", "#58583f")[rng.integers(6)],
        )
        s.fill(
            [
                (x, yy),
                (x + w, yy - 4 - 8 * q),
                (x + w * 1.08, yy + 8 + 40 * q),
                (x + w * 0.05, yy + 10 + 44 * q),
            ],
            mixed(t, "#d9a48c", 0.5 * (1 - q)),
            130,
        )
    pools = s.pick(
        (
            (0.66, 0.40, 90),
            (0.52, 0.44, 120),
            (0.76, 0.47, 150),
            (0.34, 0.52, 190),
            (0.62, 0.58, 250),
            (0.88, 0.66, 260),
            (0.20, 0.72, 300),
            (0.55, 0.84, 380),
        ),
        (
            (0.58, 0.40, 90),
            (0.36, 0.45, 130),
            (0.74, 0.50, 150),
            (0.30, 0.60, 210),
            (0.70, 0.68, 250),
            (0.40, 0.82, 330),
        ),
    )
    for u, v, n in pools:
        pool = blob(rng, u * W, v * H, n, n * 0.17, 0.30, 12)
        s.fill(blob(rng, u * W, v * H, n * 1.08, n * 0.20, 0.26, 12), "#6d6248", 190)
        s.down(pool, v * H - n * 0.2, v * H + n * 0.2, ("#fbd9a4", "#c98f86"))
    river = [
        (sx, y + 24),
        (W * 0.58, y + 44),
        (W * 0.80, y + 74),
        (W * 0.60, y + 130),
        (W * 0.95, y + 220),
        (W * 1.1, y + 320),
    ]
    waters.river(s, river, (5, 10, 20, 38, 70, 110), ("#fde3b0", "#d99f84"), bank="#7d6a50")
    birds.far_geese(s, W * s.pick(0.10, 0.12), H * s.pick(0.20, 0.20), 15, 15, "#5b4a66", open_=0.3)
    birds.far_geese(s, W * s.pick(0.72, 0.62), H * s.pick(0.13, 0.13), 11, 11, "#6d5a74")
    dusk = ("#5a3f55", 0.20)
    for u, v, n, beat, turn in s.pick(
        (
            (0.885, 0.24, 120, 0.5, 0.04),
            (0.76, 0.37, 170, -0.45, 0.02),
            (0.90, 0.56, 230, 0.75, 0.05),
            (0.44, 0.36, 220, 0.8, 0.06),
            (0.17, 0.50, 300, -0.5, 0.02),
            (0.56, 0.72, 400, 0.62, 0.05),
        ),
        (
            (0.80, 0.22, 130, 0.5, 0.04),
            (0.30, 0.33, 190, -0.45, 0.02),
            (0.76, 0.46, 260, 0.75, 0.05),
            (0.26, 0.60, 300, 0.7, 0.06),
            (0.58, 0.80, 430, 0.6, 0.04),
        ),
    ):
        birds.goose(s, u * W, v * H, n, beat, turn, True, dusk)
