"""Day limits under fire: real threads on a real database, each with a negative control."""

from datetime import timedelta
from functools import partial
from threading import Barrier

import pytest
from django.db import DatabaseError, connection, transaction
from django.db.models import F

from bookings import moving, places, quotas, services
from bookings.errors import DayFull, DepartureFull
from bookings.models import DayQuota, Departure, QuotaZone
from bookings.reconciliation import day_differences, differences
from bookings.requests import Placed
from bookings.staff_errors import DayLimitBelowTaken
from tests.bookings.factories import make_booking, make_departure, make_trail, make_zone
from tests.bookings.racing import race
from tests.bookings.test_races import booker, won

pytestmark = [pytest.mark.concurrency, pytest.mark.django_db(transaction=True)]


def walks_in_a_zone(count: int, limit: int) -> list[Departure]:
    trails = [make_trail(slug=f"trail-{number}") for number in range(count)]
    walks = [make_departure(trail) for trail in trails]
    make_zone(*trails, limit=limit)
    return walks


def taken(departure: Departure) -> list[int]:
    days = DayQuota.objects.of_departure(departure.pk).in_order()
    return list(days.values_list("taken", flat=True))


def is_sound() -> bool:
    return differences() == day_differences() == []


@pytest.mark.parametrize("racers", [2, 8, 32])
def test_last_place_of_a_day_is_sold_once_over_all_trails(racers):
    walks = walks_in_a_zone(4, limit=1)
    results = race(*[booker(walks[racer % 4]) for racer in range(racers)])
    assert len(won(results)) == 1
    assert sum(isinstance(result, DayFull) for result in results) == racers - 1
    assert taken(walks[0]) == [1]
    assert is_sound()


def unguarded(monkeypatch, racers: int) -> None:
    """Let everybody look at the day before anybody writes, and lock no day."""
    looked = Barrier(racers, timeout=30)

    def with_days(departures):
        for one in departures:
            one.day_quotas = list(DayQuota.objects.of_departure(one.pk))
        return departures

    def take_of_days(days, wanted):
        looked.wait()
        DayQuota.objects.filter(pk__in=[row.pk for row in days]).update(limit=100)
        DayQuota.objects.filter(pk__in=[row.pk for row in days]).update(taken=F("taken") + wanted)

    monkeypatch.setattr(places, "_with_days", with_days)
    monkeypatch.setattr(places, "_take_of_days", take_of_days)


@pytest.mark.parametrize("racers", [2, 8])
def test_a_day_is_oversold_without_the_guard(monkeypatch, racers):
    """The control. SQLite lets one writer in at a time, so there they cannot even look at once."""
    if connection.vendor == "sqlite":
        pytest.skip("SQLite has one writer; nobody can look between another's look and write.")
    walks = walks_in_a_zone(racers, limit=1)
    unguarded(monkeypatch, racers)
    race(*[booker(walk) for walk in walks])
    assert taken(walks[0]) == [racers]


def test_without_the_days_among_the_counters_a_day_is_oversold(monkeypatch):
    """The control for both databases: whoever forgets the days sells each departure full."""
    walks = walks_in_a_zone(4, limit=1)

    def forgetful(departures):
        for one in departures:
            one.day_quotas = []
        return departures

    monkeypatch.setattr(places, "_with_days", forgetful)
    assert len(won(race(*[booker(walk) for walk in walks]))) == 4
    assert [difference.held for difference in day_differences()] == [4]


@pytest.mark.parametrize("racers", [8, 32])
def test_mixed_parties_fill_a_day_whole_and_never_over(racers):
    walks = walks_in_a_zone(3, limit=7)
    results = race(*[booker(walks[racer % 3], 1 + racer % 4) for racer in range(racers)])
    booked = sum(placed.booking.party_size for placed in won(results))
    assert taken(walks[0]) == [booked]
    assert booked <= 7
    assert is_sound()


def crossing_walks() -> tuple[Departure, Departure]:
    """Two departures that share two zones, which name their trails in opposite order."""
    one, other = make_trail(slug="one"), make_trail(slug="other")
    make_zone(one, other, limit=200)
    make_zone(other, one, limit=200)
    return make_departure(one, capacity=100), make_departure(other, capacity=100)


@pytest.mark.parametrize("racers", [2, 8, 32])
def test_two_departures_that_share_two_zones_never_lock_each_other_out(racers):
    walks = crossing_walks()
    results = race(*[booker(walks[racer % 2], 1 + racer % 2) for racer in range(racers)])
    assert len(won(results)) == racers
    assert taken(walks[0]) == [racers // 2 * 3] * 2
    assert is_sound()


def test_days_locked_in_opposite_order_are_a_deadlock():
    """The control: PostgreSQL ends one of two who lock the same two days crosswise."""
    if connection.vendor == "sqlite":
        pytest.skip("SQLite has one writer and no row to lock.")
    walk, _other = crossing_walks()
    make_booking(walk, 1)
    pks = list(DayQuota.objects.values_list("pk", flat=True))
    both = Barrier(2, timeout=30)

    def locker(order):
        def run():
            try:
                with transaction.atomic():
                    DayQuota.objects.select_for_update().get(pk=order[0])
                    both.wait()
                    DayQuota.objects.select_for_update().get(pk=order[1])
            except DatabaseError as error:
                return error

        return run

    results = race(locker(pks), locker(pks[::-1]))
    assert sum(isinstance(result, DatabaseError) for result in results) == 1


def test_parties_that_change_days_in_a_zone_do_not_lock_each_other_out():
    """Moves to and fro between two days of one zone, on departures that have nothing else in common."""
    trails = [make_trail(slug=f"trail-{number}") for number in range(4)]
    make_zone(*trails, limit=40)
    start = make_departure(trails[0]).starts_at
    today = [make_departure(trail, starts_at=start) for trail in trails]
    later = [make_departure(trail, starts_at=start + timedelta(days=1)) for trail in trails]
    there = [make_booking(walk, 1).booking for walk in today]
    back = [make_booking(walk, 1).booking for walk in later[::-1]]
    pairs = [*zip(there, later, strict=True), *zip(back, today[::-1], strict=True)]
    moves = [partial(moving.move_booking, booking.pk, walk.pk) for booking, walk in pairs]
    assert all(isinstance(result, Placed) for result in race(*moves))
    assert (taken(today[0]), taken(later[0])) == ([4], [4])
    assert is_sound()


def test_a_lower_limit_against_bookings_never_oversells():
    walks = walks_in_a_zone(2, limit=10)
    make_booking(walks[0], 4)

    def lower():
        zone = QuotaZone.objects.get()
        zone.usual_limit = 5
        return quotas.save_zone(zone, [walk.trail_id for walk in walks], {})

    results = race(lower, *[booker(walks[racer % 2], 2) for racer in range(6)])
    row = DayQuota.objects.of_departure(walks[0].pk).get()
    assert row.limit == (10 if isinstance(results[0], DayLimitBelowTaken) else 5)
    assert row.taken <= row.limit
    assert is_sound()


def test_a_trail_that_joins_a_zone_while_it_is_booked_is_counted_right():
    walks = walks_in_a_zone(1, limit=50)
    far = make_departure(make_trail(slug="far"))

    def join():
        return quotas.save_zone(QuotaZone.objects.get(), [walks[0].trail_id, far.trail_id], {})

    results = race(join, *[booker(far, 1) for _racer in range(8)])
    assert len(won(results)) == 8
    assert taken(far) == [8]
    assert is_sound()


def test_cancelled_and_booked_at_once_a_day_stays_sound():
    walks = walks_in_a_zone(3, limit=6)
    booked = [make_booking(walk, 2).booking for walk in walks]
    results = race(
        *[partial(services.cancel_booking, booking.pk) for booking in booked],
        *[booker(walks[racer % 3], 1 + racer % 2) for racer in range(9)],
    )
    assert all(isinstance(result, Placed | DepartureFull) for result in results[3:])
    assert is_sound()
