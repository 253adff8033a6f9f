"""The verbs about who comes: name the persons of a party, take one out, take the consent to keep papers back."""

from collections.abc import Iterable
from datetime import date, datetime

from bookings import cases, consents, databases, history, outbox, people
from bookings.errors import BookingNotActive, DeparturePast, NobodyOfThatNumber, TooLateForNames
from bookings.models import (
    ActorKind,
    Band,
    Booking,
    BookingState,
    ConsentPurpose,
    Departure,
    EventKind,
    MailKind,
    Participant,
    PermitState,
)
from bookings.parties import VISITOR, Actor, ConsentGiven, Party, party_of
from bookings.people import Person
from bookings.requests import Changed, resize
from bookings.resting import let_rest
from bookings.services import lock_booking, move_places
from bookings.settling import bring_up_to_date


def name_people(
    booking_id: int,
    persons: Iterable[Person],
    given: Iterable[ConsentGiven] = (),
    actor: Actor = VISITOR,
) -> Changed:
    """Write who comes, with their papers; whoever is another one, or has other papers, begins anew with the office.

    Raises BookingNotActive, DeparturePast or TooLateForNames.
    """
    with databases.transaction_for(booking_id):
        departure, booking, now = lock_booking(booking_id)
        _refuse_late(departure, booking, actor, now)
        consents.note(booking, given, now)
        rows = {one.number: one for one in people.fit(booking)}
        delete_on = people.delete_date(booking, departure, now)
        changed = 0
        for person in persons:
            one = rows.get(person.number)
            if one and people.write_person(one, person, delete_on, now):
                cases.begin_anew(one)
                changed += 1
        if changed:
            history.record(EventKind.PEOPLE_NAMED, actor, now, booking=booking, people=changed)
        _decide(departure, booking, list(rows.values()), actor, now)
        return Changed(booking, is_changed=bool(changed))


def _refuse_late(departure: Departure, booking: Booking, actor: Actor, now: datetime) -> None:
    is_unsent = booking.submitted_at is None and booking.state == BookingState.EXPIRED
    if not booking.is_pending and not is_unsent:
        raise BookingNotActive
    if departure.starts_at <= now:
        raise DeparturePast
    if actor.kind == ActorKind.VISITOR and not is_open(departure, booking, now):
        raise TooLateForNames


def is_open(departure: Departure, booking: Booking, now: datetime) -> bool:
    """Say whether a visitor may still name persons: until the last day on which their papers can be filed."""
    last = wanted_until(booking)
    return departure.starts_at > now and (last is None or departure.trail.today(now) <= last)


def wanted_until(booking: Booking) -> date | None:
    """Return the last day for the papers of a party; None where no permit is to be had."""
    needed = cases.cases_of(booking).exclude(state=PermitState.NOT_NEEDED).order_by("file_by")
    return needed.values_list("file_by", flat=True).first()


def _decide(
    departure: Departure, booking: Booking, rows: list[Participant], actor: Actor, now: datetime
) -> None:
    """Look again at the cases of a party that has entered, and let the booking follow them."""
    if booking.is_live:
        cases.look_again(departure, booking, rows, now)
        cases.follow_cases(booking, actor, now)


def take_out(booking_id: int, number: int, actor: Actor = VISITOR) -> Changed:
    """Let a party come without one person: the place is given back, name, document and permit are deleted.

    Raises NobodyOfThatNumber, or the BookingError that says why the others cannot come alone.
    """
    with databases.transaction_for(booking_id):
        departure, booking, now = lock_booking(booking_id)
        if not booking.is_live:
            raise BookingNotActive
        if departure.starts_at <= now:
            raise DeparturePast
        one = booking.participants.filter(number=number).first()
        if one is None:
            raise NobodyOfThatNumber
        party = _without(party_of(booking), one)
        move_places(departure, party, -1, now)
        is_refused = one.cases.filter(state=PermitState.REFUSED).exists()
        one.delete()
        resize(booking, party)
        entry = history.record(
            EventKind.PERSON_REMOVED,
            actor,
            now,
            booking=booking,
            adults=party.adults,
            children=party.children,
        )
        if not booking.is_sample:
            by_office = actor.kind == ActorKind.STAFF and is_refused
            outbox.owe(entry, MailKind.WITHOUT_PERSON if by_office else MailKind.CHANGED)
        cases.follow_cases(booking, actor, now)
        bring_up_to_date(departure, now)
        let_rest(departure, 1, now)
        return Changed(booking, is_changed=True)


def _without(party: Party, one: Participant) -> Party:
    if one.band == Band.CHILD:
        return Party(party.adults, party.children - 1, party.groups)
    return Party(party.adults - 1, party.children, party.groups)


def withdraw_papers(booking_id: int, actor: Actor = VISITOR) -> int:
    """Take the consent to keep papers back: names and documents are deleted at once; return how many documents.

    What the border authority has been handed is not decided anew.
    """
    with databases.transaction_for(booking_id):
        departure, booking, now = lock_booking(booking_id)
        if not consents.withdraw(booking, ConsentPurpose.PAPERS, now):
            return 0
        deleted = people.drop_documents(booking)
        booking.participants.update(name="", name_original="", birth_year=None)
        history.record(EventKind.CONSENT_WITHDRAWN, actor, now, booking=booking, documents=deleted)
        if booking.is_live:
            cases.look_again(departure, booking, list(booking.participants.all()), now)
        return deleted
