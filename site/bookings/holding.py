"""The verbs before a booking: hold places for some minutes, send in the details, confirm the address.

A hold is given back exactly once: by `settling` when its time is over, or when the visitor gives it up. Its time is
judged by the clock read after the lock. Whoever comes too late takes the places anew if they are still free.
"""

from collections.abc import Callable
from datetime import datetime, timedelta

from django.conf import settings
from django.db.models import QuerySet, Value
from django.db.models.functions import Upper
from django.utils import timezone

from bookings import consents, databases, fullness, history, locked, outbox
from bookings.eligibility import confirm_refusal, entry_refusal, party_refusal
from bookings.errors import (
    BookingNotActive,
    DepartureFull,
    HoldNotExtended,
    HoldRanOut,
    TooManyBookings,
)
from bookings.kept import KeptQuery
from bookings.models import AuditEvent, Booking, BookingState, Departure, EventKind, MailKind
from bookings.parties import VISITOR, Actor, Party, party_of
from bookings.references import secret_for
from bookings.requests import (
    BookingRequest,
    Changed,
    HoldRequest,
    Placed,
    contact_fields,
    new_booking,
    party_fields,
    whole,
    write,
)
from bookings.services import (
    departure_of,
    enter,
    lock_booking,
    lock_row,
    move_places,
    take_places,
)
from bookings.settling import bring_up_to_date, settle

# A mail server that is down must cost nobody the places: the time to confirm begins when the mail has left.
LONGEST_WAIT_FOR_MAIL = timedelta(hours=24)


def hold_time() -> timedelta:
    return timedelta(minutes=settings.BOOKING_HOLD_MINUTES)


def hold_places(request: HoldRequest, actor: Actor = VISITOR) -> Placed:
    """Hold the places of a party for some minutes; the same key changes the party and leaves the time as it was.

    Raises the BookingError that says why not. A key that was sent in before yields that booking untouched.
    """
    return _unless_full(request, lambda: _hold_only(request, actor))


def _unless_full(request: HoldRequest, verb: Callable[[], Placed]) -> Placed:
    fullness.refuse_if_plain(request)
    try:
        return whole(request.departure_id, verb)
    except DepartureFull:
        fullness.note(request.departure_id)
        raise


def _hold_only(request: HoldRequest, actor: Actor) -> Placed:
    departure, now = settle(request.departure_id)
    kept = _kept(departure, request.key)
    booking, is_new = _hold(departure, request, kept, actor, now)
    return Placed(booking, secret_for(request.key), is_new)


def _row(key: str) -> QuerySet:
    return Booking.objects.select_for_update().filter(idempotency_key=key).order_by()


_ROW = KeptQuery(_row, key="sample-key")


def _kept(departure: Departure, key: str) -> Booking | None:
    """Lock and return what was begun with a key already."""
    return _ROW.first(departure._state.db, key=key)


def _hold(
    departure: Departure, request: HoldRequest, kept: Booking | None, actor: Actor, now: datetime
) -> tuple[Booking, bool]:
    if kept is None:
        take_places(departure, request.party, now)
        booking = new_booking(request, state=BookingState.HELD, hold_expires_at=now + hold_time())
        booking.save(force_insert=True)
    elif kept.submitted_at or kept.departure_id != departure.pk:
        return kept, False
    elif kept.state == BookingState.HELD:
        _change_hold(departure, kept, request.party, now)
        return kept, False
    else:
        _hold_again(departure, kept, request.party, now)
        booking = kept
    history.record(EventKind.HELD, actor, now, booking=booking, people=booking.party_size)
    return booking, True


def _change_hold(departure: Departure, booking: Booking, party: Party, now: datetime) -> None:
    error = party_refusal(departure, party) or entry_refusal(departure, party.groups, now)
    if error:
        raise error
    more = party.size - booking.party_size
    if more:
        move_places(departure, party, more, now)
    write(booking, **party_fields(party))
    if more < 0:
        bring_up_to_date(departure, now)


def _hold_again(departure: Departure, booking: Booking, party: Party, now: datetime) -> None:
    _take_again(departure, party, now)
    write(
        booking,
        state=BookingState.HELD,
        hold_expires_at=now + hold_time(),
        is_extended=False,
        cancelled_at=None,
        **party_fields(party),
    )


def extend_hold(key: str) -> Booking:
    """Give a visitor the same time once more; raise HoldNotExtended when it was given before or all is over."""
    with databases.transaction_in(databases.current()):
        booking_id = (
            Booking.objects.filter(idempotency_key=key).values_list("pk", flat=True).first()
        )
        if booking_id is None:
            raise HoldNotExtended
        _departure, booking, now = lock_booking(booking_id)
        if booking.state != BookingState.HELD or booking.is_extended:
            raise HoldNotExtended
        write(booking, is_extended=True, hold_expires_at=booking.hold_expires_at + hold_time())
        history.record(EventKind.HOLD_EXTENDED, VISITOR, now, booking=booking)
        return booking


def submit_booking(request: BookingRequest, actor: Actor = VISITOR) -> Placed:
    """Send in a party with whom to reach; its places stay held until the address is confirmed from the mail.

    Repeated, it yields the same booking. Places whose time was over are taken anew, or HoldRanOut is raised.
    """
    return _unless_full(request, lambda: _submit(request, actor))


def _submit(request: BookingRequest, actor: Actor) -> Placed:
    departure, now = settle(request.departure_id)
    kept = _kept(departure, request.key)
    if kept is None:
        booking, events = _submit_at_once(departure, request, actor, now)
    else:
        booking, _is_new = _hold(departure, request, kept, actor, now)
        if booking.submitted_at:
            return Placed(booking, secret_for(request.key), is_new=False)
        refuse_hoarding(request.contact.email, now)
        write(booking, **_submitted(departure, request, now))
        events = []
    consents.note(booking, request.consents, now)
    events.append(
        history.event(
            EventKind.SUBMITTED,
            actor,
            now,
            booking=booking,
            adults=booking.adults,
            children=booking.children,
        )
    )
    history.record_all(events)
    outbox.owe(events[-1], MailKind.PLEASE_CONFIRM)
    return Placed(booking, secret_for(request.key), is_new=True)


def _submit_at_once(
    departure: Departure, request: BookingRequest, actor: Actor, now: datetime
) -> tuple[Booking, list[AuditEvent]]:
    """Write the row of a party that sends in what was never held, or not in time, as it is in the end."""
    take_places(departure, request.party, now)
    refuse_hoarding(request.contact.email, now)
    booking = new_booking(request, **_submitted(departure, request, now))
    booking.save(force_insert=True)
    people = booking.party_size
    return booking, [history.event(EventKind.HELD, actor, now, booking=booking, people=people)]


def _submitted(departure: Departure, request: BookingRequest, now: datetime) -> dict:
    return {
        "state": BookingState.SUBMITTED,
        "hold_expires_at": min(now + LONGEST_WAIT_FOR_MAIL, departure.starts_at),
        **contact_fields(request, now),
    }


def _coming(email: str, moment: datetime) -> QuerySet:
    coming = Booking.objects.holding().filter(departure__starts_at__gt=moment)
    addressed = coming.alias(address=Upper("email")).filter(address=Upper(Value(email)))
    return addressed.order_by().values("pk")


_COMING = KeptQuery(_coming, email="sample@example.org", moment=locked.MOMENT)


def refuse_hoarding(email: str, now: datetime) -> None:
    """Raise TooManyBookings when an address has as many coming walks, held or booked, as it may have."""
    limit = settings.BOOKINGS_PER_ADDRESS
    if len(_COMING.rows(databases.current(), email=email, moment=now)) >= limit:
        raise TooManyBookings(limit)


def confirm_booking(
    booking_id: int, actor: Actor = VISITOR, *, departure_id: int | None = None
) -> Changed:
    """Confirm the address of a booking: from now on the party comes, or its papers are looked at first.

    After its time the places are taken anew if they are free; otherwise HoldRanOut is raised.
    """
    with databases.transaction_for(booking_id):
        departure_id = departure_id or departure_of(booking_id)
        if confirmed := _confirm_in_time(booking_id, departure_id, actor):
            return confirmed
    with databases.transaction_for(booking_id):
        departure, booking, now = lock_booking(booking_id, departure_id)
        if booking.is_live:
            return Changed(booking, is_changed=False)
        is_late = booking.state == BookingState.EXPIRED and booking.submitted_at is not None
        if booking.state != BookingState.SUBMITTED and not is_late:
            raise BookingNotActive
        if error := confirm_refusal(departure, now):
            raise error
        if is_late:
            _take_again(departure, party_of(booking), now)
            booking.cancelled_at = None
        enter(departure, booking, actor, now)
        return Changed(booking, is_changed=True)


def _confirm_in_time(booking_id: int, departure_id: int, actor: Actor) -> Changed | None:
    """Confirm what holds its places still and has no papers to look at; None: it is not so plain.

    No place moves, so nobody who books need wait while this is written to the disk.
    """
    departure = locked.lock_to_confirm(departure_id)
    booking = lock_row(departure, booking_id)
    now = timezone.now()
    is_plain = booking.state == BookingState.SUBMITTED and not booking.nationality_groups
    if not is_plain or booking.hold_expires_at <= now:
        return None
    if error := confirm_refusal(departure, now):
        raise error
    enter(departure, booking, actor, now)
    return Changed(booking, is_changed=True)


def _take_again(departure: Departure, party: Party, now: datetime) -> None:
    """Take places whose time was over once more; raise HoldRanOut when others have them."""
    try:
        take_places(departure, party, now)
    except DepartureFull as error:
        raise HoldRanOut(error.places_left) from None


def correct_address(booking_id: int, email: str, actor: Actor = VISITOR) -> Changed:
    """Write to another address, as long as the first one was not confirmed; the mail is owed anew."""
    with databases.transaction_for(booking_id):
        departure, booking, now = lock_booking(booking_id)
        if booking.state != BookingState.SUBMITTED:
            raise BookingNotActive
        if email.lower() != booking.email.lower():
            refuse_hoarding(email, now)
        ends = min(now + LONGEST_WAIT_FOR_MAIL, booking.submitted_at + LONGEST_WAIT_FOR_MAIL)
        write(booking, email=email, hold_expires_at=min(ends, departure.starts_at))
        entry = history.record(EventKind.ADDRESS_CHANGED, actor, now, booking=booking)
        outbox.owe(entry, MailKind.PLEASE_CONFIRM)
        return Changed(booking, is_changed=True)
