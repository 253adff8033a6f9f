"""Numbers before a word: Russian writes the word in three forms, so such a text needs all three."""

import re
from collections.abc import Iterator

from babel.messages.catalog import Catalog, Message

_FOLLOWED = re.compile(r"(?P<value>%\(\w+\)[sd]|%[sd]|\{\w*\})[ \u00a0](?P<word>[А-Яа-яЁё]+)(?!\w)")
SHORTEST = 4  # shorter ones are prepositions (5 из 7) and units that do not change (5 млн, 5 чел.)


def uncounted(catalogue: Catalog) -> list[Message]:
    """Return the Russian texts that put a number before a word and have one form of it only.

    `%d` is always a number. What stands in another place may be a name or a day; it is taken for a number where the
    word behind it is one that other texts of the catalogue count.
    """
    counted = _counted(catalogue)
    return [
        message
        for message in catalogue
        if message.id and not message.pluralizable and _has_one_form(message.string, counted)
    ]


def _has_one_form(text: str, counted: set[str]) -> bool:
    return any(
        word in counted or (is_number and len(word) >= SHORTEST)
        for is_number, word in _words_behind(text)
    )


def _counted(catalogue: Catalog) -> set[str]:
    """Return the words that change with the number before them: место, места, мест."""
    found: set[str] = set()
    for message in catalogue:
        if message.id and message.pluralizable:
            forms = [{word for _is_number, word in _words_behind(text)} for text in message.string]
            found |= set().union(*forms) - set.intersection(*forms)
    return found


def _words_behind(text: str) -> Iterator[tuple[bool, str]]:
    for match in _FOLLOWED.finditer(text):
        yield match["value"].endswith("d"), match["word"].lower()
