"""The settings of how pages look: chosen on a plain form, kept in one cookie, shown on every page."""

import pytest
from bs4 import BeautifulSoup

from bigcats.display import COOKIE
from content.base import display
from content.base.display import Display
from content.base.templatetags.picture_tags import picture
from tests.cameratraps.factories import make_image

CHOSEN = {"text": "large", "spacing": "wide", "colours": "chalk", "pictures": "words"}


def html_classes(response) -> set[str]:
    return set(BeautifulSoup(response.content, "html.parser").html.get("class", []))


@pytest.mark.parametrize("language", ["en", "ru", "zh-hans"])
def test_choice_is_remembered_and_shown_on_the_page_one_came_from(client, home_pages, language):
    form = f"/{language}/display/?next=/{language}/search/"
    page = BeautifulSoup(client.get(form).content, "html.parser")
    assert {box["value"] for box in page.select("input[checked]")} == {"normal", "device", "shown"}
    came_from = page.select_one("main input[name=next]")["value"]
    response = client.post(f"/{language}/display/", CHOSEN | {"next": came_from})
    assert (response.status_code, response.url) == (302, f"/{language}/search/")
    assert response.cookies[COOKIE]["httponly"] and response.cookies[COOKIE]["samesite"] == "Lax"
    shown = client.get(f"/{language}/search/")
    assert html_classes(shown) == {"text-large", "spacing-wide", "colours-chalk", "pictures-words"}
    assert "Cookie" in shown.headers["Vary"]


def test_as_designed_takes_the_cookie_away(client, home_pages):
    client.post("/en/display/", CHOSEN)
    client.post("/en/display/", CHOSEN | {"reset": "1"})
    assert client.cookies[COOKIE].value == ""
    assert html_classes(client.get("/en/search/")) == set()


@pytest.mark.parametrize("changed", [{"text": "huge"}, {"colours": ""}, {"pictures": "\x00"}])
def test_answer_that_is_no_choice_is_explained_and_stores_nothing(client, home_pages, changed):
    response = client.post("/ru/display/", CHOSEN | changed)
    assert response.status_code == 422
    assert "Выберите один вариант в каждой настройке." in response.content.decode()
    assert COOKIE not in client.cookies


@pytest.mark.parametrize(
    "address", ["https://evil.example/", "//evil.example", "javascript:alert(1)"]
)
def test_no_address_of_another_site_is_gone_back_to(client, home_pages, address):
    assert client.post("/en/display/", CHOSEN | {"next": address}).url == "/en/display/"


@pytest.mark.parametrize(
    "cookie", ["", "nonsense", "text-huge.colours-%00", "text.spacing-wide-", "a-b"]
)
def test_cookie_of_nonsense_shows_the_design(cookie):
    assert Display.of_cookie(cookie) == Display()


def test_cookie_brings_back_what_was_chosen():
    assert Display.of_cookie(Display(**CHOSEN).cookie) == Display(**CHOSEN)


@pytest.mark.django_db
def test_words_stand_in_for_pictures_and_decoration_goes():
    image = make_image(alt_en="A leopard <in> snow")
    token = display.activate(Display(pictures="words"))
    try:
        assert picture(image) == '<span class="picture-words">A leopard &lt;in&gt; snow</span>'
        assert picture(image, alt="") == ""
    finally:
        display.deactivate(token)
    assert "<img" in picture(image)
