"""Tags for the blocks that show trails on pages of other sections."""

from collections.abc import Iterable

from django import template
from django.utils.translation import get_language

from content.trails.drawings import DrawnMap, drawn_map
from content.trails.listing import TrailCard, chosen_cards
from content.trails.models import Trail

register = template.Library()


@register.simple_tag
def trail_cards(chosen: Iterable[Trail | None]) -> list[TrailCard]:
    """Return cards of the chosen trails that have a public page, in the editor's order."""
    return chosen_cards(chosen, get_language() or "en")


@register.simple_tag
def map_of_trail(trail: Trail | None) -> DrawnMap | None:
    """Return the map of a trail that has a public page and a track."""
    return drawn_map(trail, get_language() or "en")
