"""One booking becomes two of the same walk: a part of the party may then be moved or cancelled alone."""

from collections.abc import Collection
from datetime import datetime

from bookings import cases, consents, history, outbox
from bookings.errors import BookingNotActive, DeparturePast, PartyNeedsAdult
from bookings.models import Band, Booking, EventKind, MailKind, Participant
from bookings.parties import Actor, Party, party_of
from bookings.references import new_key, secret_for
from bookings.requests import HoldRequest, Placed, new_booking, resize, whole
from bookings.services import lock_booking
from bookings.staff_errors import NothingToSplit

_KEPT = ("state", "name", "email", "phone", "consent_at", "submitted_at", "confirmed_at")


def split_booking(
    booking_id: int, part: Party, actor: Actor, persons: Collection[int] = ()
) -> Placed:
    """Take a part of a party out into a booking of its own; no place is taken or freed, and both get a mail.

    Where the persons of the party are known, `persons` are the keys of those who go; their permits go with them.
    Raises BookingNotActive, DeparturePast, NothingToSplit or PartyNeedsAdult and changes nothing.
    """
    key = new_key()
    return whole(booking_id, lambda: _split(booking_id, part, set(persons), key, actor))


def party_made_of(persons: Collection[Participant]) -> Party:
    """Return a party of these persons."""
    adults = sum(one.band == Band.ADULT for one in persons)
    return Party(adults, len(persons) - adults)


def _split(booking_id: int, part: Party, persons: set[int], key: str, actor: Actor) -> Placed:
    departure, booking, now = lock_booking(booking_id)
    if not booking.is_live:
        raise BookingNotActive
    if departure.starts_at <= now:
        raise DeparturePast
    rest = Party(booking.adults - part.adults, booking.children - part.children)
    _check(booking, part, rest, persons)
    request = HoldRequest(
        departure_id=departure.pk,
        party=Party(part.adults, part.children, party_of(booking).groups),
        language=booking.language,
        key=key,
        is_sample=booking.is_sample,
    )
    other = new_booking(request, **{name: getattr(booking, name) for name in _KEPT})
    other.save(force_insert=True)
    consents.pass_on(booking, other)
    booking.participants.filter(pk__in=persons).update(booking=other)
    resize(booking, rest)
    _tell(booking, other, now, actor)
    for one in (booking, other):
        cases.follow_cases(one, actor, now)
    return Placed(other, secret_for(key), is_new=True)


def _check(booking: Booking, part: Party, rest: Party, persons: set[int]) -> None:
    if min(rest.adults, rest.children, part.adults, part.children) < 0 or not part.size * rest.size:
        raise NothingToSplit
    if not part.adults * rest.adults:
        raise PartyNeedsAdult
    known = list(booking.participants.all())
    if known and party_made_of([one for one in known if one.pk in persons]) != part:
        raise NothingToSplit


def _tell(booking: Booking, other: Booking, now: datetime, actor: Actor) -> None:
    numbers = {"adults": other.adults, "children": other.children}
    left = history.record(
        EventKind.SPLIT, actor, now, booking=booking, to=other.reference, **numbers
    )
    made = history.record(
        EventKind.SPLIT, actor, now, booking=other, of=booking.reference, **numbers
    )
    if not booking.is_sample:
        outbox.owe(left, MailKind.CHANGED)
        outbox.owe(made, MailKind.CHANGED)
