"""Confirming lets bookings by and is kept out by whoever changes the walk: real threads, with a negative control."""

from functools import partial
from threading import Event

import pytest
from django.db import OperationalError, connection, transaction
from django.utils import timezone

from bookings import holding, locked, places, services
from bookings.errors import BookingNotActive
from bookings.kept import KeptQuery
from bookings.models import Booking, BookingState, CancelReason, Departure, OutboxMail
from bookings.parties import SYSTEM
from bookings.reconciliation import differences
from bookings.requests import Changed
from tests.bookings.factories import counter, held, make_departure, make_request
from tests.bookings.racing import race

pytestmark = [pytest.mark.concurrency, pytest.mark.django_db(transaction=True)]
needs_row_locks = pytest.mark.skipif(
    connection.vendor == "sqlite", reason="SQLite has one writer at a time, and no row locks"
)


@pytest.fixture(autouse=True)
def _many_of_one_address(settings):
    settings.BOOKINGS_PER_ADDRESS = 100


def submitted(departure: Departure, people: int = 1) -> Booking:
    return holding.submit_booking(make_request(departure, people)).booking


def while_somebody(lock, then, departure: Departure, booking: Booking) -> list:
    """Confirm a booking while somebody else has locked the walk, who then does something."""
    is_held, confirmed = Event(), Event()

    def neighbour():
        with transaction.atomic():
            lock(departure.pk)
            is_held.set()
            was_confirmed = confirmed.wait(2)
            then()
            return was_confirmed

    def visitor():
        is_held.wait(30)
        try:
            return holding.confirm_booking(booking.pk)
        finally:
            confirmed.set()

    return race(neighbour, visitor)


@needs_row_locks
def test_who_books_keeps_nobody_from_confirming():
    departure = make_departure()
    booking = submitted(departure)
    was_confirmed, changed = while_somebody(places.lock_to_book, lambda: None, departure, booking)
    assert was_confirmed
    assert changed.is_changed


@needs_row_locks
def test_who_calls_the_walk_off_keeps_everybody_from_confirming():
    departure = make_departure()
    booking = submitted(departure)
    stop = partial(services.cancel_departure, departure.pk, CancelReason.FIRE, SYSTEM)
    was_confirmed, refused = while_somebody(places.lock, stop, departure, booking)
    assert not was_confirmed
    assert isinstance(refused, BookingNotActive)
    booking.refresh_from_db()
    assert booking.state == BookingState.CANCELLED_BY_OPERATOR


@needs_row_locks
def test_without_its_lock_on_the_walk_a_confirmation_gets_in_the_way(monkeypatch):
    """The control: both wait for each other, and the database has to end one of them."""
    monkeypatch.setattr(locked, "_TO_CONFIRM", KeptQuery(locked._row, number=locked.NUMBER))
    departure = make_departure()
    booking = submitted(departure)
    stop = partial(services.cancel_departure, departure.pk, CancelReason.FIRE, SYSTEM)
    with pytest.raises(OperationalError, match="deadlock"):
        while_somebody(places.lock, stop, departure, booking)


def test_confirming_against_calling_off_leaves_nobody_confirmed():
    departure = make_departure(capacity=30)
    bookings = [submitted(departure) for _party in range(8)]
    stop = partial(services.cancel_departure, departure.pk, CancelReason.FIRE, SYSTEM)
    results = race(stop, *[partial(holding.confirm_booking, one.pk) for one in bookings])
    assert results[0] == 8
    assert all(isinstance(one, Changed | BookingNotActive) for one in results[1:])
    states = set(Booking.objects.values_list("state", flat=True))
    assert states == {BookingState.CANCELLED_BY_OPERATOR}
    assert OutboxMail.objects.filter(kind="cancelled-by-us").count() == 8
    assert (counter(departure), held(departure), differences()) == (0, 0, [])


@pytest.mark.parametrize("clicks", [2, 8])
def test_however_often_it_is_pressed_it_is_confirmed_once(clicks):
    departure = make_departure()
    booking = submitted(departure, 2)
    results = race(*[partial(holding.confirm_booking, booking.pk) for _click in range(clicks)])
    assert [one.is_changed for one in results].count(True) == 1
    assert OutboxMail.objects.filter(kind="confirmed").count() == 1
    assert (counter(departure), held(departure)) == (2, 2)


def test_confirming_against_cancelling_against_newcomers():
    departure = make_departure(capacity=12)
    bookings = [submitted(departure) for _party in range(6)]
    Booking.objects.filter(pk=bookings[0].pk).update(hold_expires_at=timezone.now())
    race(
        *[partial(holding.confirm_booking, one.pk) for one in bookings],
        *[partial(services.cancel_booking, one.pk) for one in bookings[3:]],
        *[partial(holding.submit_booking, make_request(departure, 2)) for _party in range(6)],
    )
    departure.refresh_from_db()
    assert departure.places_taken == held(departure) <= departure.capacity
    assert differences() == []
