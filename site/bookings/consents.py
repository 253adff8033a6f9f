"""The rows that prove which consents a visitor gave, and when they were taken back."""

from collections.abc import Iterable
from datetime import datetime

from bookings.models import Booking, Consent, ConsentPurpose
from bookings.parties import ConsentGiven


def note(booking: Booking, given: Iterable[ConsentGiven], now: datetime) -> None:
    """Write what a visitor agreed to; a consent in force is not given twice."""
    rows = [
        Consent(
            booking=booking,
            purpose=one.purpose,
            version=one.version,
            text_hash=one.text_hash,
            language=one.language,
            given_at=now,
        )
        for one in given
    ]
    if rows:
        booking.consents.bulk_create(rows, ignore_conflicts=True)


def has(booking: Booking, purpose: ConsentPurpose) -> bool:
    return booking.consents.filter(purpose=purpose, withdrawn_at=None).exists()


def withdraw(booking: Booking, purpose: ConsentPurpose, now: datetime) -> bool:
    """Take a consent back; say whether it was in force."""
    return bool(
        booking.consents.filter(purpose=purpose, withdrawn_at=None).update(withdrawn_at=now)
    )


def withdraw_all(booking: Booking, now: datetime) -> None:
    booking.consents.filter(withdrawn_at=None).update(withdrawn_at=now)


def pass_on(old: Booking, new: Booking) -> None:
    """Let the consents in force go with a party that moves to another date."""
    rows = list(old.consents.filter(withdrawn_at=None))
    for one in rows:
        one.pk, one.booking, one._state.adding = None, new, True
    new.consents.bulk_create(rows)
