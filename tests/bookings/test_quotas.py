"""Day limits: what a zone can bear on one day, all its trails together."""

from datetime import timedelta

import pytest
from django.core.management import CommandError, call_command
from django.db import IntegrityError, transaction
from django.utils import timezone

from bookings import holding, moving, quotas, scheduling, services, settling, waiting
from bookings.errors import DayFull, DepartureFull, NoMorePlaces
from bookings.load import Load, load_calendar
from bookings.models import BookingState, DayQuota, Departure, DepartureStatus, QuotaZone
from bookings.parties import SYSTEM, Party
from bookings.queries import next_fitting, visible_departure
from bookings.reconciliation import day_differences, differences
from bookings.staff_errors import DayLimitBelowTaken
from bookings.waiting import WaitRequest
from content.reserve.models import Side
from tests.bookings.factories import (
    counter,
    make_booking,
    make_departure,
    make_request,
    make_trail,
    make_zone,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def walks() -> tuple[Departure, Departure]:
    """Two departures of one day on two trails of a zone that bears six people."""
    ridge, valley = make_trail(slug="ridge"), make_trail(slug="valley")
    both = make_departure(ridge), make_departure(valley)
    make_zone(ridge, valley, limit=6)
    return both


def taken(departure: Departure) -> list[int]:
    days = DayQuota.objects.of_departure(departure.pk).in_order()
    return list(days.values_list("taken", flat=True))


def waiter(departure: Departure, people: int = 2):
    asked = make_request(departure, people).__dict__
    return waiting.join_waiting_list(WaitRequest(**asked, fewest=people)).booking


def test_two_trails_share_what_a_day_can_bear(walks):
    one, other = walks
    make_booking(one, 4)
    with pytest.raises(DayFull) as refused:
        make_booking(other, 3)
    assert refused.value.places_left == 2
    assert refused.value.message == (
        "Only 2 more people can come on that day (Zone), too few for your party."
    )
    make_booking(other, 2)
    with pytest.raises(DayFull) as refused:
        make_booking(one, 1)
    assert refused.value.message == (
        "As many people as a day can bear are coming here on that day (Zone)."
    )
    assert (counter(one), counter(other), taken(one)) == (4, 2, [6])
    assert differences() == day_differences() == []


def test_a_full_departure_says_that_it_is_full_and_not_the_day(walks):
    one = make_departure(walks[0].trail, capacity=2)
    make_booking(one, 2)
    with pytest.raises(DepartureFull) as refused:
        make_booking(one, 1)
    assert type(refused.value) is DepartureFull


def test_another_day_and_a_trail_outside_are_free(walks):
    one, _other = walks
    make_booking(one, 6)
    make_booking(make_departure(one.trail, starts_at=one.starts_at + timedelta(days=1)), 6)
    make_booking(make_departure(make_trail(slug="outside")), 6)


def test_the_day_is_that_of_the_side(walks):
    """Midnight in Vladivostok parts the days, whatever the day in London is."""
    one, _other = walks
    midnight = one.local_start.replace(hour=0)
    early = make_departure(one.trail, starts_at=midnight)
    late = make_departure(one.trail, starts_at=midnight + timedelta(hours=23, minutes=59))
    before = make_departure(one.trail, starts_at=midnight - timedelta(minutes=1))
    make_booking(early, 3)
    make_booking(late, 3)
    make_booking(before, 1)
    assert (taken(early), taken(late), taken(before)) == ([6], [6], [1])


def test_every_change_of_places_moves_the_day(walks):
    one, other = walks
    booking = make_booking(one, 4).booking
    services.change_party_size(booking.pk, Party(5))
    assert taken(one) == [5]
    with pytest.raises(NoMorePlaces):
        services.change_party_size(booking.pk, Party(7))
    services.change_party_size(booking.pk, Party(1))
    assert taken(one) == [1]
    hold = holding.hold_places(make_request(other, 3)).booking
    assert taken(one) == [4]
    type(hold).objects.filter(pk=hold.pk).update(hold_expires_at=timezone.now())
    settling.settle_all()
    assert taken(one) == [1]
    services.cancel_booking(booking.pk)
    assert taken(one) == [0]
    make_booking(one, 2)
    services.cancel_departure(one.pk, "fire", SYSTEM)
    assert taken(one) == [0]
    assert differences() == day_differences() == []


def test_a_party_moves_within_a_full_day_only_where_the_zone_lets_it(walks):
    one, other = walks
    booking = make_booking(one, 4).booking
    with pytest.raises(DayFull):
        moving.move_booking(booking.pk, other.pk)
    later = make_departure(other.trail, starts_at=one.starts_at + timedelta(days=1))
    moving.move_booking(booking.pk, later.pk)
    assert (taken(one), taken(later)) == ([0], [4])
    assert differences() == day_differences() == []


def test_a_full_day_shows_as_full_everywhere(walks):
    one, other = walks
    other_day = make_departure(other.trail, starts_at=other.starts_at + timedelta(days=1))
    make_booking(one, 6)
    seen = visible_departure(other.pk)
    assert (seen.places_left, seen.status) == (0, DepartureStatus.FULL)
    assert visible_departure(other_day.pk).status == DepartureStatus.OPEN
    assert next_fitting(other_day) == []
    sides = list(Side.objects.filter(pk="RU"))
    month = other.local_day.replace(day=1)
    calendar = load_calendar(month, sides, timezone.now(), trail=other.trail)
    loads = {day.day: day.loads for day in calendar.days}
    assert loads[other.local_day] == [Load.FULL]


def test_places_left_need_no_question_of_their_own_in_a_list(walks, django_assert_num_queries):
    with django_assert_num_queries(2):
        found = list(Departure.objects.with_trail().order_by("pk"))
        assert [one.places_left for one in found] == [6, 6]
    make_booking(walks[0], 1)
    with django_assert_num_queries(2):
        found = list(Departure.objects.with_trail().order_by("pk"))
        assert [one.places_left for one in found] == [5, 5]


def test_who_waits_for_another_trail_is_offered_what_came_free_in_the_zone(
    walks, django_capture_on_commit_callbacks
):
    one, other = walks
    booked = make_booking(one, 6).booking
    first = waiter(other, 4)
    with django_capture_on_commit_callbacks(execute=True):
        services.cancel_booking(booked.pk)
    first.refresh_from_db()
    assert (first.state, first.offered_places) == (BookingState.OFFERED, 4)
    assert (counter(one), counter(other), taken(one)) == (0, 4, [4])


def test_an_offer_is_never_more_than_the_day_bears(walks):
    one, other = walks
    make_booking(one, 5)
    first = waiter(other, 2)
    settling.settle_all()
    first.refresh_from_db()
    assert first.state == BookingState.WAITING


def test_a_limit_below_what_is_taken_is_refused_and_changes_nothing(walks):
    one, _other = walks
    make_booking(one, 4)
    zone = QuotaZone.objects.get()
    zone.usual_limit = 3
    trails = [walk.trail_id for walk in walks]
    with pytest.raises(DayLimitBelowTaken) as refused:
        quotas.save_zone(zone, trails, {})
    assert (refused.value.day, refused.value.taken) == (one.local_day, 4)
    assert QuotaZone.objects.get().usual_limit == 6
    quotas.save_zone(zone, trails, {one.local_day: 4})
    assert QuotaZone.objects.get().usual_limit == 3
    assert DayQuota.objects.of_departure(one.pk).get().limit == 4


def test_a_trail_that_comes_in_brings_its_people_along(walks):
    one, _other = walks
    far = make_departure(make_trail(slug="far"))
    make_booking(far, 5)
    make_booking(one, 1)
    zone = QuotaZone.objects.get()
    trails = [walk.trail_id for walk in walks]
    quotas.save_zone(zone, [*trails, far.trail_id], {})
    assert taken(one) == taken(far) == [6]
    quotas.save_zone(zone, trails, {})
    assert (taken(one), taken(far)) == ([1], [])
    make_booking(far, 5)
    assert day_differences() == []


def test_a_departure_moved_to_another_day_counts_there(walks):
    one, _other = walks
    one.starts_at = one.closes_at = one.starts_at + timedelta(days=3)
    scheduling.change_departure(one, SYSTEM)
    make_booking(one, 2)
    assert taken(one) == [2]
    assert day_differences() == []


def test_the_database_itself_refuses_more_than_the_limit(walks):
    make_booking(walks[0], 1)
    for wrong in ({"taken": 7}, {"taken": -1}, {"limit": 0}):
        with pytest.raises(IntegrityError), transaction.atomic():
            DayQuota.objects.update(**wrong)


def test_the_reconciler_tells_a_day_that_is_wrong(walks, capsys):
    make_booking(walks[0], 2)
    DayQuota.objects.update(taken=5)
    with pytest.raises(CommandError):
        call_command("reconcile_bookings")
    assert "counter 5, departures hold 2, limit 6" in capsys.readouterr().out


def test_the_other_side_is_not_concerned(walks):
    make_booking(walks[0], 6)
    make_booking(make_departure(make_trail("CN")), 6)


def test_a_new_departure_shows_the_limit_of_its_day_before_anybody_books(walks):
    new = Departure(trail=walks[0].trail, capacity=10, state="open")
    new.starts_at = walks[0].starts_at + timedelta(days=5)
    scheduling.add_departure(new, SYSTEM)
    assert visible_departure(new.pk).places_left == 6
