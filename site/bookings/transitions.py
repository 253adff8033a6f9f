"""The one way in which a booking stops holding places: its own row changes, and only then the counter moves."""

from datetime import datetime

from django.db.models import F

from bookings import people, places
from bookings.models import HOLDING_STATES, Booking, BookingState

# A party that the reserve called off may still move to another date with its papers.
_NEEDS_NO_PAPERS = (BookingState.CANCELLED_BY_VISITOR, BookingState.REJECTED)


def end(booking: Booking, state: BookingState, now: datetime, **fields) -> bool:
    """End a booking of a locked departure and give its places back, exactly once; say whether it was done.

    `booking` is the row as it was read under the lock; afterwards it is as stored.
    """
    seen = Booking.objects.filter(pk=booking.pk, state=booking.state)
    ended = seen.update(
        state=state,
        cancelled_at=now,
        hold_expires_at=None,
        offered_places=None,
        revision=F("revision") + 1,
        **fields,
    )
    if not ended:
        return False
    if booking.state in HOLDING_STATES:
        places.give_back(booking.departure_id, booking.places)
    if state in _NEEDS_NO_PAPERS:
        people.drop_documents(booking)
    booking.refresh_from_db()
    return True
