"""The pages of the section: what they show, languages, filters, queries, bad input."""

import json
import re

import pytest
from bs4 import BeautifulSoup

from content.reserve.models import WildlifeIndexPage
from tests.cameratraps.factories import (
    make_event,
    make_gallery,
    make_image,
    make_indexes,
    make_species,
)

pytestmark = pytest.mark.django_db


def soup_of(client, address: str) -> BeautifulSoup:
    response = client.get(address)
    assert response.status_code == 200, address
    return BeautifulSoup(response.content, "html.parser")


def titles(client, query: str = "", code: str = "en") -> set[str]:
    soup = soup_of(client, f"/{code}/galleries/visits/{query}")
    return {title.get_text(strip=True) for title in soup.select("#visits .card__title")}


@pytest.fixture
def visits(home_pages, sides):
    tiger = make_species("amur-tiger")
    return make_gallery(
        home_pages,
        make_event("RU", title_en="Winter leopard", month=1, band="night"),
        make_event("CN", title_en="Spring leopard", month=4, band="dawn"),
        make_event("CN", title_en="Summer tiger", species=tiger, month=7, band="day"),
        make_event("RU", title_en="Autumn tiger", species=tiger, month=10, band="dusk"),
    )


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", {"Winter leopard", "Spring leopard", "Summer tiger", "Autumn tiger"}),
        ("?species=amur-tiger", {"Summer tiger", "Autumn tiger"}),
        ("?side=CN", {"Spring leopard", "Summer tiger"}),
        ("?season=winter", {"Winter leopard"}),
        ("?season=autumn", {"Autumn tiger"}),
        ("?time=day", {"Summer tiger"}),
        ("?time=night", {"Winter leopard"}),
        ("?time=twilight", {"Spring leopard", "Autumn tiger"}),
        ("?side=RU&time=day", set()),
        ("?species=amur-tiger&side=CN&season=summer&time=day", {"Summer tiger"}),
        ("?species=unicorn", {"Winter leopard", "Spring leopard", "Summer tiger", "Autumn tiger"}),
        (
            "?side=%00&season=%22&time=x",
            {"Winter leopard", "Spring leopard", "Summer tiger", "Autumn tiger"},
        ),
        ("?page=x", {"Winter leopard", "Spring leopard", "Summer tiger", "Autumn tiger"}),
        ("?page=-1", {"Winter leopard", "Spring leopard", "Summer tiger", "Autumn tiger"}),
        (
            "?page=99999999999999999999",
            {"Winter leopard", "Spring leopard", "Summer tiger", "Autumn tiger"},
        ),
        (
            "?lat=43.1&lon=131.2&bbox=1,2,3,4",
            {"Winter leopard", "Spring leopard", "Summer tiger", "Autumn tiger"},
        ),
    ],
)
def test_the_wall_shows_the_visits_that_match(client, visits, query, expected):
    assert titles(client, query) == expected


def test_a_choice_that_is_not_known_is_named(client, visits):
    assert "This choice is not known" in soup_of(client, "/en/galleries/visits/?side=XX").get_text()


def test_the_wall_goes_on_over_several_pages(client, home_pages, sides):
    make_gallery(home_pages, *(make_event(title_en=f"No {number:02}") for number in range(26)))
    first, second = titles(client, "?side=RU"), titles(client, "?side=RU&page=2")
    assert (len(first), len(second), first & second) == (24, 2, set())
    link = soup_of(client, "/en/galleries/visits/?side=RU").select_one(".pagination a")
    assert link["href"] == "?side=RU&page=2"


def test_a_visit_is_one_card_whatever_its_frames(client, home_pages, sides):
    make_gallery(home_pages, make_event("CN", frames=5, band="dusk", title_en="Five"))
    card = soup_of(client, "/en/galleries/").select("#visits .card")
    assert len(card) == 1
    words = card[0].get_text(" ", strip=True)
    assert re.fullmatch(r"5 frames Amur leopard Five China January 2024 dusk", words)


def test_a_gallery_shows_its_visits_in_the_editors_order(client, home_pages, sides):
    events = [make_event(title_en=name) for name in ("First", "Second", "Third")]
    page = make_gallery(home_pages, *events)["en"]
    strips = soup_of(client, page.url).select(".film h3")
    assert [strip.get_text(strip=True) for strip in strips] == ["First", "Second", "Third"]


def test_every_language_shares_the_same_visits(client, home_pages, sides):
    event = make_event()
    pages = make_gallery(home_pages, event)
    assert len({page.gallery_id for page in pages.values()}) == 1
    for code, title in (
        ("en", event.title_en),
        ("ru", event.title_ru),
        ("zh-hans", event.title_zh_hans),
    ):
        soup = soup_of(client, f"{pages[code].url}{event.code}/")
        assert soup.select_one("h1").get_text(strip=True) == title


@pytest.mark.parametrize("suffix", ["", "{code}/", "{code}/2/"])
def test_the_language_switcher_leads_to_the_same_thing(client, home_pages, sides, suffix):
    event = make_event()
    pages = make_gallery(home_pages, event)
    rest = suffix.format(code=event.code)
    links = soup_of(client, pages["en"].url + rest).select(".languages a")
    assert {link["href"] for link in links} == {pages["ru"].url + rest, pages["zh-hans"].url + rest}


def test_a_gallery_without_a_translation_is_offered_with_its_language(client, home_pages, sides):
    event = make_event()
    pages = make_gallery(home_pages, event, codes=("ru",))
    card = soup_of(client, "/en/galleries/").select_one(".gallery-card")
    assert (card["lang"], card.select_one("a")["href"]) == ("ru", pages["ru"].url)
    switcher = soup_of(client, pages["ru"].url).select_one('.languages a[hreflang="zh-Hans"]')
    assert switcher["href"] == "/zh-hans/galleries/"
    assert "暂无中文版" in switcher.get_text()


def test_words_missing_in_a_language_are_shown_in_another_and_marked(client, home_pages, sides):
    event = make_event(title_en="", title_ru="Только по-русски", title_zh_hans="")
    page = make_gallery(home_pages, event)["en"]
    title = soup_of(client, f"{page.url}{event.code}/").select_one("h1 span[lang]")
    assert (title["lang"], title.get_text()) == ("ru", "Только по-русски")


def test_a_frame_page_credits_the_picture(client, home_pages, sides):
    event = make_event(frames=3, is_sample=True)
    event.media.update(favourite=False)
    image = event.media.all()[1].image
    image.is_sample = True
    image.save()
    page = make_gallery(home_pages, event)["en"]
    soup = soup_of(client, f"{page.url}{event.code}/2/")
    text = soup.select_one("main").get_text(" ", strip=True)
    assert "Frame 2 of 3" in text
    assert "Land of Big Cats" in text
    assert image.alt_en in text
    assert (
        soup.select_one("a[rel=license]")["href"] == "https://creativecommons.org/licenses/by/4.0/"
    )
    assert soup.select_one("a[rel=prev]")["href"] == f"{page.url}{event.code}/1/"
    assert soup.select_one("a[rel=next]")["href"] == f"{page.url}{event.code}/3/"
    assert soup.select_one(".frame-page__figure .sample-mark")
    assert soup.select_one('a[href="/en/wildlife/amur-leopard/"]')
    described = json.loads(soup.select_one('script[type="application/ld+json"]').get_text())
    assert described["license"] == "https://creativecommons.org/licenses/by/4.0/"
    assert set(described) == {
        "@context",
        "@type",
        "name",
        "caption",
        "creditText",
        "license",
        "contentUrl",
    }


def test_words_cannot_break_out_of_the_linked_data(client, home_pages, sides):
    event = make_event(title_en="</script><script>alert(1)</script>")
    page = make_gallery(home_pages, event)["en"]
    response = client.get(f"{page.url}{event.code}/1/")
    assert b"<script>alert" not in response.content


@pytest.mark.parametrize("path", ["0/", "3/", "99999999999999999999/", "-1/", "x/", "1/2/", "%00/"])
def test_frames_that_are_not_there_answer_404(client, home_pages, sides, path):
    event = make_event()
    page = make_gallery(home_pages, event)["en"]
    assert client.get(f"{page.url}{event.code}/{path}").status_code == 404


def test_an_empty_section_says_so(client, home_pages):
    make_indexes(home_pages)
    for code in home_pages:
        assert soup_of(client, f"/{code}/galleries/").select_one(".empty-state")


def test_no_day_hour_or_camera_is_told_anywhere(client, home_pages, sides):
    event = make_event(month=5, year=2024)
    page = make_gallery(home_pages, event)["en"]
    secrets = [str(event.uuid), str(event.deployment.uuid), "2024-05", "05/2024"]
    for path in ("", f"{event.code}/", f"{event.code}/1/"):
        response = client.get(page.url + path)
        assert not [secret for secret in secrets if secret in response.content.decode()]
        assert "Last-Modified" not in response.headers
        assert "ETag" not in response.headers


def add_galleries(home_pages, number: int) -> None:
    for _number in range(number):
        make_gallery(home_pages, make_event("RU"), make_event("CN"))


@pytest.mark.parametrize("galleries", [1, 3])
def test_the_index_asks_the_same_few_questions(
    client, home_pages, sides, galleries, django_assert_num_queries
):
    add_galleries(home_pages, galleries)
    client.get("/en/galleries/")
    with django_assert_num_queries(10):
        client.get("/en/galleries/")


@pytest.mark.parametrize("events", [2, 6])
def test_a_gallery_asks_the_same_few_questions(
    client, home_pages, sides, events, django_assert_num_queries
):
    page = make_gallery(home_pages, *(make_event() for _number in range(events)))["en"]
    client.get(page.url)
    with django_assert_num_queries(11):
        client.get(page.url)


@pytest.mark.parametrize("frames", [1, 4])
def test_a_visit_asks_the_same_few_questions(
    client, home_pages, sides, frames, django_assert_num_queries
):
    event = make_event(frames=frames)
    page = make_gallery(home_pages, make_event(), event, make_event())["en"]
    client.get(f"{page.url}{event.code}/")
    with django_assert_num_queries(11):
        client.get(f"{page.url}{event.code}/")


def test_a_frame_asks_few_questions(client, home_pages, sides, django_assert_num_queries):
    event = make_event(frames=4)
    page = make_gallery(home_pages, event)["en"]
    client.get(f"{page.url}{event.code}/2/")
    with django_assert_num_queries(9):
        client.get(f"{page.url}{event.code}/2/")


def test_a_picture_used_as_the_cover_is_the_favourite(client, home_pages, sides):
    event = make_event(frames=3)
    last = event.media.last()
    last.favourite = True
    last.save()
    make_gallery(home_pages, event)
    html = str(soup_of(client, "/en/galleries/").select_one("#visits"))
    assert last.image.file.name[:-4] in html
    assert make_image().file.name[:-4] not in html


@pytest.mark.parametrize("events", [1, 3])
def test_a_species_page_shows_its_visits_with_few_questions(
    client, home_pages, sides, events, django_assert_num_queries
):
    home = home_pages["en"]
    home.refresh_from_db()
    home.add_child(
        instance=WildlifeIndexPage(title="Wildlife", slug="wildlife", locale=home.locale)
    )
    make_gallery(
        home_pages, *(make_event() for _number in range(events)), make_event(released=False)
    )
    client.get("/en/wildlife/amur-leopard/")
    with django_assert_num_queries(12):
        response = client.get("/en/wildlife/amur-leopard/")
    cards = BeautifulSoup(response.content, "html.parser").select(".visit-wall .card")
    assert len(cards) == events


@pytest.mark.parametrize("galleries", [1, 3])
def test_the_home_page_shows_the_newest_gallery(
    client, home_pages, sides, galleries, django_assert_num_queries
):
    add_galleries(home_pages, galleries)
    client.get("/ru/")
    with django_assert_num_queries(10):
        soup = soup_of(client, "/ru/")
    assert len(soup.select(".visit-wall .card")) == 2
