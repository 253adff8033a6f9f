"""Parties that are still on the trail when they should be back."""

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta

from django.conf import settings
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from bookings import databases, history, places
from bookings.models import (
    Attendance,
    AttendanceState,
    Departure,
    DepartureState,
    EventKind,
    OverdueAlarm,
)
from bookings.models.trails import trail_along
from bookings.parties import SYSTEM

LOOKED_BACK = timedelta(days=3)  # longer ago, nobody looks for a party by a list on a screen


def overdue_since(departure: Departure) -> datetime:
    """Return from when on whoever is still out there is overdue."""
    return departure.ends_at + timedelta(minutes=settings.OVERDUE_MARGIN_MINUTES)


def people_on_trail(departure: Departure) -> int:
    """Return how many of the people who came have not left the trail, by what rangers said."""
    arrived = Attendance.objects.using(departure._state.db).filter(
        booking__departure=departure, state=AttendanceState.ARRIVED
    )
    return sum(attendance.on_trail for attendance in arrived)


def overdue_departures(now: datetime, side: str = "") -> Iterator[Departure]:
    """Yield the walks of one country with people who should be back by now; of both for an empty code."""
    out_there = Attendance.objects.filter(
        booking__departure=OuterRef("pk"), state=AttendanceState.ARRIVED
    )
    begun = (
        Departure.objects.with_trail()
        .of_side(side)
        .filter(Exists(out_there), starts_at__gt=now - LOOKED_BACK, starts_at__lt=now)
        .exclude(state=DepartureState.CANCELLED)
        .order_by("starts_at", "pk")
    )
    for alias in databases.aliases(side):
        yield from (one for one in begun.using(alias) if overdue_since(one) <= now)


Tell = Callable[[OverdueAlarm, bool], None]


def raise_alarms(now: datetime | None = None) -> int:
    """Raise an alarm for each walk with overdue people that has none, once; return for how many."""
    due = [departure.pk for departure in overdue_departures(now or timezone.now())]
    return sum(_raise(pk) for pk in due)


def end_alarms() -> int:
    """End the alarms of walks from which everybody is back or known to be off the trail; return how many."""
    lasting = OverdueAlarm.objects.filter(ended_at=None)
    rows = [
        pk
        for alias in databases.aliases()
        for pk in lasting.using(alias).values_list("departure_id", flat=True)
    ]
    return sum(_end(pk) for pk in rows)


def tell_alarms(tell: Tell) -> None:
    """Tell of each alarm and each end that nobody has been told of: `tell(alarm, is_over)`.

    It is noted afterwards: who is interrupted between the two tells again. So `tell` must do nothing the second time.
    """
    untold = Q(told_at=None) | Q(end_told_at=None, ended_at__isnull=False)
    for _alias in databases.in_turn():
        rows = trail_along(OverdueAlarm.objects.filter(untold), "departure__trail")
        for alarm in rows.order_by("pk"):
            if alarm.told_at is None:
                tell(alarm, False)
                _note(alarm, "told_at")
            if alarm.ended_at and alarm.end_told_at is None:
                tell(alarm, True)
                _note(alarm, "end_told_at")


def _note(alarm: OverdueAlarm, field: str) -> None:
    OverdueAlarm.objects.filter(pk=alarm.pk).update(**{field: timezone.now()})


def _raise(departure_id: int) -> bool:
    with databases.transaction_for(departure_id):
        departure, now = places.lock(departure_id)
        people = people_on_trail(departure)
        is_known = departure.alarms.filter(ended_at=None).exists()
        if is_known or not people or now < overdue_since(departure):
            return False
        OverdueAlarm.objects.create(departure=departure, people=people, raised_at=now)
        history.record(EventKind.OVERDUE, SYSTEM, now, departure=departure, people=people)
        return True


def _end(departure_id: int) -> bool:
    with databases.transaction_for(departure_id):
        departure, now = places.lock(departure_id)
        alarm = departure.alarms.filter(ended_at=None).first()
        if alarm is None or people_on_trail(departure):
            return False
        alarm.ended_at = now
        alarm.save(update_fields=["ended_at"])
        history.record(EventKind.OVERDUE_ENDED, SYSTEM, now, departure=departure)
        return True
