"""The permit of each person for each rule by which the office looks at papers first.

A person whose passport is not said yet has a case for every such rule of the party; it falls away once it is said.
"""

from datetime import datetime

from bookings import history, outbox, people
from bookings.models import (
    Booking,
    BookingState,
    Departure,
    EventKind,
    MailKind,
    Participant,
    PermitCase,
    PermitState,
)
from bookings.models.people import DECIDED
from bookings.needs import knows_persons, rules_for
from bookings.parties import Actor
from bookings.requests import write
from content.trails.entry import EntryCalendar
from content.trails.models import Asked, EntryRule


def open_cases(departure: Departure, booking: Booking, now: datetime) -> None:
    """Let a party that has entered have its persons and their cases; those decided upon stay decided."""
    if not knows_persons(departure, booking.nationality_groups):
        return
    persons = people.fit(booking)
    people.keep_documents(booking, departure, now)
    look_again(departure, booking, persons, now)


def look_again(
    departure: Departure, booking: Booking, persons: list[Participant], now: datetime
) -> None:
    """Write the cases that are missing, and bring those before filing up to what is known of each person."""
    rules = [one for one in rules_for(departure, booking.nationality_groups) if one.is_reviewed]
    known = {(one.participant_id, one.rule_key): one for one in cases_of(booking)}
    with_document = set(people.documents_of(booking).values_list("participant_id", flat=True))
    calendar = EntryCalendar.of(departure.trail)
    for rule in rules:
        file_by = calendar.last_day(rule, departure.local_day)
        for person in persons:
            state = _state(rule, person, has_document=person.pk in with_document)
            case = known.get((person.pk, rule.pk))
            if case is None:
                PermitCase.objects.create(
                    participant=person,
                    rule_key=rule.pk,
                    group=rule.group,
                    asks=rule.asks,
                    state=state,
                    file_by=file_by,
                    changed_at=now,
                )
            elif (case.state, state) in _BY_FACTS:
                set_state(case, state, now)


# What follows from the facts alone; everything else an officer said.
_BY_FACTS = {
    (PermitState.DOCS_MISSING, PermitState.READY),
    (PermitState.READY, PermitState.DOCS_MISSING),
    (PermitState.EXPIRED, PermitState.READY),
}


def _state(rule: EntryRule, person: Participant, *, has_document: bool) -> PermitState:
    if person.group and person.group != rule.group:
        return PermitState.NOT_NEEDED
    has_name = bool(person.name and person.group)
    is_said = {
        Asked.NOTHING: True,
        Asked.NAME: has_name,
        Asked.DOCUMENT: has_name and has_document,
    }
    return PermitState.READY if is_said[Asked(rule.asks)] else PermitState.DOCS_MISSING


def begin_anew(person: Participant) -> None:
    """Forget what was decided about a person: another one comes, or the papers are others."""
    person.cases.all().delete()


def set_state(case: PermitCase, state: PermitState, now: datetime, reason: str = "") -> None:
    case.state, case.reason, case.changed_at = state, reason, now
    case.save(update_fields=["state", "reason", "changed_at"])


def cases_of(booking: Booking):
    return PermitCase.objects.using(booking._state.db).filter(participant__booking=booking)


def follow_cases(booking: Booking, actor: Actor, now: datetime) -> None:
    """Let a booking follow its cases: confirmed once none is open, looked at again when one is."""
    states = set(cases_of(booking).values_list("state", flat=True))
    is_open = bool(states.difference(DECIDED))
    if booking.state == BookingState.PERMIT_REVIEW and states and not is_open:
        confirm(booking, actor, now)
    elif booking.state == BookingState.CONFIRMED and is_open:
        write(booking, state=BookingState.PERMIT_REVIEW, confirmed_at=None)
        entry = history.record(
            EventKind.UNDER_REVIEW, actor, now, booking=booking, people=booking.party_size
        )
        _owe(booking, entry, MailKind.UNDER_REVIEW)


def confirm(booking: Booking, actor: Actor, now: datetime) -> None:
    """Confirm a party whose papers are decided upon."""
    write(booking, state=BookingState.CONFIRMED, confirmed_at=now)
    entry = history.record(EventKind.BOOKED, actor, now, booking=booking, people=booking.party_size)
    _owe(booking, entry, MailKind.CONFIRMED)


def _owe(booking: Booking, entry, kind: MailKind) -> None:
    if not booking.is_sample:  # invented people get no mail
        outbox.owe(entry, kind)
