"""Erasing the persons after the visit: the numbers stay, names, addresses and telephones go; documents go earlier."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.conf import settings
from django.db.models import Q
from django.utils import timezone

from bookings import cases, consents, databases, history, people
from bookings.models import Booking, BookingState, EventKind, PermitState, TravelDocument
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
        history.record(EventKind.ERASED, actor, now, booking=booking, **_counts(booking))
        people.forget(booking)
        if actor != SYSTEM:
            consents.withdraw_all(booking, now)
        return True


def _counts(booking: Booking) -> dict[str, int]:
    """Return what stays of persons and permits: how many there were."""
    states = list(cases.cases_of(booking).values_list("state", flat=True))
    counted = {
        "persons": booking.participants.count(),
        "permits_granted": states.count(PermitState.GRANTED),
        "permits_refused": states.count(PermitState.REFUSED),
    }
    return {name: count for name, count in counted.items() if count}


def erase_due(now: datetime | None = None) -> int:
    """Erase everything whose time has come; return how many bookings."""
    now, count = now or timezone.now(), 0
    for _alias in databases.in_turn():
        due = list(bookings_to_erase(now).values_list("pk", flat=True))
        count += sum(erase_person(pk) for pk in due)
    return count


@dataclass(frozen=True)
class DocumentsLeft:
    """Proof of the deleting: how many documents went now, how many are kept, and the last day of any."""

    deleted: int
    left: int
    last_day: date | None


def delete_documents(now: datetime | None = None) -> DocumentsLeft:
    """Delete each document whose own day has come, and the persons of whoever never sent the booking in."""
    now = now or timezone.now()
    deleted = left = 0
    last_days: list[date] = []
    for _alias in databases.in_turn():
        for booking in _unsent(now):
            people.forget(booking)
        deleted += sum(_delete_due(booking, now) for booking in _with_due_documents(now))
        left += TravelDocument.objects.count()
        last_days += TravelDocument.objects.order_by("-delete_on").values_list(
            "delete_on", flat=True
        )[:1]
    return DocumentsLeft(deleted, left, max(last_days, default=None))


def documents_due(now: datetime):
    """Return the documents whose day has come in the database in charge."""
    return TravelDocument.objects.filter(delete_on__lte=now.date())


def _unsent(now: datetime) -> list[Booking]:
    since = now - timedelta(days=people.DAYS_UNSENT)
    lapsed = Booking.objects.filter(
        state=BookingState.EXPIRED, consent_at=None, cancelled_at__lt=since
    )
    return list(lapsed.filter(participants__isnull=False).distinct())


def _with_due_documents(now: datetime) -> list[Booking]:
    due = documents_due(now).values("participant__booking_id")
    return list(Booking.objects.filter(pk__in=due))


def _delete_due(booking: Booking, now: datetime) -> int:
    with databases.transaction_for(booking.pk):
        count, _rows = people.documents_of(booking).filter(delete_on__lte=now.date()).delete()
        if count:
            history.record(
                EventKind.DOCUMENTS_DELETED, SYSTEM, now, booking=booking, documents=count
            )
        return count
