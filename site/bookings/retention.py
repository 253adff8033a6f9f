"""Erasing the persons after the visit: the numbers stay, name, e-mail and telephone go."""

from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from bookings import history
from bookings.models import Booking, EventKind
from bookings.parties import SYSTEM, Actor


def bookings_to_erase(now: datetime):
    """Return the bookings whose departure is longer ago than the retention period and that still name someone."""
    limit = now - timedelta(days=settings.BOOKING_RETENTION_DAYS)
    return Booking.objects.filter(erased_at__isnull=True, departure__starts_at__lt=limit)


def erase_person(booking_id: int, actor: Actor = SYSTEM) -> bool:
    """Erase the contact data of one booking for good; say whether there was any."""
    with transaction.atomic():
        now = timezone.now()
        kept = Booking.objects.filter(pk=booking_id, erased_at__isnull=True)
        if not kept.update(name="", email="", phone="", nationality_groups=[], erased_at=now):
            return False
        booking = Booking.objects.get(pk=booking_id)
        history.record(EventKind.ERASED, actor, now, booking=booking)
        return True


def erase_due(now: datetime | None = None) -> int:
    """Erase everything whose time has come; return how many bookings."""
    due = list(bookings_to_erase(now or timezone.now()).values_list("pk", flat=True))
    return sum(erase_person(pk) for pk in due)
