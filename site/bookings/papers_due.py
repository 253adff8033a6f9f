"""What a day brings about for names and papers: one reminder as the last day nears, and an end once it is over."""

from datetime import datetime, timedelta

from django.conf import settings
from django.utils import timezone

from bookings import databases, history, outbox, permits, places
from bookings.models import Booking, BookingState, EventKind, MailKind, PermitCase, PermitState
from bookings.needs import unnamed
from bookings.parties import SYSTEM


def remind_of_papers(now: datetime | None = None) -> int:
    """Owe a reminder to each party whose papers are wanted within BOOKING_PAPERS_DAYS days; return to how many.

    Who sent the booking in a day ago or less has just had a mail that says it.
    """
    now = now or timezone.now()
    days = settings.BOOKING_PAPERS_DAYS
    if not days:
        return 0
    today = timezone.localdate(now)
    return sum(
        _remind(pk, now)
        for pk in _bookings(file_by__gte=today, file_by__lte=today + timedelta(days=days))
    )


def expire_papers(now: datetime | None = None) -> int:
    """Close the permits whose papers were not there in time; return how many."""
    today = timezone.localdate(now or timezone.now())
    return sum(permits.expire_cases(pk) for pk in _bookings(file_by__lt=today))


def _bookings(**days) -> list[int]:
    """Return the live bookings with permits for which papers are missing, and that are due on these days."""
    found: list[int] = []
    for _alias in databases.in_turn():
        missing = PermitCase.objects.filter(state=PermitState.DOCS_MISSING, **days)
        waiting = missing.filter(participant__booking__state=BookingState.PERMIT_REVIEW)
        found += waiting.values_list("participant__booking_id", flat=True).distinct()
    return sorted(set(found))


def remind_of_names(now: datetime | None = None) -> int:
    """Owe a reminder to each party that walks within BOOKING_PAPERS_DAYS days and lacks names; return to how many.

    Where a permit is to be had for somebody, the reminder of papers speaks of names too.
    """
    now = now or timezone.now()
    days = timedelta(days=settings.BOOKING_PAPERS_DAYS)
    found: list[int] = []
    for _alias in databases.in_turn():
        coming = Booking.objects.filter(
            state=BookingState.CONFIRMED,
            departure__starts_at__gt=now,
            departure__starts_at__lte=now + days,
            participants__name="",
        )
        found += coming.values_list("pk", flat=True).distinct()
    return sum(_remind(pk, now, MailKind.NAMES_MISSING) for pk in sorted(set(found)))


_EVENTS = {
    MailKind.PAPERS_MISSING: EventKind.PAPERS_REMINDED,
    MailKind.NAMES_MISSING: EventKind.NAMES_REMINDED,
}


def _remind(booking_id: int, now: datetime, kind: MailKind = MailKind.PAPERS_MISSING) -> int:
    """Owe one reminder, unless there is one; the lock keeps two runs apart."""
    with databases.transaction_for(booking_id):
        departure_id = Booking.objects.values_list("departure_id", flat=True).get(pk=booking_id)
        departure, _now = places.lock(departure_id)
        due = Booking.objects.filter(
            pk=booking_id, is_sample=False, submitted_at__lt=now - timedelta(days=1)
        )
        booking = due.exclude(email="").exclude(mails__kind=kind).first()
        if booking is None:
            return 0
        missing = booking.party_size
        if kind == MailKind.NAMES_MISSING:
            missing = unnamed(departure, booking)
            if not missing:
                return 0
        entry = history.record(_EVENTS[kind], SYSTEM, now, booking=booking, people=missing)
        outbox.owe(entry, kind)
        return 1
