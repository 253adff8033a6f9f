"""The questions pages ask about known animals. All of them pass through `IdentityClaim.objects.public()`."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from django.db.models import Q
from django.utils.functional import cached_property

from content.base.choices import SideCode
from content.base.models import Image
from content.cameratraps import queries, wall
from content.cameratraps.models import Event, IdentityClaim, Individual, Media, ShownVisit
from content.cameratraps.models.identities import Flank
from content.cameratraps.sightings import Sighting, least_crossings, years_on
from content.reserve.models import Species

MOST_VISITS = 200
_ONE_SIDE = {Flank.LEFT: (Flank.LEFT, Flank.BOTH), Flank.RIGHT: (Flank.RIGHT, Flank.BOTH)}


@dataclass
class Known:
    """An animal as far as its public visits tell of it. `codes`: side → codes by which such a visit names it."""

    individual: Individual
    sightings: list[Sighting] = field(default_factory=list)
    codes: dict[str, list[str]] = field(default_factory=dict)
    frames: dict[int, list[int]] = field(
        default_factory=dict
    )  # visit → pictures, the best one first

    @cached_property
    def years(self) -> dict[str, list[int]]:
        return {side: years_on(self.sightings, side) for side in SideCode.values}

    @property
    def sides(self) -> list[str]:
        return [side for side, years in self.years.items() if years]

    @property
    def span(self) -> tuple[int, int]:
        years = [one.year for one in self.sightings]
        return min(years), max(years)

    @cached_property
    def crossings(self) -> int:
        return least_crossings(self.sightings)

    def flank(self, flank: str) -> int | None:
        """Return the picture of a flank: the curator's if it is a public frame, else one of a visit that shows it."""
        chosen = getattr(self.individual, f"{flank}_flank_id")
        if any(chosen in pictures for pictures in self.frames.values()):
            return chosen
        fitting = [one for one in self.sightings if one.flank in _ONE_SIDE[Flank(flank)]]
        found = (self._best(one.event) for one in sorted(fitting, key=lambda one: -one.year))
        return next((picture for picture in found if picture), None)

    @property
    def cover(self) -> int | None:
        """Return the picture that stands for the animal."""
        return (
            self.flank(Flank.LEFT)
            or self.flank(Flank.RIGHT)
            or next((found for one in self.sightings if (found := self._best(one.event))), None)
        )

    def _best(self, event: int) -> int | None:
        pictures = self.frames.get(event)
        return pictures[0] if pictures else None


def animals(filters: dict | None = None):
    """Return the animals anyone may know of, by species and name. `filters`: cleaned values of `CatFilters`."""
    filters = filters or {}
    found = Individual.objects.public()
    if filters.get("species"):
        found = found.filter(species__slug=filters["species"])
    if filters.get("side") == "both":
        for side in SideCode.values:
            found = found & Individual.objects.public_on(side)
    elif filters.get("side"):
        found = found & Individual.objects.public_on(filters["side"])
    return found.select_related("species").order_by("species__order", "name", "code")


def species_with_animals() -> list[Species]:
    """Return the species of which an animal is known by name."""
    return list(Species.objects.filter(pk__in=Individual.objects.public().values("species")))


def animal(code: str) -> Individual | None:
    """Return an animal by its address or that of a record merged into it; None for unknown and hidden ones alike."""
    named = Q(code=code) | Q(members__code=code)
    found = Individual.objects.public().filter(named).select_related("species", "story")
    return found.distinct().first()


def with_sightings(individuals: Iterable[Individual]) -> list[Known]:
    """Return animals with all that their public visits tell, in two questions."""
    known = {one.pk: Known(one) for one in individuals}
    claims = IdentityClaim.objects.public().filter(animal_id__in=known)
    claims = claims.select_related("alias", "event__deployment__zone").order_by("event", "pk")
    for claim in claims:
        _add(known[claim.animal_id], claim)
    events = {one.event for animal in known.values() for one in animal.sightings}
    frames = _frames(events) if events else {}
    for one in known.values():
        one.frames = {seen.event: frames.get(seen.event, []) for seen in one.sightings}
        one.sightings.sort()
    return list(known.values())


def _add(known: Known, claim: IdentityClaim) -> None:
    codes = known.codes.setdefault(claim.alias.side_id, [])
    if claim.alias.code not in codes:
        codes.append(claim.alias.code)
    event = claim.event
    if event.pk not in {one.event for one in known.sightings}:
        seen = Sighting(event.year, event.month, event.side_code, event.pk, claim.flank)
        known.sightings.append(seen)


def _frames(events: Iterable[int]) -> dict[int, list[int]]:
    """Return visit → its pictures that may be shown, the one that stands for it first."""
    rows = Media.objects.filter(event__in=events, file_public=True)
    rows = rows.order_by("-favourite", "sort_order", "pk").values_list("event_id", "image_id")
    found: dict[int, list[int]] = defaultdict(list)
    for event, image in rows:
        found[event].append(image)
    return found


def family(individual: Individual) -> tuple[Individual | None, list[Individual]]:
    """Return the mother and the cubs of an animal, as far as they can be seen themselves."""
    key = individual.pk
    mothers = (
        Q(cubs=key)
        | Q(cubs__merged_into=key)
        | Q(members__cubs=key)
        | Q(members__cubs__merged_into=key)
    )
    cubs = (
        Q(mother=key)
        | Q(mother__merged_into=key)
        | Q(members__mother=key)
        | Q(members__mother__merged_into=key)
    )
    public = Individual.objects.public().exclude(pk=key).distinct()
    return public.filter(mothers).first(), list(public.filter(cubs).order_by("name"))


def animals_of(event: Event) -> list[Individual]:
    """Return the animals a visit shows, if it is public."""
    claims = IdentityClaim.objects.public().filter(event=event.pk)
    found = Individual.objects.filter(pk__in=claims.values("animal_id"))
    return list(found.order_by("name", "code"))


def events_of(code: str):
    """Return the keys of the public visits that show an animal, as a question within another."""
    key = Individual.objects.filter(code=code).values("pk")
    return IdentityClaim.objects.public().filter(animal_id__in=key).values("event_id")


def visits_of(known: Known) -> list[Event]:
    """Return the public visits of an animal, the newest year first."""
    rows = ShownVisit.objects.shown().filter(event__in={one.event for one in known.sightings})
    return wall.visits(rows.order_by("-year", "code"), number=MOST_VISITS)


def pictures_of(known: Iterable[Known]) -> dict[int, Image]:
    """Return the pictures that stand for some animals, and those of their flanks."""
    keys = {
        key for one in known for key in (one.cover, one.flank(Flank.LEFT), one.flank(Flank.RIGHT))
    }
    found = queries.pictures(keys)
    return {key: image for key, image in found.items() if not image.is_withheld}
