"""What changed inside one text, word by word; Chinese, which has no spaces, sign by sign."""

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

# A tag, a Han sign, a word with its hyphens, white space, or a single other sign.
PIECES = re.compile(
    r"<[^<>]*>|[\u3400-\u9fff]|[^\W\u3400-\u9fff]+(?:[-’'][^\W\u3400-\u9fff]+)*|\s+|."
)


@dataclass(frozen=True)
class Piece:
    """Words that stayed, went or came."""

    kind: Literal["same", "gone", "new"]
    text: str


def word_changes(old: str, new: str) -> list[Piece]:
    """Return the new text with what is gone and what is new in their places."""
    before, after = PIECES.findall(old), PIECES.findall(new)
    pieces: list[Piece] = []
    for step, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if step == "equal":
            pieces.append(Piece("same", "".join(after[c:d])))
            continue
        pieces += [Piece("gone", "".join(before[a:b]))] if b > a else []
        pieces += [Piece("new", "".join(after[c:d]))] if d > c else []
    return pieces
