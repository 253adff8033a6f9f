"""Refusing who comes to a full walk without making them, and those behind them, wait for its lock.

A walk on which somebody was refused a moment ago is looked at before the lock. Memory decides nothing, it says where to
look; what is not plain to see (a time that is over, a day limit, a party that holds places already) is decided under
the lock as ever.
"""

import time
from datetime import datetime

from django.db.models import Exists, F, OuterRef, QuerySet
from django.utils import timezone

from bookings import locked
from bookings.databases import alias_by_number
from bookings.errors import DepartureFull
from bookings.kept import KeptQuery
from bookings.models import TIMED_STATES, Booking, Departure
from bookings.models.states import TAKING_BOOKINGS
from bookings.requests import HoldRequest

SECONDS = 5
SOME = 7_653  # stands for a number of places in the query that is kept
_refused: dict[int, float] = {}


def note(departure_id: int) -> None:
    """Remember for some seconds that somebody was refused because a walk is full."""
    now = time.monotonic()
    for number in [one for one, until in _refused.copy().items() if until < now]:
        _refused.pop(number, None)
    _refused[departure_id] = now + SECONDS


def refuse_if_plain(request: HoldRequest) -> None:
    """Raise DepartureFull when somebody was refused a moment ago and the walk is plainly full for this party too."""
    if _refused.get(request.departure_id, 0) < time.monotonic():
        return
    found = _PLAINLY_FULL.rows(
        alias_by_number(request.departure_id),
        number=request.departure_id,
        moment=timezone.now(),
        places=request.party.size,
        key=request.key,
    )
    for row in found:
        raise DepartureFull(row["capacity"] - row["places_taken"])


def _plainly_full(number: int, moment: datetime, places: int, key: str) -> QuerySet:
    same_walk = Booking.objects.filter(departure_id=OuterRef("pk")).order_by()
    over = same_walk.filter(hold_expires_at__lte=moment, state__in=TIMED_STATES)
    known = Booking.objects.filter(idempotency_key=key).order_by()
    full = Departure.objects.filter(
        ~Exists(over),
        ~Exists(known),
        pk=number,
        state__in=TAKING_BOOKINGS,
        closes_at__gt=moment,
        places_taken__gt=F("capacity") - places,
    )
    return full.order_by().values("capacity", "places_taken")


_PLAINLY_FULL = KeptQuery(
    _plainly_full, number=locked.NUMBER, moment=locked.MOMENT, places=SOME, key="sample-key"
)
