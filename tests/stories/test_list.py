from datetime import date, timedelta

import pytest
from wagtail.models import PageViewRestriction

from content.stories.listing import PAGE_SIZE
from content.stories.queries import story_pages
from tests.stories.factories import make_picture, make_story, make_topic, translate_story


def titles(response) -> list[str]:
    lead = response.context["lead_card"]
    return [card.page.title for card in ([lead] if lead else []) + response.context["cards"]]


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("en", ["Only in Chinese 雁", "English"]),
        ("ru", ["Only in Chinese 雁", "По-русски"]),
        ("zh-hans", ["Only in Chinese 雁", "English"]),
    ],
)
def test_list_shows_each_story_once_in_the_readers_language_first(client, indexes, code, expected):
    english = make_story(indexes["en"], "English", date=date(2026, 1, 1))
    translate_story(english, indexes["ru"], "По-русски", date=date(2026, 1, 1))
    make_story(indexes["zh-hans"], "Only in Chinese 雁", date=date(2026, 2, 1))
    assert titles(client.get(f"/{code}/stories/")) == expected


def test_story_of_another_language_is_marked(client, indexes):
    make_story(indexes["zh-hans"], "雁落敬信", summary="每年两次")
    html = client.get("/en/stories/").content.decode()
    assert "in Chinese" in html
    assert '<h3 class="card__title" lang="zh-Hans">' in html
    assert '<p class="card__text" lang="zh-Hans">每年两次</p>' in html
    own = client.get("/zh-hans/stories/").content.decode()
    assert 'card__title" lang' not in own


def test_topic_filters_and_an_unknown_one_is_left_out(client, indexes):
    cats, geese = make_topic(), make_topic("geese", name_en="Geese")
    make_story(indexes["en"], "Cats", topics=[cats])
    make_story(indexes["en"], "Geese", topics=[geese])
    assert titles(client.get("/en/stories/?topic=geese")) == ["Geese"]
    for wrong in ("nothing", "%00", "%22%3E%3Cscript%3E", "x" * 3000):
        response = client.get(f"/en/stories/?topic={wrong}")
        assert response.status_code == 200
        assert set(titles(response)) == {"Cats", "Geese"}


def test_topics_without_a_published_story_are_not_offered(client, indexes):
    make_topic("used", name_en="Used")
    make_topic("unused", name_en="Unused")
    make_story(indexes["en"], topics=[make_topic("third", name_en="Third")])
    make_story(indexes["en"], topics=[make_topic("draft", name_en="Draft")], live=False)
    topics = client.get("/en/stories/").context["topics"]
    assert [topic.slug for topic in topics] == ["third"]


@pytest.mark.parametrize("number", ["x", "-1", "0", "99", "", "%00", "9" * 400])
def test_any_page_number_answers(client, indexes, number):
    make_story(indexes["en"])
    assert client.get(f"/en/stories/?page={number}").status_code == 200


def test_pages_are_turned_and_only_the_first_has_a_large_story(client, indexes):
    topic = make_topic()
    for day in range(PAGE_SIZE + 1):
        make_story(
            indexes["en"], f"S{day}", topics=[topic], date=date(2026, 1, 1) + timedelta(days=day)
        )
    first = client.get("/en/stories/?topic=big-cats")
    second = client.get("/en/stories/?topic=big-cats&page=2")
    assert first.context["lead_card"].page.title == f"S{PAGE_SIZE}"
    assert "?topic=big-cats&amp;page=2" in first.content.decode()
    assert second.context["lead_card"] is None
    assert titles(second) == ["S0"]


def test_empty_list_says_so(client, indexes):
    assert "There are no stories here yet" in client.get("/en/stories/").content.decode()


def test_drafts_restricted_and_mirrored_stories_are_not_listed(client, indexes):
    make_story(indexes["en"], "Draft", live=False)
    secret = make_story(indexes["en"], "Secret")
    PageViewRestriction.objects.create(page=secret, restriction_type="login")
    shown = make_story(indexes["en"], "Shown")
    shown.copy_for_translation(indexes["ru"].locale, alias=True)
    assert [page.title for page in story_pages("en")] == ["Shown"]
    assert [page.locale.language_code for page in story_pages("ru")] == ["en"]


@pytest.mark.parametrize("number", [1, 3])
def test_list_asks_the_same_number_of_questions(client, indexes, django_assert_num_queries, number):
    for position in range(number):
        topic = make_topic(f"t{position}", name_en=f"T{position}")
        make_story(indexes["en"], topics=[topic], image=make_picture())
    client.get("/en/stories/")
    with django_assert_num_queries(11):
        client.get("/en/stories/")
