"""Tags for the blocks that draw what the site knows about the reserve."""

from collections.abc import Iterable

from django import template
from django.utils.translation import get_language

from content.base.drawing.chart import Chart
from content.reserve import cards, climate, fire, queries
from content.reserve.cards import SpeciesCards
from content.reserve.drawing.reserve_map import area_legend, reserve_map
from content.reserve.figures import population_charts
from content.reserve.fire import FireNotice
from content.reserve.models import Side, Species

register = template.Library()


@register.simple_tag
def sides_with_numbers() -> list[Side]:
    """Return both sides with their emergency numbers."""
    return queries.sides_with_numbers()


@register.simple_tag
def population_figures() -> list[Chart]:
    """Return one chart with its table for each cat."""
    return population_charts()


@register.simple_tag
def climate_charts() -> list[Chart]:
    """Return a chart for each place with monthly means."""
    return climate.climate_charts()


@register.simple_tag
def map_of_reserve(highlight: str = "") -> dict:
    """Return the schematic map and the legend of its areas, in the active language."""
    language = get_language() or "en"
    return {"svg": reserve_map(language, highlight), "legend": area_legend(language)}


@register.simple_tag
def fire_notices(side: str = "") -> list[FireNotice]:
    """Return the fire danger that holds today, of one side or of both."""
    return fire.fire_notices(get_language() or "en", side)


@register.simple_tag
def species_cards(chosen: Iterable[Species | None]) -> SpeciesCards:
    """Return the chosen animals with what their cards need."""
    return cards.species_cards(chosen, get_language() or "en")
