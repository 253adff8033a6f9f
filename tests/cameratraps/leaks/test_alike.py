"""Vectors 9, 11, 12, 15 and 21: what is hidden answers as what is not there, and asking tells nothing more."""

import re
from collections import Counter

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from content.cameratraps.models import Deployment, Event, Individual, Media
from tests.cameratraps.animals import make_alias, make_claim
from tests.cameratraps.factories import make_event, make_gallery, make_image, make_zone

pytestmark = pytest.mark.django_db
REASONS = (
    "draft",
    "one side",
    "embargo",
    "people",
    "person",
    "no frame",
    "refused",
    "another gallery's",
)
_NUMBERS = re.compile(r"\d+")


def hide(event: Event, reason: str) -> None:
    if reason == "draft":
        event.releases.all().delete()
    elif reason == "one side":
        event.releases.get(side_id="CN").delete()
    elif reason == "embargo":
        event.releases.update(embargo_until="2199-01-01")
    elif reason == "people":
        Media.objects.filter(event=event).update(shows_people=True)
    elif reason == "person":
        Event.objects.filter(pk=event.pk).update(observation_type="human")
    elif reason == "no frame":
        Media.objects.filter(event=event).update(file_public=False)
    elif reason == "refused":
        event.refusals.create(side_id="CN", reason="A ridge")
    else:
        event.entries.all().delete()


def told(client, address: str, code: str) -> tuple:
    """Return all an answer gives to a stranger: status, headers, text, and the shape of the questions behind it."""
    client.get(address)
    with CaptureQueriesContext(connection) as asked:
        answer = client.get(address)
    shapes = Counter(_NUMBERS.sub("N", query["sql"].replace(code, "CODE")) for query in asked)
    return (
        answer.status_code,
        dict(answer.headers),
        answer.content.replace(code.encode(), b"CODE"),
        shapes,
    )


def test_9_and_21_hidden_for_whatever_reason_answers_as_absent(client, home_pages, sides):
    """The same text, status, headers and the same questions to the database, so that time tells nothing either."""
    events = {reason: make_event() for reason in REASONS}
    shown = make_event()
    page = make_gallery(home_pages, shown, *events.values())["en"]
    for reason, event in events.items():
        hide(event, reason)
    for end in ("", "1/", "1/download/"):
        absent = told(client, f"{page.url}zzzzzzzz/{end}", "zzzzzzzz")
        assert absent[0] == 404
        for reason, event in events.items():
            assert told(client, f"{page.url}{event.code}/{end}", event.code) == absent, reason
    assert told(client, f"{page.url}{shown.code}/", shown.code)[0] == 200


def test_9_a_hidden_animal_answers_as_an_absent_one(client, home_pages, sides):
    page = make_gallery(home_pages, make_event())["en"]
    hidden = make_claim(make_alias(), make_event(released=False)).alias.individual
    base = page.url.removesuffix(f"{page.slug}/")
    absent = told(client, f"{base}cats/zzzzzzzz/", "zzzzzzzz")
    assert absent[0] == 404
    assert told(client, f"{base}cats/{hidden.code}/", hidden.code) == absent


def test_8_and_9_addresses_count_nothing(sides):
    """Two visits made one after the other have nothing in common in their addresses, nor anything of their keys."""
    events = [make_event(frames=0) for _turn in range(40)]
    codes = [event.code for event in events]
    assert len(set(codes)) == 40
    assert codes != sorted(codes) and codes != sorted(codes, reverse=True)
    assert not [event for event in events if str(event.pk) == event.code]
    assert all(len(code) == 8 for code in codes)


def camera_in(zone) -> Deployment:
    return Deployment.objects.create(
        zone=zone, start_year=2020, start_month=1, end_year=2030, end_month=12
    )


def pages_of(client, page, *codes: str) -> list[bytes]:
    """Return all pages that tell of some visits, and the lists."""
    base = page.url.removesuffix(f"{page.slug}/")
    ends = ["", "cats/", "cats/count/", "spot-the-cat/", f"{page.slug}/"]
    visits = [f"{page.slug}/{code}/{end}" for code in codes for end in ("", "1/")]
    cats = [f"cats/{one}/" for one in Individual.objects.public().values_list("code", flat=True)]
    return [client.get(f"{base}{end}").content for end in (*ends, *visits, *cats)]


def test_11_nothing_shows_that_two_visits_are_of_one_camera(client, home_pages, sides):
    zone = make_zone("RU")
    one = camera_in(zone)
    first, second = make_event(deployment=one), make_event(deployment=one)
    make_claim(make_alias(), first)
    page = make_gallery(home_pages, first, second)["en"]
    together = pages_of(client, page, first.code, second.code)
    Event.objects.filter(pk=second.pk).update(deployment=camera_in(zone))
    assert pages_of(client, page, first.code, second.code) == together


def test_12_one_place_has_one_value_however_often_it_is_asked_for(client, home_pages, sides):
    zone = make_zone("RU")
    deployment = camera_in(zone)
    events = [make_event(deployment=deployment) for _turn in range(8)]
    page = make_gallery(home_pages, *events)["en"]
    texts = [client.get(f"{page.url}{event.code}/").content.decode() for event in events]
    where = {re.search(r"Zone \d+", text)[0] for text in texts}
    assert where == {zone.name_en}
    assert pages_of(client, page, events[0].code) == pages_of(client, page, events[0].code)


PLACES = (
    {"bbox": "131.0,43.0,131.1,43.1"}, {"near": "43.1,131.1"}, {"lat": "43.1", "lon": "131.1"}, {"latitude": "43.1"},
    {"radius": "1"}, {"zoom": "12"}, {"within": "ru-1"}, {"polygon": "131,43 132,43 132,44"}, {"swlat": "43"},
    {"deployment": "1"}, {"camera": "1"}, {"location": "x"}, {"event": "1"}, {"id": "1"}, {"date": "2024-01-05"},
    {"hour": "5"},
)  # fmt: skip


@pytest.mark.parametrize("end", ["", "cats/", "cats/count/", "spot-the-cat/"])
def test_15_no_parameter_takes_a_place_or_a_time(end, client, home_pages, sides):
    event = make_event()
    make_claim(make_alias(), event)
    page = make_gallery(home_pages, event, make_event("CN"))["en"]
    address = page.url.removesuffix(f"{page.slug}/") + end
    plain = client.get(address).content
    for parameters in PLACES:
        assert client.get(address, parameters).content == plain, parameters


def test_15_a_place_that_is_unknown_and_one_without_visits_answer_alike(client, home_pages, sides):
    make_event("CN", released=False)
    page = make_gallery(home_pages, make_event("RU"))["en"]
    base = page.url.removesuffix(f"{page.slug}/")
    hidden = Event.objects.filter(releases__isnull=True).get().zone
    texts = [
        client.get(base, {"zone": code}).content.replace(code.encode(), b"")
        for code in (hidden.code, "nowhere-7", make_zone("RU").code)
    ]
    assert texts[0] == texts[1] == texts[2]


def test_21_a_page_says_the_same_whether_something_is_hidden_or_there_is_nothing(
    client, home_pages, sides
):
    """No mark, count or gap tells that more of an animal, a gallery or a side is kept back."""
    shown, alias = make_event(), make_alias()
    make_claim(alias, shown)
    page = make_gallery(home_pages, shown)["en"]
    without = pages_of(client, page, shown.code)
    hidden = make_event("CN", released=False)
    hidden.entries.create(gallery=page.gallery, sort_order=9)
    make_claim(alias, hidden)
    Media.objects.create(event=shown, image=make_image(), sort_order=9, file_public=False)
    assert pages_of(client, page, shown.code) == without
