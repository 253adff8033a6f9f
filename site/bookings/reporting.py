"""The verbs after a walk: write down how it was, and forget what was written about people."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from uuid import UUID

from django.conf import settings
from django.utils import timezone

from bookings import databases, history, places, scheduling, walk_notes
from bookings.errors import DepartureCancelled
from bookings.models import (
    Attendance,
    Departure,
    DepartureState,
    EventKind,
    Incident,
    Sighting,
    WalkReport,
)
from bookings.models.states import LIVE_STATES
from bookings.parties import SYSTEM, Actor
from bookings.staff_errors import NotYetWalked


@dataclass(frozen=True)
class Told:
    """What a ranger or an officer tells of a walk; `notes` are those from the way they had before them."""

    headcount: int
    incidents: list[Incident] = field(default_factory=list)
    sightings: list[Sighting] = field(default_factory=list)
    notes: frozenset[UUID] = frozenset()


def report_walk(departure_id: int, told: Told, actor: Actor) -> WalkReport:
    """Write the report of a walk that has begun, or write it anew; people on it mean that the walk took place.

    Raises NotYetWalked or DepartureCancelled.
    """
    with databases.transaction_for(departure_id):
        departure, now = places.lock(departure_id)
        if departure.state == DepartureState.CANCELLED:
            raise DepartureCancelled
        if departure.starts_at > now:
            raise NotYetWalked
        fields = {"headcount": told.headcount, "author_name": actor.name, "written_at": now}
        report, _is_new = WalkReport.objects.update_or_create(departure=departure, defaults=fields)
        _replace(report, told)
        walk_notes.take(departure, told.notes, now)
        counts = {"people": told.headcount, "incidents": len(told.incidents)}
        history.record(EventKind.REPORTED, actor, now, departure=departure, **counts)
        if told.headcount and departure.state in LIVE_STATES:
            scheduling.complete_departures([departure], actor)
        return report


def _replace(report: WalkReport, told: Told) -> None:
    report.incidents.all().delete()
    report.sightings.all().delete()
    for row in (*told.incidents, *told.sightings):
        row.pk, row.report = None, report
        row.save(force_insert=True)


def people_seen(departure: Departure) -> int:
    """Return how many people came, by what rangers noted at the gate."""
    seen = Attendance.objects.using(departure._state.db).filter(booking__departure=departure)
    return sum(seen.values_list("people", flat=True))


def erase_texts_due(now: datetime | None = None) -> int:
    """Erase what reports and notes say of incidents after the retention period of bookings; return of how many."""
    long_ago = (now or timezone.now()) - timedelta(days=settings.BOOKING_RETENTION_DAYS)
    old = Incident.objects.filter(report__departure__starts_at__lt=long_ago).exclude(text="")
    erased = sum(_erase(alias, old) for alias in databases.aliases())
    return erased + sum(walk_notes.erase_texts(alias, long_ago) for alias in databases.aliases())


def _erase(alias: str, old) -> int:
    with databases.transaction_in(alias):
        departures = Departure.objects.filter(report__incidents__in=old.using(alias)).distinct()
        for departure in departures:
            history.record(EventKind.REPORT_ERASED, SYSTEM, timezone.now(), departure=departure)
        return old.using(alias).update(text="")
