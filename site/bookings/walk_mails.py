"""Mails that a day brings about, nobody’s deed: a reminder before the walk, thanks after it; once a booking each."""

from datetime import datetime, timedelta

from django.conf import settings
from django.db.models import F, Q
from django.utils import timezone

from bookings import databases, history, outbox, places
from bookings.checkin import days_ahead
from bookings.models import Booking, BookingState, Departure, EventKind, MailKind
from bookings.parties import SYSTEM

THANKS_DAYS = 7  # a site that stood still for longer thanks nobody any more
_EVENTS = {MailKind.REMINDER: EventKind.REMINDED, MailKind.THANKS: EventKind.THANKED}


def remind_due(now: datetime | None = None) -> int:
    """Owe a reminder to every party that walks within BOOKING_REMINDER_DAYS days; return to how many.

    Who booked within these days has just had a mail that says it all. On a closed trail the staff speak first.
    """
    now = now or timezone.now()
    days = settings.BOOKING_REMINDER_DAYS
    coming = Departure.objects.filter(
        starts_at__gt=now, starts_at__lt=now + timedelta(days=days + 1)
    )
    due = [
        walk.pk
        for alias in databases.aliases()
        for walk in coming.using(alias).with_trail()
        if 0 < days_ahead(walk, now) <= days and not walk.closure
    ]
    booked_before = Q(confirmed_at__lt=F("departure__starts_at") - timedelta(days=days))
    return _owe_all(due, MailKind.REMINDER, booked_before)


def thank_due(now: datetime | None = None) -> int:
    """Owe thanks to every party that was checked in, from the day after its walk on; return to how many."""
    now = now or timezone.now()
    since = now - timedelta(days=THANKS_DAYS)
    past = Departure.objects.filter(starts_at__gt=since, starts_at__lt=now).with_trail()
    due = [
        walk.pk
        for alias in databases.aliases()
        for walk in past.using(alias)
        if days_ahead(walk, now) < 0
    ]
    return _owe_all(due, MailKind.THANKS, Q(attendance__people__gte=1))


def _owe_all(departures: list[int], kind: MailKind, whom: Q) -> int:
    return sum(_owe(pk, kind, whom) for pk in departures)


def _owe(departure_id: int, kind: MailKind, whom: Q) -> int:
    """Owe one kind of mail to those parties of a departure that have none yet; the lock keeps two runs apart."""
    with databases.transaction_for(departure_id):
        _departure, now = places.lock(departure_id)
        confirmed = Booking.objects.filter(
            whom, departure=departure_id, state=BookingState.CONFIRMED, is_sample=False
        )
        due = confirmed.exclude(email="").exclude(mails__kind=kind).order_by("pk")
        for booking in due:
            entry = history.record(
                _EVENTS[kind], SYSTEM, now, booking=booking, people=booking.party_size
            )
            outbox.owe(entry, kind)
        return len(due)
