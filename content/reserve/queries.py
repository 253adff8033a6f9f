"""The questions pages ask about the reserve; each number on the site comes from one function here."""

from itertools import groupby

from content.reserve.models.areas import ProtectedArea
from content.reserve.models.population import PopulationFigure
from content.reserve.models.sides import Side
from content.reserve.models.species import Species, SpeciesGroup


def species_by_group() -> list[tuple[SpeciesGroup, list[Species]]]:
    """Return the species in their order, by group in the order of SpeciesGroup."""
    everyone = Species.objects.select_related("image").prefetch_related("image__renditions")
    rank = {group.value: position for position, group in enumerate(SpeciesGroup)}
    ordered = sorted(everyone, key=lambda species: (rank[species.group], species.order))
    return [
        (SpeciesGroup(group), list(members))
        for group, members in groupby(ordered, key=lambda species: species.group)
    ]


def species_and_neighbours(slug: str, limit: int = 4) -> tuple[Species | None, list[Species]]:
    """Return one species with its picture, and others of its group; None alone when there is no such species."""
    group = Species.objects.filter(slug=slug).values("group")[:1]
    kin = Species.objects.filter(group=group).select_related("image")
    found = list(kin.prefetch_related("image__renditions"))
    own = next((one for one in found if one.slug == slug), None)
    return own, [one for one in found if one is not own][:limit]


def figures_of(species: Species) -> list[PopulationFigure]:
    """Return the published numbers of a species, oldest first."""
    return list(
        species.figures.select_related("species", "counted_by").order_by("year", "as_of", "scope")
    )


def all_figures() -> list[PopulationFigure]:
    """Return every published number, by species and year."""
    return list(
        PopulationFigure.objects.select_related("species", "counted_by").order_by(
            "species__order", "year", "as_of", "scope"
        )
    )


def headline_figures() -> list[PopulationFigure]:
    """Return the numbers for the home page: one per cat and side, never a sum."""
    return list(
        PopulationFigure.objects.filter(is_headline=True)
        .select_related("species")
        .order_by("species__order", "-scope")
    )


def sides_with_numbers() -> list[Side]:
    """Return both sides with their emergency numbers."""
    return list(Side.objects.prefetch_related("emergency_numbers"))


def areas() -> list[ProtectedArea]:
    """Return the protected areas in their order."""
    return list(ProtectedArea.objects.select_related("side"))
