"""Places of a full walk that a visitor gives up come back at a moment nobody can know beforehand.

Who watches the page with a robot has no advantage then. Whoever waits on the list is asked at once, before that. The
places are kept back by a hold of the system itself, which runs out as every hold does.
"""

from datetime import datetime, timedelta
from random import SystemRandom

from django.conf import settings

from bookings import history, places, quotas
from bookings.models import Booking, BookingState, Departure, EventKind
from bookings.parties import SYSTEM, Party
from bookings.references import new_key
from bookings.requests import HoldRequest, new_booking

_random = SystemRandom()
SHORTEST_SECONDS = 60
_KEY = "rest-"  # no visitor has such a key


def let_rest(departure: Departure, freed: int, now: datetime) -> None:
    """Keep back what is left of places just freed on a locked departure, if it was full before."""
    places.read_again(departure)
    left = departure.places_left
    until = now + _rest()
    if until <= now or not 0 < left <= freed or until >= departure.closes_at:
        return
    if departure.day_quotas and quotas.departures_beside(departure.pk):
        return  # who waits on another trail of the zone is asked at once as well
    if places.take(departure, left, now):
        request = HoldRequest(
            departure_id=departure.pk, party=Party(left), language="en", key=_KEY + new_key()[:40]
        )
        hold = new_booking(request, state=BookingState.HELD, hold_expires_at=until)
        hold.save(force_insert=True)
        history.record(EventKind.RESTING, SYSTEM, now, booking=hold, people=left)


def is_resting(booking: Booking) -> bool:
    """Say whether a hold is the system's own."""
    return booking.idempotency_key.startswith(_KEY)


def _rest() -> timedelta:
    longest = settings.BOOKING_REST_MINUTES * 60
    if not longest:
        return timedelta()
    return timedelta(seconds=_random.randint(min(SHORTEST_SECONDS, longest), longest))
