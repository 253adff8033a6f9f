"""The daily work of each role, done the way a browser does it."""

import pytest
from django.urls import reverse
from wagtail.images import get_image_model
from wagtail.models import Collection, Locale, WorkflowState
from wagtail.test.utils.form_data import nested_form_data, streamfield

from content.base.models import StandardPage
from staff.roles import OWN_SHELF, SAMPLE_SHELF
from tests.staff.factories import make_staff, picture_file


def page_data(title: str, **changes) -> dict:
    return nested_form_data(
        {
            "title": title,
            "slug": "tick-season",
            "summary": "Summary",
            "body": streamfield([("notice", {"kind": "caution", "title": "T", "text": "{}"})])
            if changes.pop("with_block", False)
            else streamfield([]),
            "comments": {
                "TOTAL_FORMS": 0,
                "INITIAL_FORMS": 0,
                "MIN_NUM_FORMS": 0,
                "MAX_NUM_FORMS": 1000,
            },
            **changes,
        }
    )


def add_address(parent) -> str:
    return reverse("wagtailadmin_pages:add", args=["base", "standardpage", parent.pk])


@pytest.fixture
def draft(staffed, client) -> StandardPage:
    """A page that an editor of the Chinese side wrote and submitted."""
    client.force_login(make_staff("editor", "CN", "zh-hans"))
    data = page_data("蜱虫季节") | {"action-submit": "1"}
    assert client.post(add_address(staffed["visit"]["zh-hans"]), data).status_code == 302
    return StandardPage.objects.get(title="蜱虫季节")


def test_editor_writes_and_previews_a_page(staffed, client):
    client.force_login(make_staff("editor", "RU", "ru"))
    assert client.post(add_address(staffed["visit"]["ru"]), page_data("Клещи")).status_code == 302
    page = StandardPage.objects.get(title="Клещи")
    assert (page.live, page.locale) == (False, Locale.objects.get(language_code="ru"))
    preview = reverse("wagtailadmin_pages:preview_on_edit", args=[page.pk])
    assert client.post(preview, page_data("Клещи весной")).json()["is_valid"]
    shown = client.get(f"{preview}?mode=")
    assert shown.status_code == 200
    assert "Клещи весной" in shown.content.decode()


def test_editor_cannot_publish(staffed, client):
    client.force_login(make_staff("editor", "RU", "ru"))
    client.post(add_address(staffed["visit"]["ru"]), page_data("Клещи") | {"action-publish": "1"})
    assert not StandardPage.objects.filter(title="Клещи", live=True).exists()


def test_editor_cannot_write_in_the_other_sides_language(staffed, client):
    client.force_login(make_staff("editor", "RU", "ru"))
    answer = client.post(add_address(staffed["visit"]["zh-hans"]), page_data("蜱虫"))
    assert answer.url == "/staff/"
    assert not StandardPage.objects.filter(title="蜱虫").exists()


def approve(client, page):
    state = page.current_workflow_task_state
    return client.post(
        reverse("wagtailadmin_pages:workflow_action", args=[page.pk, "approve", state.pk])
    )


def test_submitted_page_waits_for_the_moderators_of_its_side(draft, client):
    assert not draft.live
    assert draft.current_workflow_state.status == WorkflowState.STATUS_IN_PROGRESS
    assert draft.current_workflow_state.workflow.name == "Moderation of the Chinese side"


def test_moderator_of_the_side_publishes(draft, client):
    client.force_login(make_staff("moderator", "CN", "zh-hans"))
    assert draft.title in client.get("/staff/").content.decode()
    approve(client, draft)
    draft.refresh_from_db()
    assert draft.live


def test_moderator_of_the_other_side_cannot_approve(draft, client):
    client.force_login(make_staff("moderator", "RU", "ru"))
    approve(client, draft)
    draft.refresh_from_db()
    assert not draft.live


def upload(client, shelf: str):
    data = {
        "title": "",
        "file": picture_file(),
        "collection": Collection.objects.get(name=shelf).pk,
        "licence": "reserved",
        "credit": "И. Образцова",
        "alt_ru": "Леопард на снегу",
    }
    return client.post(reverse("wagtailimages:add"), data)


def test_curator_uploads_a_picture_to_the_own_collection(staffed, client):
    client.force_login(make_staff("photo-curator", "RU", "ru"))
    assert upload(client, OWN_SHELF["RU"]).status_code == 302
    picture = get_image_model().objects.get()
    assert (picture.alt_ru, picture.collection.name) == ("Леопард на снегу", "Russian side")


@pytest.mark.parametrize("shelf", [OWN_SHELF["CN"], SAMPLE_SHELF])
def test_curator_cannot_upload_elsewhere(staffed, client, shelf):
    client.force_login(make_staff("photo-curator", "RU", "ru"))
    assert upload(client, shelf).status_code == 200
    assert not get_image_model().objects.exists()


def test_picture_of_the_other_side_is_chosen_but_not_changed(staffed, client):
    client.force_login(make_staff("photo-curator", "RU", "ru"))
    upload(client, OWN_SHELF["RU"])
    picture = get_image_model().objects.get()
    client.force_login(make_staff("photo-curator", "CN", "zh-hans"))
    assert client.get(reverse("wagtailimages:edit", args=[picture.pk])).url == "/staff/"
    chooser = client.get(reverse("wagtailimages_chooser:choose")).json()["html"]
    assert picture.title in chooser


def test_translator_starts_a_translation(staffed, client):
    page = StandardPage(title="Ticks", slug="ticks", locale=staffed["visit"]["en"].locale)
    staffed["visit"]["en"].refresh_from_db()
    staffed["visit"]["en"].add_child(instance=page)
    client.force_login(make_staff("translator", "RU", "ru"))
    address = reverse("wagtail_localize:submit_page_translation", args=[page.pk])
    russian = Locale.objects.get(language_code="ru")
    assert client.post(address, {"locales": [russian.pk]}).status_code == 302
    translation = StandardPage.objects.get(locale=russian, translation_key=page.translation_key)
    edit = client.get(reverse("wagtailadmin_pages:edit", args=[translation.pk]))
    assert edit.templates[0].name == "wagtail_localize/admin/edit_translation.html"
    report = client.get(reverse("wagtail_localize:translations_report"))
    assert "Ticks" in report.content.decode()


def test_editor_is_not_offered_translation(staffed, client):
    client.force_login(make_staff("editor", "RU", "ru"))
    address = reverse("wagtail_localize:submit_page_translation", args=[staffed["visit"]["en"].pk])
    assert client.get(address).url == "/staff/"
