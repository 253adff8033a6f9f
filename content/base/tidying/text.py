"""Plain text: invisible letters, floods of spaces."""

import re
import unicodedata

# Zero-width and direction marks, soft hyphens, controls: nobody typed them, and search stumbles over them.
_INVISIBLE = re.compile(
    "[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u200b\u200c\u200e\u200f"
    "\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\ufffc]"
    "|\u200d(?![\u2600-\u27bf\U0001f000-\U0001faff])"  # but what joins two emoji
)
_BREAKS = re.compile("\r\n?|[\u2028\u2029]")
_SPACES = re.compile("[ \t\u00a0\u1680\u2000-\u200a\u202f\u205f]+")
_IDEOGRAPHIC = re.compile("\u3000{2,}")
_KEPT_BEFORE = frozenset("0123456789№§")
_KEPT_AFTER = frozenset("0123456789—–%°«")
_SHORT = 2  # letters of a word that a non-breaking space rightly holds to the next: в лесу, 5 km


def tidy_text(text: str, *, in_one_line: bool = True) -> str:
    """Return a plain text without invisible letters and floods of spaces; `in_one_line` joins its lines."""
    lines = [_tidy_line(line).strip() for line in _visible(text).split("\n")]
    if in_one_line:
        return " ".join(line for line in lines if line)
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


def tidy_words(text: str) -> str:
    """Return a piece of rich text between two tags, its outer spaces kept as one."""
    return _tidy_line(_visible(text).replace("\n", " "))


def _visible(text: str) -> str:
    return _INVISIBLE.sub("", _BREAKS.sub("\n", unicodedata.normalize("NFC", text)))


def _tidy_line(line: str) -> str:
    return _IDEOGRAPHIC.sub("\u3000", _SPACES.sub(_one_space, line))


def _one_space(match: re.Match) -> str:
    """Return one space for a run of them; a single non-breaking one stays where typography wants it."""
    if match[0] not in ("\u00a0", "\u202f"):
        return " "
    before, after = match.string[: match.start()], match.string[match.end() :]
    is_wanted = before[-1:] in _KEPT_BEFORE or after[:1] in _KEPT_AFTER or _ends_shortly(before)
    return match[0] if before and after and is_wanted else " "


def _ends_shortly(text: str) -> bool:
    """Say whether the last word has one or two letters, or is an initial."""
    word = re.search(r"\w*\.?$", text[-_SHORT - 2 :])[0].rstrip(".")
    return 0 < len(word) <= _SHORT and word.isalpha()
