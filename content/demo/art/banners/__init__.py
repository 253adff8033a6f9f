"""Editorial pictures of places: each a scene, drawn once for wide and once for tall screens."""

from PIL import Image

from .scenes import SCENES
from .sheet import Sheet

LARGE = {"home": 1.25}  # the first picture of the site is drawn larger on wide screens


def banner(key: str, *, tall: bool = False) -> Image.Image:
    """Draw one scene."""
    seed, draw = SCENES[key]
    sheet = Sheet(seed, tall, 1.0 if tall else LARGE.get(key, 1.0))
    draw(sheet)
    return Image.fromarray(sheet.finish())


__all__ = ["SCENES", "banner"]
