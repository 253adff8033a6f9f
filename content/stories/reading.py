"""How long a text takes to read."""

import re
from math import ceil

WORDS_A_MINUTE = 200
HAN_A_MINUTE = 400
_HAN = re.compile(r"[\u3400-\u9fff\uf900-\ufaff]")
_WORD = re.compile(r"\w+")


def reading_minutes(text: str) -> int:
    """Return whole minutes, at least one. Chinese is counted by characters, other scripts by words."""
    han = len(_HAN.findall(text))
    words = len(_WORD.findall(_HAN.sub(" ", text)))
    return max(1, ceil(han / HAN_A_MINUTE + words / WORDS_A_MINUTE))
