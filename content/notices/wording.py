"""Filling a prepared phrase: what is left open in it, and what goes there in each language."""

import re
from datetime import date

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import override

from content.base.facts import fact_text
from content.base.formats import format_date

GAPS = ("{place}", "{until}")
_BRACES = re.compile(r"\{[^{}]*\}?|\}")


def unknown_gaps(text: str) -> list[str]:
    """Return what stands in braces and cannot be filled in."""
    return [found for found in _BRACES.findall(text) if found not in GAPS]


def column(language: str) -> str:
    """Return the name of the text's column in one language."""
    return f"text_{language.replace('-', '_')}"


def filled(phrase, place, last_day: date) -> dict[str, str]:
    """Return the phrase by language, with the place (a trail, area or side; None: the whole reserve) and the day."""
    texts = {}
    for language, _name in settings.LANGUAGES:
        with override(language):
            text = getattr(phrase, column(language)) or ""
            where = fact_text(place, "name").text if place else _("the whole reserve")
            texts[language] = _begin_large(
                text.replace("{place}", where).replace("{until}", format_date(last_day))
            )
    return texts


def _begin_large(text: str) -> str:
    return text[:1].upper() + text[1:]
