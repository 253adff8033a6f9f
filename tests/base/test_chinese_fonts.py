"""Chinese quotation marks, dashes and dots are full-width: they must come from the Han font, not from ours."""

import re
from pathlib import Path

from django.conf import settings

CSS = Path(settings.BASE_DIR) / "static" / "css"
FACE = re.compile(r"@font-face \{(?P<body>[^}]*)\}")


def points(unicode_range: str) -> set[int]:
    """Return the code points of a unicode-range."""
    found: set[int] = set()
    for part in unicode_range.split(","):
        first, _, last = part.strip().removeprefix("U+").partition("-")
        found |= set(range(int(first, 16), int(last or first, 16) + 1))
    return found


def test_our_font_beside_han_leaves_full_width_marks_to_han():
    tokens = (CSS / "tokens.css").read_text(encoding="utf-8")
    chinese = re.search(r":lang\(zh\) \{(.*?)\}", tokens, re.S)[1]
    families = re.findall(r'--font-(?:text|display): "([^"]+)", var\(--font-han\)', chinese)
    faces = [
        face["body"]
        for face in FACE.finditer((CSS / "fonts.css").read_text(encoding="utf-8"))
        if f'font-family: "{families[0]}"' in face["body"]
    ]
    ranges = [re.search(r"unicode-range: ([^;]+);", face)[1] for face in faces]
    assert len(set(families)) == 1
    assert ranges
    assert not [mark for mark in "“”‘’—…·" for found in ranges if ord(mark) in points(found)]
    assert all({ord("A"), ord("7")} <= points(found) for found in ranges)
