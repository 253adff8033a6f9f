"""Money to be given back: noted by the office, handed out at the visitor centre. Nothing is paid on the site."""

from decimal import Decimal

from django.utils import timezone

from bookings import databases, history
from bookings.models import Booking, EventKind, RefundNote
from bookings.parties import Actor
from bookings.staff_errors import NothingToPayBack


def note_refund(booking_id: int, amount: Decimal, words: str, actor: Actor) -> RefundNote:
    """Note that a party gets this amount back."""
    with databases.transaction_for(booking_id):
        booking, now = Booking.objects.select_for_update().get(pk=booking_id), timezone.now()
        note = booking.refunds.create(amount=amount, words=words, noted_by=actor.name, noted_at=now)
        history.record(EventKind.REFUND_NOTED, actor, now, booking=booking, amount=str(amount))
    return note


def pay_back(booking_id: int, actor: Actor) -> Decimal:
    """Note that all a party was owed has been handed out; return how much. Raises NothingToPayBack for nothing."""
    with databases.transaction_for(booking_id):
        booking, now = Booking.objects.select_for_update().get(pk=booking_id), timezone.now()
        owed = list(open_refunds(booking))
        if not owed:
            raise NothingToPayBack
        total = sum(note.amount for note in owed)
        open_refunds(booking).update(paid_by=actor.name, paid_at=now)
        history.record(EventKind.REFUND_PAID, actor, now, booking=booking, amount=str(total))
    return total


def open_refunds(booking: Booking):
    """Return what a party still gets."""
    return booking.refunds.filter(paid_at=None)


def owed_to(booking: Booking) -> Decimal:
    """Return the sum a party still gets."""
    return sum((note.amount for note in open_refunds(booking)), Decimal(0))
