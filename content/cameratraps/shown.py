"""Keeps the rows of `ShownVisit` in step with the visits: the only module that writes them.

Whoever changes visits, frames or releases in bulk, past the signals, calls `keep_in_step` in the same transaction.
"""

from collections.abc import Iterable

from django.db import transaction
from django.db.models import Prefetch

from content.cameratraps import queries
from content.cameratraps.doings import doing_of
from content.cameratraps.models import Event, Media, Release, ShownVisit

_AT_ONCE = 500
_COPIED = [field.name for field in ShownVisit._meta.fields if field.name != "event"]


@transaction.atomic
def keep_in_step(events: Iterable[int]) -> None:
    """Write, change or take away the rows of some visits, by primary key."""
    keys = list(events)
    for start in range(0, len(keys), _AT_ONCE):
        _keep(keys[start : start + _AT_ONCE])


def _keep(keys: list[int]) -> None:
    found = Event.objects.filter(pk__in=keys).select_related("deployment")
    found = found.prefetch_related(
        Prefetch("media", Media.objects.order_by(*queries.SHOWN_FIRST), to_attr="all_frames"),
        Prefetch("releases", to_attr="all_releases"),
        Prefetch("refusals", to_attr="all_refusals"),
    )
    rows = [row for event in found if (row := _row(event))]
    kept = [row.event_id for row in rows]
    ShownVisit.objects.filter(event__in=keys).exclude(event__in=kept).delete()
    ShownVisit.objects.bulk_create(
        rows, update_conflicts=True, unique_fields=["event"], update_fields=_COPIED
    )


def _row(event: Event) -> ShownVisit | None:
    public_from = event.public_from_these(event.all_frames, event.all_releases, event.all_refusals)
    if public_from is None:
        return None
    shown = [frame for frame in event.all_frames if frame.file_public]
    return ShownVisit(
        event_id=event.pk,
        public_from=public_from,
        species_id=event.species_id,
        zone_id=event.deployment.zone_id,
        year=event.year,
        month=event.month,
        band=event.band,
        doing=doing_of(event),
        code=event.code,
        frames=len(shown),
        cover_id=shown[0].image_id,
        is_sample=event.is_sample,
    )


def keep_all_in_step() -> int:
    """Go through all visits that are released or have a row, and return how many rows there are now."""
    released = Release.objects.values_list("event_id", flat=True)
    known = ShownVisit.objects.values_list("event_id", flat=True)
    keep_in_step(sorted({*released, *known}))
    return ShownVisit.objects.count()


def fill_when_new(**_kwargs) -> None:
    """Write the rows once, after the migration that made their table."""
    if not ShownVisit.objects.exists() and Release.objects.exists():
        keep_all_in_step()
