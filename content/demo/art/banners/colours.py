"""Palettes of the banners, and mixing of colours written as #rrggbb."""

from dataclasses import dataclass

import skia


def mixed(a: str, b: str, t: float) -> str:
    """Mix two colours."""
    one, two = ([int(c[i : i + 2], 16) for i in (1, 3, 5)] for c in (a, b))
    return "#" + "".join(f"{round(x + (y - x) * t):02x}" for x, y in zip(one, two, strict=True))


def ink(colour: str, alpha: int = 255) -> int:
    """Turn #rrggbb into a skia colour."""
    return skia.Color(*(int(colour[i : i + 2], 16) for i in (1, 3, 5)), alpha)


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


PALETTES = {
    "dawn": Palette(
        ("#5f7894", "#b9a9a8", "#f0c7a0", "#fbe6c4"), ("#fff3d6", 0.70, 0.46, 50), "#f3d7b6",
        "#b9a7a6", "#1d2730", "pine", ("#4a4a40", "#5a5546", "#6b6350"), "#1a2229", "#11181d",
        ("#f3d9b8", "#8b8f99"), 0.14, "#f0c193",
    ),
    "autumn": Palette(
        ("#e9d9b6", "#f1e4c6", "#f7eeda"), ("#e8764a", 0.26, 0.34, 58), "#f3e3c2", "#d9b98a",
        "#4a2416", "mix", ("#8f3219", "#b5471f", "#cf6a26", "#d98f33"), "#3c1d12", "#54301c",
        ("#efe0c0", "#b79c74"),
    ),
    "winter": Palette(
        ("#8fa9bf", "#c6d5df", "#eaf0f2"), ("#ffffff", 0.78, 0.26, 36), "#eef3f5", "#b7c8d4",
        "#2e4557", "bare", (), "#f7fafb", "#8a7a5f", ("#dfeaf0", "#a9c0cf"),
    ),
    "night": Palette(
        ("#0e1a2b", "#1c3147", "#3c566a"), ("#f4ecd2", 0.72, 0.28, 52), "#4a6679", "#3c566b",
        "#0a121c", "pine", ("#12202c", "#182a38", "#203646"), "#070d15", "#0b141e",
        ("#5b7688", "#1d3244"), 0.34, "#7f9bb0",
    ),
    "summer": Palette(
        ("#a9d0dc", "#d4e8e0", "#f0f4dd"), ("#fffbe0", 0.72, 0.22, 40), "#e2eed2", "#a9c8a8",
        "#1e4a35", "leafy", ("#2c5c38", "#3d7442", "#5b8f4b", "#7da653"), "#1b3f2a", "#2d5e35",
        ("#cfe6e4", "#6fa3a6"),
    ),
    "spring": Palette(
        ("#b8cfe0", "#e3e6da", "#f7efd8"), ("#fff6d8", 0.30, 0.28, 42), "#efe9d2", "#c3c6a2",
        "#4b4a2c", "bare", ("#8d9a4a", "#a9b35c"), "#6b5b33", "#c9a764",
        ("#e6ebe3", "#9db0b3"),
    ),
    "dusk": Palette(
        ("#3a4569", "#7d6a86", "#c98a82", "#f2bd8c"), ("#ffe0a8", 0.34, 0.52, 46), "#e3a98a",
        "#8a6f88", "#241f33", "pine", ("#2d2a3c", "#3b3446", "#4b3f4c"), "#1b1828", "#141220",
        ("#efb992", "#6a5a78"), 0.22, "#f0b48c",
    ),
}  # fmt: skip
