"""Folding: texts and questions are compared in one plain form, alike on SQLite and PostgreSQL."""

import re
import unicodedata
from functools import lru_cache

_ALIKE = str.maketrans(
    {
        "ё": "е",
        "’": "'",
        "‘": "'",
        "ʼ": "'",
        "`": "'",
        "“": '"',
        "”": '"',
        "«": '"',
        "»": '"',
        "‐": "-",
        "‑": "-",
        "–": "-",
        "—": "-",
    }
)
_SPACES = re.compile(r"\s+")
MAX_QUESTION = 200
MAX_WORDS = 8


@lru_cache(maxsize=8192)
def fold_sign(sign: str) -> str:
    """Return the folded form of one character; it may be longer, or empty for what cannot be seen."""
    if unicodedata.category(sign) in {"Cc", "Cf", "Cs"}:
        return " " if sign.isspace() else ""
    return unicodedata.normalize("NFKC", sign).casefold().translate(_ALIKE)


def fold(text: str) -> str:
    """Return the form of a text that is compared: compatible forms, no case, ё as е, plain quotes and dashes."""
    composed = unicodedata.normalize("NFC", text)
    folded = "".join(fold_sign(sign) for sign in composed)
    return _SPACES.sub(" ", unicodedata.normalize("NFC", folded)).strip()


def clean_text(text: str) -> str:
    """Return a text that any database stores: composed, no control characters, single spaces."""
    composed = unicodedata.normalize("NFC", text)
    seen = "".join(" " if unicodedata.category(sign) in {"Cc", "Cs"} else sign for sign in composed)
    return _SPACES.sub(" ", seen).strip()


def words_of(question: str) -> list[str]:
    """Return the folded words of a question, each once: at most MAX_WORDS, bare of punctuation around them."""
    words = (_bare(word) for word in fold(question[:MAX_QUESTION]).split(" "))
    return list(dict.fromkeys(word for word in words if word))[:MAX_WORDS]


def _bare(word: str) -> str:
    first = next((at for at, sign in enumerate(word) if sign.isalnum()), len(word))
    last = next((at for at, sign in enumerate(reversed(word)) if sign.isalnum()), 0)
    return word[first : len(word) - last]


def shortened(words: list[str]) -> list[str]:
    """Return the words without their endings, for a second try: leopards → leopar, тигры → тигр."""
    return [_without_ending(word) for word in words]


def _without_ending(word: str) -> str:
    if not word.isalpha() or ord(word[0]) >= 0x2E80:  # Chinese words have no endings
        return word
    return word[:-2] if len(word) > 6 else word[:-1] if len(word) > 4 else word
