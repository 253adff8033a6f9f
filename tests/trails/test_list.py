"""The list of trails: who is in it, filters, marks, languages, queries."""

from datetime import date

import pytest
import time_machine
from bs4 import BeautifulSoup

from content.trails.models import Closure
from content.trails.months import to_bits
from tests.trails.factories import make_pages, make_picture, make_trail

pytestmark = pytest.mark.django_db
ROLLS = {"wheelchair": "partly", "pushchair": "partly"}


def titles(client, query: str = "", code: str = "en") -> list[str]:
    response = client.get(f"/{code}/trails/{query}")
    assert response.status_code == 200
    soup = BeautifulSoup(response.content, "html.parser")
    return [title.get_text(strip=True) for title in soup.select(".card__title")]


@pytest.fixture
def trails(indexes):
    """Three trails with pages, and one without."""
    made = {
        "short": make_trail("RU", name_en="Short", length_km="1.99", min_age=8, **ROLLS),
        "long": make_trail("RU", name_en="Long", length_km="5", difficulty="hard"),
        "summer": make_trail(
            "CN",
            name_en="Summer",
            length_km="2",
            open_months=to_bits([6, 7]),
            min_age=3,
            wheelchair="no",
            pushchair="yes",
        ),
    }
    for trail in made.values():
        make_pages(indexes, trail)
    make_trail(name_en="No page")
    return made


def test_only_trails_with_a_published_page_are_listed(client, indexes, trails):
    draft = make_trail(name_en="Draft")
    make_pages(indexes, draft, live=False)
    assert titles(client) == ["Short", "Long", "Summer"]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("?side=CN", ["Summer"]),
        ("?side=RU", ["Short", "Long"]),
        ("?level=hard", ["Long"]),
        ("?length=short", ["Short"]),
        ("?length=medium", ["Summer"]),
        ("?length=long", ["Long"]),
        ("?month=7", ["Short", "Long", "Summer"]),
        ("?month=1", ["Short", "Long"]),
        ("?age=0", ["Long"]),
        ("?age=3", ["Long", "Summer"]),
        ("?age=8", ["Short", "Long", "Summer"]),
        ("?side=CN&month=1", []),
        ("?wheels=wheelchair", ["Short"]),
        ("?wheels=pushchair", ["Short", "Summer"]),
        ("?side=&level=&length=&month=&age=", ["Short", "Long", "Summer"]),
    ],
)
def test_filters(client, trails, query, expected):
    assert titles(client, query) == expected


@pytest.mark.parametrize(
    "query",
    [
        "?side=KP",
        "?level=%00",
        "?length=short%22",
        "?month=13",
        "?month=-1",
        "?age=x",
        "?age=-1",
        "?age=" + "9" * 5000,
        "?side=" + "a" * 5000,
        "?unknown=1",
    ],
)
def test_a_value_that_is_not_known_filters_nothing(client, trails, query):
    assert titles(client, query) == ["Short", "Long", "Summer"]


def test_a_value_that_is_not_known_is_explained_and_the_others_filter(client, trails):
    response = client.get("/en/trails/?month=13&side=CN")
    text = BeautifulSoup(response.content, "html.parser").get_text(" ", strip=True)
    assert "This choice is not known; it was left out." in text
    assert "1 trail" in text
    assert titles(client, "?month=13&side=CN") == ["Summer"]


def test_nothing_found_leads_back_to_all(client, trails):
    soup = BeautifulSoup(client.get("/en/trails/?side=CN&month=1").content, "html.parser")
    empty = soup.select_one(".empty-state")
    assert empty.a["href"] == "/en/trails/"
    assert "0 trails" in soup.get_text(" ", strip=True)


def test_an_empty_list_says_so(client, indexes):
    soup = BeautifulSoup(client.get("/en/trails/").content, "html.parser")
    assert "There are no trails here yet" in soup.select_one(".empty-state").get_text()
    assert soup.select_one(".empty-state").a is None


@time_machine.travel("2026-07-15T03:00:00Z", tick=False)
def test_closed_and_off_season_trails_carry_a_badge(client, trails):
    Closure.objects.create(trail=trails["short"], reason_id="fire", starts_on=date(2026, 7, 15))
    Closure.objects.create(
        trail=trails["long"],
        reason_id="flood",
        starts_on=date(2026, 7, 1),
        ends_on=date(2026, 7, 14),
    )
    trails["long"].open_months = to_bits([1])
    trails["long"].save()
    soup = BeautifulSoup(client.get("/en/trails/").content, "html.parser")
    badges = [
        badge.get_text(strip=True) if (badge := card.select_one(".badge")) else ""
        for card in soup.select(".card")
    ]
    assert badges == ["Closed", "Out of season", ""]


@time_machine.travel("2026-07-14T15:00:00Z", tick=False)
def test_a_closure_begins_at_midnight_of_its_own_side(client, indexes):
    for side in ("RU", "CN"):
        trail = make_trail(side)
        make_pages(indexes, trail)
        Closure.objects.create(trail=trail, reason_id="works", starts_on=date(2026, 7, 15))
    soup = BeautifulSoup(client.get("/en/trails/").content, "html.parser")
    assert [bool(card.select_one(".badge--danger")) for card in soup.select(".card")] == [
        True,
        False,
    ]


@pytest.mark.parametrize("code", ["en", "ru", "zh-hans"])
def test_each_language_lists_its_own_pages(client, indexes, code):
    trail = make_trail()
    make_pages(indexes, trail)
    assert titles(client, code=code) == [getattr(trail, f"name_{code.replace('-', '_')}")]


def test_a_page_not_yet_translated_is_listed_in_its_language_and_marked(client, indexes):
    trail = make_trail(name_ru="Только по-русски")
    make_pages(indexes, trail, codes=("ru",))
    soup = BeautifulSoup(client.get("/zh-hans/trails/").content, "html.parser")
    [card] = soup.select(".card")
    assert card.find_parent(lang=True) or card["lang"] == "ru"
    assert card.a["href"] == f"/ru/trails/{trail.slug}/"
    assert card.a.get_text(strip=True) == "Только по-русски"


def test_long_names_and_missing_pictures_do_no_harm(client, indexes):
    trail = make_trail(name_en="Очень" * 32, lead_en="x" * 600)
    make_pages(indexes, trail, title="W" * 255)
    assert titles(client) == ["W" * 255]


@pytest.mark.parametrize("number", [1, 3])
def test_the_list_asks_as_much_for_three_trails_as_for_one(
    client, indexes, number, django_assert_num_queries
):
    for _turn in range(number):
        trail = make_trail(image=make_picture())
        make_pages(indexes, trail, image=make_picture())
        Closure.objects.create(trail=trail, reason_id="fire", starts_on=date(2026, 1, 1))
    client.get("/ru/trails/")
    with django_assert_num_queries(9):
        client.get("/ru/trails/?age=9&month=6")
