"""The verbs that change bookings, called alike by pages, staff views and commands.

Each runs in one transaction: lock the departure, read the clock, decide, move the counter, write the rows, the
history and the mails owed. Mails leave after the commit. Locks are taken in the order departure, booking.
"""

from dataclasses import dataclass, replace
from datetime import datetime

from django.db import IntegrityError, transaction
from django.db.models import F

from bookings import history, outbox, places
from bookings.eligibility import departure_refusal, entry_refusal, party_refusal, refusal
from bookings.errors import (
    BookingNotActive,
    DepartureCancelled,
    DepartureFull,
    DeparturePast,
    NoMorePlaces,
)
from bookings.models import (
    ActorKind,
    Booking,
    BookingState,
    CancelReason,
    Departure,
    DepartureState,
    EventKind,
    MailKind,
)
from bookings.parties import VISITOR, Actor, ConsentGiven, Contact, Party
from bookings.references import hash_of, new_reference, secret_for

REFERENCE_TRIES = 5
# By whether the visitor ends a booking: its state, the event, the mail.
_ENDINGS = {
    True: (BookingState.CANCELLED_BY_VISITOR, EventKind.CANCELLED_BY_VISITOR, MailKind.CANCELLED),
    False: (
        BookingState.CANCELLED_BY_OPERATOR,
        EventKind.CANCELLED_BY_OPERATOR,
        MailKind.CANCELLED_BY_US,
    ),
}


@dataclass(frozen=True)
class BookingRequest:
    """Everything a visitor confirms with one press of a button; `key` makes the press count once."""

    departure_id: int
    party: Party
    contact: Contact
    consent: ConsentGiven
    language: str
    key: str
    is_sample: bool = False


@dataclass(frozen=True)
class Placed:
    """A confirmed booking and the secret of its private link; `is_new` is false for a repeated request."""

    booking: Booking
    secret: str
    is_new: bool


@dataclass(frozen=True)
class Changed:
    """A booking after a verb; `is_changed` is false when it was so already."""

    booking: Booking
    is_changed: bool


def place_booking(request: BookingRequest, actor: Actor = VISITOR) -> Placed:
    """Book a party whole or not at all; the same key always yields the same booking.

    Raises the BookingError that says why not.
    """
    for attempt in range(1, REFERENCE_TRIES + 1):
        if placed := already_placed(request.key):
            return placed
        try:
            with transaction.atomic():
                return _place(request, actor)
        except IntegrityError:
            # The key was used a moment ago (found on the next turn), or the random number was.
            if attempt == REFERENCE_TRIES:
                raise
    raise AssertionError("unreachable")


def already_placed(key: str) -> Placed | None:
    """Return the booking that was made with this key, if it was."""
    booking = Booking.objects.filter(idempotency_key=key).first()
    return Placed(booking, secret_for(key), is_new=False) if booking else None


def _place(request: BookingRequest, actor: Actor) -> Placed:
    departure, now = places.lock(request.departure_id)
    if placed := already_placed(request.key):  # the twin of a double click won while we waited
        return placed
    if error := refusal(departure, request.party, now):
        raise error
    if not places.take(departure.pk, request.party.size, now):
        raise _reason_for_none_taken(departure.pk, request.party)
    booking = _new_booking(request, now)
    booking.save(force_insert=True)
    entry = history.record(
        EventKind.BOOKED,
        actor,
        now,
        booking=booking,
        adults=booking.adults,
        children=booking.children,
    )
    if not request.is_sample:  # invented people get no mail
        outbox.owe(entry, MailKind.CONFIRMED)
    return Placed(booking, secret_for(request.key), is_new=True)


def _new_booking(request: BookingRequest, now: datetime) -> Booking:
    return Booking(
        reference=new_reference(),
        secret_hash=hash_of(secret_for(request.key)),
        idempotency_key=request.key,
        departure_id=request.departure_id,
        adults=request.party.adults,
        children=request.party.children,
        party_size=request.party.size,
        nationality_groups=list(request.party.groups),
        name=request.contact.name,
        email=request.contact.email,
        phone=request.contact.phone,
        language=request.language,
        consent_version=request.consent.version,
        consent_hash=request.consent.text_hash,
        consent_language=request.consent.language,
        consent_at=now,
        is_sample=request.is_sample,
    )


def _reason_for_none_taken(departure_id: int, party: Party) -> Exception:
    """Say why the counter did not move, from the row as it is now."""
    departure, now = places.lock(departure_id)
    return refusal(departure, party, now) or DepartureFull(departure.places_left)


def change_party_size(booking_id: int, party: Party, actor: Actor = VISITOR) -> Changed:
    """Set how many come. More people need free places and open booking; fewer are welcome until the start."""
    with transaction.atomic():
        departure, booking, now = _lock_booking(booking_id)
        if not booking.is_live:
            raise BookingNotActive
        if departure.starts_at <= now:
            raise DeparturePast
        if (booking.adults, booking.children) == (party.adults, party.children):
            return Changed(booking, is_changed=False)
        party = replace(party, groups=tuple(booking.nationality_groups))
        _move_places(departure, party, party.size - booking.party_size, now)
        old = {"old_adults": booking.adults, "old_children": booking.children}
        booking.adults, booking.children = party.adults, party.children
        booking.party_size = party.size
        booking.revision += 1
        booking.save(update_fields=["adults", "children", "party_size", "revision"])
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
        return Changed(booking, is_changed=True)


def _move_places(departure: Departure, party: Party, more: int, now: datetime) -> None:
    if error := party_refusal(departure, party):
        raise error
    if more < 0:
        places.give_back(departure.pk, -more)
    elif more > 0:
        error = departure_refusal(departure, now) or entry_refusal(departure, party.groups, now)
        if error:
            raise error
        if not places.take(departure.pk, more, now):
            raise NoMorePlaces(departure.places_left)


def cancel_booking(booking_id: int, actor: Actor = VISITOR) -> Changed:
    """Cancel a booking and free its places, once, however often it is asked."""
    with transaction.atomic():
        departure, booking, now = _lock_booking(booking_id)
        if not booking.is_live:
            return Changed(booking, is_changed=False)
        if departure.starts_at <= now:
            raise DeparturePast
        state, kind, mail = _ENDINGS[actor.kind == ActorKind.VISITOR]
        ended = Booking.objects.live().filter(pk=booking.pk)
        if not ended.update(state=state, cancelled_at=now, revision=F("revision") + 1):
            return Changed(booking, is_changed=False)
        places.give_back(departure.pk, booking.party_size)
        booking.refresh_from_db()
        entry = history.record(kind, actor, now, booking=booking, people=booking.party_size)
        outbox.owe(entry, mail)
        return Changed(booking, is_changed=True)


def cancel_departure(
    departure_id: int, reason: CancelReason, actor: Actor, notes: dict[str, str] | None = None
) -> int:
    """Call a walk off: end every live booking, owe each party one mail; return how many parties.

    `notes` are the columns `cancel_note_en`, `cancel_note_ru`, `cancel_note_zh_hans` with words for the parties.
    """
    with transaction.atomic():
        departure, now = places.lock(departure_id)
        if departure.state == DepartureState.CANCELLED:
            raise DepartureCancelled
        if departure.starts_at <= now or departure.state == DepartureState.COMPLETED:
            raise DeparturePast
        parties = list(Booking.objects.live().filter(departure=departure).order_by("pk"))
        Booking.objects.live().filter(departure=departure).update(
            state=BookingState.CANCELLED_BY_OPERATOR, cancelled_at=now, revision=F("revision") + 1
        )
        places.clear(departure, DepartureState.CANCELLED, cancel_reason=reason, **(notes or {}))
        history.record(
            EventKind.DEPARTURE_CANCELLED,
            actor,
            now,
            departure=departure,
            reason=str(reason),
            parties=len(parties),
            people=departure.places_taken,
        )
        for booking in parties:
            booking.revision += 1
            entry = history.record(
                EventKind.CANCELLED_BY_OPERATOR,
                actor,
                now,
                booking=booking,
                people=booking.party_size,
                reason=str(reason),
            )
            outbox.owe(entry, MailKind.CANCELLED_BY_US)
        return len(parties)


def _lock_booking(booking_id: int) -> tuple[Departure, Booking, datetime]:
    """Lock the departure, then its booking; a booking never moves to another departure."""
    departure_id = Booking.objects.values_list("departure_id", flat=True).get(pk=booking_id)
    departure, now = places.lock(departure_id)
    return departure, Booking.objects.select_for_update().get(pk=booking_id), now
