"""Every way by which a page goes out is closed while something must be mended, and open when nothing is."""

import json

import pytest
from django.urls import reverse
from wagtail.models import Collection, Page, TaskState
from wagtail.test.utils.form_data import nested_form_data, rich_text, streamfield
from wagtail_localize.models import StringTranslation, Translation

from content.base.models import StandardPage
from staff.roles import SHARED_SHELF
from tests.staff.factories import make_staff
from tests.staff.quality.factories import make_page, make_picture

DEAD = '<p><a linktype="page" id="999999">x</a></p>'
WHOLE = "<p>Words.</p>"
BODIES = pytest.mark.parametrize(("body", "goes_out"), [(DEAD, False), (WHOLE, True)])


def form_of(title: str, body: str, **action) -> dict:
    return (
        nested_form_data(
            {
                "title": title,
                "slug": "ticks",
                "summary": "They wait.",
                "body": streamfield([("text", rich_text(body, features=["bold", "link"]))]),
                "comments": {
                    "TOTAL_FORMS": 0,
                    "INITIAL_FORMS": 0,
                    "MIN_NUM_FORMS": 0,
                    "MAX_NUM_FORMS": 0,
                },
            }
        )
        | action
    )


def draft_with(staffed, body: str) -> StandardPage:
    page = make_page(staffed["visit"]["ru"], ("text", body), title="Ticks", live=False)
    page.save_revision()
    return page


def state_of(page: Page) -> tuple[bool, bool]:
    """Say whether a page is live, and whether it waits for somebody."""
    page = StandardPage.objects.get(pk=page.pk)
    return page.live, page.workflow_in_progress


def title_of_draft(page: Page) -> str:
    return StandardPage.objects.get(pk=page.pk).get_latest_revision_as_object().title


def edit(page: Page) -> str:
    return reverse("wagtailadmin_pages:edit", args=[page.pk])


@BODIES
def test_editor_publishes(staffed, client, body, goes_out):
    page = draft_with(staffed, WHOLE)
    client.force_login(make_staff("moderator", "RU"))
    answer = client.post(
        edit(page), form_of("Changed", body, **{"action-publish": "1"}), follow=True
    )
    assert state_of(page) == (goes_out, False)
    assert title_of_draft(page) == "Changed"  # nothing typed is lost
    assert ("the page has been deleted" in answer.content.decode()) is not goes_out


@BODIES
def test_editor_submits(staffed, client, body, goes_out):
    page = draft_with(staffed, WHOLE)
    client.force_login(make_staff("editor", "RU"))
    client.post(edit(page), form_of("Changed", body, **{"action-submit": "1"}))
    assert state_of(page) == (False, goes_out)
    assert title_of_draft(page) == "Changed"


@BODIES
def test_new_page_is_published(staffed, client, body, goes_out):
    parent = staffed["visit"]["ru"]
    client.force_login(make_staff("moderator", "RU"))
    address = reverse("wagtailadmin_pages:add", args=["base", "standardpage", parent.pk])
    client.post(address, form_of("New", body, **{"action-publish": "1"}))
    assert StandardPage.objects.get(title="New").live is goes_out


def test_draft_is_saved_whatever_it_lacks(staffed, client):
    page = draft_with(staffed, WHOLE)
    client.force_login(make_staff("editor", "RU"))
    client.post(edit(page), form_of("Changed", DEAD))
    assert title_of_draft(page) == "Changed"


@BODIES
def test_many_are_published_from_a_list(staffed, client, body, goes_out):
    page, whole = draft_with(staffed, body), make_page(staffed["visit"]["ru"], live=False)
    whole.save_revision()
    client.force_login(make_staff("moderator", "RU"))
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    client.post(f"{address}?id={page.pk}&id={whole.pk}", {"include_descendants": ""})
    assert (state_of(page)[0], state_of(whole)[0]) == (goes_out, goes_out)


@BODIES
def test_page_below_goes_out_with_its_parent(staffed, client, body, goes_out):
    parent = make_page(staffed["visit"]["ru"], ("text", WHOLE), title="Parent", live=False)
    parent.save_revision()
    child = make_page(parent, ("text", body), title="Child", live=False)
    child.save_revision()
    client.force_login(make_staff("moderator", "RU"))
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    client.post(f"{address}?id={parent.pk}", {"include_descendants": "on"})
    assert (state_of(parent)[0], state_of(child)[0]) == (goes_out, goes_out)


def submitted_with(staffed, body: str) -> tuple[StandardPage, TaskState]:
    page = draft_with(staffed, body)
    page.get_workflow().start(page, make_staff("editor", "RU"))
    return page, page.current_workflow_task_state


@BODIES
def test_moderator_approves_in_the_editor(staffed, client, body, goes_out):
    page, _state = submitted_with(staffed, WHOLE)
    client.force_login(make_staff("moderator", "RU"))
    approve = {"action-workflow-action": "1", "workflow-action-name": "approve"}
    client.post(edit(page), form_of("Changed", body, **approve))
    assert state_of(page) == (goes_out, not goes_out)


@BODIES
def test_moderator_approves_from_the_first_page(staffed, client, body, goes_out):
    page, state = submitted_with(staffed, body)
    client.force_login(make_staff("moderator", "RU"))
    answer = client.post(
        reverse("wagtailadmin_pages:workflow_action", args=[page.pk, "approve", state.pk]),
        headers={"x-requested-with": "XMLHttpRequest"},
    )
    assert json.loads(answer.content)["step"] == "success"
    assert state_of(page) == (goes_out, not goes_out)


def test_moderator_sends_back_what_lacks_something(staffed, client):
    page, state = submitted_with(staffed, DEAD)
    client.force_login(make_staff("moderator", "RU"))
    client.post(
        reverse("wagtailadmin_pages:workflow_action", args=[page.pk, "reject", state.pk]),
        {"comment": "Mend the link."},
    )
    state.refresh_from_db()
    assert state.status == TaskState.STATUS_REJECTED


def translated(staffed, client, alternative: str) -> Translation:
    """Return a finished Russian translation of a page whose picture has this Russian alternative."""
    shelf = Collection.objects.get(name=SHARED_SHELF)
    picture = make_picture(alt_en="Snow", alt_ru=alternative, collection=shelf)
    page = make_page(staffed["visit"]["en"], ("text", WHOLE), title="Ticks", image=picture)
    russian = staffed["visit"]["ru"].locale
    client.force_login(make_staff("translator", "RU", "ru"))
    client.post(
        reverse("wagtail_localize:submit_page_translation", args=[page.pk]),
        {"locales": [russian.pk]},
    )
    translation = Translation.objects.get(target_locale=russian)
    for number, segment in enumerate(translation.source.stringsegment_set.all()):
        StringTranslation.objects.create(
            translation_of=segment.string,
            locale=russian,
            context=segment.context,
            data=f"Клещи {number}",
        )
    return translation


ALTERNATIVES = pytest.mark.parametrize(("alternative", "goes_on"), [("", False), ("Снег", True)])


@ALTERNATIVES
def test_translation_is_published(
    staffed, client, alternative, goes_on, django_capture_on_commit_callbacks
):
    target = translated(staffed, client, alternative).get_target_instance()
    client.force_login(make_staff("moderator", "RU", "ru"))
    with django_capture_on_commit_callbacks(execute=True):
        answer = client.post(edit(target), {"action": "publish"}, follow=True)
    assert state_of(target)[0] is goes_on
    assert ("нет текстового описания" in answer.content.decode()) is not goes_on


@ALTERNATIVES
def test_translation_is_submitted(staffed, client, alternative, goes_on):
    translation = translated(staffed, client, alternative)
    client.post(reverse("submit_translation_to_moderators", args=[translation.pk]))
    assert state_of(translation.get_target_instance()) == (False, goes_on)


def test_checklist_stands_beside_the_form(staffed, client):
    page = draft_with(staffed, DEAD)
    client.force_login(make_staff("editor", "RU", "zh-hans"))
    html = client.get(edit(page)).content.decode()
    assert "发布前检查" in html
    assert "页面已删除" in html
