"""Parties that are still on the trail when they should be back."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from django.conf import settings
from django.db.models import Exists, OuterRef

from bookings import databases
from bookings.models import Attendance, AttendanceState, Departure, DepartureState

LOOKED_BACK = timedelta(days=3)  # longer ago, nobody looks for a party by a list on a screen


def overdue_since(departure: Departure) -> datetime:
    """Return from when on whoever is still out there is overdue."""
    return departure.ends_at + timedelta(minutes=settings.OVERDUE_MARGIN_MINUTES)


def people_on_trail(departure: Departure) -> int:
    """Return how many of the people who came have not left the trail, by what rangers said."""
    arrived = Attendance.objects.filter(booking__departure=departure, state=AttendanceState.ARRIVED)
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
