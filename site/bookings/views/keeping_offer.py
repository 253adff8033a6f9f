"""What the button that keeps a ticket on a telephone needs."""

from datetime import timedelta

from django.urls import reverse

from bookings.models import Booking

KEPT_AFTER = timedelta(hours=6)  # the end of the walk, for the way home


def keeping_offer(booking: Booking, secret: str) -> dict:
    """Return the addresses that belong to a kept ticket, and until when it is kept, in milliseconds."""
    until = booking.departure.ends_at + KEPT_AFTER
    return {
        "keep_page": reverse("bookings:kept_ticket", args=[booking.reference, secret]),
        "keep_scope": reverse("bookings:index"),
        "keep_worker": reverse("bookings:ticket_keeper"),
        "keep_until": int(until.timestamp() * 1000),
    }
