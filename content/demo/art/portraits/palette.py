"""The colours of one time of day and season."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Palette:
    """The colours of one time of day and season, from the sky to the foreground."""

    sky: tuple[str, ...]
    sun: tuple[str, float, float, float]  # colour, x and y as parts, radius
    haze: str
    far: str
    near: str
    trees: str  # pine, mix, bare or leafy
    leaves: tuple[str, ...]
    ground: str
    grass: str
    water: tuple[str, str]
    tint: float = 0.0  # how far flat animals sink into `near`
    rim: str | None = None
