"""The month of departures for the staff: own country, each walk on the day of its own clock."""

from datetime import UTC, datetime

import pytest
from django.urls import reverse

from tests.bookings.factories import make_departure, make_trail
from tests.bookings.journeys import soup_of

pytestmark = pytest.mark.django_db
URL = "/staff/departure/calendar/"


def fields(client, month: str) -> dict[str, list[str]]:
    """Return the days of a month that have walks, with the texts of their links."""
    page = soup_of(client.get(URL, {"month": month}))
    return {
        day.select_one(".staff-month__name").get_text(): [a.get_text() for a in day.select("a")]
        for day in page.select("td")
        if day.select("a")
    }


def test_walks_stand_on_the_day_of_their_own_clock(client, make_officer):
    trail = make_trail("RU")
    # The last evening of April in Greenwich is the first of May in Vladivostok.
    make_departure(trail, starts_at=datetime(2027, 4, 30, 22, tzinfo=UTC))
    make_departure(trail, starts_at=datetime(2027, 5, 31, 15, tzinfo=UTC))
    make_departure(make_trail("CN"), starts_at=datetime(2027, 5, 2, 2, tzinfo=UTC))
    client.force_login(make_officer("RU"))
    assert fields(client, "2027-05") == {"Sat 1 May": ["08:00 Trail RU"]}
    client.force_login(make_officer(""))
    assert list(fields(client, "2027-05")) == ["Sat 1 May", "Sun 2 May"]


@pytest.mark.parametrize("month", ["", "2027-13", "x", "0001-01", "9999-12", "\0"])
def test_nonsense_shows_this_month(client, make_officer, month):
    client.force_login(make_officer("RU"))
    assert client.get(URL, {"month": month}).status_code == 200


def test_month_is_closed_to_others(client, make_officer):
    client.force_login(make_officer("RU", "view_guide"))
    assert client.get(URL).status_code == 302


def test_list_leads_to_the_month(client, make_officer):
    client.force_login(make_officer("RU"))
    page = client.get(reverse("departure:index")).content.decode()
    assert f'href="{URL}"' in page


@pytest.mark.parametrize("rows", [1, 3])
def test_month_asks_the_same_whatever_it_holds(
    client, make_officer, django_assert_num_queries, rows
):
    for _row in range(rows):
        make_departure(starts_at=datetime(2027, 5, 2, 2, tzinfo=UTC))
    client.force_login(make_officer("RU"))
    client.get(URL)
    with django_assert_num_queries(12):
        client.get(URL, {"month": "2027-05"})
