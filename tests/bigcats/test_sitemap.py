from xml.etree import ElementTree

import pytest
from wagtail.models import PageViewRestriction

from tests.search.factories import make_page, make_species, make_wildlife

NAMES = {
    "s": "http://www.sitemaps.org/schemas/sitemap/0.9",
    "x": "http://www.w3.org/1999/xhtml",
}


@pytest.fixture
def read(client, settings):
    """Read the sitemap: address → {language: address}."""
    settings.SITE_URL = "https://example.org"

    def parse() -> dict[str, dict[str, str]]:
        response = client.get("/sitemap.xml")
        assert response.status_code == 200
        root = ElementTree.fromstring(response.content)
        return {
            url.findtext("s:loc", namespaces=NAMES): {
                link.get("hreflang"): link.get("href") for link in url.findall("x:link", NAMES)
            }
            for url in root.findall("s:url", NAMES)
        }

    return parse


def test_page_is_listed_with_its_counterparts_and_a_default(home_pages, read):
    page = make_page(home_pages["ru"], "Страница", "page")
    make_page(home_pages["zh-hans"], "页面", "page", translation_key=page.translation_key)
    found = read()
    expected = {
        "ru": "https://example.org/ru/page/",
        "zh-Hans": "https://example.org/zh-hans/page/",
        "x-default": "https://example.org/ru/page/",
    }
    assert found["https://example.org/ru/page/"] == expected
    assert found["https://example.org/zh-hans/page/"] == expected
    assert found["https://example.org/en/"]["x-default"] == "https://example.org/en/"


def test_species_are_listed_in_every_language(home_pages, read):
    make_wildlife(home_pages)
    make_species()
    found = read()
    # The pages of animals made here are not translations of each other.
    for code in home_pages:
        assert f"https://example.org/{code}/wildlife/amur-tiger/" in found


def test_drafts_restricted_and_mirrored_pages_are_not_listed(home_pages, read):
    make_page(home_pages["en"], "Draft", "draft", live=False)
    secret = make_page(home_pages["en"], "Secret", "secret")
    make_page(secret, "Below", "below")
    PageViewRestriction.objects.create(page=secret, restriction_type="login")
    public = make_page(home_pages["en"], "Public", "public")
    public.copy_for_translation(home_pages["ru"].locale, alias=True)
    assert set(read()) == {
        "https://example.org/en/",
        "https://example.org/ru/",
        "https://example.org/zh-hans/",
        "https://example.org/en/public/",
    }


def test_sitemap_asks_the_same_number_of_questions(
    home_pages, client, read, django_assert_num_queries
):
    make_page(home_pages["en"], "One", "one")
    read()
    with django_assert_num_queries(3):
        read()
    make_page(home_pages["en"], "Two", "two")
    make_page(home_pages["ru"], "Three", "three")
    with django_assert_num_queries(3):
        read()
