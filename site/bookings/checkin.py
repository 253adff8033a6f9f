"""The verbs of the meeting point: who came, who did not, who is back from the trail.

A party is checked in from the day of its walk, on the trail's own clock, to the end of the next one: a ranger without a
signal notes it in the evening.
"""

from datetime import datetime
from zoneinfo import ZoneInfo

from bookings import databases, history, places
from bookings.errors import BookingNotActive
from bookings.models import (
    Attendance,
    AttendanceState,
    Booking,
    BookingState,
    Departure,
    EventKind,
)
from bookings.parties import Actor
from bookings.staff_errors import MorePeopleThanBooked, NotCheckedIn, NotTheDayOfTheWalk

_EVENTS = {
    AttendanceState.ARRIVED: EventKind.CHECKED_IN,
    AttendanceState.NO_SHOW: EventKind.NOT_COME,
    AttendanceState.BACK: EventKind.CAME_BACK,
}


def check_in(booking_id: int, people: int, actor: Actor) -> Attendance:
    """Note how many of a party came; the last word counts."""
    return _note(booking_id, AttendanceState.ARRIVED, people, actor)


def note_absence(booking_id: int, actor: Actor) -> Attendance:
    """Note that nobody of a party came."""
    return _note(booking_id, AttendanceState.NO_SHOW, 0, actor)


def note_return(booking_id: int, actor: Actor) -> Attendance:
    """Note that a party which had arrived is back from the trail."""
    with databases.transaction_for(booking_id):
        arrived = Attendance.objects.filter(booking_id=booking_id).exclude(people=0).first()
        if arrived is None:
            raise NotCheckedIn
        return _note(booking_id, AttendanceState.BACK, arrived.people, actor)


def take_back(booking_id: int, actor: Actor) -> None:
    """Forget what was noted about a party; the history keeps it."""
    with databases.transaction_for(booking_id):
        booking, now = _lock(booking_id)
        if Attendance.objects.filter(booking=booking).delete()[0]:
            history.record(EventKind.CHECK_IN_UNDONE, actor, now, booking=booking)


def _note(booking_id: int, state: AttendanceState, people: int, actor: Actor) -> Attendance:
    with databases.transaction_for(booking_id):
        booking, now = _lock(booking_id)
        if people > booking.party_size:
            raise MorePeopleThanBooked(booking.party_size)
        attendance = Attendance.objects.filter(booking=booking).first()
        if attendance and (attendance.state, attendance.people) == (state, people):
            return attendance
        attendance, _made = Attendance.objects.update_or_create(
            booking=booking, defaults={"state": state, "people": people, "noted_at": now}
        )
        history.record(_EVENTS[state], actor, now, booking=booking, people=people)
        return attendance


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
