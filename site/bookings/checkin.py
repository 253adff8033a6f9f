"""The verbs of the meeting point: who came, who did not, who left the trail and how.

A party is checked in from the day of its walk, on the trail's own clock, to the end of the next one: a ranger without a
signal notes it in the evening. What a ranger says is a row of its own, never changed (`AttendanceEvent`).
"""

from datetime import datetime
from uuid import uuid4
from zoneinfo import ZoneInfo

from bookings import databases, history, places
from bookings.attending import EXITS, GATE, standing, whereabouts
from bookings.errors import BookingNotActive
from bookings.models import (
    Attendance,
    AttendanceEvent,
    AttendanceKind,
    AttendanceState,
    Booking,
    BookingState,
    Departure,
    EventKind,
)
from bookings.parties import Actor
from bookings.staff_errors import MorePeopleThanBooked, NotCheckedIn, NotTheDayOfTheWalk

_EVENTS = {
    AttendanceKind.ARRIVED: EventKind.CHECKED_IN,
    AttendanceKind.NO_SHOW: EventKind.NOT_COME,
    AttendanceKind.TURNED_BACK: EventKind.TURNED_BACK,
    AttendanceKind.LEFT: EventKind.LEFT_TRAIL,
    AttendanceKind.BACK: EventKind.CAME_BACK,
    AttendanceKind.UNDONE: EventKind.CHECK_IN_UNDONE,
}


def check_in(booking_id: int, people: int, actor: Actor) -> Attendance:
    """Note how many of a party came; it replaces what was said of it at the gate before."""
    with databases.transaction_for(booking_id):
        booking, now = _lock(booking_id)
        if people > booking.party_size:
            raise MorePeopleThanBooked(booking.party_size)
        _say(booking, AttendanceKind.ARRIVED, people, GATE, actor, now)
        return booking.attendance


def note_absence(booking_id: int, actor: Actor) -> Attendance:
    """Note that nobody of a party came."""
    with databases.transaction_for(booking_id):
        booking, now = _lock(booking_id)
        _say(booking, AttendanceKind.NO_SHOW, 0, GATE, actor, now)
        return booking.attendance


def note_return(
    booking_id: int,
    actor: Actor,
    kind: AttendanceKind = AttendanceKind.BACK,
    people: int | None = None,
) -> Attendance:
    """Note that people of a party which had arrived left the trail, in one of the ways of EXITS; all by default."""
    with databases.transaction_for(booking_id):
        booking, now = _lock(booking_id)
        alive = standing(booking.attendance_events.all())
        known = Attendance.objects.filter(booking=booking).exclude(state=AttendanceState.NO_SHOW)
        if not (arrived := known.first()):
            raise NotCheckedIn
        others = sum(word.people for word in alive if word.kind in EXITS and word.kind != kind)
        most = arrived.people - others
        if not 0 < (people or most) <= most:
            raise MorePeopleThanBooked(most)
        _say(booking, kind, people or most, (kind,), actor, now)
        return booking.attendance


def take_back(booking_id: int, actor: Actor) -> None:
    """Forget what was noted about a party; the history keeps it."""
    with databases.transaction_for(booking_id):
        booking, now = _lock(booking_id)
        if Attendance.objects.filter(booking=booking).exists():
            _say(booking, AttendanceKind.UNDONE, 0, tuple(AttendanceKind), actor, now)


def _say(booking: Booking, kind, people: int, about, actor: Actor, now: datetime) -> None:
    """Add a word that replaces the standing ones `about` these kinds, unless it says what they say already."""
    alive = [word for word in standing(booking.attendance_events.all()) if word.kind in about]
    if {(word.kind, word.people) for word in alive} != {(kind, people)}:
        word = AttendanceEvent(
            pk=uuid4(),
            booking=booking,
            kind=kind,
            people=people,
            replaces=[str(one.pk) for one in alive],
            at=now,
        )
        add_words(booking, [word], actor, now)
    booking.attendance = Attendance.objects.filter(booking=booking).first()


def add_words(booking: Booking, words: list[AttendanceEvent], actor: Actor, now: datetime) -> None:
    """Write words about a party whose departure is locked, with their history, and read its state from all anew."""
    for word in words:
        word.received_at, word.actor_name = now, actor.name
        word.save(force_insert=True)
        counts = {} if word.kind == AttendanceKind.UNDONE else {"people": word.people}
        history.record(_EVENTS[word.kind], actor, now, booking=booking, **counts)
    booked = booking.party_size if booking.state == BookingState.CONFIRMED else 0
    found = whereabouts(booking.attendance_events.all(), booked)
    if found is None:
        Attendance.objects.filter(booking=booking).delete()
    else:
        Attendance.objects.update_or_create(booking=booking, defaults=vars(found))


def _lock(booking_id: int) -> tuple[Booking, datetime]:
    """Lock the departure of a live booking whose day it is."""
    departure_id = Booking.objects.values_list("departure_id", flat=True).get(pk=booking_id)
    departure, now = places.lock(departure_id)
    booking = Booking.objects.filter(pk=booking_id, state=BookingState.CONFIRMED).first()
    if booking is None:
        raise BookingNotActive
    if not is_its_day(departure, now):
        raise NotTheDayOfTheWalk
    return booking, now


def is_its_day(departure: Departure, now: datetime) -> bool:
    """Say whether parties of a departure may be checked in at `now`."""
    return days_ahead(departure, now) in (0, -1)


def days_ahead(departure: Departure, now: datetime) -> int:
    """Return how many days from today, on the trail's own clock, a departure is; negative when it is past."""
    today = now.astimezone(ZoneInfo(departure.time_zone)).date()
    return (departure.local_day - today).days
