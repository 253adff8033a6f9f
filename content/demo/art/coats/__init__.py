"""How each species is coloured: brightness, length of fur, painter and daylight colours."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from . import cats, hoofed, others
from .skin import Skin

# Daylight colours by brightness of the infrared coat: (brightness, red, green, blue).
Ramp = tuple[tuple[float, float, float, float], ...]

TAWNY: Ramp = (
    (0, 0.03, 0.025, 0.02), (0.12, 0.10, 0.07, 0.05), (0.3, 0.38, 0.26, 0.14),
    (0.5, 0.66, 0.45, 0.22), (0.75, 0.88, 0.74, 0.52), (1, 0.96, 0.93, 0.88),
)  # fmt: skip
ORANGE: Ramp = (
    (0, 0.03, 0.025, 0.02), (0.13, 0.09, 0.06, 0.05), (0.3, 0.44, 0.22, 0.08),
    (0.52, 0.70, 0.385, 0.14), (0.8, 0.90, 0.74, 0.55), (1, 0.97, 0.94, 0.90),
)  # fmt: skip
RUFOUS: Ramp = (
    (0, 0.03, 0.025, 0.02), (0.12, 0.10, 0.06, 0.04), (0.34, 0.34, 0.18, 0.09),
    (0.5, 0.58, 0.33, 0.16), (0.75, 0.82, 0.66, 0.48), (1, 0.95, 0.92, 0.87),
)  # fmt: skip
GREY_BROWN: Ramp = (
    (0, 0.03, 0.03, 0.03), (0.12, 0.11, 0.09, 0.07), (0.34, 0.33, 0.27, 0.21),
    (0.5, 0.50, 0.42, 0.34), (0.75, 0.76, 0.70, 0.62), (1, 0.95, 0.93, 0.90),
)  # fmt: skip
UMBER: Ramp = (
    (0, 0.03, 0.03, 0.03), (0.12, 0.11, 0.08, 0.06), (0.34, 0.34, 0.25, 0.17),
    (0.5, 0.51, 0.38, 0.27), (0.75, 0.78, 0.68, 0.56), (1, 0.95, 0.92, 0.88),
)  # fmt: skip
BRISTLE: Ramp = (
    (0, 0.02, 0.02, 0.02), (0.12, 0.12, 0.10, 0.08), (0.27, 0.29, 0.24, 0.19),
    (0.5, 0.52, 0.45, 0.36), (1, 0.93, 0.91, 0.86),
)  # fmt: skip
BLACK: Ramp = (
    (0, 0.01, 0.01, 0.012), (0.125, 0.105, 0.10, 0.105), (0.34, 0.40, 0.31, 0.22),
    (0.8, 0.88, 0.84, 0.74), (1, 0.95, 0.93, 0.88),
)  # fmt: skip


@dataclass(frozen=True)
class Coat:
    """Brightness in infrared, hair length in units, painter, summer and winter colours."""

    albedo: float
    hair: float
    painter: Callable[[Skin], None]
    summer: Ramp
    winter: Ramp


COATS = {
    "amur-leopard": Coat(0.50, 1.1, cats.leopard, TAWNY, TAWNY),
    "amur-tiger": Coat(0.52, 1.0, cats.tiger, ORANGE, ORANGE),
    "eurasian-lynx": Coat(0.52, 1.5, cats.lynx, UMBER, UMBER),
    "sika-deer": Coat(0.52, 0.7, hoofed.sika, RUFOUS, UMBER),
    "siberian-roe-deer": Coat(0.50, 0.7, hoofed.roe, RUFOUS, UMBER),
    "wild-boar": Coat(0.27, 1.9, hoofed.boar, BRISTLE, BRISTLE),
    "asiatic-black-bear": Coat(0.125, 1.7, others.bear, BLACK, BLACK),
    "raccoon-dog": Coat(0.5, 2.6, others.raccoon_dog, GREY_BROWN, GREY_BROWN),
    "asian-badger": Coat(0.5, 2.0, others.badger, GREY_BROWN, GREY_BROWN),
    "red-fox": Coat(0.48, 1.6, others.fox, ORANGE, ORANGE),
    "manchurian-hare": Coat(0.42, 1.5, others.hare, GREY_BROWN, GREY_BROWN),
}


def coloured(values: np.ndarray, ramp: Ramp | None) -> np.ndarray:
    """Turn brightness into one channel (infrared) or three (daylight)."""
    if ramp is None:
        return values[..., None]
    knots = np.array(ramp)
    return np.stack([np.interp(values, knots[:, 0], knots[:, k]) for k in (1, 2, 3)], -1)
