"""Closing several trails at once: one's own, never the other side's."""

import pytest
from django.urls import reverse
from django.utils import timezone

from content.trails.models import Closure
from staff.granting import setup_roles
from tests.staff.factories import make_staff
from tests.trails.factories import make_trail

pytestmark = pytest.mark.django_db


@pytest.fixture
def trails(home_pages, sides):
    setup_roles()
    return [make_trail("RU"), make_trail("RU"), make_trail("CN")]


def close(client, trails, **changes):
    address = reverse("wagtail_bulk_action", args=["trails", "trail", "close"])
    chosen = "&".join(f"id={trail.pk}" for trail in trails)
    data = {
        "reason": "fire",
        "effect": "stop",
        "starts_on": "2026-06-01",
        "ends_on": "2026-06-05",
        **changes,
    }
    return client.post(f"{address}?{chosen}&next=/staff/", data)


def test_editor_closes_the_trails_of_the_own_side(trails, client):
    client.force_login(make_staff("editor", "RU", "ru"))
    answer = close(client, trails, text_ru="Пожар", text_en="<script>")
    assert answer.status_code == 302
    rows = Closure.objects.values_list("trail_id", "reason", "text_ru", "text_en").order_by("pk")
    assert list(rows) == [(trail.pk, "fire", "Пожар", "<script>") for trail in trails[:2]]


@pytest.mark.parametrize("role", ["photo-curator", "translator"])
def test_who_may_not_close_a_trail_closes_none(trails, client, role):
    client.force_login(make_staff(role, "RU"))
    close(client, trails)
    assert not Closure.objects.exists()


def test_days_in_the_wrong_order_are_refused(trails, client):
    client.force_login(make_staff("editor", "RU"))
    answer = close(client, trails, ends_on="2026-05-01")
    assert "The last day is before the first one." in answer.content.decode()
    assert not Closure.objects.exists()


def test_list_says_whether_a_trail_is_closed_today(trails, client):
    trails[0].closures.create(reason_id="flood", starts_on=timezone.localdate())
    client.force_login(make_staff("editor", "RU", "ru"))
    page = client.get(reverse("wagtailsnippets_trails_trail:list")).content.decode()
    assert page.count("закрыта: паводок") == 1
    assert "Закрыть" in page


@pytest.mark.parametrize(
    ("time", "number"), [("active", 1), ("planned", 1), ("lifted", 1), ("x", 3)]
)
def test_closures_are_found_by_when_they_hold(trails, client, time, number):
    today, day = timezone.localdate(), timezone.timedelta(days=1)
    for first, last in ((today, None), (today + day, None), (today - day, today - day)):
        trails[0].closures.create(reason_id="flood", starts_on=first, ends_on=last)
    client.force_login(make_staff("editor", "RU"))
    address = reverse("wagtailsnippets_trails_closure:list")
    answer = client.get(f"{address}?time={time}")
    assert len(answer.context["object_list"]) == number
