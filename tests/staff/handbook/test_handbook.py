"""The handbook says the same in three languages, and everything it points to is there."""

import re
from pathlib import Path

import pytest
from django.urls import get_resolver, reverse
from lxml import html

from staff.handbook.chapters import CHAPTERS, chapter_of
from staff.handbook.markdown import rendered
from staff.handbook.pages import FOLDER, SLUGS, handbook_page, titles
from tests.conftest import CODES
from tests.staff.factories import make_staff

PICTURE = re.compile(r"!\[[^\]]+\]\(images/([a-z0-9-]+)\.webp\)")
LINK = re.compile(r"(?<!!)\[[^\]]+\]\(([^)]+)\)")
HEADING = re.compile(r"^(#+) ", re.MULTILINE)
MOST_BYTES = 2_500_000


def text_of(language: str, slug: str) -> str:
    return (FOLDER / language / f"{slug}.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("language", CODES)
def test_every_language_has_every_page_and_no_other(language):
    assert {path.stem for path in (FOLDER / language).glob("*.md")} == set(SLUGS)


@pytest.mark.parametrize("slug", SLUGS)
def test_a_page_has_the_same_parts_and_pictures_in_every_language(slug):
    texts = [text_of(language, slug) for language in CODES]
    for find in (HEADING.findall, PICTURE.findall, LINK.findall):
        assert len({tuple(find(text)) for text in texts}) == 1, find


@pytest.mark.parametrize("language", CODES)
def test_every_picture_and_link_leads_somewhere(language):
    images = {path.stem for path in (FOLDER / language / "images").glob("*.webp")}
    shown = set()
    for slug in SLUGS:
        text = text_of(language, slug)
        shown |= set(PICTURE.findall(text))
        assert {link.removesuffix(".md") for link in LINK.findall(text)} <= set(SLUGS), slug
    assert shown == images


def test_pictures_are_small_together():
    assert sum(path.stat().st_size for path in Path(FOLDER).rglob("*.webp")) < MOST_BYTES


@pytest.mark.parametrize("language", CODES)
def test_handbook_is_read_in_ones_own_language(staffed, client, language):
    client.force_login(make_staff("ranger", "RU", language))
    for slug, title in titles(language):
        page = html.fromstring(client.get(reverse("handbook_page", args=[slug])).content)
        assert page.xpath("//h2[@class='handbook__title']/text()") == [title]
        for source in page.xpath("//article//img/@src"):
            answer = client.get(source)
            assert (answer.status_code, answer["Content-Type"]) == (200, "image/webp")
            assert f"/{language}/" in source


def test_handbook_is_for_staff(client, db):
    assert client.get(reverse("handbook")).status_code == 302
    address = reverse("handbook_picture", args=["en", "desk"])
    assert client.get(address).status_code == 302


@pytest.mark.parametrize("address", ["handbook/nothing/", "handbook/images/en/nothing.webp"])
def test_what_is_not_there_is_not_found(staffed, client, address):
    client.force_login(make_staff("ranger", "RU"))
    assert client.get(f"/staff/{address}").status_code == 404


def test_markup_in_the_text_stays_text():
    page = rendered("# T\n\n<script>alert(1)</script> [x](javascript:alert(1))", "en", FOLDER)
    assert "<script" not in page.html
    assert 'href="javascript' not in page.html


def test_glossary_shows_the_terms_of_the_translators():
    assert "东北豹" in handbook_page("ru", "glossary").html


def test_every_screen_leads_to_its_page(staffed, client):
    assert {slug for _start, slug in CHAPTERS} <= set(SLUGS)
    names = _view_names()
    unused = {start for start, _slug in CHAPTERS if not any(n.startswith(start) for n in names)}
    assert unused == set()
    assert chapter_of("wagtailadmin_home") == "index"
    client.force_login(make_staff("booking-officer", "RU", "ru"))
    page = html.fromstring(client.get(reverse("departure:index")).content)
    assert page.xpath("//a[@class='handbook-link']/@href") == ["/staff/handbook/bookings/"]


def _view_names() -> set[str]:
    """Return the names of all addresses, with the names of the spaces they lie in."""

    def walk(resolver, space: str):
        for pattern in resolver.url_patterns:
            if hasattr(pattern, "url_patterns"):
                inner = f"{space}{pattern.namespace}:" if pattern.namespace else space
                yield from walk(pattern, inner)
            elif pattern.name:
                yield f"{space}{pattern.name}"

    return set(walk(get_resolver(), ""))
