"""Holds, offers and moves under fire: real threads on a real database, each with a negative control."""

import time
from datetime import timedelta
from functools import partial
from threading import Barrier, Event

import pytest
from django.db import transaction
from django.utils import timezone

from bookings import holding, moving, places, services, settling, waiting
from bookings.errors import BookingError, DepartureFull, HoldRanOut
from bookings.models import AuditEvent, Booking, BookingState, Departure
from bookings.parties import Party
from bookings.reconciliation import differences
from bookings.references import new_key
from bookings.requests import HoldRequest, Placed
from bookings.waiting import WaitRequest
from tests.bookings.factories import counter, held, make_booking, make_departure, make_request
from tests.bookings.racing import race

pytestmark = [pytest.mark.concurrency, pytest.mark.django_db(transaction=True)]
PAST = timedelta(seconds=-1)


def holder(departure: Departure, people: int = 1, key: str = ""):
    request = HoldRequest(
        departure_id=departure.pk, party=Party(people), language="en", key=key or new_key()
    )
    return lambda: holding.hold_places(request)


def submitted(departure: Departure, people: int = 2) -> Booking:
    return holding.submit_booking(make_request(departure, people)).booking


def waiter(departure: Departure, people: int = 2) -> Booking:
    asked = make_request(departure, people).__dict__
    return waiting.join_waiting_list(WaitRequest(**asked, fewest=people)).booking


def run_out(*bookings: Booking) -> None:
    """Let the time of these bookings be over."""
    pks = [booking.pk for booking in bookings]
    Booking.objects.filter(pk__in=pks).update(hold_expires_at=timezone.now() + PAST)


def is_sound(departure: Departure) -> bool:
    departure.refresh_from_db()
    return departure.places_taken == held(departure) <= departure.capacity and not differences()


@pytest.mark.parametrize("racers", [2, 8, 32])
def test_last_place_is_held_once(racers):
    departure = make_departure(capacity=1)
    results = race(*[holder(departure) for _racer in range(racers)])
    assert sum(isinstance(result, Placed) for result in results) == 1
    assert sum(isinstance(result, DepartureFull) for result in results) == racers - 1
    assert is_sound(departure)


@pytest.mark.parametrize("racers", [2, 8])
def test_one_key_holds_once_whatever_it_asks_for(racers):
    departure = make_departure(capacity=6)
    race(*[holder(departure, 1 + racer % 3, "one key") for racer in range(racers)])
    assert Booking.objects.count() == 1
    assert is_sound(departure)


def test_what_ran_out_is_given_back_once_however_many_tidy_up():
    departure = make_departure(capacity=10)
    make_booking(departure, 5)
    run_out(submitted(departure, 3))
    race(*[settling.settle_all] * 8)
    assert counter(departure) == 5
    assert AuditEvent.objects.filter(kind="ran-out").count() == 1
    assert is_sound(departure)


def test_looking_first_and_releasing_later_gives_back_twice():
    """The control: without the row's own state in the same statement, every tidier gives the places back."""
    departure = make_departure(capacity=10)
    make_booking(departure, 7)
    late = submitted(departure, 1)
    run_out(late)
    looked = Barrier(4, timeout=30)

    def tidy():
        seen = Booking.objects.get(pk=late.pk)
        looked.wait()
        places.give_back(departure.pk, seen.places)
        Booking.objects.filter(pk=seen.pk).update(state=BookingState.EXPIRED, hold_expires_at=None)

    race(*[tidy] * 4)
    assert (counter(departure), held(departure)) == (4, 7)


@pytest.mark.parametrize("newcomers", [1, 6])
def test_confirming_late_against_tidying_against_newcomers(newcomers):
    departure = make_departure(capacity=2)
    late = submitted(departure, 2)
    run_out(late)
    results = race(
        partial(holding.confirm_booking, late.pk),
        settling.settle_all,
        *[holder(departure, 2) for _newcomer in range(newcomers)],
    )
    winners = [result for result in results if isinstance(result, Placed)]
    is_confirmed = not isinstance(results[0], HoldRanOut)
    assert len(winners) + is_confirmed == 1
    assert is_sound(departure)


def test_confirming_without_taking_anew_sells_twice(monkeypatch):
    """The control: a hold that is trusted after its time was over."""
    departure = make_departure(capacity=2)
    late = submitted(departure, 2)
    run_out(late)
    settling.settle_all()
    holder(departure, 2)()
    monkeypatch.setattr(holding, "_take_again", lambda *_: None)
    holding.confirm_booking(late.pk)
    assert (counter(departure), held(departure)) == (2, 4)
    assert len(differences()) == 1


def wait_for_the_lock_past_the_hold(departure: Departure, booking: Booking) -> list:
    """Hold the lock until the time of a booking is over, while its visitor waits; a newcomer comes next."""
    is_held = Event()
    ends = timezone.now() + timedelta(seconds=4)
    Booking.objects.filter(pk=booking.pk).update(hold_expires_at=ends)

    def slow_neighbour():
        with transaction.atomic():
            places.lock(departure.pk)
            is_held.set()
            time.sleep(max(0, (ends - timezone.now()).total_seconds()) + 0.3)

    def visitor():
        is_held.wait(30)
        assert timezone.now() < ends
        return holding.confirm_booking(booking.pk)

    return race(slow_neighbour, visitor)


def test_a_hold_that_runs_out_while_its_visitor_waits_for_the_lock_is_taken_anew():
    departure = make_departure(capacity=4)
    booking = submitted(departure, 2)
    results = wait_for_the_lock_past_the_hold(departure, booking)
    assert results[1].booking.state == BookingState.CONFIRMED
    kinds = list(booking.events.order_by("pk").values_list("kind", flat=True))
    assert kinds == ["held", "submitted", "ran-out", "booked"]
    assert is_sound(departure)


def test_a_cancelled_place_goes_to_who_waits_and_to_no_newcomer():
    departure = make_departure(capacity=2)
    booked = make_booking(departure, 2).booking
    first = waiter(departure, 2)
    results = race(
        partial(services.cancel_booking, booked.pk),
        *[holder(departure, 1) for _newcomer in range(7)],
    )
    assert all(isinstance(result, DepartureFull) for result in results[1:])
    first.refresh_from_db()
    assert first.state == BookingState.OFFERED
    assert is_sound(departure)


def test_newcomers_overtake_when_nobody_offers(monkeypatch):
    """The control: freed places that are not offered in the same transaction are anybody's."""
    monkeypatch.setattr(settling, "_offer", lambda *_: None)
    departure = make_departure(capacity=2)
    booked = make_booking(departure, 2).booking
    first = waiter(departure, 2)
    services.cancel_booking(booked.pk)
    assert isinstance(holder(departure, 1)(), Placed)
    first.refresh_from_db()
    assert first.state == BookingState.WAITING


def test_taking_up_an_offer_against_its_end_against_the_next_who_waits():
    departure = make_departure(capacity=2)
    booked = make_booking(departure, 2).booking
    first, second = waiter(departure, 2), waiter(departure, 2)
    services.cancel_booking(booked.pk)
    run_out(first)
    race(
        partial(waiting.accept_offer, first.pk, Party(2)),
        *[settling.settle_all] * 4,
        *[holder(departure, 1) for _newcomer in range(3)],
    )
    for booking in (first, second):
        booking.refresh_from_db()
    assert (first.state, second.state) == (BookingState.EXPIRED, BookingState.OFFERED)
    assert is_sound(departure)


def test_an_offer_is_taken_up_once():
    departure = make_departure(capacity=3)
    booked = make_booking(departure, 3).booking
    first = waiter(departure, 3)
    services.cancel_booking(booked.pk)
    race(*[partial(waiting.accept_offer, first.pk, Party(people)) for people in (1, 2, 3, 2)])
    first.refresh_from_db()
    assert first.state == BookingState.CONFIRMED
    assert counter(departure) == first.party_size
    assert is_sound(departure)


def test_parties_that_change_places_do_not_lock_each_other_out():
    """Two dates, each full but for one place: moves in both directions at once, all locks in one order."""
    one, other = make_departure(capacity=5), make_departure(capacity=5)
    there = [make_booking(one, 1).booking for _party in range(4)]
    back = [make_booking(other, 1).booking for _party in range(4)]
    moves = [partial(moving.move_booking, booking.pk, other.pk) for booking in there]
    moves += [partial(moving.move_booking, booking.pk, one.pk) for booking in back]
    results = race(*moves)
    assert all(isinstance(result, Placed | DepartureFull) for result in results)
    assert held(one) + held(other) == 8
    assert is_sound(one) and is_sound(other)


def test_one_booking_moved_from_many_tabs_moves_once():
    old = make_departure()
    booking = make_booking(old, 2).booking
    dates = [make_departure() for _date in range(4)]
    results = race(*[partial(moving.move_booking, booking.pk, date.pk) for date in dates])
    assert len({result.booking.pk for result in results}) == 1
    assert sorted(counter(date) for date in dates) == [0, 0, 0, 2]
    assert counter(old) == 0
    assert differences() == []


def test_a_crash_between_counter_and_hold_takes_no_place(monkeypatch):
    departure = make_departure()

    def crash(*args, **kwargs):
        raise RuntimeError("killed")

    monkeypatch.setattr(holding, "new_booking", crash)
    with pytest.raises(RuntimeError):
        holder(departure, 3)()
    assert (counter(departure), Booking.objects.count()) == (0, 0)


def test_everything_at_once_stays_sound():
    """Holders, senders, tidiers, those who wait and those who cancel on one small departure."""
    departure = make_departure(capacity=6)
    booked = [make_booking(departure, 2).booking for _party in range(3)]
    first = waiter(departure, 2)
    race(
        *[partial(services.cancel_booking, booking.pk) for booking in booked],
        *[holder(departure, 1 + turn % 3) for turn in range(8)],
        *[partial(submitted, departure, 1 + turn % 2) for turn in range(8)],
        *[settling.settle_all] * 3,
        partial(services.change_party_size, booked[0].pk, Party(1)),
    )
    first.refresh_from_db()
    assert first.state == BookingState.OFFERED
    assert is_sound(departure)
    assert not [one for one in Booking.objects.waiting() if one.departure.places_left]


def test_errors_are_refusals_only():
    """A race of everything ends in bookings and refusals, in no database error."""
    departure = make_departure(capacity=3)
    results = race(*[holder(departure, 2) for _racer in range(16)])
    assert all(isinstance(result, Placed | BookingError) for result in results)
