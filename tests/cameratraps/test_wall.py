"""All visits at once: what a selection shows, what is told beside it, and that its rows keep in step."""

import re
from itertools import combinations

import pytest
from bs4 import BeautifulSoup

from content.cameratraps import shown, wall
from content.cameratraps.models import Event, Media, Release, ShownVisit
from tests.cameratraps.animals import make_known
from tests.cameratraps.factories import (
    make_deployment,
    make_event,
    make_gallery,
    make_indexes,
    make_species,
)

pytestmark = pytest.mark.django_db
WALL = "/en/galleries/visits/"


def soup_of(client, query: str = "", language: str = "en") -> BeautifulSoup:
    response = client.get(f"/{language}/galleries/visits/{query}")
    assert response.status_code == 200, query
    return BeautifulSoup(response.content, "html.parser")


def told(soup: BeautifulSoup, name: str) -> dict[str, str]:
    """Return value → the number beside it."""
    options = soup.select(f"select[name={name}] option[value]:not([value=''])")
    return {one["value"]: re.search(r"\((.+)\)$", one.get_text())[1] for one in options}


def test_numbers_beside_choices_are_those_of_what_one_then_sees(forest, django_assert_num_queries):
    offered = wall.offer()
    values = {name: list(found) for name, found in offered.values().items()}
    everything = [(name, value) for name, found in values.items() for value in found]
    for one, other in combinations(everything[::3], 2):
        if one[0] == other[0]:
            continue
        before, chosen = dict([one]), dict([one, other])
        with django_assert_num_queries(2):
            counted = wall.tallies(wall.Selection.of(before, offered), offered)
        seen = wall.visits(wall.Selection.of(chosen, offered).rows(), number=100)
        assert counted.by_filter[other[0]][other[1]] == len(seen), chosen
        assert wall.tallies(wall.Selection.of(chosen, offered), offered).total == len(seen), chosen
    for name, found in values.items():
        if name not in ("season", "side", "time"):  # each visit has one value of all others
            assert sum(wall.tallies(wall.Selection({}), offered).by_filter[name].values()) == 40, (
                name
            )
        assert found


def test_no_small_number_is_told_beside_any_choice(client, forest):
    soup = soup_of(client)
    assert soup.select_one(".filters__count").get_text() == "at least 20 visits"
    assert told(soup, "side") == {"RU": "20+", "CN": "10+"}
    assert set(told(soup, "month").values()) == {"<5"}  # three or four in each
    assert told(soup_of(client, "?side=CN&species=amur-tiger"), "season")["summer"] == "<5"
    few = soup_of(client, "?side=CN&species=amur-tiger")
    assert few.select_one(".filters__count").get_text() == "fewer than 5 visits"
    assert len(few.select("#visits .card")) == 3


def test_each_visit_has_an_address_whether_or_not_a_gallery_shows_it(client, forest):
    first = soup_of(client).select_one("#visits .card a")["href"]
    page = client.get(first)
    assert page.status_code == 200
    event = Event.objects.get(code=first.split("/")[-2])
    assert client.get(f"{first}1/").status_code == 200
    gallery = make_gallery({"en": make_home(client)}, event, codes=("en",))["en"]
    canonical = BeautifulSoup(client.get(f"{gallery.url}{event.code}/").content, "html.parser")
    assert canonical.select_one("link[rel=canonical]")["href"].endswith(first)


def make_home(client):
    from content.reserve.models import HomePage

    return HomePage.of_language("en")


def test_a_selection_has_one_address_and_is_taken_apart_link_by_link(client, forest):
    soup = soup_of(client, "?side=RU&page=1&species=amur-leopard&season=&lat=43.1&time=night")
    address = "?species=amur-leopard&side=RU&time=night"
    assert soup.select_one("link[rel=canonical]")["href"].endswith(WALL + address)
    assert soup.select_one("meta[name=robots]")["content"] == "noindex, follow"
    links = [one["href"] for one in soup.select(".chosen-filters a[rel=nofollow]")]
    assert links == [
        f"{WALL}?side=RU&time=night",
        f"{WALL}?species=amur-leopard&time=night",
        f"{WALL}?species=amur-leopard&side=RU",
    ]
    languages = {one["href"] for one in soup.select(".languages a")}
    assert f"/ru/galleries/visits/{address}" in languages
    assert "Disallow: /en/galleries/visits/?" in client.get("/robots.txt").content.decode()
    moved = client.get("/en/galleries/?side=RU&season=&utm=x")
    assert (moved.status_code, moved["Location"]) == (301, f"{WALL}?side=RU")


def test_what_is_hidden_and_what_is_not_there_answer_alike(client, forest):
    hidden = make_event("CN", species=make_species("amur-hare"), released=False)
    for name, value in (("zone", hidden.zone.code), ("species", "amur-hare"), ("year", "1999")):
        answers = [client.get(f"{WALL}?{name}={one}").content for one in (value, "nowhere")]
        assert answers[0] == answers[1], name
        assert b"This choice is not known" in answers[0]


def test_of_an_animal_known_by_name_nothing_finer_than_side_and_year_is_told(client, forest):
    leopard = make_known("RU", name_en="Sample leopard")
    soup = soup_of(client, f"?cat={leopard.code}&month=1&side=RU&time=night")
    assert "Left out: Day or night, Month." in soup.select_one(".visit-filters__note").get_text()
    assert "(" not in soup.select_one("select[name=month]").get_text()
    cards = soup.select("#visits .card__meta")
    assert [one.get_text(" ", strip=True) for one in cards] == ["Russia 2024"]
    assert soup.select_one("link[rel=canonical]")["href"].endswith(f"?side=RU&cat={leopard.code}")


@pytest.mark.parametrize("number", [1, 30])
def test_the_wall_asks_the_same_few_questions(
    client, home_pages, sides, number, django_assert_num_queries
):
    make_indexes(home_pages)
    for _turn in range(number):
        make_event(frames=1)
    client.get(f"{WALL}?side=RU")
    with django_assert_num_queries(13):
        client.get(f"{WALL}?side=RU")


def test_rows_are_those_of_the_gate_whoever_wrote_the_records(forest):
    def agree() -> bool:
        rows = set(ShownVisit.objects.shown().values_list("event_id", flat=True))
        return rows == set(Event.objects.public().values_list("pk", flat=True)) != set()

    assert agree()
    moved = make_deployment("CN")
    place = forest["RU"]
    place.zone = moved.zone
    place.save()
    kept = ShownVisit.objects.shown().values_list("event__deployment__zone", "zone")
    assert [one for one, other in kept if one != other] == []
    Release.objects.filter(event__in=Event.objects.public()[:3].values("pk"), side_id="RU").delete()
    Media.objects.all().first().delete()
    ShownVisit.objects.all()[:1].get().delete()
    shown.keep_all_in_step()
    assert agree()
