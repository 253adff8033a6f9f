"""The words of a result with the words of the question marked in them; always safe HTML."""

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from search.folding import fold, fold_sign

BEFORE, AFTER = 60, 150  # characters around the first hit; Chinese says more with fewer
_HAN = "\u2e80"


def marked(text: str, words: list[str]) -> SafeString:
    """Return a text with every occurrence of the folded words in `<mark>`."""
    pieces, end = [], 0
    for start, stop in _spans(text, words):
        pieces.append((text[end:start], text[start:stop]))
        end = stop
    body = format_html_join("", "{}<mark>{}</mark>", pieces)
    return format_html("{}{}", body, text[end:])


def excerpt(title: str, summary: str, text: str, words: list[str]) -> SafeString:
    """Return the summary when it or the title answers the question, else the place of the text that does."""
    folded_title = fold(title)
    if _spans(summary, words) or (summary and all(word in folded_title for word in words)):
        return marked(summary, words)
    spans = _spans(text, words)
    return marked(_around(text, *spans[0]) if spans else summary, words)


def _spans(text: str, words: list[str]) -> list[tuple[int, int]]:
    """Return where the folded words stand in an unfolded text, in order, overlaps joined."""
    folded, places = _folded_with_places(text)
    found = sorted(
        _whole_word(text, places[at], places[at + len(word) - 1] + 1)
        for word in words
        for at in _occurrences(folded, word)
    )
    joined: list[tuple[int, int]] = []
    for start, stop in found:
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(stop, joined[-1][1]))
        else:
            joined.append((start, stop))
    return joined


def _whole_word(text: str, start: int, stop: int) -> tuple[int, int]:
    """Widen a hit to the word it stands in, so that endings are marked too; Chinese is left as it is."""
    while start > 0 and _is_letter(text[start - 1]) and _is_letter(text[start]):
        start -= 1
    while stop < len(text) and _is_letter(text[stop]) and _is_letter(text[stop - 1]):
        stop += 1
    return start, stop


def _is_letter(sign: str) -> bool:
    return sign.isalnum() and sign < _HAN


def _folded_with_places(text: str) -> tuple[str, list[int]]:
    """Return the folded text and, for each of its characters, the place it comes from."""
    signs, places = [], []
    for place, sign in enumerate(text):
        folded = fold_sign(sign)
        signs.append(folded)
        places.extend([place] * len(folded))
    return "".join(signs), places


def _occurrences(folded: str, word: str) -> list[int]:
    found, at = [], folded.find(word)
    while at >= 0:
        found.append(at)
        at = folded.find(word, at + len(word))
    return found


def _around(text: str, start: int, stop: int) -> str:
    """Cut a piece of a text around a hit, at spaces where the script has them."""
    scale = 2 if text[start] >= _HAN else 1
    first, last = max(0, start - BEFORE // scale), min(len(text), stop + AFTER // scale)
    if first and scale == 1:
        first = text.find(" ", first, start) + 1 or first
    if last < len(text) and scale == 1:
        cut = text.rfind(" ", stop, last)
        last = cut if cut > 0 else last
    head, tail = "…" if first else "", "…" if last < len(text) else ""
    return f"{head}{text[first:last].strip()}{tail}"
