"""What a species page shows besides the species itself."""

from dataclasses import dataclass

from django.conf import settings
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from content.base.facts import fact_text
from content.base.formats import format_list
from content.base.languages import html_lang
from content.reserve import queries


@dataclass(frozen=True)
class OtherName:
    """The name of a species in another language, with what that language calls itself."""

    language: str
    lang: str
    name: str


def species_context(species, neighbours: list) -> dict:
    """Return the template context of one species, of which some others are of the same group."""
    from content.reserve.figures import (
        population_chart,
    )  # imports the models, which import this module

    figures = queries.figures_of(species)
    marks = fact_text(species, "marks")
    return {
        "species": species,
        "activity": activity_in_words(species),
        "marks": lines_of(marks.text),
        "marks_lang": marks.lang if marks.is_fallback else "",
        "sources": lines_of(fact_text(species, "sources").text),
        "chart": population_chart(species, figures) if figures else None,
        "names": names_in_other_languages(species),
        "neighbours": neighbours,
    }


def lines_of(text: str) -> list[str]:
    return [line for line in text.splitlines() if line.strip()]


def activity_in_words(species) -> str:
    """Return when a species is about: by day, by night, at dawn and dusk."""
    times = [
        (species.by_day, _("by day")),
        (species.by_twilight, _("at dawn and dusk")),
        (species.by_night, _("by night")),
    ]
    words = [word for is_so, word in times if is_so]
    return format_list(words) if words else ""


def names_in_other_languages(species) -> list[OtherName]:
    """Return the names by which the other languages of the site know a species."""
    found = [
        OtherName(name, html_lang(code), getattr(species, f"name_{code.replace('-', '_')}"))
        for code, name in settings.LANGUAGES
        if code != get_language()
    ]
    return [one for one in found if one.name]
