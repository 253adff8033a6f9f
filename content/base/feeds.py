"""What the site's Atom feeds share."""

import unicodedata

from django.utils.feedgenerator import Atom1Feed

from content.base.languages import html_lang


class LanguageAtomFeed(Atom1Feed):
    """An Atom feed whose `xml:lang` is written as BCP 47 has it."""

    def __init__(self, *args, language: str, **kwargs) -> None:
        super().__init__(*args, language=language, **kwargs)
        self.feed["language"] = html_lang(language)


def printable(text: str) -> str:
    """Drop control characters, which XML cannot hold."""
    return "".join(sign for sign in text if unicodedata.category(sign) != "Cc" or sign in "\n\t")
