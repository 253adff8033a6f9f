"""Why a departure or a party is refused: the rules of one place, asked before the form and again under the lock."""

from collections.abc import Iterable
from datetime import datetime

from bookings.errors import (
    BookingError,
    DayFull,
    DepartureCancelled,
    DepartureClosed,
    DepartureFull,
    DeparturePast,
    DeparturePaused,
    NotYetOpen,
    PartyNeedsAdult,
    PartyTooLarge,
    PartyTooSmall,
    PassportsNotSaid,
    TooLateForPapers,
    TrailClosed,
)
from bookings.models import Departure, DepartureState
from bookings.models.states import TAKING_BOOKINGS
from bookings.parties import Party
from content.base.facts import fact_text
from content.trails.entry import EntryCalendar
from content.trails.told_closures import reason_of


def refusal(departure: Departure, party: Party, now: datetime) -> BookingError | None:
    """Return why `party` cannot be booked at `now`, or None."""
    return waiting_refusal(departure, party, now) or (
        None if departure.places_left >= party.size else full(departure)
    )


def full(departure: Departure) -> DepartureFull:
    """Return the refusal of a locked departure that has too few places, or whose day has."""
    left = departure.places_left
    tight = [row for row in departure.day_quotas if row.left == left]
    if tight and departure.capacity - departure.places_taken > left:
        return DayFull(left, fact_text(tight[0].zone, "name").text)
    return DepartureFull(left)


def waiting_refusal(departure: Departure, party: Party, now: datetime) -> BookingError | None:
    """Return why `party` could not come even if places were free, or None."""
    return (
        departure_refusal(departure, now)
        or party_refusal(departure, party)
        or entry_refusal(departure, party.groups, now)
    )


def departure_refusal(departure: Departure, now: datetime) -> BookingError | None:
    """Return why nobody can be booked on a departure at `now`, fullness aside."""
    if departure.state == DepartureState.CANCELLED:
        return DepartureCancelled(departure.get_cancel_reason_display())
    if departure.starts_at <= now or departure.state == DepartureState.COMPLETED:
        return DeparturePast()
    if departure.state == DepartureState.CLOSED or departure.closes_at <= now:
        return DepartureClosed()
    if departure.state not in TAKING_BOOKINGS:
        return DeparturePaused(
            fact_text(departure, "pause_reason").text, fact_text(departure, "pause_note").text
        )
    if departure.opens_at and departure.opens_at > now:
        return NotYetOpen(departure.opens_at, departure.time_zone)
    if closure := departure.closure:
        return TrailClosed(reason_of(closure), closure.ends_on)
    return None


def confirm_refusal(departure: Departure, now: datetime) -> BookingError | None:
    """Return why a party that holds its places already cannot come after all: booking may have ended meanwhile."""
    error = departure_refusal(departure, now)
    return None if isinstance(error, DepartureClosed | DeparturePaused) else error


def party_refusal(departure: Departure, party: Party) -> BookingError | None:
    """Return why a party of this make-up cannot walk this trail, or None."""
    if party.adults < 1 or party.children < 0:
        return PartyNeedsAdult()
    least, limit = departure.trail.min_party, departure.trail.max_party
    if least and party.size < least:
        return PartyTooSmall(least)
    if limit and party.size > limit:
        return PartyTooLarge(limit)
    return None


def entry_refusal(
    departure: Departure, groups: Iterable[str], now: datetime
) -> BookingError | None:
    """Return why the entry rules of the trail keep people with these passports away on that day, or None."""
    day = departure.local_day
    calendar = EntryCalendar.of(departure.trail, now)
    if not calendar.rules_on(day):
        return None
    if not groups:
        return PassportsNotSaid()
    if calendar.is_in_time(groups, day):
        return None
    return TooLateForPapers(calendar.first_day(groups))
