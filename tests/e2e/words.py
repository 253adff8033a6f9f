"""The interface texts as a reader of one language sees them; a text without a translation fails the test."""

import re
from functools import cache
from gettext import NullTranslations, translation
from pathlib import Path

import wagtail.admin
from django.utils.translation import gettext, ngettext, override, pgettext, to_locale

from bigcats.catalogues import read_catalogue
from bigcats.environment import BASE_DIR

OWN_NAMES = {"English"}  # a language is called by its own name where one may be chosen
CATALOGUES = {"ru": "ru", "zh-hans": "zh_Hans"}
_PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|%[sd]|\{\w*\}")


class Words:
    """Call it with an English text of the code to get the text on the page."""

    def __init__(self, language: str) -> None:
        self.language = language

    def __call__(self, text: str, context: str = "", **values) -> str:
        with override(self.language):
            said = pgettext(context, text) if context else gettext(text)
        said = self._translated(said, text)
        return said % values if values else said

    def if_wagtail_can(self, text: str) -> str:
        """Return a text of Wagtail's own interface, in English where Wagtail has no translation."""
        with override(self.language):
            said = gettext(text)
        scripts = (catalogue.gettext(text) for catalogue in _scripts(self.language))
        return next((one for one in (said, *scripts) if one != text), text)

    def many(self, one: str, other: str, count: int) -> str:
        """Return a counted text; its placeholder is called `count`."""
        with override(self.language):
            said = ngettext(one, other, count)
        return self._translated(said, other if count != 1 else one) % {"count": count}

    def starts(self, text: str) -> re.Pattern:
        """Return a pattern for names that begin with a text, such as “Book” before a date."""
        return re.compile("^" + re.escape(self(text)) + r"(?!\w)")

    def _translated(self, said: str, text: str) -> str:
        assert self.language == "en" or said != text, f"{self.language}: “{text}” is not translated"
        return said


@cache
def _scripts(language: str) -> list[NullTranslations]:
    """Return the texts that Wagtail's own scripts show, ours first; they are in catalogues apart."""
    folders = [BASE_DIR / "site/staff/locale", Path(wagtail.admin.__file__).parent / "locale"]
    names = [to_locale(language)]
    return [translation("djangojs", folder, names, fallback=True) for folder in folders]


@cache
def english_texts(language: str) -> tuple[frozenset[str], re.Pattern]:
    """Return the English texts that read differently in a language: whole ones, and a pattern for those with values."""
    whole, patterns = set(), []
    for message in read_catalogue(CATALOGUES[language]):
        if not message.id:
            continue
        ids = message.id if isinstance(message.id, tuple) else (message.id,)
        strings = message.string if isinstance(message.string, tuple) else (message.string,)
        for text in ids:
            if text in strings or text in OWN_NAMES:
                continue
            if not _PLACEHOLDER.search(text):
                whole.add(squeezed(text))
            elif len(re.sub(r"\W", "", _PLACEHOLDER.sub("", text))) > 3:
                patterns.append(_as_pattern(text))
    return frozenset(whole), re.compile("|".join(patterns) or r"(?!)")


def untranslated(texts: list[str], language: str) -> list[str]:
    """Return the texts that are English interface texts although the language has its own."""
    if language not in CATALOGUES:
        return []
    whole, pattern = english_texts(language)
    squeezed_texts = {squeezed(text) for text in texts}
    return sorted(text for text in squeezed_texts if text in whole or pattern.fullmatch(text))


def squeezed(text: str) -> str:
    return " ".join(text.split())


def _as_pattern(text: str) -> str:
    return ".+?".join(re.escape(part) for part in _PLACEHOLDER.split(squeezed(text)))
