"""When animals pass: what is counted, and that no small number can be read or worked out."""

import re
from xml.etree import ElementTree

import pytest
import time_machine
from bs4 import BeautifulSoup
from django.utils.translation import override
from hypothesis import given
from hypothesis import strategies as st

from content.cameratraps import queries
from content.cameratraps.rhythm import rhythms_of_species
from content.cameratraps.small_numbers import LEAST, at_least, cells
from content.reserve.models import WildlifeIndexPage
from tests.cameratraps.factories import make_event, make_gallery, make_species


def make_visits(home_pages, numbers: dict[tuple[str, int], int], **changes) -> dict:
    """Create a gallery with so many visits of each (band, month)."""
    events = [
        make_event(band=band, month=month, frames=1, **changes)
        for (band, month), number in numbers.items()
        for _turn in range(number)
    ]
    return make_gallery(home_pages, *events)


NIGHTS = {("night", 1): 7, ("day", 1): 1, ("dawn", 6): 2, ("dusk", 6): 4}


@pytest.mark.parametrize(
    ("numbers", "told"),
    [
        ([7, 6, 5], [7, 6, 5]),
        ([12, 3, 4, 9], [12, None, None, 9]),
        (
            [13, 10, 5, 3],
            [13, 10, None, None],
        ),  # 5 is kept back: the whole less 28 would tell the 3
        ([8, 3, 0, 0], [None, None, None, None]),
        ([0, 0, 20, 9, 6], [None, None, 20, 9, None]),
        ([4, 4, 4], [None, None, None]),
        ([], []),
    ],
)
def test_small_numbers_and_what_gives_them_away_are_kept_back(numbers, told):
    assert [cell.number for cell in cells(numbers)] == told


@given(st.lists(st.integers(0, 60), max_size=12))
def test_no_small_number_is_told_and_the_rest_never_gives_one(numbers):
    told = cells(numbers)
    hidden = [number for number, cell in zip(numbers, told, strict=True) if cell.number is None]
    assert all(cell.number is None or cell.number >= LEAST for cell in told)
    assert not hidden or sum(hidden) >= LEAST or len(hidden) == len(numbers)
    assert [cell.is_small for cell in told] == [number < LEAST for number in numbers]


def same_as(number: int) -> tuple[int, int]:
    """Return the least and the highest number that is told as this one is."""
    told = [one for one in range(number * 3 + LEAST + 1) if at_least(one) == at_least(number)]
    return told[0], told[-1]


@given(st.integers(0, 300), st.integers(0, 300))
def test_subtracting_told_numbers_leaves_the_rest_open(one, other):
    whole, part = same_as(max(one, other)), same_as(min(one, other))
    assert whole[1] - part[0] - max(whole[0] - part[1], 0) >= LEAST - 1
    assert at_least(one) is None or LEAST <= at_least(one) <= one


@pytest.mark.django_db
def test_only_public_visits_that_can_be_seen_are_counted_once(
    home_pages, sides, django_assert_num_queries
):
    seen = make_event(band="dawn", month=3, year=2023, is_sample=True)
    hidden = make_event(released=False)
    make_gallery(home_pages, seen, hidden)
    make_gallery(home_pages, seen)
    in_no_gallery = make_event(band="day", month=5, year=2024)
    leopard = make_species()
    with django_assert_num_queries(1):
        rhythm = queries.rhythm(species=leopard)
    told = (rhythm.total, dict(rhythm.bands), dict(rhythm.months))
    assert told == (2, {"dawn": 1, "day": 1}, {3: 1, 5: 1})
    assert set(rhythm.zones) == {seen.zone.pk, in_no_gallery.zone.pk}
    assert (rhythm.first_year, rhythm.last_year, rhythm.is_sample) == (2023, 2024, True)
    assert queries.rhythm(species=make_species("amur-tiger")).total == 0


@pytest.mark.django_db
def test_charts_tell_band_and_season_apart_and_no_small_number(home_pages, sides):
    make_visits(home_pages, NIGHTS)
    with override("en"):
        day, year = rhythms_of_species(make_species()).charts
    assert day.rows == [
        ["dawn", "fewer than 5"],
        ["day", "fewer than 5"],
        ["dusk", "fewer than 5"],
        ["night", "7"],
    ]
    assert year.rows == [
        ["winter", "8"],
        ["spring", "fewer than 5"],
        ["summer", "–"],
        ["autumn", "fewer than 5"],
    ]
    for chart, told in ((day, {"7", "<5"}), (year, {"8", "–", "<5"})):
        words = {
            element.text
            for element in ElementTree.fromstring(chart.svg).iter("text")
            if "label" in element.get("class")
        }
        assert words == told


@pytest.mark.django_db
def test_months_are_told_when_half_of_them_can_be(home_pages, sides):
    make_visits(home_pages, {("night", month): 5 for month in range(4, 10)})
    with override("en"):
        seasons = rhythms_of_species(make_species()).charts[-1]
        make_visits(home_pages, {("night", 10): 6})
        months = rhythms_of_species(make_species()).charts[-1]
    assert (len(seasons.rows), len(months.rows)) == (4, 12)
    few = "fewer than 5"
    told = [few, few, few, "–", "5", "5", "5", "5", "5", "6", few, few]
    assert [row[1] for row in months.rows] == told


@pytest.mark.django_db
@pytest.mark.parametrize("language", ["en", "ru", "zh-hans"])
@time_machine.travel("2026-11-20T03:00:00Z", tick=False)
def test_a_chart_says_what_to_see_of_what_and_until_when(home_pages, sides, language):
    make_visits(home_pages, NIGHTS, is_sample=True, year=2024)
    with override(language):
        chart = rhythms_of_species(make_species()).charts[0]
    root = ElementTree.fromstring(chart.svg)
    named = [root.find(f".//*[@id='{name}']").text for name in root.get("aria-labelledby").split()]
    assert named == [chart.caption, chart.seen]
    assert chart.is_sample
    for part in ("2024", "2026", "20"):
        assert part in chart.source
    assert ".." not in chart.source
    assert {"en": "night", "ru": "ночь", "zh-hans": "夜间"}[language] in chart.seen


@pytest.mark.django_db
@pytest.mark.parametrize("visits", [1, 9])
def test_too_few_visits_are_a_sentence_and_no_number(home_pages, sides, visits):
    make_visits(home_pages, {("night", 1): visits})
    rhythms = rhythms_of_species(make_species())
    assert rhythms.charts == []
    assert "Too few visits" in rhythms.instead
    assert not re.search(r"\d", rhythms.instead)


@pytest.mark.django_db
def test_many_visits_that_tell_nothing_are_a_sentence_too(home_pages, sides):
    make_visits(
        home_pages,
        {(band, month): 1 for band in ("night", "day", "dawn") for month in (1, 4, 7, 10)},
    )
    rhythms = rhythms_of_species(make_species())
    assert (rhythms.charts, bool(rhythms.instead)) == ([], True)


@pytest.mark.django_db
def test_pages_show_the_charts_in_their_places(client, home_pages, sides):
    home = home_pages["en"]
    home.refresh_from_db()
    home.add_child(instance=WildlifeIndexPage(title="W", slug="wildlife", locale=home.locale))
    page = make_visits(home_pages, NIGHTS)["en"]
    make_species("amur-tiger")
    charts = {
        address: len(BeautifulSoup(client.get(address).content, "html.parser").select(".chart"))
        for address in (
            "/en/wildlife/amur-leopard/",
            "/en/wildlife/amur-tiger/",
            page.url,
            "/en/galleries/",
            "/en/galleries/visits/",
            "/en/galleries/visits/?time=night",
        )
    }
    assert list(charts.values()) == [2, 0, 0, 0, 2, 0]
    assert (
        "When and where the cameras see it"
        not in client.get("/en/wildlife/amur-tiger/").content.decode()
    )
