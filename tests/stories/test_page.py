import pytest

from content.stories.models import StoryPage
from tests.stories.factories import (
    make_author,
    make_picture,
    make_story,
    make_topic,
    translate_story,
)

BODY = [
    {"type": "heading", "value": {"text": "First part"}},
    {"type": "text", "value": "<p>Words of the story.</p>"},
    {"type": "heading", "value": {"text": "Second part"}},
]


@pytest.mark.parametrize(
    ("code", "topic", "author"),
    [("en", "Big cats", "Vera"), ("ru", "Большие кошки", "Вера"), ("zh-hans", "大猫", "薇拉")],
)
def test_story_shows_its_words_and_facts_in_its_language(client, indexes, code, topic, author):
    story = make_story(
        indexes[code], "Title", topics=[make_topic()], authors=[make_author()], body=BODY
    )
    html = client.get(f"/{code}/stories/{story.slug}/").content.decode()
    for words in ("Title", "Words of the story.", topic, author):
        assert words in html
    assert "https://" not in html.split("<main")[1].split("</main")[0]  # nothing from elsewhere


def test_switcher_says_where_a_story_does_not_exist(client, indexes):
    story = make_story(indexes["ru"], "Только по-русски")
    translate_story(story, indexes["en"], "And English")
    response = client.get(f"/ru/stories/{story.slug}/")
    html = response.content.decode()
    assert "暂无中文版" in html
    assert f'hreflang="en" href="http://127.0.0.1:8000/en/stories/{story.slug}/"' in html
    assert 'rel="alternate" hreflang="zh-Hans"' not in html
    assert client.get(f"/zh-hans/stories/{story.slug}/").status_code == 404


def test_related_stories_share_topics_first_and_are_never_the_story_itself(client, indexes):
    cats, snow = make_topic(), make_topic("snow", name_en="Snow")
    story = make_story(indexes["en"], "Here", topics=[cats, snow])
    translate_story(story, indexes["ru"], "Здесь", topics=[cats, snow])
    make_story(indexes["en"], "Both", topics=[cats, snow])
    make_story(indexes["ru"], "Один", topics=[snow])
    make_story(indexes["en"], "None")
    related = client.get(f"/en/stories/{story.slug}/").context["related"]
    assert [card.page.title for card in related] == ["Both", "Один", "None"]
    assert [card.lang for card in related] == ["", "ru", ""]


def test_story_is_shared_by_a_plain_link(client, indexes, settings):
    settings.SITE_URL = "https://example.org"
    story = make_story(indexes["en"], "Cats & “dogs”")
    html = client.get(f"/en/stories/{story.slug}/").content.decode()
    address = f"https://example.org/en/stories/{story.slug}/"
    assert f'<a href="{address}" rel="bookmark">{address}</a>' in html
    assert "mailto:?subject=Cats%20%26%20%E2%80%9Cdogs%E2%80%9D" in html


def test_story_without_body_author_or_topics_still_answers(client, indexes):
    story = make_story(indexes["en"], summary="")
    response = client.get(f"/en/stories/{story.slug}/")
    assert response.status_code == 200
    assert "1 minute to read" in response.content.decode()


@pytest.mark.parametrize("number", [1, 3])
def test_story_asks_the_same_number_of_questions(
    client, indexes, django_assert_num_queries, number
):
    topics = [make_topic(f"t{place}", name_en=f"T{place}") for place in range(number)]
    authors = [make_author(f"a{place}", image=make_picture()) for place in range(number)]
    figures = [{"type": "figure", "value": {"image": make_picture().pk}} for _place in authors]
    shared = {"topics": topics, "authors": authors}
    story = make_story(indexes["en"], body=[*BODY, *figures], image=make_picture(), **shared)
    for _place in range(number):
        make_story(indexes["en"], image=make_picture(), **shared)
    client.get(f"/en/stories/{story.slug}/")
    with django_assert_num_queries(12):
        client.get(f"/en/stories/{story.slug}/")


def test_home_page_offers_the_newest_stories_and_the_feed(client, indexes):
    for place in range(4):
        make_story(indexes["en"], f"S{place}", date=f"2026-05-0{place + 1}")
    html = client.get("/en/").content.decode()
    assert [f"S{place}" in html for place in range(4)] == [False, True, True, True]
    assert 'type="application/atom+xml"' in html


def test_story_may_start_in_any_language(indexes):
    for code, index in indexes.items():
        assert make_story(index).locale.language_code == code
    assert StoryPage.objects.count() == 3
