"""Finding the strip that camera traps burn into a picture along an edge: camera, clock, temperature.

It is proposed, never cut unasked: a person sees what a rule cannot.
"""

from itertools import takewhile
from typing import NamedTuple

from PIL import Image as PillowImage

LONGEST = 0.14  # of the height: whatever is taller is a part of the scene
SHORTEST = 0.012
_COLUMNS = 512  # enough to meet the letters
_EVEN = 8  # grey levels between the rows of one background
_NEAR = 12  # grey levels about the background that are still it
_BACKGROUND = 0.7  # of a row
_DARK, _LIGHT = 48, 207
_OPPOSITE = 110  # grey levels between letters and background
_LETTERS = 0.01  # of a row
_STEP = 10  # grey levels from the strip to the scene: snow and shade change slowly
_MARGIN = 2  # rows into which the coding has blurred the edge


class Strips(NamedTuple):
    """How many rows of a picture look like a strip, at its top and at its bottom."""

    top: int = 0
    bottom: int = 0


class _Row(NamedTuple):
    grey: int
    background: float  # the share of the row that is about as grey as its middle
    letters: float  # the share that stands out against it


def strips_of(pixels: PillowImage.Image) -> Strips:
    """Return the strips of an upright picture, in rows of its pixels."""
    height = pixels.height
    reach = round(height * LONGEST) + 1
    narrow = pixels.convert("L").resize((_COLUMNS, height), PillowImage.Resampling.NEAREST)
    top = [_row(narrow, at) for at in range(min(reach, height))]
    bottom = [_row(narrow, height - 1 - at) for at in range(min(reach, height))]
    return Strips(_rows_of_strip(top, height), _rows_of_strip(bottom, height))


def _row(narrow: PillowImage.Image, at: int) -> _Row:
    values = sorted(narrow.crop((0, at, narrow.width, at + 1)).tobytes())
    grey = values[len(values) // 2]
    background = sum(abs(value - grey) <= _NEAR for value in values)
    letters = sum(abs(value - grey) >= _OPPOSITE for value in values)
    return _Row(grey, background / len(values), letters / len(values))


def _rows_of_strip(rows: list[_Row], height: int) -> int:
    """Return how many rows from an edge inwards are one even background with letters on it; 0 for none."""
    edge = rows[0].grey
    if _DARK < edge < _LIGHT:
        return 0
    strip = list(
        takewhile(lambda row: abs(row.grey - edge) <= _EVEN and row.background >= _BACKGROUND, rows)
    )
    beyond = rows[len(strip) + _MARGIN : len(strip) + _MARGIN + 1]
    is_strip = len(strip) >= SHORTEST * height and any(
        abs(row.grey - edge) >= _STEP for row in beyond
    )
    has_letters = any(row.letters >= _LETTERS for row in strip)
    return len(strip) + _MARGIN if is_strip and has_letters else 0
