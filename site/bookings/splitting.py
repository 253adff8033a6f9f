"""One booking becomes two of the same walk: a part of the party may then be moved or cancelled alone."""

from django.db.models import F

from bookings import history, outbox
from bookings.errors import BookingNotActive, DeparturePast, PartyNeedsAdult
from bookings.models import Booking, EventKind, MailKind
from bookings.parties import Actor, Party, party_of
from bookings.references import new_key, secret_for
from bookings.requests import HoldRequest, Placed, new_booking, whole, write
from bookings.services import lock_booking
from bookings.staff_errors import NothingToSplit

_KEPT = (
    "state",
    "name",
    "email",
    "phone",
    "consent_version",
    "consent_hash",
    "consent_language",
    "consent_at",
    "submitted_at",
    "confirmed_at",
)


def split_booking(booking_id: int, part: Party, actor: Actor) -> Placed:
    """Take a part of a party out into a booking of its own; no place is taken or freed, and both get a mail.

    Raises BookingNotActive, DeparturePast, NothingToSplit or PartyNeedsAdult and changes nothing.
    """
    key = new_key()
    return whole(booking_id, lambda: _split(booking_id, part, key, actor))


def _split(booking_id: int, part: Party, key: str, actor: Actor) -> Placed:
    departure, booking, now = lock_booking(booking_id)
    if not booking.is_live:
        raise BookingNotActive
    if departure.starts_at <= now:
        raise DeparturePast
    rest = Party(booking.adults - part.adults, booking.children - part.children)
    if min(rest.adults, rest.children, part.adults, part.children) < 0 or not part.size * rest.size:
        raise NothingToSplit
    if not part.adults * rest.adults:
        raise PartyNeedsAdult
    request = HoldRequest(
        departure_id=departure.pk,
        party=Party(part.adults, part.children, party_of(booking).groups),
        language=booking.language,
        key=key,
        is_sample=booking.is_sample,
    )
    other = new_booking(request, **{name: getattr(booking, name) for name in _KEPT})
    other.save(force_insert=True)
    write(
        booking,
        adults=rest.adults,
        children=rest.children,
        party_size=rest.size,
        revision=F("revision") + 1,
    )
    booking.refresh_from_db()
    _tell(booking, other, part, now, actor)
    return Placed(other, secret_for(key), is_new=True)


def _tell(booking: Booking, other: Booking, part: Party, now, actor: Actor) -> None:
    numbers = {"adults": part.adults, "children": part.children}
    left = history.record(
        EventKind.SPLIT, actor, now, booking=booking, to=other.reference, **numbers
    )
    made = history.record(
        EventKind.SPLIT, actor, now, booking=other, of=booking.reference, **numbers
    )
    if not booking.is_sample:
        outbox.owe(left, MailKind.CHANGED)
        outbox.owe(made, MailKind.CHANGED)
