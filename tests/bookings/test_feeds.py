"""Calendars to subscribe to: what is in them, and who may read a guide's."""

from datetime import timedelta
from urllib.parse import urlsplit

import pytest
from django.core.cache import cache
from django.urls import reverse
from django.utils import timezone
from icalendar import Calendar

from bookings import guiding, services
from bookings.calendar_feeds import guide_feed_url
from bookings.models import CancelReason
from bookings.parties import SYSTEM
from bookings.throttling import FAILURES_OF_REFERENCE
from tests.bookings.factories import make_booking, make_departure, make_guide, make_trail

pytestmark = pytest.mark.django_db


def events(client, url: str) -> list:
    answer = client.get(url)
    assert answer.status_code == 200
    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    return Calendar.from_ical(answer.content).walk("VEVENT")


@pytest.fixture
def walks(site):
    """One walk of each side, one of them in two languages, and what no feed may show."""
    russian = make_departure(make_trail("RU"), guide_languages=["ru", "en"])
    chinese = make_departure(make_trail("CN"), guide_languages=["zh-hans"])
    make_departure(russian.trail, state="draft", guide_languages=["ru"])
    make_departure(russian.trail, starts_at=timezone.now() - timedelta(days=1))
    return russian, chinese


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", [0, 1]),
        ("?trail=trail-ru", [0]),
        ("?side=CN", [1]),
        ("?language=en", [0]),
        ("?language=zh-hans", [1]),
        ("?language=zh", [0, 1]),  # unknown: left out, as in the list
        ("?trail=%00&side=x", [0, 1]),
    ],
)
def test_public_feed_has_the_filters_of_the_list(client, walks, query, expected):
    found = {
        str(event["uid"]).split("@")[0]
        for event in events(client, f"/en/bookings/departures.ics{query}")
    }
    assert found == {f"departure-{walks[number].pk}" for number in expected}


def test_list_can_be_narrowed_to_a_language_of_the_guide(client, walks):
    page = client.get("/ru/bookings/departures/?language=zh-hans").content.decode()
    assert f"/ru/bookings/departures/{walks[1].pk}/" in page
    assert f"/ru/bookings/departures/{walks[0].pk}/" not in page
    assert "/ru/bookings/departures.ics?language=zh-hans" in page


def test_event_is_in_the_readers_language_on_the_trails_clock(client, walks):
    (event,) = events(client, "/zh-hans/bookings/departures.ics?side=RU")
    assert (str(event["summary"]), str(event["location"])) == ("步道 RU", "大门口")
    assert event["dtstart"].params["TZID"] == "Asia/Vladivostok"
    assert f"/zh-hans/bookings/departures/{walks[0].pk}/" in str(event["url"])


def test_a_cancelled_walk_says_so_with_a_higher_number(client, walks):
    url = "/en/bookings/departures.ics?side=RU"
    (before,) = events(client, url)
    services.cancel_departure(walks[0].pk, CancelReason.FIRE, SYSTEM)
    (after,) = events(client, url)
    assert (before["status"], after["status"]) == ("CONFIRMED", "CANCELLED")
    assert after["uid"] == before["uid"]
    assert int(after["sequence"]) > int(before["sequence"])


@pytest.mark.parametrize("rows", [1, 3])
def test_feed_asks_the_same_whatever_its_length(client, site, rows, django_assert_num_queries):
    for _row in range(rows):
        make_departure()
    client.get("/en/bookings/departures.ics")
    with django_assert_num_queries(QUERIES):
        client.get("/en/bookings/departures.ics")


QUERIES = 3


def test_guide_reads_the_own_walks_and_no_names(client, walks):
    guide = make_guide()
    guiding.assign_guides(walks[0].pk, [guide], SYSTEM)
    make_booking(walks[0], 3)
    url = guide_feed_url(guide).replace("http://localhost:8000", "")
    url = url[url.index("/en/") :]
    answer = client.get(url)
    assert answer["Cache-Control"] == "no-store, private"
    (event,) = events(client, url)
    assert "3 of 10 places taken" in str(event["description"])
    assert "Sample Visitor" not in answer.content.decode()


def test_wrong_old_and_unknown_addresses_open_nothing(client, site):
    guide, other = make_guide(), make_guide(name="Other")
    url = guide_feed_url(guide)
    url = url[url.index("/en/") :]
    assert client.get(url).status_code == 200
    token = url.rsplit("/", 1)[1]
    for wrong in (
        f"/en/bookings/guides/{other.pk}/{token}",
        f"/en/bookings/guides/999999/{token}",
        f"/en/bookings/guides/{guide.pk}/x.ics",
        f"/en/bookings/guides/{guide.pk}/ж.ics",
    ):
        assert client.get(wrong).status_code == 404
    guiding.renew_feed(guide)
    assert client.get(url).status_code == 404
    guide.is_active = False
    guide.save()
    url = guide_feed_url(guide)
    assert client.get(url[url.index("/en/") :]).status_code == 404


def test_officer_sees_and_renews_the_address(client, site, make_officer):
    client.force_login(make_officer("RU"))
    guide = make_guide()
    before = guide_feed_url(guide)
    inspect = reverse("guide:inspect", args=[guide.pk])
    assert before in client.get(inspect).content.decode()
    done = client.post(reverse("guide:renew", args=[guide.pk]), follow=True).content.decode()
    assert "The calendar has a new address; the old one is closed." in done
    assert before not in done


def test_guessing_at_the_address_of_a_guides_calendar_is_braked(client, site):
    guide = make_guide()
    for attempt in range(FAILURES_OF_REFERENCE):
        wrong = reverse("bookings:guide_feed", args=[guide.pk, f"wrong-{attempt}"])
        assert client.get(wrong).status_code == 404
    assert client.get(_path(guide)).status_code == 429
    assert client.get(_path(make_guide("CN"))).status_code == 429  # the same client
    cache.clear()
    assert client.get(_path(guide)).status_code == 200


def _path(guide) -> str:
    return urlsplit(guide_feed_url(guide)).path
