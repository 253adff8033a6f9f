"""Every address of the sitemap, asked of the running site: its languages agree, nothing leaves the host."""

import urllib.request
from dataclasses import dataclass
from email.message import Message
from urllib.parse import urlsplit
from xml.etree import ElementTree

import pytest
from bs4 import BeautifulSoup

from content.base.languages import HTML_LANG
from tests.e2e.conftest import LANGUAGES

NAMES = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}
HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "SAMEORIGIN",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
}
DATA_BLOCK = "application/ld+json"  # data, which no browser runs
FETCHED = ("img[src]", "script[src]", "source[srcset]", "link[rel~=stylesheet][href]",
           "link[rel~=icon][href]", "link[rel~=preload][href]")  # fmt: skip


@dataclass
class Answer:
    """One page of the site as it was sent."""

    address: str
    headers: Message
    soup: BeautifulSoup

    @property
    def alternates(self) -> dict[str, str]:
        links = self.soup.select("head link[rel=alternate][hreflang]")
        return {link["hreflang"]: link["href"] for link in links}


def ask(address: str) -> Answer:
    with urllib.request.urlopen(address, timeout=60) as answer:
        return Answer(address, answer.headers, BeautifulSoup(answer.read(), "html.parser"))


@pytest.fixture(scope="module")
def sitemap(site_url) -> dict[str, dict[str, str]]:
    """Address → hreflang → address, as the sitemap says."""
    with urllib.request.urlopen(f"{site_url}/sitemap.xml", timeout=60) as answer:
        root = ElementTree.fromstring(answer.read())
    return {
        url.findtext("s:loc", namespaces=NAMES): {
            link.get("hreflang"): link.get("href") for link in url.findall("x:link", NAMES)
        }
        for url in root.findall("s:url", NAMES)
    }


@pytest.fixture(scope="module")
def answers(sitemap) -> list[Answer]:
    return [ask(address) for address in sitemap]


def language_of(address: str) -> str:
    return HTML_LANG[urlsplit(address).path.split("/")[1]]


def test_the_sample_site_is_there_in_every_language(sitemap):
    found = {language_of(address) for address in sitemap}
    assert found == {HTML_LANG[code] for code in LANGUAGES}
    assert len(sitemap) > 300


def test_alternates_of_the_sitemap_point_at_each_other(sitemap):
    for address, alternates in sitemap.items():
        assert alternates[language_of(address)] == address
        assert "x-default" in alternates
        for other in alternates.values():
            assert sitemap[other] == alternates, f"{address} → {other}"


def test_pages_say_their_language_their_address_and_their_counterparts(answers, sitemap):
    wrong = []
    for answer in answers:
        said = {
            "lang": answer.soup.html.get("lang"),
            "canonical": [link["href"] for link in answer.soup.select("link[rel=canonical]")],
            "alternates": answer.alternates,
        }
        expected = {
            "lang": language_of(answer.address),
            "canonical": [answer.address],
            "alternates": sitemap[answer.address],
        }
        wrong += [
            f"{answer.address}: {key} is {said[key]}" for key in said if said[key] != expected[key]
        ]
    assert wrong == []


def test_the_switcher_of_every_page_names_every_language(answers):
    for answer in answers:
        offered = {link["lang"] for link in answer.soup.select("header .languages [lang]")}
        assert offered == set(HTML_LANG.values()), answer.address


def test_every_answer_is_guarded(answers):
    for answer in answers:
        policy = answer.headers["Content-Security-Policy"]
        assert "default-src 'self'" in policy and "unsafe" not in policy, answer.address
        assert {name: answer.headers[name] for name in HEADERS} == HEADERS, answer.address
        has_form = answer.soup.select_one("form[method=post]") is not None
        assert has_form or "Set-Cookie" not in answer.headers, answer.address


def test_pages_hold_nothing_inline_and_fetch_nothing_from_elsewhere(answers):
    wrong = []
    for answer in answers:
        wrong += [f"{answer.address}: {problem}" for problem in inline(answer.soup)]
        wrong += [f"{answer.address}: {problem}" for problem in from_elsewhere(answer.soup)]
    assert wrong == []


def inline(soup: BeautifulSoup) -> list[str]:
    """Return the inline styles, scripts and handlers of a page."""
    found = [str(tag)[:80] for tag in soup.select("[style], style")]
    for script in soup.select("script:not([src])"):
        if script.get("type") != DATA_BLOCK:
            found.append(str(script)[:80])
    return found + [
        f"{tag.name} {name}" for tag in soup.find_all() for name in tag.attrs if name[:2] == "on"
    ]


def from_elsewhere(soup: BeautifulSoup) -> list[str]:
    """Return the addresses a browser would fetch that do not begin at the root of this site."""
    found = []
    for tag in soup.select(", ".join(FETCHED)):
        addresses = [tag.get("src") or tag.get("href") or ""]
        if tag.get("srcset"):
            addresses = [part.split()[0] for part in tag["srcset"].split(",")]
        found += [one for one in addresses if not one.startswith("/") or one.startswith("//")]
    return found
