"""Words that rangers noted without a signal and their devices send later: any order, repeated, from several devices."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from uuid import UUID

from bookings import databases, places
from bookings.checkin import add_words, days_ahead, is_its_day
from bookings.models import AttendanceEvent, Booking, Departure
from bookings.parties import Actor

LONGEST_SILENCE_DAYS = (
    14  # a telephone may lie in a drawer; after that the report of the walk has the numbers
)
CLOCK_MAY_DIFFER = timedelta(minutes=2)  # beyond that the clock of the device is wrong, not slow


class Verdict(StrEnum):
    ENTERED = "entered"
    KNOWN = "known"  # the same word came before
    UNKNOWN_PARTY = "unknown-party"
    WRONG_DAY = "wrong-day"
    TOO_LATE = "too-late"
    UNKNOWN_WALK = "unknown-walk"
    UNKNOWN_ANIMAL = "unknown-animal"
    CALLED_OFF = "called-off"


@dataclass(frozen=True)
class Word:
    """What a device has noted; `at` and the time of sending are those of its own clock."""

    id: UUID
    booking: int
    kind: str
    people: int
    at: datetime
    replaces: tuple[UUID, ...] = ()


def enter(
    words: list[Word], *, side: str, device: str, sent_at: datetime, actor: Actor
) -> dict[UUID, Verdict]:
    """Enter what is new; return for each word what became of it. Words about another country's parties are unknown."""
    by_booking = defaultdict(list)
    for word in words:
        by_booking[word.booking].append(word)
    departures = {}
    for alias in databases.aliases(side):
        own = Booking.objects.using(alias).of_side(side).with_contact().filter(pk__in=by_booking)
        departures |= dict(own.values_list("pk", "departure_id"))
    verdicts = {word.id: Verdict.UNKNOWN_PARTY for word in words}
    # The order of the locks: departures by number, whatever the order of the words.
    for booking_id in sorted(departures, key=lambda pk: (departures[pk], pk)):
        heard = by_booking[booking_id]
        verdicts |= _enter_for(booking_id, departures[booking_id], heard, device, sent_at, actor)
    return verdicts


def _enter_for(
    booking_id: int,
    departure_id: int,
    words: list[Word],
    device: str,
    sent_at: datetime,
    actor: Actor,
) -> dict[UUID, Verdict]:
    with databases.transaction_for(booking_id):
        departure, now = places.lock(departure_id)
        booking = Booking.objects.get(pk=booking_id)
        ids = [word.id for word in words]
        known = dict(AttendanceEvent.objects.filter(pk__in=ids).values_list("pk", "booking_id"))
        verdicts, new = {}, {}
        for word in words:
            at = true_time(word.at, sent_at, now)
            if word.id in known:
                is_same = known[word.id] == booking_id
                verdicts[word.id] = Verdict.KNOWN if is_same else Verdict.UNKNOWN_PARTY
            elif refused := untimely(departure, at, now):
                verdicts[word.id] = refused
            else:
                verdicts[word.id] = Verdict.ENTERED
                new[word.id] = _event(word, booking, at, device)
        if new:
            add_words(booking, list(new.values()), actor, now)
        return verdicts


def true_time(at: datetime, sent_at: datetime, now: datetime) -> datetime:
    """Return when something was noted, by our clock; a wrong clock of a device is as wrong when it sends."""
    error = now - sent_at
    return min(at + error if abs(error) > CLOCK_MAY_DIFFER else at, now)


def untimely(departure: Departure, at: datetime, now: datetime) -> Verdict | None:
    """Return why something noted then about a walk may not come in any more, if it may not."""
    if days_ahead(departure, now) < -LONGEST_SILENCE_DAYS:
        return Verdict.TOO_LATE
    return None if is_its_day(departure, at) else Verdict.WRONG_DAY


def _event(word: Word, booking: Booking, at: datetime, device: str) -> AttendanceEvent:
    return AttendanceEvent(
        pk=word.id,
        booking=booking,
        kind=word.kind,
        people=word.people,
        replaces=[str(pk) for pk in word.replaces if pk != word.id],
        at=at,
        device=device,
    )
