"""The verbs of the office about permits: filed, granted, refused, not needed; person by person or a party at once."""

from collections.abc import Iterable
from datetime import datetime

from bookings import cases, databases, history, outbox
from bookings.models import (
    Booking,
    BookingState,
    EventKind,
    MailKind,
    PermitCase,
    PermitState,
    RefusalReason,
)
from bookings.models.people import DECIDED
from bookings.parties import SYSTEM, Actor
from bookings.requests import Changed
from bookings.services import lock_booking
from bookings.settling import bring_up_to_date
from bookings.staff_errors import NothingToDecide, PapersDecided, PapersMissing
from bookings.transitions import end

# From which states the office may bring a case into one.
MAY_BECOME = {
    PermitState.FILED: (PermitState.READY,),
    PermitState.GRANTED: (
        PermitState.READY,
        PermitState.FILED,
        PermitState.REFUSED,
    ),
    PermitState.REFUSED: (
        PermitState.DOCS_MISSING,
        PermitState.READY,
        PermitState.FILED,
        PermitState.EXPIRED,
        PermitState.GRANTED,
    ),
    PermitState.NOT_NEEDED: (
        PermitState.DOCS_MISSING,
        PermitState.READY,
        PermitState.FILED,
        PermitState.EXPIRED,
    ),
}


def decide_cases(
    booking_id: int,
    case_keys: Iterable[int],
    state: PermitState,
    actor: Actor,
    reason: str = "",
) -> int:
    """Bring these cases of a booking into a state; return how many changed. The booking follows its cases.

    Raises NothingToDecide when none can come into that state.
    """
    with databases.transaction_for(booking_id):
        departure, booking, now = lock_booking(booking_id)
        if not booking.is_live:
            raise PapersDecided
        keys = list(case_keys)
        found = cases.cases_of(booking).filter(pk__in=keys, state__in=MAY_BECOME[state])
        changed = _bring(found, booking, state, reason, actor, now)
        if not changed:
            raise NothingToDecide
        cases.follow_cases(booking, actor, now)
        bring_up_to_date(departure, now)
        return changed


def _bring(
    found: Iterable[PermitCase],
    booking: Booking,
    state: PermitState,
    reason: str,
    actor: Actor,
    now: datetime,
) -> int:
    found = list(found)
    for case in found:
        cases.set_state(case, state, now, reason)
    if found:
        persons = len({case.participant_id for case in found})
        told = {"permit": str(state), "people": persons}
        if reason:
            told["refusal"] = str(reason)
        history.record(EventKind.PERMITS_DECIDED, actor, now, booking=booking, **told)
    return len(found)


def decide_papers(booking_id: int, *, is_granted: bool, actor: Actor) -> Changed:
    """Let a whole party come whose papers were looked at, or refuse it and free its places.

    Raises PapersDecided, or PapersMissing when somebody has not handed in what a rule asks.
    """
    with databases.transaction_for(booking_id):
        departure, booking, now = lock_booking(booking_id)
        if booking.state != BookingState.PERMIT_REVIEW:
            raise PapersDecided
        undecided = cases.cases_of(booking).exclude(state__in=DECIDED)
        if is_granted:
            if missing := undecided.exclude(state__in=MAY_BECOME[PermitState.GRANTED]).count():
                raise PapersMissing(missing)
            _bring(undecided, booking, PermitState.GRANTED, "", actor, now)
            cases.confirm(booking, actor, now)
        else:
            _bring(
                undecided.exclude(state=PermitState.REFUSED),
                booking,
                PermitState.REFUSED,
                RefusalReason.OTHER,
                actor,
                now,
            )
            _reject(booking, actor, now)
        bring_up_to_date(departure, now)
        return Changed(booking, is_changed=True)


def _reject(booking: Booking, actor: Actor, now: datetime) -> None:
    end(booking, BookingState.REJECTED, now)
    entry = history.record(
        EventKind.REJECTED, actor, now, booking=booking, people=booking.party_size
    )
    outbox.owe(entry, MailKind.REJECTED)


def expire_cases(booking_id: int) -> int:
    """Close the cases of a booking for which papers were not there in time; the office decides what follows."""
    with databases.transaction_for(booking_id):
        departure, booking, now = lock_booking(booking_id)
        late = cases.cases_of(booking).filter(
            state=PermitState.DOCS_MISSING, file_by__lt=departure.trail.today(now)
        )
        return _bring(late, booking, PermitState.EXPIRED, "", SYSTEM, now)
