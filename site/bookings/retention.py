"""Erasing the persons after the visit: the numbers stay, name, e-mail and telephone go."""

from datetime import datetime, timedelta

from django.conf import settings
from django.db.models import Q
from django.utils import timezone

from bookings import databases, history
from bookings.models import Booking, BookingState, EventKind
from bookings.parties import SYSTEM, Actor

# Somebody whose address was never confirmed, and who did not come back: there is nothing to keep it for.
UNCONFIRMED_DAYS = 7


def bookings_to_erase(now: datetime):
    """Return the bookings that still name someone and need not.

    Their departure is longer ago than the retention period, or they ran out unconfirmed some days ago.
    """
    is_old = Q(departure__starts_at__lt=now - timedelta(days=settings.BOOKING_RETENTION_DAYS))
    ran_out = Q(
        state=BookingState.EXPIRED,
        confirmed_at=None,
        cancelled_at__lt=now - timedelta(days=UNCONFIRMED_DAYS),
    )
    return Booking.objects.filter(is_old | ran_out, erased_at=None, consent_at__isnull=False)


def erase_person(booking_id: int, actor: Actor = SYSTEM) -> bool:
    """Erase the contact data of one booking for good; say whether there was any."""
    with databases.transaction_for(booking_id):
        now = timezone.now()
        kept = Booking.objects.filter(pk=booking_id, erased_at__isnull=True)
        if not kept.update(name="", email="", phone="", nationality_groups=[], erased_at=now):
            return False
        booking = Booking.objects.get(pk=booking_id)
        booking.refunds.update(words="")
        history.record(EventKind.ERASED, actor, now, booking=booking)
        return True


def erase_due(now: datetime | None = None) -> int:
    """Erase everything whose time has come; return how many bookings."""
    now, count = now or timezone.now(), 0
    for _alias in databases.in_turn():
        due = list(bookings_to_erase(now).values_list("pk", flat=True))
        count += sum(erase_person(pk) for pk in due)
    return count
