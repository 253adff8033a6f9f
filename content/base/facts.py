"""Reading facts: records whose texts have one column per language."""

from dataclasses import dataclass

from django.conf import settings
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from content.base.languages import html_lang


@dataclass(frozen=True)
class FactText:
    """A text of a fact, and the language it is in."""

    text: str
    language: str

    @property
    def is_fallback(self) -> bool:
        return bool(self.text) and self.language != (get_language() or settings.LANGUAGE_CODE)

    @property
    def lang(self) -> str:
        return html_lang(self.language)

    @property
    def html(self) -> SafeString | str:
        """The text, marked with its language when it is not the visitor's."""
        if self.is_fallback:
            return format_html('<span lang="{}">{}</span>', self.lang, self.text)
        return self.text


def fact_text(record, name: str) -> FactText:
    """Return the text of a translated field in the active language, else the first of en, ru, zh-hans there is."""
    active = get_language() or settings.LANGUAGE_CODE
    others = [code for code, _name in settings.LANGUAGES if code != active]
    for code in (active, *others):
        text = getattr(record, f"{name}_{code.replace('-', '_')}", None)
        if text:
            return FactText(text, code)
    return FactText("", active)
