"""Far geese in a skein."""

from ..banners.colours import mixed
from .paper import Paper


def goose(paper: Paper, x: float, y: float, s: float, colour: str, beat: float, left: bool) -> None:
    """Draw one flying goose."""
    d = -1 if left else 1
    paper.stem([(x - d * 12 * s, y, 2 * s), (x, y, 7 * s), (x + d * 12 * s, y - s, 4 * s),
                (x + d * 28 * s, y - 4 * s, 2.6 * s), (x + d * 33 * s, y - 4 * s, 2 * s)], colour)  # fmt: skip
    for side, reach in ((1, 1.0), (-1, 0.8)):
        lift = (20 * beat if side > 0 else 14 * beat + 5) * s
        paper.stem([(x + d * 4 * s, y, 7 * s), (x - d * 2 * s, y - lift * 0.7, 7 * s * reach),
                    (x - d * (18 if side > 0 else 8) * s, y - lift * 1.25, 1.2 * s)], colour)  # fmt: skip


def geese(paper: Paper, x: float, y: float, count: int, s: float = 1.0, left: bool = True) -> None:
    """Draw a skein in two unequal lines."""
    rng, d = paper.rng, 1 if left else -1
    colour = mixed(paper.palette.near, paper.palette.haze, 0.12)
    for k in range(count):
        arm, step = k % 2, (k + 1) // 2
        at_x = x + d * step * 58 * s * (1 if arm else 0.92)
        at_y = y + (step * 24 if arm else -step * 15) * s
        goose(paper, at_x + rng.normal(0, 5), at_y + rng.normal(0, 3), 0.62 * s, colour,
              rng.uniform(-0.5, 1.2), left)  # fmt: skip
