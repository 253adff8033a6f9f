"""A story sent for translation: from the source to the published page, and out of date again."""

import pytest
from django.test import Client
from django.urls import reverse
from wagtail_localize.models import StringSegment, StringTranslation, Translation

from content.stories.models import StoryPage
from tests.stories.factories import listed, make_author, make_story, make_topic
from tests.stories.staff import make_editor

BODY = [
    {"type": "heading", "value": {"text": "The crossing"}},
    {"type": "text", "value": "<p>She walked <b>north</b>.</p><p>Nobody saw it.</p>"},
    {"type": "facts", "value": {"items": listed({"label": "Code", "value": "Leo 95F"})}},
    {
        "type": "table",
        "value": {
            "caption": "Years",
            "columns": listed("Year"),
            "rows": listed(listed("First"), listed("Second")),
        },
    },
]
RUSSIAN = {
    "The cat that crossed": "Кошка, которая перешла",
    "In short.": "Коротко.",
    "The crossing": "Переход",
    "She walked <b>north</b>.": "Она пошла на <b>север</b>.",
    "Nobody saw it.": "Никто этого не видел.",
    "Code": "Код",
    "Leo 95F": "Лео 95F",
    "Years": "Годы",
    "Year": "Год",
    "First": "Первый",
    "Second": "Второй",
}


@pytest.fixture
def translator(indexes, client):
    user = make_editor(list(indexes.values()))
    client.force_login(user)
    return user


@pytest.fixture
def story(indexes, translator) -> StoryPage:
    page = make_story(
        indexes["en"],
        "The cat that crossed",
        slug="crossed",
        summary="In short.",
        date="2026-03-04",
        body=BODY,
        topics=[make_topic()],
        authors=[make_author()],
        is_sample=True,
    )
    return page


def send_for_translation(client, story, locale) -> Translation:
    address = reverse("wagtail_localize:submit_page_translation", args=[story.pk])
    response = client.post(address, {"locales": [locale.pk]})
    assert response.status_code == 302
    return Translation.objects.get(target_locale=locale)


def translate(client, translation: Translation, words: dict[str, str]) -> None:
    """Type a translation for each text of the source that `words` knows."""
    for segment in StringSegment.objects.filter(source=translation.source):
        if segment.string.data not in words:
            continue
        address = reverse(
            "wagtail_localize:edit_string_translation", args=[translation.pk, segment.pk]
        )
        answer = client.put(
            address,
            f"value={words[segment.string.data]}",
            content_type="application/x-www-form-urlencoded",
        )
        assert answer.status_code in (200, 201)


@pytest.fixture
def publish(client, django_capture_on_commit_callbacks):
    """Press “publish” in the translation editor of a page."""

    def press(page) -> None:
        address = reverse("wagtailadmin_pages:edit", args=[page.pk])
        with django_capture_on_commit_callbacks(execute=True):  # it publishes on commit
            assert client.post(address, {"action": "publish"}).status_code == 302

    return press


def test_story_goes_through_translation_to_the_russian_page(client, indexes, story, publish):
    locale = indexes["ru"].locale
    translation = send_for_translation(client, story, locale)
    page = translation.get_target_instance()
    assert not page.live
    assert client.get("/ru/stories/crossed/").status_code == 404

    translate(client, translation, RUSSIAN)
    publish(page)

    html = Client().get("/ru/stories/crossed/").content.decode()
    for words in RUSSIAN.values():
        assert words in html
    assert "The crossing" not in html
    page = StoryPage.objects.get(pk=page.pk)
    assert str(page.date) == "2026-03-04"
    assert [author.slug for author in page.authors.all()] == ["vera"]
    assert [topic.slug for topic in page.topics.all()] == ["big-cats"]
    assert page.is_sample
    assert page.translation_key == story.translation_key
    assert translation.source.translation_logs.count() >= 1


def test_changed_source_is_seen_as_out_of_date_and_the_translation_stays(
    client, indexes, story, publish
):
    translation = send_for_translation(client, story, indexes["ru"].locale)
    translate(client, translation, RUSSIAN | {"crossed": "crossed"})
    publish(translation.get_target_instance())
    report = reverse("wagtail_localize:translations_report")
    assert "Up to date" in client.get(report).content.decode()

    source = StoryPage.objects.get(pk=story.pk)
    source.summary = "Longer than before."
    source.save_revision().publish()

    assert "Waiting for translations" in client.get(report).content.decode()
    assert "Коротко." in Client().get("/ru/stories/crossed/").content.decode()

    translation = Translation.objects.get(pk=translation.pk)
    translate(client, translation, {"Longer than before.": "Длиннее, чем было."})
    publish(translation.get_target_instance())
    assert "Up to date" in client.get(report).content.decode()
    assert "Длиннее, чем было." in Client().get("/ru/stories/crossed/").content.decode()


def test_facts_are_synchronised_when_a_translation_is_published_again(
    client, indexes, story, publish
):
    translation = send_for_translation(client, story, indexes["ru"].locale)
    translate(client, translation, RUSSIAN | {"crossed": "crossed"})
    publish(translation.get_target_instance())

    source = StoryPage.objects.get(pk=story.pk)
    source.date = "2026-04-05"
    source.topics = [make_topic("snow", name_en="Snow")]
    source.save_revision().publish()
    publish(translation.get_target_instance())

    page = StoryPage.objects.get(pk=translation.get_target_instance().pk)
    assert str(page.date) == "2026-04-05"
    assert [topic.slug for topic in page.topics.all()] == ["snow"]


def test_only_texts_are_offered_to_translators(client, indexes, story):
    translation = send_for_translation(client, story, indexes["zh-hans"].locale)
    texts = set(
        StringSegment.objects.filter(source=translation.source).values_list(
            "string__data", flat=True
        )
    )
    assert texts == set(RUSSIAN) | {"crossed"}
    assert not StringTranslation.objects.exists()
