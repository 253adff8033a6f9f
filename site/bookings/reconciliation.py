"""Comparing the counters with the bookings they stand for. Differences are reported, never repaired silently."""

from dataclasses import dataclass

from django.db.models import Q, Sum
from django.db.models.functions import Coalesce

from bookings.databases import aliases
from bookings.models import HOLDING_STATES, Departure, DepartureState


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
