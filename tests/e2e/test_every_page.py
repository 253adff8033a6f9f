"""Every kind of page in every language: status, language, headings, width, translation, accessibility."""

import re
from dataclasses import dataclass

import pytest

from tests.e2e.checks import complaints
from tests.e2e.conftest import LANGUAGES, Opener


@dataclass(frozen=True)
class Kind:
    """A page below the language root; with `link`, the first link on it whose address matches."""

    name: str
    path: str
    link: str = ""
    status: int = 200


KINDS = (
    Kind("home", ""),
    Kind("reserve", "reserve/"),
    Kind("area", "reserve/land-of-the-leopard/"),
    Kind("wildlife", "wildlife/"),
    Kind("species", "wildlife/amur-leopard/"),
    Kind("visit", "visit/"),
    Kind("seasons", "visit/seasons/"),
    Kind("safety", "visit/big-cat-safety/"),
    Kind("emergency", "visit/emergency/"),
    Kind("trails", "trails/"),
    Kind("no trail fits", "trails/?side=RU&age=0&level=easy&length=long&month=1"),
    Kind("trail", "trails/leopards-lair/"),
    Kind("trail without a walk", "trails/fangchuan/"),
    Kind("galleries", "galleries/"),
    Kind("all visits", "galleries/visits/?month=1"),
    Kind("no visit fits", "galleries/visits/?species=eurasian-lynx&season=summer"),
    Kind(
        "gallery",
        "galleries/",
        link=r"galleries/(?!visits/|cats/|spot-the-cat/|data/|promise/)[^/\"?#]+/",
    ),
    Kind("cats known by name", "galleries/cats/"),
    Kind("no cat fits", "galleries/cats/?species=amur-leopard&side=XX"),
    Kind("cat", "galleries/cats/", link=r"galleries/cats/(?!count/)[^/\"?#]+/"),
    Kind("double count", "galleries/cats/count/"),
    Kind("data to download", "galleries/data/"),
    Kind("edition", "galleries/data/sample-1/"),
    Kind("privacy promise", "galleries/promise/"),
    Kind("game", "galleries/spot-the-cat/"),
    Kind("question of the game", "galleries/spot-the-cat/?round=walk&answers=aa"),
    Kind("answer of the game", "galleries/spot-the-cat/?round=walk&answers=aa&answer=b"),
    Kind("result of the game", "galleries/spot-the-cat/?round=walk&answers=ababababab"),
    Kind("key of the game", "galleries/spot-the-cat/?round=walk&key=1"),
    Kind("visit of an animal", "galleries/", link=r"galleries/(?:[^/\"?#]+/){2}"),
    Kind("frame", "galleries/", link=r"galleries/(?:[^/\"?#]+/){2} > galleries/(?:[^/\"?#]+/){3}"),
    Kind("schools", "schools/"),
    Kind("no lesson fits", "schools/?age=3&minutes=30&setting=outdoor"),
    Kind("programme", "schools/cats-and-forest/"),
    Kind("unit", "schools/cats-and-forest/", link=r"schools/cats-and-forest/[^/\"?#]+/"),
    Kind("lesson", "schools/cats-and-forest/", link=r"schools/cats-and-forest/(?:[^/\"?#.]+/){2}"),
    Kind("stories", "stories/"),
    Kind("stories of a topic", "stories/?topic=big-cats"),
    Kind("story", "stories/one-forest-two-countries/"),
    Kind("search", "search/"),
    Kind("found", "search/?q=2025"),
    Kind("nothing found", "search/?q=qqxyzzy"),
    Kind("contact", "contact/"),
    Kind("privacy", "privacy/"),
    Kind("accessibility", "accessibility/"),
    Kind("about this sample site", "about-this-sample-site/"),
    Kind("departures", "bookings/departures/"),
    Kind("no departure fits", "bookings/departures/?places=100"),
    Kind("busy days", "bookings/load/"),
    Kind("departure", "bookings/departures/?places=6", link=r"bookings/departures/\d+/"),
    Kind("class visit", "bookings/class-visit/"),
    Kind("class visit asked for", "bookings/class-visit/sent/"),
    Kind("wrong link", "bookings/7K2M9QXD/wrong/", status=404),
    Kind("not found", "no-such-page/", status=404),
)


@pytest.fixture(scope="module", params=LANGUAGES)
def reader(request, browser, site_url):
    """One page per language for all kinds: its files stay in the browser's cache."""
    opener = Opener(browser, site_url)
    opened = opener(viewport={"width": 1280, "height": 860})
    yield opener, opened, request.param
    opener.close()


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_page_is_whole(reader, kind, fetch):
    opener, page, language = reader
    opener.troubles.clear()
    answer = page.goto(address(kind, language, fetch))
    found = complaints(page, language)
    if answer.status != kind.status:
        found.insert(0, f"answers {answer.status}")
    assert not found + opener.troubles, "\n".join([page.url, *found, *opener.troubles])


def address(kind: Kind, language: str, fetch) -> str:
    """Return where a kind of page is found, following its links."""
    path = f"/{language}/{kind.path}"
    for pattern in filter(None, kind.link.split(" > ")):
        links = re.findall(rf'href="(?:https?://[^/"]+)?(/{language}/{pattern})["#?]', fetch(path))
        others = [link for link in links if link != path]
        assert others, f"no link {pattern} on {path}"
        path = others[0]
    return path
