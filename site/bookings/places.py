"""The counter of places: the only code that moves it, always inside the transaction of the booking row."""

import logging
from datetime import datetime

from django.db.models import F
from django.utils import timezone

from bookings.models import Departure
from bookings.models.trails import trail_along

logger = logging.getLogger("bookings.places")


# What is asked under the lock by those who book: a departure and its trail have many columns of text.
_ASKED_BY_BOOKERS = (
    "trail",
    "side",
    "state",
    "starts_at",
    "closes_at",
    "opens_at",
    "capacity",
    "places_taken",
    "cancel_reason",
)
_ASKED_OF_TRAIL = ("side__time_zone", "area_id", "min_party", "max_party")


def lock(departure_id: int) -> tuple[Departure, datetime]:
    """Lock a departure to the end of the transaction; return it as it is now, and the time read after the lock.

    PostgreSQL locks the row. SQLite has no row locks: its transactions begin IMMEDIATE, one writer at a time.
    """
    return trail_along(_locked()).get(pk=departure_id), timezone.now()


def lock_to_book(departure_id: int) -> tuple[Departure, datetime]:
    """Lock as `lock` does, and read only what a booking depends on; such a departure is not to be saved."""
    rows = trail_along(_locked(), own=_ASKED_BY_BOOKERS, only=_ASKED_OF_TRAIL)
    return rows.get(pk=departure_id), timezone.now()


def _locked():
    return Departure.objects.select_for_update(of=("self",))


def take(departure_id: int, places: int, now: datetime) -> bool:
    """Take places if they are free and booking is open at `now`, in one statement; say whether it was done."""
    return bool(
        Departure.objects.with_free(places, now)
        .filter(pk=departure_id)
        .update(places_taken=F("places_taken") + places)
    )


def give_back(departure_id: int, places: int) -> None:
    """Return places. Call it once for each booking whose own row was changed by the same transaction."""
    held = Departure.objects.filter(pk=departure_id, places_taken__gte=places)
    if not held.update(places_taken=F("places_taken") - places):
        logger.error("Departure %s counts fewer places than its parties hold.", departure_id)
