"""The parties of a departure, grouped by what becomes of them, in few questions however many they are."""

import pytest
from django.urls import reverse

from bookings import moving, services
from bookings.models import Departure
from bookings.parties import SYSTEM, Contact
from bookings.staff_views.departure_parties import parties_of
from content.trails.models import EntryZone
from tests.bookings.factories import counter, make_booking, make_departure, make_trail, under_review
from tests.bookings.journeys import soup_of
from tests.bookings.test_holding import hold, send_in
from tests.bookings.test_waiting import full_departure, wait

pytestmark = pytest.mark.django_db


def groups(departure: Departure) -> dict[str, tuple[list[str], int]]:
    """Return for each heading the booking numbers and the places."""
    fresh = Departure.objects.with_trail().get(pk=departure.pk)
    return {
        group.heading: ([row.booking.reference for row in group.rows], group.places)
        for group in parties_of(fresh)
    }


def test_parties_stand_by_what_becomes_of_them_and_their_places_add_up():
    reviewed = under_review(capacity=20)
    departure = reviewed.departure
    EntryZone.objects.all().delete()  # nobody else's papers matter here
    departure.trail.save()
    coming = [make_booking(departure, people).booking for people in (1, 3)]
    submitted = send_in(departure, 2)
    hold(departure, 4)
    gone = make_booking(departure, 5).booking
    services.cancel_booking(gone.pk)
    assert groups(departure) == {
        "Coming": ([one.reference for one in coming], 4),
        "Papers being looked at": ([reviewed.reference], 2),
        "Held for now": ([submitted.reference], 6),
        "No longer coming": ([gone.reference], 5),
    }
    assert counter(departure) == 4 + 2 + 6


def test_offers_and_the_waiting_list_in_its_order():
    departure, (two, four) = full_departure(2, 4)
    first, second, third = wait(departure, 3), wait(departure, 2), wait(departure, 4)
    services.cancel_booking(two.pk)
    found = groups(departure)
    assert found["Offered from the waiting list"] == ([second.reference], 2)
    assert found["Waiting list"] == ([first.reference, third.reference], 7)
    assert found["Coming"] == ([four.reference], 4)
    (waiting,) = [one for one in parties_of(departure) if one.heading == "Waiting list"]
    assert [row.remark for row in waiting.rows] == ["1", "2"]


def test_after_the_reserve_called_it_off_it_says_who_has_not_answered():
    departure, other = make_departure(), make_departure()
    silent, quick, early = (make_booking(departure).booking for _one in range(3))
    services.cancel_booking(early.pk)
    services.cancel_departure(departure.pk, "fire", SYSTEM)
    moving.move_booking(quick.pk, other.pk)
    assert groups(departure) == {
        "Not answered yet": ([silent.reference], 2),
        "Moved to another date": ([quick.reference], 2),
        "No longer coming": ([early.reference], 2),
    }


def test_screen_names_who_gave_a_name_and_counts_the_others(client, make_officer):
    departure = make_departure(make_trail("RU"))
    nameless = hold(departure, 3)
    named = send_in(departure, 2)
    client.force_login(make_officer("RU"))
    page = soup_of(client.get(reverse("departure:inspect", args=[departure.pk]))).select_one("main")
    text = " ".join(page.get_text(" ").split())
    assert "1 visitor is filling in the form." in text
    assert "Held for now: 5 · 5 places free" in text
    assert page.find("a", string=named.reference)
    assert not page.find("a", string=nameless.reference)


@pytest.mark.parametrize("number", [1, 3])
def test_screen_asks_as_little_whatever_the_number_of_parties(
    client, make_officer, django_assert_num_queries, number
):
    departure, other = make_departure(capacity=40), make_departure(capacity=40)
    for one in range(number):
        make_booking(departure)
        moving.move_booking(make_booking(departure).booking.pk, other.pk)
        send_in(departure, contact=Contact("Sample Visitor", f"visitor-{one}@example.org"))
        hold(departure)
    client.force_login(make_officer("RU"))
    url = reverse("departure:inspect", args=[departure.pk])
    client.get(url)
    with django_assert_num_queries(SCREEN_QUERIES):
        client.get(url)


SCREEN_QUERIES = 17
