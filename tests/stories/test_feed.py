from datetime import UTC, datetime
from xml.etree import ElementTree

import pytest
from wagtail.models import PageViewRestriction

from content.stories.models import StoryPage
from tests.stories.factories import make_author, make_story, translate_story

ATOM = "{http://www.w3.org/2005/Atom}"


def read(client, code: str = "en") -> ElementTree.Element:
    response = client.get(f"/{code}/stories/feed.atom")
    assert response.status_code == 200
    assert response["Content-Type"] == "application/atom+xml; charset=utf-8"
    return ElementTree.fromstring(response.content)


def entry_titles(feed: ElementTree.Element) -> list[str]:
    return [entry.findtext(f"{ATOM}title") for entry in feed.findall(f"{ATOM}entry")]


@pytest.mark.parametrize(
    ("code", "lang", "expected"),
    [("en", "en", ["Cats"]), ("ru", "ru", ["Кошки"]), ("zh-hans", "zh-Hans", ["雁"])],
)
def test_feed_has_only_the_stories_of_its_language(client, indexes, code, lang, expected):
    cats = make_story(indexes["en"], "Cats")
    translate_story(cats, indexes["ru"], "Кошки")
    make_story(indexes["zh-hans"], "雁")
    feed = read(client, code)
    assert entry_titles(feed) == expected
    assert feed.get("{http://www.w3.org/XML/1998/namespace}lang") == lang


def test_entry_has_absolute_link_summary_and_the_dates_of_publication(client, indexes, settings):
    settings.SITE_URL = "https://example.org"
    story = make_story(indexes["en"], "Cats", summary="One < two & “three”")
    StoryPage.objects.filter(pk=story.pk).update(
        first_published_at=datetime(2026, 5, 1, 2, tzinfo=UTC),
        last_published_at=datetime(2026, 6, 1, 3, tzinfo=UTC),
    )
    feed = read(client)
    entry = feed.find(f"{ATOM}entry")
    assert entry.find(f"{ATOM}link").get("href") == f"https://example.org/en/stories/{story.slug}/"
    assert entry.findtext(f"{ATOM}published") == "2026-05-01T02:00:00+00:00"
    assert entry.findtext(f"{ATOM}updated") == "2026-06-01T03:00:00+00:00"
    assert entry.findtext(f"{ATOM}summary") == "One &lt; two &amp; “three”"
    links = {link.get("rel"): link.get("href") for link in feed.findall(f"{ATOM}link")}
    assert links == {
        "alternate": "https://example.org/en/stories/",
        "self": "https://example.org/en/stories/feed.atom",
    }


def test_entry_keeps_its_identifier_when_its_address_changes(client, indexes):
    story = make_story(indexes["en"])
    before = read(client).find(f"{ATOM}entry").findtext(f"{ATOM}id")
    story.slug = "another"
    story.save_revision().publish()
    after = read(client).find(f"{ATOM}entry")
    assert after.findtext(f"{ATOM}id") == before
    assert after.find(f"{ATOM}link").get("href").endswith("/another/")


def test_feed_leaves_out_drafts_restricted_pages_and_people(client, indexes):
    make_story(indexes["en"], "Draft", live=False)
    secret = make_story(indexes["en"], "Secret")
    PageViewRestriction.objects.create(page=secret, restriction_type="login")
    make_story(indexes["en"], "Open", authors=[make_author(name_en="Somebody Private")])
    response = client.get("/en/stories/feed.atom")
    assert entry_titles(ElementTree.fromstring(response.content)) == ["Open"]
    assert b"Somebody Private" not in response.content
    assert b"@" not in response.content


def test_control_characters_do_not_break_the_feed(client, indexes):
    make_story(indexes["en"], "Bell \x07 rings", summary="a\x0bb")
    assert entry_titles(read(client)) == ["Bell rings"]


def test_feed_asks_the_same_number_of_questions(client, indexes, django_assert_num_queries):
    make_story(indexes["en"])
    client.get("/en/stories/feed.atom")
    with django_assert_num_queries(1):
        client.get("/en/stories/feed.atom")
    make_story(indexes["en"])
    make_story(indexes["en"])
    with django_assert_num_queries(1):
        client.get("/en/stories/feed.atom")
