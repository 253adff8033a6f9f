"""Cards of animals on any page of the site."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import prefetch_related_objects

from content.base.facts import fact_text
from content.base.formats import enumeration
from content.base.languages import prefer_language
from content.reserve.models import Species, WildlifeIndexPage


@dataclass(frozen=True)
class SpeciesCards:
    """Animals with their pictures, and the page below which each is described."""

    page_url: str
    found: list[Species]

    @property
    def names(self) -> str:
        """Return the names in a row, for where there is no room for cards."""
        return enumeration([fact_text(species, "name").text for species in self.found])


def species_cards(chosen: Iterable[Species | None], language: str) -> SpeciesCards:
    """Return the chosen animals that still exist; none while no page describes animals."""
    found = [species for species in chosen if species is not None]
    if not found:
        return SpeciesCards("", [])
    page = prefer_language(WildlifeIndexPage.objects.live(), language).defer("body").first()
    if page is None:
        return SpeciesCards("", [])
    prefetch_related_objects(found, "image__renditions")
    return SpeciesCards(page.url, found)
