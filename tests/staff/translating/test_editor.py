"""Around the translation editor: what changed, drafts of a machine, colleagues, and what never goes live half."""

import pytest
from django.test import Client
from django.urls import reverse
from lxml import html
from wagtail.models import Page
from wagtail_localize.models import StringTranslation, Translation

from content.base.models import StandardPage
from staff.translating.machine import draft
from staff.translating.queries import work_on_page
from staff.translating.services import begin_translation
from staff.translating.work import State
from tests.staff.factories import make_staff
from tests.staff.translating.machine import Machine
from tests.staff.translating.pages import begin, change, fill, go_live, write_page

MACHINE = {"CLASS": "tests.staff.translating.machine.Machine", "OPTIONS": {}}


@pytest.fixture
def page(staffed) -> StandardPage:
    return write_page(staffed["visit"]["en"], "Ticks", slug="ticks")


@pytest.fixture
def translation(page) -> Translation:
    return begin(page, "ru")


@pytest.fixture
def anna(staffed, client):
    anna = make_staff("translator", "RU", "ru")
    anna.first_name, anna.last_name = "Анна", "Образцова"
    anna.save()
    client.force_login(anna)
    return anna


def editor(client, translation):
    return client.get(address(translation))


def address(translation) -> str:
    return reverse("wagtailadmin_pages:edit", args=[translation.get_target_instance().pk])


def segment(translation, text: str):
    return translation.source.stringsegment_set.get(string__data=text)


def put(client, translation, text: str, words: str):
    where = reverse(
        "wagtail_localize:edit_string_translation",
        args=[translation.pk, segment(translation, text).pk],
    )
    kind = "application/x-www-form-urlencoded"
    return client.put(where, f"value={words}", content_type=kind).json()


def words(translation, text: str) -> str:
    return StringTranslation.objects.get(
        translation_of__data=text, locale=translation.target_locale
    ).data


def text_of(answer) -> str:
    return " ".join(html.fromstring(answer.content).text_content().split())


def test_changes_of_the_original_stand_above_the_editor(translation, page, client, anna):
    fill(translation)
    go_live(translation)
    change(page, summary="In very short.", body=page.body.raw_data[:1])
    seen = text_of(editor(client, translation))
    assert "1 текст изменён, 1 удалён" in seen
    assert "Прежний перевод: [In short.]" in seen
    tree = html.fromstring(editor(client, translation).content)
    assert [node.text for node in tree.xpath("//ins")] == [" very"]
    where = reverse("changes_of_original", args=[translation.get_target_instance().pk])
    assert "Прежний перевод: [In short.]" in text_of(client.get(where))
    changed = segment(translation, "In very short.")
    client.post(reverse("keep_text", args=[translation.pk, changed.pk]))
    assert words(translation, "In very short.") == "[In short.]"
    row = work_on_page(translation.get_target_instance())
    assert row.state == State.READY
    go_live(translation)
    assert "Оригинал с тех пор изменился" not in text_of(editor(client, translation))


def test_nothing_is_kept_by_translators_of_the_other_side(translation, page, client):
    fill(translation)
    go_live(translation)
    change(page, summary="In very short.")
    client.force_login(make_staff("translator", "CN", "zh-hans"))
    changed = segment(translation, "In very short.")
    assert client.post(reverse("keep_text", args=[translation.pk, changed.pk])).url == "/staff/"
    where = reverse("changes_of_original", args=[translation.get_target_instance().pk])
    assert client.get(where).url == "/staff/"
    assert not StringTranslation.objects.filter(translation_of__data="In very short.").exists()


def test_page_kept_by_hand_shows_what_changed_and_is_declared_up_to_date(staffed, client, anna):
    english = write_page(staffed["visit"]["en"], "Fire", slug="fire")
    russian = write_page(
        staffed["visit"]["ru"], "Пожары", slug="fire", translation_key=english.translation_key
    )
    change(english, summary="In very short.")
    edit = reverse("wagtailadmin_pages:edit", args=[russian.pk])
    assert "Страница на другом языке (English) изменилась" in text_of(client.get(edit))
    where = reverse("changes_of_original", args=[russian.pk])
    tree = html.fromstring(client.get(where).content)
    assert [node.text for node in tree.xpath("//ins")] == [" very"]
    client.post(where)
    assert "изменилась позже" not in text_of(client.get(edit))
    assert work_on_page(Page.objects.get(pk=russian.pk)).state == State.DONE


@pytest.fixture
def publish(client, django_capture_on_commit_callbacks):
    def press(translation) -> bool:
        client.force_login(make_staff("moderator", "RU", "ru"))
        with django_capture_on_commit_callbacks(execute=True):
            client.post(address(translation), {"action": "publish"})
        return translation.get_target_instance().live

    return press


def test_translation_is_never_published_half(translation, publish):
    fill(translation, skip=("In short.",))
    assert publish(translation) is False
    fill(translation)
    assert publish(translation) is True


def test_draft_of_a_machine_waits_for_a_reader(translation, client, anna, publish, settings):
    where = reverse("wagtail_localize:machine_translate", args=[translation.pk])
    assert client.post(where).status_code == 404  # off unless switched on
    settings.WAGTAILLOCALIZE_MACHINE_TRANSLATOR = MACHINE
    put(client, translation, "Ticks", "Клещи")
    client.post(where)
    assert words(translation, "In short.") == "машина: In short."
    assert words(translation, "Ticks") == "Клещи"
    seen = editor(client, translation)
    assert "Машинный черновик, ещё не прочитан" in text_of(seen)
    submit = reverse("submit_translation_to_moderators", args=[translation.pk])
    assert "3 текста переведены машиной" in text_of(client.post(submit, follow=True))
    assert publish(translation) is False
    client.force_login(anna)
    put(client, translation, "Stay calm.", "Спокойно.")
    drafts = html.fromstring(editor(client, translation).content).xpath("//input[@name='text']")
    assert len(drafts) == 2
    confirm = reverse("confirm_texts", args=[translation.pk])
    client.post(confirm, {"text": [one.get("value") for one in drafts] + ["x", "0"]})
    assert "submit" not in work_on_page(translation.get_target_instance()).state
    assert work_on_page(translation.get_target_instance()).unread == 0
    assert publish(translation) is True


def test_drafts_are_not_confirmed_by_the_other_side(translation, client, anna):
    fill(translation, kind="machine")
    client.force_login(make_staff("translator", "CN", "zh-hans"))
    numbers = translation.source.stringsegment_set.values_list("pk", flat=True)
    confirm = reverse("confirm_texts", args=[translation.pk])
    assert client.post(confirm, {"text": list(numbers)}).url == "/staff/"
    assert not StringTranslation.objects.filter(translation_type="manual").exists()


def test_machine_that_loses_tags_or_is_silent_changes_nothing(staffed, client, anna, settings):
    body = [{"type": "text", "value": "<p>Stay <b>calm</b>.</p>"}]
    translation = begin(write_page(staffed["visit"]["en"], "Ice", body=body), "ru")
    drafted = draft(anna, translation, Machine({"loses_tags": True}))
    assert (drafted.texts, drafted.left) == (2, 1)
    settings.WAGTAILLOCALIZE_MACHINE_TRANSLATOR = MACHINE | {"OPTIONS": {"is_silent": True}}
    where = reverse("wagtail_localize:machine_translate", args=[translation.pk])
    assert "не ответил" in text_of(client.post(where, follow=True))
    assert StringTranslation.objects.count() == 2


def test_two_translators_are_told_of_each_other_and_nothing_is_lost(translation, client, anna):
    oleg, other = make_staff("translator", "RU", "ru"), Client()
    other.force_login(oleg)
    editor(client, translation)
    editor(other, translation)
    put(client, translation, "Ticks", "Клещи")
    answer = put(other, translation, "Ticks", "Клещ")
    assert answer["data"] == "Клещи"
    assert "автор — Анна Образцова." in answer["error"]
    assert "«Клещ»" in answer["error"]
    assert words(translation, "Ticks") == "Клещи"
    assert "Анна Образцова" in text_of(editor(other, translation))
    assert put(other, translation, "Ticks", "Клещ")["error"] is None  # knowingly
    assert words(translation, "Ticks") == "Клещ"
    assert put(other, translation, "In short.", "Кратко.")["error"] is None


def test_both_open_the_same_translation_when_both_begin_it(page, anna):
    oleg = make_staff("translator", "RU", "ru")
    assert begin_translation(anna, page, "ru") == begin_translation(oleg, page, "ru")
    assert Translation.objects.count() == 1


def test_original_taken_down_keeps_its_translation_back(translation, page, client, anna, publish):
    fill(translation)
    page.unpublish()
    assert "Оригинал тем временем снят с публикации." in text_of(editor(client, translation))
    submit = reverse("submit_translation_to_moderators", args=[translation.pk])
    client.post(submit)
    target = StandardPage.objects.get(pk=translation.get_target_instance().pk)
    assert target.current_workflow_state is None
    assert publish(translation) is False
    page.save_revision().publish()
    assert publish(translation) is True


def test_live_translation_stays_when_its_original_is_taken_down(translation, page):
    fill(translation)
    target = go_live(translation)
    page.unpublish()
    target.refresh_from_db()
    assert target.live


def test_moved_original_is_told_and_the_translation_stays(
    translation, page, staffed, client, anna, publish
):
    fill(translation)
    about = write_page(staffed[""]["en"], "About")
    Page.objects.get(pk=page.pk).move(Page.objects.get(pk=about.pk), pos="last-child")
    assert "теперь он в разделе «About»" in text_of(editor(client, translation))
    assert publish(translation) is True
    target = translation.get_target_instance()
    assert target.get_parent().pk == staffed["visit"]["ru"].pk


def test_deleted_original_leaves_the_work_of_its_translators(translation, page, client, anna):
    put(client, translation, "Ticks", "Клещи")
    target = translation.get_target_instance()
    Page.objects.get(pk=page.pk).specific.delete()
    target = StandardPage.objects.get(pk=target.pk)
    assert target.get_latest_revision_as_object().title == "Клещи"
    answer = client.get(reverse("wagtailadmin_pages:edit", args=[target.pk]))
    assert answer.status_code == 200
    assert "wagtailadmin/pages/edit.html" in [one.name for one in answer.templates]


def test_page_offers_only_the_languages_one_may_translate_into(page, client, anna):
    where = reverse("wagtail_localize:submit_page_translation", args=[page.pk])
    form = client.get(where).context["form"]
    assert [one.language_code for one in form.fields["locales"].queryset] == ["ru"]
    chinese = page.locale.__class__.objects.get(language_code="zh-hans")
    client.post(where, {"locales": [chinese.pk]})
    assert not Translation.objects.exists()


def test_bringing_translations_up_to_date_publishes_nothing(translation, page, client, anna):
    fill(translation)
    target = go_live(translation)
    where = reverse("wagtail_localize:update_translations", args=[translation.source_id])
    client.post(where, {"publish_translations": "on"})
    change(page, summary="Other.")
    client.post(where, {"publish_translations": "on"})
    target.refresh_from_db()
    assert target.summary == "[In short.]"
    client.force_login(make_staff("editor", "RU", "ru"))
    assert client.post(where).url == "/staff/"
