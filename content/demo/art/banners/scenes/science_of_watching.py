"""A ranger's hands strap a camera trap to a trunk in autumn light."""

from .. import people, plants, things, woods
from ..sheet import Sheet, mixed


def draw(s: Sheet) -> None:
    """Draw the scene."""
    W, H, rng = s.W, s.H, s.rng
    s.down(s.box(0, 0, W, H), 0, H, ("#e9b763", "#f5dca0", "#b5702e"))
    s.glow(W * s.pick(0.80, 0.84), H * 0.30, s.pick(460, 420), "#fff6d6", 230)
    for row in range(3):
        for _ in range((26, 14, 7)[row]):
            x, w = rng.uniform(0, W), (14, 30, 54)[row] * rng.uniform(0.7, 1.3)
            s.stem(
                [
                    (x, -20, w * 0.9),
                    (x + rng.normal(0, 8), H * 0.4, w),
                    (x, H * (0.7 + 0.06 * row), w * 1.3),
                ],
                mixed(("#d9a862", "#bf8446", "#8f5a30")[row], "#fbe6b4", 0.3),
                255,
                5 - 2 * row,
            )
        for _ in range(26):
            x, yy, r = rng.uniform(0, W), rng.uniform(0, H * 0.66), rng.uniform(14, 44)
            s.disc(x, yy, r, ("#f3c75a", "#e08a30", "#c9602a", "#f7e0a0")[rng.integers(4)], 70, 4)
    s.down(s.box(0, H * 0.72, W, H), H * 0.72, H, ("#b06a2a", "#5f3216"))
    plants.litter(s, H * 0.74, H, 260, ("#c9702a", "#e3a03c", "#9a4a1c", "#f0c25a"), 34)
    cx, cy = s.at((0.46, 0.44), (0.46, 0.40))
    width = s.pick(430, 430)
    woods.trunk(s, cx, width, -40, H * 1.10, "pine", "#6b4a38", "#b88a66", lean=0.0, root=0.15)
    things.camera_trap(s, cx, cy, s.pick(196, 196), strap=112)
    for k, (x, yy) in enumerate(((cx + 150, cy + 250), (cx - 130, cy - 260))):
        plants.leaf(s, x, yy, 90, (0.6, 2.2)[k], ("#c9602a", "#e3a03c")[k], plants.MAPLE_LEAF)
    people.hand(s, cx + s.pick(238, 232), cy + s.pick(80, 90), s.pick(215, 215), "#566040", 0.06)
    people.hand(
        s,
        cx - s.pick(240, 234),
        cy + s.pick(150, 170),
        s.pick(215, 215),
        "#566040",
        -0.02,
        left=True,
    )
    for _ in range(26):
        plants.leaf(
            s,
            rng.uniform(0, W),
            rng.uniform(0, H * 0.8),
            rng.uniform(14, 34),
            rng.uniform(0, 6.28),
            ("#e3a03c", "#f3cf6c", "#c9602a")[rng.integers(3)],
            plants.OVAL_LEAF,
            False,
            rng.uniform(0.4, 1),
        )
