"""Closures of trails and of whole areas: one answer everywhere, ends before their time, words in every language."""

from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine
from bs4 import BeautifulSoup
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.db.models import DateField, Exists, Value
from django.urls import reverse
from django.utils import timezone, translation
from wagtail.models import ModelLogEntry

from bookings.models import Departure
from content.trails.closures import closed_where, closures_on, lift_closures, with_closures
from content.trails.models import Closure, ClosureReason, ClosureState, Trail
from content.trails.told_closures import words_of
from staff.granting import setup_roles
from tests.bookings.factories import make_departure
from tests.staff.factories import make_area, make_staff
from tests.trails.factories import NORTHWARD, make_pages, make_trail

pytestmark = pytest.mark.django_db
DAY = date(2026, 7, 15)


@pytest.fixture
def area(sides):
    return make_area("RU")


def closed_trails(day: date) -> list[str]:
    """Name the trails whose departures are on a closed day, as a query of the bookings does."""
    on_day = Departure.objects.annotate(day=Value(day, output_field=DateField()))
    closed = on_day.filter(Exists(closed_where("trail", "day")))
    return list(closed.order_by("trail__slug").values_list("trail__slug", flat=True))


def test_closure_of_an_area_closes_its_trails_and_no_other(area):
    inside, beside = make_trail(slug="inside", area=area), make_trail(slug="beside")
    other = make_trail(slug="other", area=make_area("RU"))
    closure = Closure.objects.create(area=area, reason_id="fire", starts_on=DAY, ends_on=DAY)
    own = Closure.objects.create(trail=inside, reason_id="works", starts_on=DAY - timedelta(days=1))
    for trail in (inside, beside, other):
        make_departure(trail)
    assert closures_on(inside, DAY) == [own, closure]
    assert closures_on(inside, DAY + timedelta(days=1)) == [own]
    assert closures_on(beside, DAY) == closures_on(other, DAY) == []
    assert closed_trails(DAY) == ["inside"]
    own.delete()
    assert closed_trails(DAY) == ["inside"]
    assert closed_trails(DAY + timedelta(days=1)) == []


@pytest.mark.parametrize("number", [1, 3])
def test_closures_at_hand_are_asked_no_more(area, number, django_assert_num_queries):
    for _turn in range(number):
        make_trail(area=area)
    Closure.objects.create(area=area, reason_id="fire", starts_on=DAY)
    with django_assert_num_queries(3):
        trails = list(Trail.objects.select_related("area").prefetch_related(*with_closures()))
        assert [len(closures_on(trail, DAY)) for trail in trails] == [1] * number


@pytest.mark.parametrize("both", [True, False])
def test_closure_is_of_one_trail_or_one_area(area, both):
    trail = make_trail()
    places = {"trail": trail, "area": area} if both else {}
    with pytest.raises(ValidationError):
        Closure(side_id="RU", reason_id="fire", starts_on=DAY, **places).full_clean()
    if both:
        with pytest.raises(IntegrityError), transaction.atomic():
            Closure.objects.create(reason_id="fire", starts_on=DAY, **places)


def test_states_follow_the_days_and_lifting(sides):
    closure = Closure.objects.create(
        trail=make_trail(), reason_id="fire", starts_on=DAY, ends_on=DAY + timedelta(days=2)
    )
    told = [closure.state_on(DAY + timedelta(days=day)) for day in (-1, 0, 2, 3)]
    planned, active, lifted = ClosureState
    assert told == [planned, active, active, lifted]
    assert lift_closures([closure], None) == 1
    closure.refresh_from_db()
    assert closure.state_on(DAY) == lifted
    assert closures_on(closure.trail, DAY) == []
    assert not Closure.objects.active_on(DAY).exists()
    assert (closure.starts_on, closure.ends_on) == (DAY, DAY + timedelta(days=2))
    assert lift_closures([closure], None) == 0


@pytest.mark.parametrize("language", ["en", "ru", "zh-hans"])
def test_every_reason_has_words_ready_and_own_words_come_first(sides, language):
    closure = Closure(trail=make_trail(), starts_on=DAY)
    with translation.override(language):
        phrases = []
        for reason in ClosureReason.objects.all():
            closure.reason = reason
            phrases.append(words_of(closure).text)
            assert not words_of(closure).is_fallback
        assert phrases[:-1] == list(dict.fromkeys(phrases[:-1]))
        assert phrases[-1] == ""
        closure.text_ru = "Мост снесло."
        assert words_of(closure).text == "Мост снесло."


@time_machine.travel(datetime(2026, 7, 15, 3, tzinfo=UTC), tick=False)
def test_closure_of_an_area_stands_on_its_trails_lists_calendar_and_map(client, indexes, area):
    trail = make_trail(area=area, track=NORTHWARD)
    make_pages(indexes, trail)
    departure = make_departure(trail)
    Closure.objects.create(area=area, reason_id="flood", starts_on=DAY)
    page = BeautifulSoup(client.get(f"/en/trails/{trail.slug}/").content, "html.parser")
    notice = page.select_one(".trail-closures .notice").get_text(" ", strip=True)
    assert notice == (
        f"All trails of “{area.name_en}” are closed: high water From 15 July 2026 until further "
        "notice. Streams are high. Fords and bridges cannot be crossed safely."
    )
    assert page.select_one(".trail-map__track--closed")
    assert "The trail is closed today." in page.select_one("#trail-map-description").get_text()
    listed = BeautifulSoup(client.get("/en/trails/").content, "html.parser")
    assert listed.select_one(".card .badge--danger").get_text(strip=True) == "Closed"
    calendar = client.get("/en/bookings/departures/").content.decode()
    assert "Trail closed: high water" in calendar
    assert departure.closure.reason_id == "flood"


@time_machine.travel(datetime(2026, 7, 15, 3, tzinfo=UTC), tick=False)
@pytest.mark.parametrize(
    ("code", "title"),
    [
        ("en", "Way: closed · fire danger"),
        ("ru", "Путь: закрыто · пожарная опасность"),
        ("zh-hans", "路：关闭 · 森林火险"),
    ],
)
def test_feed_tells_planned_active_and_lifted_in_each_language(client, indexes, area, code, title):
    trail = make_trail(name_en="Way", name_ru="Путь", name_zh_hans="路")
    make_pages(indexes, trail)
    week = timedelta(days=7)
    Closure.objects.create(trail=trail, reason_id="fire", starts_on=DAY, text_en="<b>Smoke</b>")
    Closure.objects.create(area=area, reason_id="works", starts_on=DAY + week)
    Closure.objects.create(trail=trail, reason_id="flood", starts_on=DAY - week, ends_on=DAY)
    old = Closure.objects.create(trail=trail, reason_id="flood", starts_on=DAY - 30 * week)
    lift_closures([old], None, timezone.now() - 20 * week)
    answer = client.get(f"/{code}/trails/closures.atom")
    assert answer["Content-Type"].startswith("application/atom+xml")
    entries = BeautifulSoup(answer.content, "xml").find_all("entry")
    assert len(entries) == 3
    [fire] = [one for one in entries if one.title.text == title]
    assert fire.link["href"].endswith(f"/{code}/trails/{trail.slug}/")
    assert "<b>" not in fire.summary.text
    assert len({one.id.text for one in entries}) == 3


def test_closures_are_lifted_from_their_list_and_never_the_other_sides(client, sides, home_pages):
    setup_roles()
    client.force_login(make_staff("editor", "RU"))
    own, others = (
        Closure.objects.create(trail=make_trail(side), reason_id="fire", starts_on=DAY)
        for side in ("RU", "CN")
    )
    address = reverse("wagtail_bulk_action", args=["trails", "closure", "lift"])
    shown = client.get(f"{address}?id={own.pk}&id={others.pk}&next=/staff/")
    assert str(own) in shown.content.decode()
    client.post(f"{address}?id={own.pk}&id={others.pk}&next=/staff/")
    assert list(Closure.objects.filter(lifted_at=None)) == [others]
    assert ModelLogEntry.objects.filter(action="trails.lift", object_id=str(own.pk)).count() == 1


def test_form_closes_an_area_of_the_own_side_only(client, sides, home_pages):
    setup_roles()
    client.force_login(make_staff("editor", "RU"))
    data = {"trail": "", "reason": "fire", "effect": "cancel", "starts_on": "2027-01-01"}
    data |= {f"text_{column}": "" for column in ("en", "ru", "zh_hans")}
    address = reverse("wagtailsnippets_trails_closure:add")
    refused = client.post(address, data | {"area": make_area("CN").pk})
    assert "area" in refused.context["form"].errors
    area = make_area("RU")
    assert client.post(address, data | {"area": area.pk}).status_code == 302
    [closure] = area.closures.all()
    assert (closure.side_id, closure.effect) == ("RU", "cancel")
