from django import template
from django.utils.translation import get_language

from content.base.menus import MenuItem
from content.cameratraps import known
from content.cameratraps.cats import links_of
from content.cameratraps.detail import visit_strip
from content.cameratraps.listing import VisitCard, newest_gallery_cards, species_cards
from content.cameratraps.models import Event
from content.cameratraps.rhythm import Rhythms, rhythms_of_species

register = template.Library()


@register.simple_tag(takes_context=True)
def newest_gallery(context, limit: int = 4) -> dict | None:
    """Return the newest gallery that has something to see, with the cards of its first visits."""
    return newest_gallery_cards(get_language() or "en", context.get("request"), limit)


@register.simple_tag
def visits_of_species(species, limit: int = 4) -> list[VisitCard]:
    """Return public visits of a species as cards, the longest sequences."""
    return species_cards(species, get_language() or "en", limit)


@register.simple_tag
def species_rhythms(species) -> Rhythms | None:
    """Return the charts of when an animal is about."""
    return rhythms_of_species(species)


@register.simple_tag
def public_visit(event: Event | None) -> dict | None:
    """Return a visit as a strip of frames while it is public, for a page of another section."""
    return visit_strip(event, get_language() or "en")


@register.simple_tag
def cats_of_visit(event: Event) -> list[MenuItem]:
    """Return the animals known by name that a visit shows."""
    return links_of(known.animals_of(event), get_language() or "en")


@register.simple_tag
def cats_of_species(species) -> list[MenuItem]:
    """Return the animals of a species that are known by name."""
    return links_of(known.animals({"species": species.slug}), get_language() or "en")
