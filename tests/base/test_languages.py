"""The language choice at `/`, the switcher, and what is said of a page that is not translated yet."""

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse

from content.base.models import StandardPage

CODES = ("en", "ru", "zh-hans")


@pytest.fixture
def standard_pages(home_pages) -> dict[str, StandardPage]:
    """`visit` in three languages and `visit/ticks` in English and Russian only."""
    pages: dict[str, StandardPage] = {}
    for code, home in home_pages.items():
        page = StandardPage(
            title=f"Visit {code}", slug="visit", locale=home.locale, show_in_menus=True
        )
        if pages:
            page.translation_key = pages["en"].translation_key
        home.add_child(instance=page)
        page.save_revision().publish()
        pages[code] = page
    english = StandardPage(title="Ticks", slug="ticks", locale=home_pages["en"].locale)
    pages["en"].add_child(instance=english)
    russian = StandardPage(
        title="Клещи",
        slug="kleshchi",
        locale=home_pages["ru"].locale,
        translation_key=english.translation_key,
    )
    pages["ru"].add_child(instance=russian)
    return pages


@pytest.mark.parametrize(
    ("cookie", "accepted", "expected"),
    [
        (None, "", "/en/"),
        (None, "ru-RU,ru;q=0.9", "/ru/"),
        (None, "zh-CN,zh;q=0.9,en;q=0.5", "/zh-hans/"),
        (None, "zh", "/zh-hans/"),
        (None, "zh-Hans-CN", "/zh-hans/"),
        (None, "zh-TW,zh;q=0.9", "/zh-hans/"),
        (None, "en;q=0.3,ru;q=0.9", "/ru/"),
        (None, "de,fr", "/en/"),
        (None, "*", "/en/"),
        ("ru", "zh-CN", "/ru/"),
        ("klingon", "zh-CN", "/zh-hans/"),
    ],
)
def test_root_chooses_by_cookie_then_browser(client, db, cookie, accepted, expected):
    if cookie:
        client.cookies["django_language"] = cookie
    response = client.get("/", headers={"accept-language": accepted})
    assert (response.status_code, response["Location"]) == (302, expected)
    assert {"Cookie", "Accept-Language"} <= {name.strip() for name in response["Vary"].split(",")}


def test_switching_language_is_remembered(client, standard_pages):
    response = client.get("/ru/visit/", headers={"referer": "http://testserver/en/visit/"})
    cookie = response.cookies["django_language"]
    assert cookie.value == "ru"
    assert (cookie["httponly"], cookie["samesite"]) == (True, "Lax")
    assert response["Cache-Control"] == "private"
    assert client.get("/", headers={"accept-language": "en"})["Location"] == "/ru/"


def test_browsing_in_one_language_sets_no_cookie(client, standard_pages):
    response = client.get("/ru/visit/", headers={"referer": "http://testserver/ru/"})
    assert "django_language" not in response.cookies


def switcher(response) -> dict[str, tuple[str, str]]:
    """Return language → (address, text) of the switcher of a page."""
    soup = BeautifulSoup(response.content, "html.parser")
    links = soup.select("header a[hreflang]")
    return {link["hreflang"]: (link["href"], link.get_text(" ", strip=True)) for link in links}


def test_switcher_leads_to_the_same_page_in_each_language(client, standard_pages):
    links = switcher(client.get("/ru/visit/ticks-are-not-here/"))
    assert links  # error pages have a switcher too
    links = switcher(client.get("/ru/visit/kleshchi/"))
    assert links["en"][0] == "/en/visit/ticks/"


def test_switcher_says_what_is_not_translated_and_leads_to_the_parent(client, standard_pages):
    address, text = switcher(client.get("/en/visit/ticks/"))["zh-Hans"]
    assert address == "/zh-hans/visit/"
    assert "暂无中文版" in text


def test_alternates_name_only_languages_that_exist(client, standard_pages, settings):
    soup = BeautifulSoup(client.get("/en/visit/ticks/").content, "html.parser")
    found = {
        link["hreflang"]: link["href"] for link in soup.select("head link[rel=alternate][hreflang]")
    }
    assert found == {
        "en": f"{settings.SITE_URL}/en/visit/ticks/",
        "ru": f"{settings.SITE_URL}/ru/visit/kleshchi/",
        "x-default": f"{settings.SITE_URL}/en/visit/ticks/",
    }
    assert soup.select_one("link[rel=canonical]")["href"] == f"{settings.SITE_URL}/en/visit/ticks/"


@pytest.mark.parametrize(("code", "tag"), [("en", "en"), ("ru", "ru"), ("zh-hans", "zh-Hans")])
def test_page_is_marked_with_its_language(client, standard_pages, code, tag):
    soup = BeautifulSoup(client.get(f"/{code}/visit/").content, "html.parser")
    assert soup.html["lang"] == tag


@pytest.mark.parametrize("code", CODES)
def test_missing_page_answers_404_in_the_visitors_language(client, home_pages, code):
    response = client.get(f"/{code}/nothing/here/")
    assert response.status_code == 404
    assert BeautifulSoup(response.content, "html.parser").html["lang"].lower() == code


def test_missing_translation_is_said_with_links_to_the_others(client, standard_pages):
    standard_pages["zh-hans"].unpublish()
    response = client.get("/zh-hans/visit/")
    links = BeautifulSoup(response.content, "html.parser").select(".error-page__lead a")
    assert response.status_code == 404
    assert {link["href"] for link in links} == {"/en/visit/", "/ru/visit/"}


def test_unpublished_page_is_not_found(client, standard_pages):
    standard_pages["en"].unpublish()
    assert client.get("/en/visit/").status_code == 404
    assert client.get("/en/visit/ticks/").status_code == 200


def test_deep_page_is_found_in_few_queries(client, standard_pages, django_assert_num_queries):
    client.get("/en/visit/ticks/")
    with django_assert_num_queries(6):
        client.get("/en/visit/ticks/")


def test_staff_address_needs_a_sign_in(client, db):
    response = client.get("/staff/")
    assert response.status_code == 302
    assert response["Location"].startswith(reverse("wagtailadmin_login"))
