"""Comparing the counters with the bookings they stand for. Differences are reported, never repaired silently."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q, Sum
from django.db.models.functions import Coalesce
from django.utils import timezone

from bookings.databases import aliases, in_turn
from bookings.models import HOLDING_STATES, DayQuota, Departure, DepartureState
from bookings.quotas import taken_on


@dataclass(frozen=True)
class Difference:
    """A departure whose numbers do not agree."""

    departure_id: int
    start: str
    counted: int
    held: int
    capacity: int
    state: str

    def __str__(self) -> str:
        return (
            f"departure {self.departure_id} ({self.start}, {self.state}): "
            f"counter {self.counted}, bookings hold {self.held}, capacity {self.capacity}"
        )


def differences() -> list[Difference]:
    """Return every departure whose counter differs from its bookings, is overfull, or is cancelled but held."""
    holding = Q(bookings__state__in=HOLDING_STATES)
    places = Coalesce("bookings__offered_places", "bookings__party_size")
    departures = Departure.objects.annotate(held=Coalesce(Sum(places, filter=holding), 0))
    every = (
        row for alias in aliases() for row in departures.using(alias).order_by("pk").iterator()
    )
    return [
        Difference(
            departure.pk,
            f"{departure.starts_at:%Y-%m-%d %H:%M} UTC",
            departure.places_taken,
            departure.held,
            departure.capacity,
            departure.state,
        )
        for departure in every
        if departure.held != departure.places_taken
        or departure.held > departure.capacity
        or (departure.held and departure.state == DepartureState.CANCELLED)
    ]


@dataclass(frozen=True)
class DayDifference:
    """A day of a zone whose numbers do not agree."""

    zone_id: int
    day: str
    counted: int
    held: int
    limit: int

    def __str__(self) -> str:
        return (
            f"day limit {self.zone_id} on {self.day}: "
            f"counter {self.counted}, departures hold {self.held}, limit {self.limit}"
        )


def day_differences(now: datetime | None = None) -> list[DayDifference]:
    """Return every coming day of a zone whose counter differs from its departures; past days keep their zones."""
    days = DayQuota.objects.coming(now or timezone.now()).select_related("zone").in_order()
    return [
        DayDifference(row.zone_id, str(row.day), row.taken, held, row.limit)
        for alias in in_turn()
        for row in days.using(alias).iterator()
        if (held := taken_on(row)) != row.taken or held > row.limit
    ]
