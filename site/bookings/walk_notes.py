"""What rangers noted on the way, animals and incidents: it comes in late, in any order, repeated, from several devices.

A note waits until a report is saved by somebody who had it on the screen. A report saved by somebody who had not seen
it lets it wait again: the lines are replaced as a whole, and nothing is lost between two who write at once.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet
from django.utils import timezone

from bookings import databases, history, places
from bookings.late_words import Verdict, true_time, untimely
from bookings.models import (
    Departure,
    DepartureState,
    EventKind,
    NoteKind,
    Severity,
    WalkNote,
)
from bookings.models.trails import trail_along
from bookings.parties import SYSTEM, Actor
from content.reserve.models import Species


@dataclass(frozen=True)
class Note:
    """What a device has noted of a walk; `at` is that of its own clock, `said` the columns of a WalkNote."""

    id: UUID
    departure: int
    at: datetime
    said: dict


def enter(
    notes: list[Note], *, side: str, device: str, sent_at: datetime, actor: Actor
) -> dict[UUID, Verdict]:
    """Enter what is new; return for each note what became of it. Walks of another country are unknown."""
    by_departure = defaultdict(list)
    for note in notes:
        by_departure[note.departure].append(note)
    own: list[int] = []
    for alias in databases.aliases(side):
        walks = Departure.objects.using(alias).of_side(side).exclude(state=DepartureState.DRAFT)
        own += walks.filter(pk__in=by_departure).values_list("pk", flat=True)
    verdicts = {note.id: Verdict.UNKNOWN_WALK for note in notes}
    for pk in sorted(own):
        verdicts |= _enter_for(pk, by_departure[pk], device, sent_at, actor)
    return verdicts


def _enter_for(
    departure_id: int, notes: list[Note], device: str, sent_at: datetime, actor: Actor
) -> dict[UUID, Verdict]:
    species = _species_among(notes)
    with databases.transaction_for(departure_id):
        departure, now = places.lock(departure_id)
        ids = [note.id for note in notes]
        known = dict(WalkNote.objects.filter(pk__in=ids).values_list("pk", "departure_id"))
        verdicts = {}
        for note in notes:
            at = true_time(note.at, sent_at, now)
            verdicts[note.id] = _verdict(note, departure, at, now, known, species)
            if verdicts[note.id] == Verdict.ENTERED:
                known[note.id] = departure_id
                row = WalkNote(pk=note.id, departure=departure, at=at, device=device, **note.said)
                row.received_at, row.actor_name = now, actor.name
                row.save(force_insert=True)
                told = {"what": row.what, "severity": row.severity}
                details = {name: value for name, value in told.items() if value}
                history.record(EventKind.NOTED_ON_WALK, actor, now, departure=departure, **details)
        return verdicts


def _species_among(notes: list[Note]) -> set[str]:
    """Return those of the animals noted that the site knows."""
    slugs = {slug for note in notes if (slug := note.said.get("species"))}
    return set(Species.objects.filter(slug__in=slugs).values_list("slug", flat=True))


def _verdict(
    note: Note,
    departure: Departure,
    at: datetime,
    now: datetime,
    known: dict[UUID, int],
    species: set[str],
) -> Verdict:
    if note.id in known:
        return Verdict.KNOWN if known[note.id] == departure.pk else Verdict.UNKNOWN_WALK
    if departure.state == DepartureState.CANCELLED:
        return Verdict.CALLED_OFF
    if refused := untimely(departure, at, now):
        return refused
    if note.said["what"] == NoteKind.ANIMAL and note.said["species"] not in species:
        return Verdict.UNKNOWN_ANIMAL
    return Verdict.ENTERED


def of_walk(departure: Departure) -> QuerySet[WalkNote]:
    return WalkNote.objects.using(departure._state.db).filter(departure=departure)


def take(departure: Departure, seen: Iterable[UUID], now: datetime) -> None:
    """Note that the report of a locked departure has these notes in it, and none of the others."""
    rows = of_walk(departure)
    rows.filter(pk__in=seen, taken_at=None).update(taken_at=now)
    rows.exclude(pk__in=seen).exclude(taken_at=None).update(taken_at=None)


def erase_texts(alias: str, long_ago: datetime) -> int:
    """Erase the words about incidents on walks from before `long_ago`; return how many."""
    with databases.transaction_in(alias):
        old = WalkNote.objects.using(alias).filter(departure__starts_at__lt=long_ago)
        old = old.exclude(text="")
        now = timezone.now()
        for departure in Departure.objects.using(alias).filter(walk_notes__in=old).distinct():
            history.record(EventKind.REPORT_ERASED, SYSTEM, now, departure=departure)
        return old.update(text="")


def tell_of_grave(tell: Callable[[WalkNote], None]) -> int:
    """Tell of each grave incident that nobody has been told of; return of how many.

    It is noted afterwards: who is interrupted between the two tells again. So `tell` must do nothing the second time.
    """
    count = 0
    for _alias in databases.in_turn():
        untold = WalkNote.objects.filter(severity=Severity.GRAVE, told_at=None)
        for note in trail_along(untold, "departure__trail").order_by("received_at", "pk"):
            tell(note)
            WalkNote.objects.filter(pk=note.pk).update(told_at=timezone.now())
            count += 1
    return count
