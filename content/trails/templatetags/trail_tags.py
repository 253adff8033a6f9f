"""Tags for the blocks that show trails on pages of other sections."""

from collections.abc import Iterable

from django import template
from django.utils.translation import get_language

from content.base.facts import FactText
from content.reserve.models import ProtectedArea
from content.trails import told_closures
from content.trails.drawings import DrawnMap, drawn_map
from content.trails.listing import TrailCard, chosen_cards
from content.trails.models import Closure, Trail
from content.trails.queries import ShownClosure, area_closures

register = template.Library()


@register.simple_tag
def trail_cards(chosen: Iterable[Trail | None]) -> list[TrailCard]:
    """Return cards of the chosen trails that have a public page, in the editor's order."""
    return chosen_cards(chosen, get_language() or "en")


@register.simple_tag
def map_of_trail(trail: Trail | None) -> DrawnMap | None:
    """Return the map of a trail that has a public page and a track."""
    return drawn_map(trail, get_language() or "en")


@register.simple_tag
def closure_title(closure: Closure, is_coming: bool = False) -> str:
    """Return what is closed, or will be, and why."""
    return told_closures.title_of(closure, is_coming=bool(is_coming))


@register.simple_tag
def closure_days(closure: Closure) -> str:
    """Return from which to which day a closure holds."""
    return told_closures.days_of(closure)


@register.simple_tag
def closure_words(closure: Closure) -> FactText:
    """Return what visitors read about a closure."""
    return told_closures.words_of(closure)


@register.simple_tag
def closures_of_area(area: ProtectedArea) -> list[ShownClosure]:
    """Return the closures of a whole area that hold today or begin within the coming weeks."""
    return area_closures(area)
