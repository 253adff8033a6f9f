"""Which characters the fonts of the PDF files can draw."""

import struct
from functools import cache
from pathlib import Path

FONTS_DIR = Path(__file__).resolve().parent / "fonts"
FONT_FILE = FONTS_DIR / "NotoSansSC-Regular-subset.ttf"
MISSING = "□"
# What the fonts lack but can be said otherwise.
INSTEAD = {"\u202f": "\u00a0", "\u2009": "\u00a0", "₽": "руб.", "\t": " ", "\r": "", "\u200b": ""}
_INSTEAD = str.maketrans(INSTEAD)


@cache
def drawable() -> frozenset[str]:
    """Return every character of the font, read from its own table, and the line feed."""
    return frozenset(map(chr, _code_points(FONT_FILE.read_bytes()))) | {"\n"}


def unprintable(text: str) -> set[str]:
    """Return the characters of a text that the files cannot show."""
    return set(text.translate(_INSTEAD)) - drawable()


def printable(text: str) -> str:
    """Return a text in which every character can be drawn; a strange one becomes an empty square."""
    text = text.translate(_INSTEAD)
    known = drawable()
    return "".join(letter if letter in known else MISSING for letter in text)


def _code_points(font: bytes) -> list[int]:
    """Return the code points of a TrueType font's `cmap` (OpenType 1.9, formats 4 and 12)."""
    start = _table(font, b"cmap")
    (count,) = struct.unpack_from(">H", font, start + 2)
    found: list[int] = []
    for record in range(count):
        (offset,) = struct.unpack_from(">I", font, start + 4 + 8 * record + 4)
        found += _format_12(font, start + offset) or _format_4(font, start + offset)
    return found


def _table(font: bytes, tag: bytes) -> int:
    (count,) = struct.unpack_from(">H", font, 4)
    for record in range(count):
        name, _sum, offset, _length = struct.unpack_from(">4sIII", font, 12 + 16 * record)
        if name == tag:
            return offset
    raise ValueError(f"The font has no table {tag!r}.")


def _format_12(font: bytes, at: int) -> list[int]:
    if struct.unpack_from(">H", font, at)[0] != 12:
        return []
    (groups,) = struct.unpack_from(">I", font, at + 12)
    found: list[int] = []
    for group in range(groups):
        first, last, _glyph = struct.unpack_from(">III", font, at + 16 + 12 * group)
        found += range(first, last + 1)
    return found


def _format_4(font: bytes, at: int) -> list[int]:
    if struct.unpack_from(">H", font, at)[0] != 4:
        return []
    (twice,) = struct.unpack_from(">H", font, at + 6)
    ends = struct.unpack_from(f">{twice // 2}H", font, at + 14)
    starts = struct.unpack_from(f">{twice // 2}H", font, at + 16 + twice)
    spans = zip(starts, ends, strict=True)
    return [code for first, last in spans if first != 0xFFFF for code in range(first, last + 1)]
