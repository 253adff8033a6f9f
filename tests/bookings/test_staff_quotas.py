"""The screens of day limits: in three languages, and for the own side only."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from bookings.models import DayQuota, QuotaZone
from tests.bookings.factories import make_booking, make_departure, make_trail, make_zone

pytestmark = pytest.mark.django_db
RIGHTS = ("view_quotazone", "add_quotazone", "change_quotazone")


@pytest.fixture
def officer(client, make_officer, site):
    user = make_officer("RU", *RIGHTS)
    client.force_login(user)
    return client


def form(*trails, people: int = 6, side: str = "RU") -> dict:
    names = {"name_en": "Ridge", "name_ru": "Хребет", "name_zh_hans": "山脊"}
    return {**names, "side": side, "usual_limit": people, "trails": [one.pk for one in trails]}


def test_a_limit_is_added_and_counts_who_has_booked(officer):
    trail = make_trail()
    walk = make_departure(trail)
    make_booking(walk, 4)
    answer = officer.post(reverse("quota:add"), form(trail))
    assert answer.status_code == 302
    zone = QuotaZone.objects.get()
    row = DayQuota.objects.get()
    assert (zone.name_ru, row.day, row.taken, row.limit) == ("Хребет", walk.local_day, 4, 6)
    screen = officer.get(reverse("quota:inspect", args=[zone.pk])).content.decode()
    assert "<td>4</td><td>6</td>" in screen


def test_a_limit_below_what_is_taken_is_refused_with_the_day_and_keeps_what_was_typed(officer):
    trail = make_trail()
    make_booking(make_departure(trail), 4)
    zone = make_zone(trail, limit=6)
    answer = officer.post(reverse("quota:edit", args=[zone.pk]), form(trail, people=3))
    assert answer.status_code == 200
    text = answer.content.decode()
    assert "4 places are already taken; give this day a limit of its own." in text
    assert 'name="usual_limit" value="3"' in text
    assert QuotaZone.objects.get().usual_limit == 6


def test_single_days_get_a_limit_of_their_own_and_lose_it_again(officer):
    trail = make_trail()
    walk = make_departure(trail)
    zone = make_zone(trail, limit=6)
    url = reverse("quota:days", args=[zone.pk])
    days = {"first_day": walk.local_day, "last_day": walk.local_day + timedelta(days=1)}
    officer.post(url, {**days, "people": 2})
    rows = DayQuota.objects.in_order().values_list("limit", "has_own_limit")
    assert list(rows) == [(2, True), (2, True)]
    officer.post(reverse("quota:edit", args=[zone.pk]), form(trail, people=9))
    assert list(rows.all()) == [(2, True), (2, True)]
    officer.post(url, {**days, "people": ""})
    assert list(rows.all()) == [(9, False), (9, False)]


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ({"last_day": "2020-01-01"}, "The last day is before the first one."),
        ({"last_day": "2999-01-01"}, "At most a year at once."),
        ({"people": "-1"}, "greater than or equal to 0"),
    ],
)
def test_wrong_days_are_refused(officer, wrong, message):
    zone = make_zone(make_trail(), limit=6)
    today = timezone.localdate()
    asked = {"first_day": today, "last_day": today, "people": 2, **wrong}
    answer = officer.post(reverse("quota:days", args=[zone.pk]), asked)
    assert message in answer.content.decode()
    assert not DayQuota.objects.exists()


def test_the_other_sides_limits_and_trails_are_not_there(officer):
    there = make_zone(make_trail("CN"), limit=6)
    assert "Zone" not in officer.get(reverse("quota:index")).content.decode()
    for name in ("inspect", "edit", "days"):
        assert officer.get(reverse(f"quota:{name}", args=[there.pk])).status_code == 404
    answer = officer.post(reverse("quota:add"), form(make_trail("CN")))
    assert answer.status_code == 200
    assert QuotaZone.objects.count() == 1


def test_a_full_day_says_so_to_visitors_in_their_language(client, site):
    trail = make_trail()
    walk, other = make_departure(trail), make_departure(trail)
    make_zone(trail, limit=6)
    make_booking(walk, 6)
    for language, full in (("en", "Full"), ("ru", "Мест нет"), ("zh-hans", "已满")):
        page = client.get(f"/{language}/bookings/departures/{other.pk}/").content.decode()
        assert full in page
