"""Colours written as #rrggbb."""

import skia


def mixed(a: str, b: str, t: float) -> str:
    """Mix two colours."""
    one, two = ([int(c[i : i + 2], 16) for i in (1, 3, 5)] for c in (a, b))
    return "#" + "".join(
        f"{min(255, max(0, round(x + (y - x) * t))):02x}" for x, y in zip(one, two, strict=True)
    )


def ink(colour: str, alpha: int = 255) -> int:
    """Turn #rrggbb into a skia colour."""
    return skia.Color(
        *(int(colour[i : i + 2], 16) for i in (1, 3, 5)), int(min(255, max(0, alpha)))
    )


AUTUMN = ("#7d2f18", "#a9431c", "#cc6a24", "#e39b3c")
GOLD = ("#8a6a1f", "#b98a2a", "#d9ae3f", "#efd067")
PINK = ("#c4558f", "#dd77ab", "#f0a3c8", "#f7c3dc")
