"""Marking several walks as having taken place."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from bookings.models import AuditEvent, Departure
from staff.granting import setup_roles
from tests.bookings.factories import make_departure, make_trail
from tests.staff.factories import make_staff

pytestmark = pytest.mark.django_db


@pytest.fixture
def past(home_pages):
    """A walk of each side that is over, and one of the Russian side that is to come."""
    setup_roles()
    made = {side: make_departure(make_trail(side)) for side in ("RU", "CN")}
    long_ago = timezone.now() - timedelta(days=2)
    Departure.objects.update(starts_at=long_ago, closes_at=long_ago)
    return {**made, "coming": make_departure(make_trail("RU"))}


def complete(client, departures):
    address = reverse("wagtail_bulk_action", args=["bookings", "departure", "complete"])
    chosen = "&".join(f"id={one.pk}" for one in departures)
    return client.post(f"{address}?{chosen}&id=x&next=/staff/")


def states() -> dict[str, int]:
    return dict(Departure.objects.order_by("pk").values_list("pk", "state"))


def test_officer_marks_the_walks_of_the_own_side_that_are_over(past, client):
    client.force_login(make_staff("booking-officer", "RU"))
    assert client.get(reverse("departure:index")).status_code == 200
    complete(client, past.values())
    assert states() == {
        past["RU"].pk: "completed",
        past["CN"].pk: "open",
        past["coming"].pk: "open",
    }
    assert AuditEvent.objects.get().details["state"] == "completed"


@pytest.mark.parametrize("role", ["editor", "ranger"])
def test_others_mark_nothing(past, client, role):
    client.force_login(make_staff(role, "RU"))
    complete(client, past.values())
    assert set(states().values()) == {"open"}
