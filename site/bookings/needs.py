"""What the entry rules of a walk want of the persons in a party."""

from collections.abc import Iterable

from bookings.models import Booking, Departure
from content.trails.entry import EntryCalendar
from content.trails.models import Asked, EntryRule

_ORDER = list(Asked)


def rules_for(departure: Departure, groups: Iterable[str]) -> list[EntryRule]:
    """Return the rules of a departure's day that mean people with these passports."""
    groups = set(groups)
    if not groups:
        return []
    rules = EntryCalendar.of(departure.trail).rules_on(departure.local_day)
    return [rule for rule in rules if rule.group in groups]


def asked_of(departure: Departure, groups: Iterable[str]) -> Asked:
    """Return the most that a rule asks of people with these passports."""
    asked = (Asked(rule.asks) for rule in rules_for(departure, groups))
    return max(asked, key=_ORDER.index, default=Asked.NOTHING)


def asks_who_comes(departure: Departure, groups: Iterable[str]) -> bool:
    """Say whether names or papers of the persons in a party are wanted."""
    return asked_of(departure, groups) != Asked.NOTHING


def unnamed(departure: Departure, booking: Booking) -> int:
    """Return how many persons of a party are not named although a rule asks for their names."""
    blank = booking.participants.filter(name="").values_list("group", flat=True)
    groups = booking.nationality_groups
    return sum(asks_who_comes(departure, [group] if group else groups) for group in blank)


def knows_persons(departure: Departure, groups: Iterable[str]) -> bool:
    """Say whether a party is kept person by person: they are named, or each gets an answer of their own."""
    rules = rules_for(departure, groups)
    return any(rule.is_reviewed or rule.asks != Asked.NOTHING for rule in rules)


def needs_review(departure: Departure, groups: Iterable[str]) -> bool:
    """Say whether the papers of people with these passports are looked at before they may come."""
    return any(rule.is_reviewed for rule in rules_for(departure, groups))
