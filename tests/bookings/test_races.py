"""No place is sold twice, whatever runs at once: real threads on a real database, each with a negative control."""

import time
from datetime import timedelta
from functools import partial
from threading import Barrier, Event, local

import pytest
from django.db import transaction
from django.utils import timezone

from bookings import places, scheduling, services
from bookings.errors import (
    BookingError,
    DepartureCancelled,
    DepartureClosed,
    DepartureFull,
    NoMorePlaces,
)
from bookings.models import Booking, BookingState, CancelReason, Departure, OutboxMail
from bookings.parties import SYSTEM, VISITOR, Party
from bookings.reconciliation import differences
from bookings.references import new_key
from bookings.requests import Changed, Placed
from bookings.staff_errors import CapacityBelowTaken
from tests.bookings.factories import counter, held, make_booking, make_departure, make_request
from tests.bookings.racing import race

pytestmark = [pytest.mark.concurrency, pytest.mark.django_db(transaction=True)]


def booker(departure: Departure, adults: int = 1, **fields):
    """Return a runner that books; the verb is looked up when it runs, so that a control can replace it."""
    request = make_request(departure, adults, **fields)
    return lambda: services.place_booking(request)


def won(results: list) -> list[Placed]:
    return [result for result in results if isinstance(result, Placed) and result.is_new]


def guard_off(monkeypatch, racers: int) -> None:
    """Let everybody look before anybody writes, and write what follows from what they saw."""
    looked, seen = Barrier(racers, timeout=30), local()
    real_place, real_refusal = services.place_booking, services.refusal

    def place(request, actor=VISITOR):
        seen.departure = Departure.objects.select_related("trail__side").get(
            pk=request.departure_id
        )
        looked.wait()
        return real_place(request, actor)

    def take(departure: Departure, wanted: int, now) -> bool:
        taken = seen.departure.places_taken + wanted
        return bool(Departure.objects.filter(pk=departure.pk).update(places_taken=taken))

    monkeypatch.setattr(services, "place_booking", place)
    monkeypatch.setattr(
        services, "refusal", lambda _locked, party, now: real_refusal(seen.departure, party, now)
    )
    monkeypatch.setattr(places, "take", take)


@pytest.mark.parametrize("racers", [2, 8, 32])
def test_last_place_is_sold_once(racers):
    departure = make_departure(capacity=1)
    results = race(*[booker(departure) for _racer in range(racers)])
    assert len(won(results)) == 1
    losers = [result for result in results if isinstance(result, BookingError)]
    assert [(type(error), error.places_left) for error in losers] == [(DepartureFull, 0)] * (
        racers - 1
    )
    assert (counter(departure), held(departure)) == (1, 1)
    assert differences() == []


@pytest.mark.parametrize("racers", [8, 32])
def test_last_place_is_oversold_without_the_guard(monkeypatch, racers):
    departure = make_departure(capacity=1)
    guard_off(monkeypatch, racers)
    race(*[booker(departure) for _racer in range(racers)])
    assert held(departure) == racers
    assert [difference.held for difference in differences()] == [racers]


@pytest.mark.parametrize("racers", [8, 32])
def test_mixed_parties_are_taken_whole_and_never_over_capacity(racers):
    departure = make_departure(capacity=10)
    sizes = [1 + racer % 4 for racer in range(racers)]
    results = race(*[booker(departure, size) for size in sizes])
    booked = [placed.booking.party_size for placed in won(results)]
    assert sum(booked) == counter(departure) == held(departure) <= 10
    assert sorted(booked) == sorted(departure.bookings.values_list("party_size", flat=True))
    free = 10 - sum(booked)
    refused = [
        size
        for size, result in zip(sizes, results, strict=True)
        if isinstance(result, DepartureFull)
    ]
    assert all(size > free for size in refused)
    assert differences() == []


def test_mixed_parties_are_oversold_without_the_guard(monkeypatch):
    departure = make_departure(capacity=10)
    guard_off(monkeypatch, 8)
    race(*[booker(departure, 1 + racer % 4) for racer in range(8)])
    assert held(departure) > 10


@pytest.mark.parametrize("racers", [2, 8])
def test_one_key_is_one_booking(racers):
    departure = make_departure(capacity=2)
    key = new_key()
    results = race(*[booker(departure, 2, key=key) for _click in range(racers)])
    assert len(won(results)) == 1
    assert {result.booking.pk for result in results} == {won(results)[0].booking.pk}
    assert {result.secret for result in results} == {won(results)[0].secret}
    assert (counter(departure), Booking.objects.count(), OutboxMail.objects.count()) == (2, 1, 1)


def test_clicks_without_a_common_key_are_many_bookings():
    """The control: it is the key, not chance, that makes a double click one booking."""
    departure = make_departure(capacity=16)
    race(*[booker(departure, 2) for _click in range(8)])
    assert (counter(departure), Booking.objects.count()) == (16, 8)


def test_one_key_on_two_departures_is_one_booking():
    first, second = make_departure(), make_departure()
    key = new_key()
    results = race(*[booker(target, 1, key=key) for target in (first, second) * 4])
    assert len({result.booking.pk for result in results}) == 1
    assert counter(first) + counter(second) == 1
    assert differences() == []


def test_a_booking_is_released_once_however_often_it_is_cancelled():
    departure = make_departure(capacity=10)
    make_booking(departure, 5)
    booking = make_booking(departure, 3).booking
    results = race(*[partial(services.cancel_booking, booking.pk) for _click in range(8)])
    assert [result.is_changed for result in results].count(True) == 1
    assert (counter(departure), held(departure)) == (5, 5)
    assert booking.mails.count() == 2


def test_a_careless_release_frees_places_twice():
    """The control: looking first and writing later gives the same places back several times."""
    departure = make_departure(capacity=10)
    make_booking(departure, 7)
    booking = make_booking(departure, 1).booking
    looked = Barrier(4, timeout=30)

    def cancel():
        seen = Booking.objects.get(pk=booking.pk)
        looked.wait()
        if seen.is_live:
            places.give_back(departure.pk, seen.party_size)
            Booking.objects.filter(pk=seen.pk).update(state=BookingState.CANCELLED_BY_VISITOR)

    race(*[cancel] * 4)
    assert (counter(departure), held(departure)) == (4, 7)
    assert len(differences()) == 1


def test_cancel_against_newcomers_never_oversells():
    departure = make_departure(capacity=4)
    booking = make_booking(departure, 4).booking
    newcomers = [booker(departure, 2) for _newcomer in range(7)]
    results = race(partial(services.cancel_booking, booking.pk), *newcomers)
    assert results[0].is_changed
    assert counter(departure) == held(departure) == 2 * len(won(results)) <= 4
    assert differences() == []


def test_cancel_against_newcomers_oversells_without_the_guard(monkeypatch):
    departure = make_departure(capacity=4)
    booking = make_booking(departure, 2).booking
    guard_off(monkeypatch, 7)
    race(partial(services.cancel_booking, booking.pk), *[booker(departure, 2) for _n in range(7)])
    assert held(departure) > 4


def test_growing_party_against_newcomers_never_oversells():
    departure = make_departure(capacity=6)
    booking = make_booking(departure, 2).booking
    grow = partial(services.change_party_size, booking.pk, Party(4))
    results = race(grow, grow, *[booker(departure, 2) for _newcomer in range(6)])
    assert counter(departure) == held(departure) == 6
    assert all(isinstance(r, Placed | Changed | DepartureFull) for r in results)
    refused = [result for result in results[:2] if isinstance(result, NoMorePlaces)]
    assert len(refused) in {0, 2}
    assert differences() == []


def cutter(departure: Departure, capacity: int):
    def cut():
        wanted = Departure.objects.get(pk=departure.pk)
        wanted.capacity = capacity
        return scheduling.change_departure(wanted, SYSTEM)

    return cut


def test_capacity_cut_against_bookings_never_oversells():
    departure = make_departure(capacity=10)
    make_booking(departure, 4)
    results = race(cutter(departure, 5), *[booker(departure, 2) for _party in range(6)])
    departure.refresh_from_db()
    assert departure.places_taken == held(departure) <= departure.capacity
    is_cut = not isinstance(results[0], CapacityBelowTaken)
    assert departure.capacity == (5 if is_cut else 10)
    assert differences() == []


def test_capacity_cut_oversells_when_the_form_writes_the_whole_row_back():
    """The control: the row a form read a moment ago, counter included, is written over the newcomers."""
    departure = make_departure(capacity=10)
    make_booking(departure, 4)
    read, booked = Event(), Event()

    def careless_cut():
        row = Departure.objects.get(pk=departure.pk)
        read.set()
        booked.wait(30)
        Departure.objects.filter(pk=row.pk).update(capacity=5, places_taken=row.places_taken)

    def book():
        read.wait(30)
        placed = services.place_booking(make_request(departure, 4))
        booked.set()
        return placed

    race(careless_cut, book)
    assert held(departure) == 8 > Departure.objects.get(pk=departure.pk).capacity
    assert len(differences()) == 1


def test_cancelled_departure_keeps_nobody():
    departure = make_departure(capacity=30)
    early = make_booking(departure, 2).booking
    stop = partial(services.cancel_departure, departure.pk, CancelReason.FIRE, SYSTEM)
    results = race(stop, *[booker(departure, 1) for _party in range(7)])
    told = results[0]
    assert told == 1 + len(won(results))
    assert all(isinstance(r, Placed | DepartureCancelled) for r in results[1:])
    assert (counter(departure), held(departure)) == (0, 0)
    early.refresh_from_db()
    assert early.state == BookingState.CANCELLED_BY_OPERATOR
    assert OutboxMail.objects.filter(kind="cancelled-by-us").count() == told
    assert differences() == []


def wait_for_the_lock_past_the_end(departure: Departure) -> list:
    """Hold the lock until booking has ended, while a visitor who came in time waits for it."""
    is_held = Event()

    def slow_neighbour():
        with transaction.atomic():
            places.lock(departure.pk)
            is_held.set()
            time.sleep(max(0, (departure.closes_at - timezone.now()).total_seconds()) + 0.3)

    def visitor():
        is_held.wait(30)
        assert timezone.now() < departure.closes_at
        return services.place_booking(make_request(departure, 1))

    return race(slow_neighbour, visitor)


def test_the_clock_is_read_after_the_lock():
    departure = make_departure(closes_at=timezone.now() + timedelta(seconds=4))
    results = wait_for_the_lock_past_the_end(departure)
    assert isinstance(results[1], DepartureClosed)
    assert counter(departure) == 0


def test_a_clock_read_before_the_lock_books_too_late(monkeypatch):
    departure = make_departure(closes_at=timezone.now() + timedelta(seconds=4))
    real_lock, real_place = places.lock_to_book, services.place_booking
    early = local()

    def place(request, actor=VISITOR):
        early.now = timezone.now()
        return real_place(request, actor)

    def lock(departure_id: int):
        locked, now = real_lock(departure_id)
        return locked, getattr(early, "now", now)

    monkeypatch.setattr(services, "place_booking", place)
    monkeypatch.setattr(places, "lock_to_book", lock)
    results = wait_for_the_lock_past_the_end(departure)
    assert results[1].is_new


def test_a_crash_between_counter_and_row_takes_no_place(monkeypatch):
    departure = make_departure()

    def crash(*args, **kwargs):
        raise RuntimeError("killed")

    monkeypatch.setattr(services, "new_booking", crash)
    with pytest.raises(RuntimeError):
        services.place_booking(make_request(departure, 3))
    assert (counter(departure), Booking.objects.count()) == (0, 0)
