"""A gallery told in chapters: words stand before their visits, whatever happens to the visits."""

import pytest
from bs4 import BeautifulSoup
from django.core.exceptions import ValidationError

from tests.cameratraps.factories import make_event, make_gallery

pytestmark = pytest.mark.django_db


@pytest.fixture
def told(home_pages, sides):
    """A gallery of five visits with chapters that begin with the second and the fourth."""
    events = [make_event(title_en=f"Visit {name}") for name in "ABCDE"]
    pages = make_gallery(home_pages, *events)
    page = pages["en"]
    page.chapters = [chapter("First chapter", events[1]), chapter("Second chapter", events[3])]
    page.save()
    return page, events


def chapter(title: str, event) -> dict:
    value = {"title": title, "text": f"<p>Words of {title}.</p>", "begins_with": event.pk}
    return {"type": "chapter", "value": value}


def headings(client, page) -> list[str]:
    soup = BeautifulSoup(client.get(page.url).content, "html.parser")
    return [one.get_text(strip=True) for one in soup.select(".told :is(h3, h4)")]


def test_chapters_stand_before_their_visits_as_long_as_any_can_be_seen(client, told):
    page, events = told
    whole = [
        "Visit A",
        "First chapter",
        "Visit B",
        "Visit C",
        "Second chapter",
        "Visit D",
        "Visit E",
    ]
    assert headings(client, page) == whole
    events[1].releases.all()[0].delete()
    assert headings(client, page) == [one for one in whole if one != "Visit B"]
    events[2].releases.all()[0].delete()
    assert headings(client, page) == ["Visit A", *whole[4:]]
    assert "Words of First chapter" not in client.get(page.url).content.decode()


def test_a_chapter_begins_with_a_visit_of_its_gallery_and_no_two_with_the_same(told):
    page, events = told
    for chapters in (
        [chapter("Elsewhere", make_event())],
        [chapter("One", events[0]), chapter("Two", events[0])],
    ):
        page.chapters = chapters
        with pytest.raises(ValidationError) as refused:
            page.full_clean()
        assert set(refused.value.message_dict) == {"chapters"}


def test_a_film_shows_its_sky_its_frames_in_order_and_whose_they_are(client, home_pages, sides):
    event = make_event("CN", frames=3, band="dusk", month=10, year=2024)
    page = make_gallery(home_pages, event)["en"]
    film = BeautifulSoup(client.get(page.url).content, "html.parser").select_one(".film")
    when = [one.get_text(strip=True) for one in film.select(".film__when li")]
    assert when == ["Dusk", "October 2024"]
    frames = [one["href"] for one in film.select("[data-frames] > li > a")]
    assert frames == [f"{page.url}{event.code}/{number}/" for number in (1, 2, 3)]
    credits = {one.get_text(" ", strip=True) for one in film.select(".credit")}
    assert credits == {"Land of Big Cats · CC-BY-4.0"}


def test_galleries_lead_to_the_one_before_and_after_that_has_something_to_see(
    client, home_pages, sides
):
    first, middle, last = (make_gallery(home_pages, make_event()) for _turn in range(3))
    make_gallery(home_pages, make_event(released=False))

    def ways(pages) -> list[str]:
        soup = BeautifulSoup(client.get(pages["ru"].url).content, "html.parser")
        return [link["href"] for link in soup.select(".ways-on a")]

    assert ways(middle) == [first["ru"].url, last["ru"].url]
    assert (ways(first), ways(last)) == ([middle["ru"].url], [middle["ru"].url])
