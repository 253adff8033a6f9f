"""Tags for the blocks that show lessons on pages of other sections."""

from collections.abc import Iterable

from django import template
from django.utils.translation import get_language

from content.schools.listing import Card, chosen_cards
from content.schools.models import LessonPage

register = template.Library()


@register.simple_tag
def lesson_cards(chosen: Iterable[LessonPage | None]) -> list[Card]:
    """Return cards of the chosen lessons that are public, in the reader's language where they exist in it."""
    return chosen_cards(chosen, get_language() or "en")
