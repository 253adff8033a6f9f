"""What a species page shows besides the species itself."""

from django.utils.translation import gettext as _

from content.base.facts import fact_text
from content.base.formats import format_list
from content.reserve import queries


def species_context(species) -> dict:
    """Return the template context of one species."""
    from content.reserve.figures import (
        population_chart,
    )  # imports the models, which import this module

    figures = queries.figures_of(species)
    return {
        "species": species,
        "activity": activity_in_words(species),
        "sources": [
            line for line in fact_text(species, "sources").text.splitlines() if line.strip()
        ],
        "chart": population_chart(species, figures) if figures else None,
        "neighbours": queries.neighbours_of(species),
    }


def activity_in_words(species) -> str:
    """Return when a species is about: by day, by night, at dawn and dusk."""
    times = [
        (species.by_day, _("by day")),
        (species.by_twilight, _("at dawn and dusk")),
        (species.by_night, _("by night")),
    ]
    words = [word for is_so, word in times if is_so]
    return format_list(words) if words else ""
