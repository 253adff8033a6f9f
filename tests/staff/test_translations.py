"""From the translation editor to the moderators."""

from datetime import UTC, datetime

import pytest
from django.urls import reverse
from django.utils.translation import override
from wagtail.models import Locale, WorkflowState
from wagtail_localize.models import StringTranslation, Translation

from content.base.models import StandardPage
from tests.staff.factories import make_staff


@pytest.fixture
def translation(staffed, client) -> Translation:
    """An English page whose Russian translation has been started by the translator who is signed in."""
    parent = staffed["visit"]["en"]
    parent.refresh_from_db()
    page = parent.add_child(
        instance=StandardPage(
            title="Ticks", summary="They wait.", slug="ticks", locale=parent.locale
        )
    )
    client.force_login(make_staff("translator", "RU", "ru"))
    russian = Locale.objects.get(language_code="ru")
    address = reverse("wagtail_localize:submit_page_translation", args=[page.pk])
    client.post(address, {"locales": [russian.pk]})
    return Translation.objects.get(target_locale=russian)


def translate_all(translation: Translation) -> None:
    for number, segment in enumerate(translation.source.stringsegment_set.all()):
        StringTranslation.objects.update_or_create(
            translation_of=segment.string,
            locale=translation.target_locale,
            context=segment.context,
            defaults={"data": f"Клещи {number}"},
        )


def page_of(translation: Translation) -> StandardPage:
    return StandardPage.objects.get(pk=translation.get_target_instance().pk)


def submit(client, translation: Translation):
    address = reverse("submit_translation_to_moderators", args=[translation.pk])
    return client.post(address, follow=True)


def test_finished_translation_goes_to_the_moderators_of_its_language(
    translation, client, django_capture_on_commit_callbacks
):
    translate_all(translation)
    submit(client, translation)
    page = page_of(translation)
    assert page.current_workflow_state.workflow.name == "Moderation of the Russian side"
    assert page.get_latest_revision_as_object().title.startswith("Клещи")
    assert not page.live
    client.force_login(make_staff("moderator", "RU", "ru"))
    assert page.get_latest_revision_as_object().title in client.get("/staff/").content.decode()
    edit = reverse("wagtailadmin_pages:edit", args=[page.pk])
    with django_capture_on_commit_callbacks(execute=True):
        client.post(edit, {"action": "publish"})
    page.refresh_from_db()
    assert (page.live, page.current_workflow_state) == (True, None)


def test_unfinished_translation_is_kept_back_with_the_number_of_texts(translation, client):
    page = submit(client, translation).content.decode()
    assert "Не переведено 3 текста." in page or "Не переведено 2 текста." in page
    assert not WorkflowState.objects.exists()


def test_translation_is_submitted_once(translation, client):
    translate_all(translation)
    submit(client, translation)
    submit(client, translation)
    assert WorkflowState.objects.count() == 1


def test_translator_of_the_other_side_cannot_submit(translation, client):
    translate_all(translation)
    client.force_login(make_staff("translator", "CN", "zh-hans"))
    submit(client, translation)
    assert not WorkflowState.objects.exists()


@pytest.mark.parametrize("method", ["get", "head"])
def test_submitting_is_an_act_and_no_address_to_open(translation, client, method):
    address = reverse("submit_translation_to_moderators", args=[translation.pk])
    assert getattr(client, method)(address).status_code == 405


@pytest.mark.parametrize(
    ("language", "comment"),
    [
        ("en", "Translated manually on 5 May 2026"),
        ("ru", "Переведено вручную 5\u00a0мая 2026\u202fг."),
        ("zh-hans", "手工翻译于 2026年5月5日"),
    ],
)
def test_day_of_a_translation_is_written_as_the_language_writes_it(language, comment):
    text = StringTranslation(updated_at=datetime(2026, 5, 5, 3, tzinfo=UTC))
    text.translation_type = StringTranslation.TRANSLATION_TYPE_MANUAL
    with override(language):
        assert text.get_comment() == comment
