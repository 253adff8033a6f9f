"""Make the subset fonts of the PDF files (see README.md). Needs fontTools, which the website itself does not.

python content/base/pdf/fonts/make_subset.py FOLDER_OF_THE_UNPACKED_PACKAGE
"""

import sys
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

HERE = Path(__file__).resolve().parent
REPOSITORY = HERE.parents[3]
HAN = {
    "NotoSansSC-Regular-subset": "noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf",
    "NotoSansSC-Bold-subset": "noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf",
}
LATIN_AND_CYRILLIC = {
    "NotoSans-Regular-subset": "noto-sans/400Regular/NotoSans_400Regular.ttf",
    "NotoSans-Bold-subset": "noto-sans/700Bold/NotoSans_700Bold.ttf",
    "Literata-Bold-subset": "literata/700Bold/Literata_700Bold.ttf",
}
TEXT_FILES = {".toml", ".po", ".py", ".html", ".typ"}
SKIPPED = {".venv", ".git", "var"}

RANGES = [
    *[(0x20, 0x7E), (0xA0, 0x17F), (0x18F, 0x192), (0x1CD, 0x1DC), (0x2C6, 0x2DD)],  # Latin, pinyin
    *[(0x300, 0x304), (0x30C, 0x30C), (0x391, 0x3C9), (0x400, 0x45F), (0x490, 0x491)],  # Cyrillic
    *[(0x2000, 0x209C), (0x20A0, 0x20BF), (0x2100, 0x22FF), (0x2460, 0x257F)],  # signs, arrows
    *[(0x25A0, 0x27BF), (0x3000, 0x303F), (0xFE30, 0xFE4F), (0xFF00, 0xFFEF)],  # shapes, full width
    # Han that GB 2312 has not: birds, fish, cats and badgers, rodents, deer, other mammals.
    *[(0x9E1F, 0x9E74), (0x9C7C, 0x9CE4), (0x8C78, 0x8C99), (0x9F20, 0x9F36), (0x9E7F, 0x9EA4)],
    *[(0x72AC, 0x737F), (0x4D13, 0x4D19)],
]


def gb2312() -> set[str]:
    """Return every character of GB 2312."""
    found: set[str] = set()
    for row in range(0xA1, 0xF8):
        for cell in range(0xA1, 0xFF):
            found.update(bytes([row, cell]).decode("gb2312", errors="ignore"))
    return found


def alphabets() -> set[str]:
    """Return Latin, Cyrillic and the signs: what is below the Han characters in Unicode."""
    spans = [(first, last) for first, last in RANGES if last < 0x2E80]
    return {chr(code) for first, last in spans for code in range(first, last + 1)}


def everything() -> set[str]:
    """Return GB 2312, the ranges above and every character of the repository's texts."""
    characters = gb2312()
    for first, last in RANGES:
        characters.update(map(chr, range(first, last + 1)))
    for path in REPOSITORY.rglob("*"):
        if path.suffix in TEXT_FILES and not SKIPPED & set(path.parts):
            characters.update(path.read_text(encoding="utf-8"))
    return characters


def make(source: Path, name: str, characters: set[str]) -> None:
    """Write one subset beside this file."""
    font = TTFont(source)
    options = subset.Options(
        hinting=False,
        glyph_names=False,
        notdef_outline=True,
        layout_features=["kern", "mark", "mkmk", "ccmp", "locl", "liga"],
        drop_tables=["vhea", "vmtx", "VORG", "DSIG", "BASE"],
    )
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=[ord(character) for character in characters])
    subsetter.subset(font)
    font.save(HERE / f"{name}.ttf")


if __name__ == "__main__":
    folder = Path(sys.argv[1])
    for name, path in HAN.items():
        make(folder / path, name, everything())
    for name, path in LATIN_AND_CYRILLIC.items():
        make(folder / path, name, alphabets())
