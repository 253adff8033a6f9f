"""The staff form and listings of trails."""

import pytest
from bs4 import BeautifulSoup
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from wagtail.test.utils.form_data import inline_formset, nested_form_data
from wagtail.users.models import UserProfile

from content.trails.models import Closure, Trail
from content.trails.months import from_bits
from staff.models import User
from tests.trails.factories import NORTHWARD, gpx_text, make_trail

pytestmark = pytest.mark.django_db


@pytest.fixture
def staff_client(client):
    client.force_login(User.objects.create_superuser("anna", "anna@example.org", "x" * 12))
    return client


def form_data(**changes) -> dict:
    data = {
        "slug": "new",
        "side": "RU",
        "name_en": "New",
        "name_ru": "Новая",
        "name_zh_hans": "新",
        "difficulty": "easy",
        "route_type": "loop",
        "guide": "optional",
        "order": "0",
        "points": inline_formset([]),
        "pictures": inline_formset([]),
    }
    return {**nested_form_data({**data, **changes}), "months": ["5", "6"]}


def upload(text: str) -> SimpleUploadedFile:
    return SimpleUploadedFile("track.gpx", text.encode(), content_type="application/gpx+xml")


def test_a_trail_is_added_with_its_track_numbers_and_months(staff_client, sides):
    address = reverse("wagtailsnippets_trails_trail:add")
    response = staff_client.post(address, {**form_data(), "gpx": upload(gpx_text())})
    assert response.status_code == 302, response.context["form"].errors
    trail = Trail.objects.get(slug="new")
    assert trail.track == NORTHWARD
    assert (float(trail.length_km), trail.ascent_m, trail.max_height_m) == (4.45, 100, 200)
    assert from_bits(trail.open_months) == [5, 6]


@pytest.mark.parametrize(
    ("language", "message"),
    [("en", "Line 6: “north” is not a number."), ("ru", "north"), ("zh-hans", "north")],
)
def test_a_bad_file_is_refused_in_the_language_of_the_user(staff_client, sides, language, message):
    user = User.objects.get()
    UserProfile.objects.update_or_create(user=user, defaults={"preferred_language": language})
    trail = make_trail(track=NORTHWARD, length_km="9.99")
    address = reverse("wagtailsnippets_trails_trail:edit", args=[trail.pk])
    bad = upload(gpx_text().replace('43.203"', 'north"', 1))
    response = staff_client.post(address, {**form_data(slug=trail.slug), "gpx": bad})
    assert response.status_code == 200
    [error] = response.context["form"].errors["gpx"]
    assert message in error
    trail.refresh_from_db()
    assert (trail.track, float(trail.length_km)) == (NORTHWARD, 9.99)


def test_saving_without_a_file_keeps_the_track_and_typed_numbers(staff_client, sides):
    trail = make_trail(track=NORTHWARD, is_sample_track=True)
    address = reverse("wagtailsnippets_trails_trail:edit", args=[trail.pk])
    staff_client.post(address, form_data(slug=trail.slug, length_km="7.5", is_sample_track="on"))
    trail.refresh_from_db()
    assert (trail.track, float(trail.length_km)) == (NORTHWARD, 7.5)
    assert trail.is_sample_track


def test_the_track_can_be_taken_away(staff_client, sides):
    trail = make_trail(track=NORTHWARD)
    address = reverse("wagtailsnippets_trails_trail:edit", args=[trail.pk])
    staff_client.post(address, form_data(slug=trail.slug, drop_track="on"))
    trail.refresh_from_db()
    assert trail.track == []


def test_the_form_shows_the_months_and_takes_files(staff_client, sides):
    trail = make_trail(open_months=0b11)
    address = reverse("wagtailsnippets_trails_trail:edit", args=[trail.pk])
    soup = BeautifulSoup(staff_client.get(address).content, "html.parser")
    ticked = [box["value"] for box in soup.select("input[name=months][checked]")]
    assert ticked == ["1", "2"]
    assert soup.select_one("input[name=gpx]").find_parent("form")["enctype"] == (
        "multipart/form-data"
    )


def test_trails_are_filtered_and_searched_and_exported(staff_client, sides):
    make_trail("RU", name_en="Oak", difficulty="easy")
    make_trail("CN", name_zh_hans="松树", name_en="Pine", difficulty="hard")
    address = reverse("wagtailsnippets_trails_trail:list")
    for query in ("?side=CN", "?difficulty=hard", "?q=松树"):
        text = staff_client.get(address + query).content.decode()
        assert "Pine" in text
        assert "Oak" not in text
    export = b"".join(staff_client.get(address + "?export=csv").streaming_content).decode()
    assert "Oak" in export
    assert "松树" in export


def test_closures_are_listed_by_side(staff_client, sides):
    for side in ("RU", "CN"):
        trail = make_trail(side, name_en=f"Way {side}")
        Closure.objects.create(trail=trail, reason_id="fire", starts_on="2026-05-01")
    address = reverse("wagtailsnippets_trails_closure:list")
    page = BeautifulSoup(staff_client.get(address + "?side=CN").content, "html.parser")
    rows = page.select("table.listing tbody tr")
    assert len(rows) == 1
    assert "Way CN" in rows[0].get_text()


def test_visitors_cannot_reach_the_form(client, sides):
    address = reverse("wagtailsnippets_trails_trail:add")
    assert client.post(address, form_data()).status_code == 302
    assert not Trail.objects.exists()
