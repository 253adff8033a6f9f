"""Another date: a party goes over to another departure with one press, whole or not at all.

The old row ends and keeps its history; a new one begins on the other departure, and each knows the other. Both
departures are locked in the order of their numbers.
"""

from dataclasses import dataclass
from datetime import datetime

from bookings import cases, consents, history
from bookings.errors import NotToBeMoved
from bookings.models import Booking, BookingState, Departure, EventKind, MailKind
from bookings.parties import VISITOR, Actor, party_of
from bookings.queries import next_fitting
from bookings.references import new_key, secret_for
from bookings.requests import HoldRequest, Placed, new_booking, whole
from bookings.resting import let_rest
from bookings.services import enter, take_places
from bookings.settling import bring_up_to_date, settle_several
from bookings.transitions import end

DATES_OFFERED = 12
_CONTACT = (
    "name",
    "email",
    "phone",
    "consent_at",
    "submitted_at",
)


def can_be_moved(booking: Booking) -> bool:
    """Say whether a booking may go over to another date: a live one, or one that the reserve called off."""
    is_called_off = booking.state == BookingState.CANCELLED_BY_OPERATOR
    return (booking.is_live or is_called_off) and not booking.moved_to_id and not booking.erased_at


def dates_for(booking: Booking) -> list[Departure]:
    """Return the next departures to which the whole party could move."""
    return next_fitting(
        booking.departure, booking.party_size, booking.nationality_groups, DATES_OFFERED
    )


def move_booking(booking_id: int, departure_id: int, actor: Actor = VISITOR) -> Placed:
    """Move a party to another departure of the same country; asked again, it yields the same new booking.

    Raises NotToBeMoved, or the BookingError that says why the other departure cannot take the party; the old booking
    then stays as it was.
    """
    key = new_key()
    return whole(booking_id, lambda: _move(booking_id, departure_id, key, actor))


@dataclass(frozen=True)
class _Locked:
    old: Departure
    new: Departure
    booking: Booking
    now: datetime


def _lock(booking_id: int, departure_id: int) -> _Locked:
    old_id = Booking.objects.values_list("departure_id", flat=True).get(pk=booking_id)
    settled = settle_several({old_id, departure_id})
    now = max(moment for _departure, moment in settled.values())
    booking = Booking.objects.select_for_update(of=("self",)).get(pk=booking_id)
    return _Locked(settled[old_id][0], settled[departure_id][0], booking, now)


def _move(booking_id: int, departure_id: int, key: str, actor: Actor) -> Placed:
    try:
        locked = _lock(booking_id, departure_id)
    except Departure.DoesNotExist:
        raise NotToBeMoved from None
    booking, now = locked.booking, locked.now
    if booking.moved_to_id:
        moved = booking.moved_to
        return Placed(moved, secret_for(moved.idempotency_key), is_new=False)
    is_same_side = locked.old.side_id == locked.new.side_id
    if not can_be_moved(booking) or not is_same_side or locked.old.pk == locked.new.pk:
        raise NotToBeMoved
    if booking.is_live and locked.old.starts_at <= now:
        raise NotToBeMoved
    party = party_of(booking)
    take_places(locked.new, party, now)
    request = HoldRequest(
        departure_id=departure_id,
        party=party,
        language=booking.language,
        key=key,
        is_sample=booking.is_sample,
    )
    moved = new_booking(request, **{name: getattr(booking, name) for name in _CONTACT})
    moved.save()
    booking.participants.update(booking=moved)
    cases.cases_of(moved).delete()  # what was granted was granted for the other day
    consents.pass_on(booking, moved)
    enter(locked.new, moved, actor, now, mail=MailKind.MOVED)
    freed = booking.places if booking.is_live else 0
    if booking.is_live:
        end(booking, BookingState.MOVED, now, moved_to=moved)
    else:
        Booking.objects.filter(pk=booking.pk).update(moved_to=moved)
    history.record(
        EventKind.MOVED, actor, now, booking=booking, to=moved.reference, people=party.size
    )
    bring_up_to_date(locked.old, now)
    let_rest(locked.old, freed, now)
    return Placed(moved, secret_for(key), is_new=True)
