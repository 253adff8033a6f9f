"""The other dates of a walk, told to whoever is refused: the same for many people, so found once in some seconds."""

from django.core.cache import cache
from django.utils.translation import get_language

from bookings.lines import DepartureLine, line_of
from bookings.models import Departure
from bookings.parties import Party
from bookings.queries import next_fitting

SECONDS = 5


def other_dates(shown: Departure, party: Party) -> list[DepartureLine]:
    """Return the lines of the next departures that fit such a party, no older than SECONDS; they name nobody."""
    groups = "-".join(sorted(party.groups))
    key = f"bookings:other-dates:{shown.pk}:{party.size}:{groups}:{get_language()}"
    return cache.get_or_set(key, lambda: _lines(shown, party), SECONDS)


def _lines(shown: Departure, party: Party) -> list[DepartureLine]:
    offers = next_fitting(shown, party.size, party.groups)
    return [line_of(offer, titled=False) for offer in offers]
