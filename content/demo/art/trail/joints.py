"""The joints of a leg, as the tables of the bodies give them."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Joints:
    """The joints of a leg at rest, as (x, z), and how far to the side they lie."""

    root: tuple[float, float]
    upper: tuple[float, float]
    lower: tuple[float, float]
    foot: tuple[float, float]
    toes: tuple[float, float]
    tip: tuple[float, float]
    side: float
    foot_side: float
    radii: tuple[float, float, float, float, float, float]
