"""The page of a trail: facts, drawings, closures, fallbacks, queries."""

from datetime import date

import pytest
import time_machine
from bs4 import BeautifulSoup

from content.trails.models import Closure, TrailPage, TrailPicture
from content.trails.months import to_bits
from tests.bookings.factories import make_departure
from tests.trails.factories import (
    NORTHWARD,
    make_pages,
    make_picture,
    make_point,
    make_species,
    make_trail,
    make_wildlife_index,
)

pytestmark = pytest.mark.django_db


def soup_of(client, trail, code: str = "en") -> BeautifulSoup:
    response = client.get(f"/{code}/trails/{trail.slug}/")
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser")


@pytest.mark.parametrize(
    ("code", "name", "rule"),
    [("en", "Cat", "No dogs"), ("ru", "Кошка", "Без собак"), ("zh-hans", "猫", "禁止带狗")],
)
def test_the_page_speaks_three_languages(client, indexes, code, name, rule):
    trail = make_trail(
        name_en="Cat",
        name_ru="Кошка",
        name_zh_hans="猫",
        rules_en="No dogs\nNo fire",
        rules_ru="Без собак\nБез огня",
        rules_zh_hans="禁止带狗\n禁止用火",
        track=NORTHWARD,
    )
    make_pages(indexes, trail)
    soup = soup_of(client, trail, code)
    assert soup.h1.get_text(strip=True) == name
    assert soup.select_one("#rules").find_next("li").get_text(strip=True) == rule
    assert name in soup.select_one("#trail-map-title").get_text()
    assert [link["hreflang"] for link in soup.select("link[hreflang]")] == [
        "en",
        "ru",
        "zh-Hans",
        "x-default",
    ]


def test_a_fact_not_yet_translated_is_shown_and_marked(client, indexes):
    trail = make_trail(access_ru="Автобусом до Барабаша", bring_ru="Вода\nДокумент")
    make_pages(indexes, trail)
    soup = soup_of(client, trail, "zh-hans")
    text = soup.find(string="Автобусом до Барабаша")
    assert text.find_parent(lang=True)["lang"] == "ru"
    assert soup.select_one("#bring").find_next("ul")["lang"] == "ru"
    assert "lang" not in soup_of(client, trail, "ru").select_one("#bring").find_next("ul").attrs


def test_the_switcher_says_which_language_is_missing(client, indexes):
    trail = make_trail()
    make_pages(indexes, trail, codes=("en", "ru"))
    soup = soup_of(client, trail)
    assert soup.find(string=lambda text: "暂无中文版" in text)
    assert {link["hreflang"] for link in soup.select("link[hreflang]")} == {
        "en",
        "ru",
        "x-default",
    }


def test_map_profile_and_download_come_from_the_track(client, indexes):
    trail = make_trail(track=NORTHWARD, is_sample_track=True)
    make_point(trail, at=0.5, name_en="Old oak")
    make_pages(indexes, trail)
    soup = soup_of(client, trail)
    assert soup.select_one("svg.trail-map[role=img]")
    assert soup.select_one("svg.trail-profile[role=img]")
    assert "Old oak" in soup.select_one(".trail-stops").get_text()
    assert "invented" in soup.select_one(".trail-sample").get_text()
    assert soup.select_one("a[download]")["href"] == f"/en/trails/{trail.slug}/track.gpx"
    summary = soup.select_one(".chart__seen").get_text(strip=True)
    assert soup.select_one(".chart .sample-mark")
    assert summary.replace("\xa0", " ") == (
        "The way starts at 100 m above the sea, is highest at 200 m after 2.2 km and ends at 100 m. "
        "In all it climbs 100 m and descends 100 m."
    )


def test_a_track_without_heights_has_a_map_and_no_profile(client, indexes):
    trail = make_trail(track=[[131.4, 43.2, None], [131.4, 43.21, None]])
    make_pages(indexes, trail)
    soup = soup_of(client, trail)
    assert soup.select_one("svg.trail-map")
    assert not soup.select_one("svg.trail-profile")


def test_a_bare_trail_has_a_page(client, indexes):
    trail = make_trail(length_km=None, open_months=0)
    make_pages(indexes, trail, summary="")
    soup = soup_of(client, trail)
    assert not soup.select_one("svg.trail-map")
    assert "not open at present" in soup.select_one(".key-facts").get_text()


@time_machine.travel("2026-04-10T03:00:00Z", tick=False)
def test_closures_of_today_and_of_the_coming_weeks_are_announced(client, indexes):
    trail = make_trail()
    make_pages(indexes, trail)
    days = {
        "fire": (date(2026, 4, 1), None),
        "works": (date(2026, 5, 1), date(2026, 5, 3)),
        "typhoon": (date(2026, 9, 1), None),
        "flood": (date(2026, 3, 1), date(2026, 4, 9)),
    }
    for reason, (starts_on, ends_on) in days.items():
        Closure.objects.create(
            trail=trail,
            reason_id=reason,
            starts_on=starts_on,
            ends_on=ends_on,
            text_en=f"<{reason}>",
        )
    notices = [
        notice.get_text(" ", strip=True)
        for notice in soup_of(client, trail).select(".trail-closures .notice")
    ]
    assert notices == [
        "This trail is closed: fire danger From 1 April 2026 until further notice. <fire>",
        "Will be closed: works on the trail From 1 May 2026 to 3 May 2026, both days included. <works>",
    ]


@time_machine.travel("2026-01-10T03:00:00Z", tick=False)
def test_out_of_season_is_said_with_the_note(client, indexes):
    trail = make_trail(open_months=to_bits([6]), season_note_en="Icy in winter.")
    make_pages(indexes, trail)
    [notice] = soup_of(client, trail).select(".trail-closures .notice")
    assert "Icy in winter." in notice.get_text()


def test_words_from_the_editors_are_escaped(client, indexes):
    trail = make_trail(track=NORTHWARD, name_en="<script>x</script>", access_en="<b>bus</b>")
    make_point(trail, at=0.2, name_en='"><img src=x>')
    make_pages(indexes, trail)
    html = client.get(f"/en/trails/{trail.slug}/").content.decode()
    assert "<script>x" not in html
    assert "<b>bus" not in html
    assert "<img src=x" not in html


def test_an_unsaved_draft_can_be_previewed(indexes):
    trail = make_trail(track=NORTHWARD)
    page = TrailPage(title="Draft", slug="draft", trail=trail, locale=indexes["en"].locale)
    page.path, page.depth = indexes["en"].path + "9999", 4
    assert page.make_preview_request().status_code == 200


@pytest.mark.parametrize("points", [1, 3])
def test_the_page_asks_the_same_whatever_the_trail_has(
    client, indexes, points, django_assert_num_queries
):
    trail = make_trail(track=NORTHWARD, image=make_picture())
    for place in range(points):
        make_point(trail, at=place / 4)
        Closure.objects.create(trail=trail, reason_id="fire", starts_on=date(2026, 1, 1 + place))
        TrailPicture.objects.create(trail=trail, image=make_picture())
        trail.species.add(make_species(f"cat-{place}", image=make_picture()))
    trail.save()
    make_pages(indexes, trail, image=trail.image)
    make_wildlife_index(indexes["en"].get_parent())
    for _turn in range(points):
        make_departure(trail)
    client.get(f"/ru/trails/{trail.slug}/")
    with django_assert_num_queries(15):
        response = client.get(f"/ru/trails/{trail.slug}/")
    assert response.content.count(b'class="departure ') == points


def test_facts_of_access_stand_with_their_text(client, indexes):
    trail = make_trail(
        track=NORTHWARD,
        surface="gravel",
        width_cm=120,
        steps=0,
        wheelchair="partly",
        pushchair="yes",
        accessibility_en="Ask at the gate.",
    )
    make_pages(indexes, trail)
    box = soup_of(client, trail).select_one("#accessibility").parent
    told = [
        [cell.get_text(strip=True) for cell in row.find_all(["dt", "dd"])] for row in box("div")
    ]
    assert [row for row in told if len(row) == 2] == [
        ["Surface", "gravel"],
        ["Narrowest place", "120 cm"],
        ["Steepest slope", "4%"],
        ["Steps", "none"],
        ["Wheelchair", "partly"],
        ["Pushchair", "yes"],
    ]
    assert "Ask at the gate." in box.get_text()


def test_hours_party_and_dogs_are_told_in_brief(client, indexes):
    trail = make_trail(opens_at="09:00", shuts_at="18:30", min_party=4, max_party=12)
    make_pages(indexes, trail)
    brief = soup_of(client, trail).select_one(".trail-aside .facts").get_text(" ", strip=True)
    for words in ("Party 4–12 people", "Opening hours 09:00–18:30", "Dogs not allowed"):
        assert words in brief


def test_animals_are_cards_that_lead_to_their_pages(client, indexes):
    trail = make_trail()
    trail.species.add(make_species("lynx", name_en="Lynx"))
    trail.save()
    make_pages(indexes, trail)
    make_wildlife_index(indexes["en"].get_parent())
    [link] = soup_of(client, trail).select(".trail-animals .card a")
    assert (link.get_text(), link["href"]) == ("Lynx", "/en/wildlife/lynx/")


def test_places_show_the_drawing_of_their_kind_on_map_and_list(client, indexes):
    trail = make_trail(track=NORTHWARD)
    make_point(trail, at=0.2, kind="hazard", name_en="Loose rocks")
    make_pages(indexes, trail)
    soup = soup_of(client, trail)
    shown = [soup.select_one(part)["href"] for part in (".trail-map use", ".trail-stops use")]
    assert [address.rpartition("#")[2] for address in shown] == ["warning", "warning"]


def test_time_of_the_formula_is_told_where_it_differs_much(client, indexes):
    numbers = {"length_km": "8", "ascent_m": 300, "descent_m": 300}
    own = make_trail(**numbers, duration_min=60, duration_max=90)
    none = make_trail(**numbers)
    near = make_trail(**numbers, duration_min=150, duration_max=180)
    for trail in (own, none, near):
        make_pages(indexes, trail)
    notes = [soup_of(client, trail).select_one(".trail-time") for trail in (own, none, near)]
    assert (
        notes[0]
        .get_text()
        .startswith(
            "Walking alone takes 2 hrs 50 mins by DIN 33466; the time above is the reserve’s own. "
            "In an hour one walks 4 km on the level, climbs 300 m or descends 500 m"
        )
    )
    assert notes[1].get_text().startswith("The time is computed by DIN 33466, rests not included.")
    assert notes[1].a["href"].startswith("https://din.de/")
    assert notes[2] is None


def test_button_to_the_departures_stands_only_where_there_are_some(client, indexes):
    trail = make_trail()
    make_pages(indexes, trail)
    address = f"/ru/trails/{trail.slug}/"
    assert 'href="#departures"' not in client.get(address).content.decode()
    make_departure(trail)
    assert 'href="#departures"' in client.get(address).content.decode()


def test_place_whose_name_says_its_kind_is_not_named_twice(client, indexes):
    trail = make_trail(track=NORTHWARD)
    make_point(trail, at=0.2, name_en="Viewpoint", kind="viewpoint")
    make_pages(indexes, trail)
    soup = BeautifulSoup(client.get(f"/en/trails/{trail.slug}/").content, "html.parser")
    assert "viewpoint" not in soup.select_one(".trail-stops .soft").get_text()
