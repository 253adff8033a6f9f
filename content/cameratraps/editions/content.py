"""What goes into an edition: the visits anyone may see whose zone has an outline, with their frames."""

from collections import Counter, defaultdict
from dataclasses import dataclass, field

from content.cameratraps.editions.places import ZonePoint, point_of
from content.cameratraps.models import Event, IdentityClaim, Individual, Media, Zone
from content.cameratraps.outlines import read_outline


@dataclass
class Content:
    """Public visits, the frames of each, the points of their zones, and the animals known by name among them."""

    visits: list[Event]
    frames: dict[int, list[Media]]  # visit → its public frames in order
    zones: dict[int, Zone]
    points: dict[int, ZonePoint]  # zone → its point
    animals: list[Individual] = field(default_factory=list)
    naming: set[int] = field(default_factory=set)  # visits by which those animals are told of
    left_out: Counter[Zone] = field(default_factory=Counter)  # zones without a point → visits

    @property
    def is_sample(self) -> bool:
        return any(visit.is_sample for visit in self.visits)


def released_content() -> Content:
    """Return what both sides have released and everybody may see today, in four questions."""
    visits = list(
        Event.objects.public().select_related("species", "deployment__zone__side").order_by("pk")
    )
    zones = {visit.zone.pk: visit.zone for visit in visits}
    points = {key: point for key, zone in zones.items() if (point := _point(zone))}
    kept = [visit for visit in visits if visit.zone.pk in points]
    content = Content(kept, _frames(kept), {key: zones[key] for key in points}, points)
    content.left_out.update(visit.zone for visit in visits if visit.zone.pk not in points)
    _add_animals(content)
    return content


def _frames(visits: list[Event]) -> dict[int, list[Media]]:
    kept = {visit.pk for visit in visits}
    found: dict[int, list[Media]] = defaultdict(list)
    shown = Media.objects.shown().select_related("image").order_by("event", "sort_order", "pk")
    for frame in shown:
        if frame.event_id in kept:
            found[frame.event_id].append(frame)
    return found


def _point(zone: Zone) -> ZonePoint | None:
    return point_of(read_outline(zone.outline)) if zone.takes_packages else None


def _add_animals(content: Content) -> None:
    kept = {visit.pk for visit in content.visits}
    rows = IdentityClaim.objects.public().values_list("event_id", "animal_id")
    rows = [(event, animal) for event, animal in rows if event in kept]
    content.naming = {event for event, _animal in rows}
    keys = {animal for _event, animal in rows}
    animals = Individual.objects.public().select_related("species", "mother").order_by("pk")
    content.animals = [animal for animal in animals if animal.pk in keys]
