"""Places given up on a full walk: free again by chance, for those who wait at once."""

from datetime import UTC, datetime, timedelta

import pytest
from django.urls import reverse

from bookings import moving, services
from bookings.errors import DepartureFull
from bookings.models import AuditEvent, Booking, BookingState, Departure
from bookings.parties import SYSTEM, Party
from bookings.reconciliation import differences
from bookings.settling import settle_all
from bookings.waiting import WaitRequest, join_waiting_list
from tests.bookings.factories import make_booking, make_departure, make_request

pytestmark = pytest.mark.django_db
NOW = datetime(2027, 5, 3, 1, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _now(time_machine, settings):
    time_machine.move_to(NOW, tick=False)
    settings.BOOKING_REST_MINUTES = 30


def free(departure) -> int:
    return Departure.objects.get(pk=departure.pk).places_left


def test_places_given_up_on_a_full_walk_come_back_within_the_half_hour(time_machine):
    seen = set()
    for _ in range(8):
        departure = make_departure(capacity=4)
        first = make_booking(departure).booking
        make_booking(departure)
        services.cancel_booking(first.pk)
        assert free(departure) == 0 and differences() == []
        with pytest.raises(DepartureFull):
            make_booking(departure)
        hold = departure.bookings.get(state=BookingState.HELD)
        assert NOW + timedelta(minutes=1) <= hold.hold_expires_at <= NOW + timedelta(minutes=30)
        seen.add(hold.hold_expires_at)
    assert len(seen) > 1  # nobody can know the moment
    time_machine.shift(timedelta(minutes=31))
    settle_all()
    assert free(departure) == 2 and differences() == []


def test_places_of_a_walk_that_was_not_full_are_free_at_once():
    departure = make_departure(capacity=5)
    first = make_booking(departure).booking
    make_booking(departure)
    services.cancel_booking(first.pk)
    assert free(departure) == 3
    assert not departure.bookings.filter(state=BookingState.HELD).exists()


def test_those_who_wait_are_asked_at_once_and_only_the_rest_rests():
    departure = make_departure(capacity=4)
    first = make_booking(departure, adults=3).booking
    make_booking(departure, adults=1)
    waiting = WaitRequest(**vars(make_request(departure, adults=2)), fewest=2)
    waits = join_waiting_list(waiting, SYSTEM).booking
    services.cancel_booking(first.pk)
    assert Booking.objects.get(pk=waits.pk).state == BookingState.OFFERED
    assert departure.bookings.get(state=BookingState.HELD).places == 1
    assert free(departure) == 0 and differences() == []


def test_fewer_people_and_another_date_let_places_rest_too():
    departure, later = make_departure(capacity=4), make_departure(capacity=4)
    later.trail = departure.trail
    later.save()
    shrinks, moves = make_booking(departure).booking, make_booking(departure).booking
    services.change_party_size(shrinks.pk, Party(1))
    moving.move_booking(moves.pk, later.pk)
    assert sorted(hold.places for hold in departure.bookings.filter(state=BookingState.HELD)) == [
        1,
        2,
    ]
    assert free(departure) == 0 and differences() == []


def test_hold_given_up_and_the_last_minutes_let_nothing_rest(settings):
    departure = make_departure(capacity=2, starts_at=NOW + timedelta(minutes=1))
    services.cancel_booking(make_booking(departure).booking.pk)
    assert free(departure) == 2
    settings.BOOKING_REST_MINUTES = 0
    departure = make_departure(capacity=2)
    services.cancel_booking(make_booking(departure).booking.pk)
    assert free(departure) == 2


def test_staff_see_what_is_kept_back_and_since_when(client, site, make_officer):
    departure = make_departure(capacity=2)
    services.cancel_booking(make_booking(departure).booking.pk)
    client.force_login(make_officer("RU"))
    page = client.get(reverse("departure:inspect", args=[departure.pk])).content.decode()
    assert "2 places were given up and are free again in a while." in page
    assert "filling in the form" not in page
    event = AuditEvent.objects.get(kind="resting")
    assert (event.actor_kind, event.details) == ("system", {"people": 2})
