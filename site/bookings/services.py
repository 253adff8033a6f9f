"""The verbs that change bookings, called alike by pages, staff views and commands.

Each runs in one transaction: lock the departure and bring it up to date, read the clock, decide, move the counter,
write the rows, the history and the mails owed. Mails leave after the commit. Locks are taken in the order departure,
booking. What comes before a booking is in `holding`, the waiting list in `waiting`, other dates in `moving`.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from django.db.models import QuerySet

from bookings import cases, consents, databases, history, locked, outbox, people, places
from bookings.eligibility import departure_refusal, entry_refusal, full, party_refusal, refusal
from bookings.errors import BookingNotActive, DepartureCancelled, DeparturePast, NoMorePlaces
from bookings.kept import KeptQuery
from bookings.models import (
    ActorKind,
    AuditEvent,
    Booking,
    BookingState,
    CancelReason,
    Departure,
    DepartureState,
    EventKind,
    MailKind,
)
from bookings.needs import needs_review
from bookings.parties import VISITOR, Actor, ConsentGiven, Party, party_of
from bookings.references import secret_for
from bookings.requests import (
    BookingRequest,
    Changed,
    Placed,
    contact_fields,
    new_booking,
    resize,
    whole,
)
from bookings.resting import let_rest
from bookings.settling import bring_up_to_date, settle
from bookings.transitions import end

# By whether the visitor ends a booking: its state, the event, the mail.
_ENDINGS = {
    True: (BookingState.CANCELLED_BY_VISITOR, EventKind.CANCELLED_BY_VISITOR, MailKind.CANCELLED),
    False: (
        BookingState.CANCELLED_BY_OPERATOR,
        EventKind.CANCELLED_BY_OPERATOR,
        MailKind.CANCELLED_BY_US,
    ),
}
# By whether the papers are looked at first: the state a booking enters, the event, the mail.
_ENTRIES = {
    True: (BookingState.PERMIT_REVIEW, EventKind.UNDER_REVIEW, MailKind.UNDER_REVIEW),
    False: (BookingState.CONFIRMED, EventKind.BOOKED, MailKind.CONFIRMED),
}
# What letting a party in may change of a row that is there already.
_WRITTEN_AT_ENTRY = (
    "state",
    "hold_expires_at",
    "offered_places",
    "confirmed_at",
    "cancelled_at",
    "adults",
    "children",
    "party_size",
    "nationality_groups",
)


def place_booking(request: BookingRequest, actor: Actor = VISITOR) -> Placed:
    """Book a party whole or not at all, without the steps of the pages; the same key always yields the same booking.

    Raises the BookingError that says why not.
    """
    number = request.departure_id
    with databases.at(number):
        return already_placed(request.key) or whole(number, lambda: _place(request, actor))


def already_placed(key: str) -> Placed | None:
    """Return the booking that was sent in with this key, if it was."""
    booking = Booking.objects.with_contact().filter(idempotency_key=key).first()
    return Placed(booking, secret_for(key), is_new=False) if booking else None


def _place(request: BookingRequest, actor: Actor) -> Placed:
    departure, now = settle(request.departure_id)
    if placed := already_placed(request.key):  # the twin of a double click won while we waited
        return placed
    take_places(departure, request.party, now)
    booking = new_booking(request, **contact_fields(request, now))
    enter(departure, booking, actor, now)
    consents.note(booking, request.consents, now)
    return Placed(booking, secret_for(request.key), is_new=True)


def take_places(departure: Departure, party: Party, now: datetime) -> None:
    """Take the places of a party on a locked departure, or raise why not."""
    if error := refusal(departure, party, now):
        raise error
    if not places.take(departure, party.size, now):
        departure, now = places.lock_to_book(departure.pk)
        raise refusal(departure, party, now) or full(departure)


def enter(
    departure: Departure,
    booking: Booking,
    actor: Actor,
    now: datetime,
    *,
    mail: MailKind | None = None,
) -> AuditEvent:
    """Let a party that holds its places come: confirmed at once, or as soon as its papers have been looked at.

    One mail is owed, of the kind `mail` if it is named.
    """
    is_reviewed = needs_review(departure, booking.nationality_groups)
    booking.state, kind, usual_mail = _ENTRIES[is_reviewed]
    booking.hold_expires_at = booking.offered_places = None
    booking.confirmed_at = None if is_reviewed else now
    booking.save(update_fields=None if booking._state.adding else _WRITTEN_AT_ENTRY)
    cases.open_cases(departure, booking, now)
    entry = history.record(
        kind, actor, now, booking=booking, adults=booking.adults, children=booking.children
    )
    if not booking.is_sample:  # invented people get no mail
        outbox.owe(entry, mail or usual_mail)
    return entry


def change_party_size(
    booking_id: int, party: Party, actor: Actor = VISITOR, *, given: Iterable[ConsentGiven] = ()
) -> Changed:
    """Set how many come. More people need free places and open booking; fewer are welcome until the start.

    `given` are the consents that come with it, for children who join.
    """
    with databases.transaction_for(booking_id):
        departure, booking, now = lock_booking(booking_id)
        if not booking.is_live:
            raise BookingNotActive
        if departure.starts_at <= now:
            raise DeparturePast
        if (booking.adults, booking.children) == (party.adults, party.children):
            return Changed(booking, is_changed=False)
        party = replace(party, groups=party_of(booking).groups)
        old = {"old_adults": booking.adults, "old_children": booking.children}
        _resize(departure, booking, party, now)
        entry = history.record(
            EventKind.PARTY_CHANGED,
            actor,
            now,
            booking=booking,
            adults=party.adults,
            children=party.children,
            **old,
        )
        outbox.owe(entry, MailKind.CHANGED)
        consents.note(booking, given, now)
        cases.open_cases(departure, booking, now)
        cases.follow_cases(booking, actor, now)
        bring_up_to_date(departure, now)
        let_rest(departure, sum(old.values()) - party.size, now)
        return Changed(booking, is_changed=True)


def _resize(departure: Departure, booking: Booking, party: Party, now: datetime) -> None:
    move_places(departure, party, party.size - booking.party_size, now)
    resize(booking, party)


def move_places(departure: Departure, party: Party, more: int, now: datetime) -> None:
    """Take `more` places for a party on a locked departure, or give them back when negative; raise why not."""
    if error := party_refusal(departure, party):
        raise error
    if more < 0:
        places.give_back(departure.pk, -more)
    elif more > 0:
        error = departure_refusal(departure, now) or entry_refusal(departure, party.groups, now)
        if error:
            raise error
        if not places.take(departure, more, now):
            raise NoMorePlaces(departure.places_left)


def cancel_booking(booking_id: int, actor: Actor = VISITOR) -> Changed:
    """Cancel a booking, a hold or a place on the waiting list, and free its places, once, however often it is asked."""
    with databases.transaction_for(booking_id):
        departure, booking, now = lock_booking(booking_id)
        if not booking.is_pending:
            return Changed(booking, is_changed=False)
        if departure.starts_at <= now:
            raise DeparturePast
        freed = booking.places if booking.is_live else 0
        if booking.consent_at is None:
            end(booking, BookingState.EXPIRED, now)
            people.forget(booking)
            history.record(
                EventKind.RAN_OUT, actor, now, booking=booking, people=booking.party_size
            )
        else:
            _cancel(booking, actor, now)
        bring_up_to_date(departure, now)
        let_rest(departure, freed, now)
        return Changed(booking, is_changed=True)


def _cancel(booking: Booking, actor: Actor, now: datetime) -> None:
    state, kind, mail = _ENDINGS[actor.kind == ActorKind.VISITOR]
    end(booking, state, now)
    entry = history.record(kind, actor, now, booking=booking, people=booking.party_size)
    outbox.owe(entry, mail)


def cancel_departure(
    departure_id: int, reason: CancelReason, actor: Actor, notes: dict[str, str] | None = None
) -> int:
    """Call a walk off: end whatever was booked, held or waited for; owe each party one mail; return how many parties.

    `notes` are the columns `cancel_note_en`, `cancel_note_ru`, `cancel_note_zh_hans` with words for the parties.
    """
    with databases.transaction_for(departure_id):
        departure, now = places.lock(departure_id)
        if departure.state == DepartureState.CANCELLED:
            raise DepartureCancelled
        if departure.starts_at <= now or departure.state == DepartureState.COMPLETED:
            raise DeparturePast
        pending = [one for one in departure.bookings.order_by("pk") if one.is_pending]
        parties = [booking for booking in pending if booking.consent_at]
        people = departure.bookings.holding().places()
        Departure.objects.filter(pk=departure.pk).update(
            state=DepartureState.CANCELLED, cancel_reason=reason, **(notes or {})
        )
        history.record(
            EventKind.DEPARTURE_CANCELLED,
            actor,
            now,
            departure=departure,
            reason=str(reason),
            parties=len(parties),
            people=people,
        )
        for booking in pending:
            _call_off(booking, reason, actor, now)
        return len(parties)


def _call_off(booking: Booking, reason: CancelReason, actor: Actor, now: datetime) -> None:
    if booking.consent_at is None:  # a hold of somebody who has not said who they are
        end(booking, BookingState.EXPIRED, now)
        history.record(EventKind.RAN_OUT, actor, now, booking=booking, people=booking.party_size)
        return
    end(booking, BookingState.CANCELLED_BY_OPERATOR, now)
    entry = history.record(
        EventKind.CANCELLED_BY_OPERATOR,
        actor,
        now,
        booking=booking,
        people=booking.party_size,
        reason=str(reason),
    )
    outbox.owe(entry, MailKind.CANCELLED_BY_US)


def _row(number: int) -> QuerySet:
    return Booking.objects.select_for_update().filter(pk=number).order_by()


_ROW = KeptQuery(_row, number=locked.NUMBER)


def lock_booking(
    booking_id: int, departure_id: int | None = None
) -> tuple[Departure, Booking, datetime]:
    """Lock and settle the departure, then lock its booking; who has read it already names its departure."""
    departure, now = settle(departure_id or departure_of(booking_id))
    return departure, lock_row(departure, booking_id), now


def departure_of(booking_id: int) -> int:
    """Return the number of the departure of a booking, which never changes it."""
    return Booking.objects.values_list("departure_id", flat=True).get(pk=booking_id)


def lock_row(departure: Departure, booking_id: int) -> Booking:
    """Lock a booking of a departure that is locked."""
    booking = _ROW.first(departure._state.db, number=booking_id)
    if booking is None:
        raise Booking.DoesNotExist
    return booking
