"""The last place on a walk in a side's own database: taken once, whoever comes at the same moment."""

from functools import partial

import pytest

from bookings import places
from bookings.databases import alias_of
from bookings.errors import DepartureFull
from bookings.reconciliation import differences
from bookings.requests import Placed
from bookings.services import place_booking
from tests.bookings.factories import counter, held, make_departure, make_request, make_trail
from tests.bookings.racing import race

pytestmark = [
    pytest.mark.concurrency,
    pytest.mark.django_db(transaction=True, databases="__all__"),
]


@pytest.mark.parametrize("side", ["RU", "CN"])
@pytest.mark.parametrize("racers", [2, 8])
def test_last_place_is_sold_once_in_the_database_of_its_side(side, racers):
    departure = make_departure(make_trail(side), capacity=1)
    requests = [make_request(departure, 1) for _racer in range(racers)]
    results = race(*[partial(place_booking, request) for request in requests])
    assert sum(isinstance(result, Placed) for result in results) == 1
    assert sum(isinstance(result, DepartureFull) for result in results) == racers - 1
    assert (counter(departure), held(departure)) == (1, 1)
    assert {result.booking._state.db for result in results if isinstance(result, Placed)} == {
        alias_of(side)
    }
    assert differences() == []


def test_without_the_guard_places_are_sold_twice(monkeypatch):
    """The control: the race is real, and only the conditional update keeps it from overselling."""
    departure = make_departure(make_trail("CN"), capacity=1)
    requests = [make_request(departure, 1) for _racer in range(8)]
    monkeypatch.setattr("bookings.services.refusal", lambda *_args: None)
    monkeypatch.setattr(places, "take", lambda *_args: True)
    race(*[partial(place_booking, request) for request in requests])
    assert held(departure) > 1
