"""Telling that a picture or file is here already: the same bytes, or the same picture cut down, paled or saved anew.

A look is 64 bits: whether each of 8 × 8 patches is brighter than its right neighbour (difference hash, Krawetz 2013).
"""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Model, QuerySet
from PIL import Image as PillowImage

SIDE = 8
NEAR = 4  # bits by which two looks of one picture differ at most; different pictures differ by about 32
LEAST_CONTRAST = 8  # of 255: a plain surface looks like every other


@dataclass(frozen=True)
class Twin:
    """What is here already. `is_same` says that not a byte differs."""

    record: Model
    is_same: bool


def look_of(pixels: PillowImage.Image) -> str:
    """Return the look of a picture as 16 hexadecimal digits; empty for one that is nearly plain."""
    grey = pixels.convert("L").resize((SIDE + 1, SIDE), PillowImage.Resampling.LANCZOS)
    low, high = grey.getextrema()
    if high - low < LEAST_CONTRAST:
        return ""
    values = list(grey.tobytes())
    bits = 0
    for row in range(SIDE):
        for column in range(SIDE):
            place = row * (SIDE + 1) + column
            bits = bits << 1 | (values[place] > values[place + 1])
    return f"{bits:016x}"


def twin_picture(pictures: QuerySet, file_hash: str, look: str) -> Twin | None:
    """Return the picture among these that is the same, else the one that looks most like it."""
    same = pictures.filter(file_hash=file_hash).first()
    if same is not None:
        return Twin(same, is_same=True)
    key = nearest(look, pictures.exclude(look="").values_list("pk", "look")) if look else None
    return Twin(pictures.get(pk=key), is_same=False) if key else None


def twin_file(files: QuerySet, file_hash: str) -> Twin | None:
    """Return the file among these that is the same."""
    same = files.filter(file_hash=file_hash).first()
    return Twin(same, is_same=True) if same else None


def nearest(look: str, known: Iterable[tuple[int, str]]) -> int | None:
    """Return the key of the look that differs least, None when all differ by more than NEAR bits."""
    bits = int(look, 16)
    distances = ((bin(bits ^ int(other, 16)).count("1"), key) for key, other in known)
    distance, key = min(distances, default=(SIDE * SIDE, 0))
    return key if distance <= NEAR else None
