"""One side's page: that side's moderator. A joint page: one of each, in either order."""

import re

import pytest
from django.urls import reverse
from django.utils.translation import override
from wagtail.models import Comment, PageLogEntry, TaskState, WorkflowState

from content.base.approvals import BOTH, WORKFLOWS
from content.base.models import StandardPage
from content.stories.models import StoryPage
from staff.approving.models import SideVote
from tests.staff.factories import make_staff
from tests.staff.test_work import page_data


def write(parent, title: str, *, model=StandardPage, **fields):
    parent.refresh_from_db()
    page = parent.add_child(
        instance=model(title=title, slug=title.lower(), locale=parent.locale, live=False, **fields)
    )
    page.save_revision()
    return page


def submit(page, user):
    page.get_workflow().start(page, user)
    return page


def act(client, page, user, action: str = "approve", **data):
    client.force_login(user)
    state = page.current_workflow_task_state
    offered = [name for name, *_rest in state.task.specific.get_actions(page, user)]
    if action == "approve" and "approve-side" in offered:
        action = "approve-side"
    address = reverse("wagtailadmin_pages:workflow_action", args=[page.pk, action, state.pk])
    answer = client.post(address, data)
    page.refresh_from_db()
    return answer


def waits_for(user, page) -> bool:
    return TaskState.objects.reviewable_by(user).for_instance(page).exists()


@pytest.fixture
def people(staffed) -> dict:
    return {
        "author": make_staff("editor", "RU", "ru"),
        "RU": make_staff("moderator", "RU", "ru"),
        "CN": make_staff("moderator", "CN", "zh-hans"),
    }


@pytest.fixture
def joint(staffed, people) -> StandardPage:
    """An English page that a Russian editor wrote and submitted."""
    return submit(write(staffed["visit"]["en"], "Ticks"), people["author"])


@pytest.mark.parametrize("order", [("RU", "CN"), ("CN", "RU")])
def test_joint_page_needs_a_moderator_of_each_side_in_either_order(client, people, joint, order):
    first, second = order
    assert waits_for(people["RU"], joint) and waits_for(people["CN"], joint)
    act(client, joint, people[first])
    assert (joint.live, joint.workflow_in_progress) == (False, True)
    assert not waits_for(people[first], joint)
    assert waits_for(people[second], joint)
    act(client, joint, people[second])
    assert (joint.live, joint.workflow_in_progress) == (True, False)


def test_nobody_approves_for_both_sides(client, people, joint):
    act(client, joint, people["RU"])
    act(client, joint, people["RU"])
    act(client, joint, make_staff("moderator", "RU"))  # another of the same side neither
    assert (joint.live, SideVote.objects.count()) == (False, 1)


def test_neither_an_editor_nor_an_administrator_approves_a_joint_page(client, people, joint):
    for user in (people["author"], make_staff("editor", "CN"), make_staff("administrator")):
        act(client, joint, user)
    assert not SideVote.objects.exists()


def test_a_change_after_the_first_approval_asks_for_it_anew(client, people, joint):
    act(client, joint, people["RU"])
    joint.title = "Ticks bite"
    joint.save_revision(user=people["CN"])
    assert waits_for(people["RU"], joint)
    act(client, joint, people["CN"])
    assert not joint.live
    client.force_login(people["author"])
    page = client.get(reverse("wagtailadmin_pages:edit", args=[joint.pk])).content.decode()
    assert "больше не действует" in page
    act(client, joint, people["RU"])
    assert (joint.live, joint.title) == (True, "Ticks bite")


def test_a_comment_is_not_a_change(client, people, joint):
    act(client, joint, people["RU"])
    remark = Comment(user=people["CN"], text="Good", contentpath="summary")
    joint.wagtail_admin_comments.add(remark)
    joint.save_revision(user=people["CN"])
    assert not waits_for(people["RU"], joint)


@pytest.mark.parametrize(("tree", "own", "other"), [("ru", "RU", "CN"), ("zh-hans", "CN", "RU")])
def test_one_sides_page_needs_its_own_moderator_alone(client, staffed, people, tree, own, other):
    page = submit(write(staffed["visit"][tree], "Page"), make_staff("editor", own))
    assert not waits_for(people[other], page)
    act(client, page, people[other])
    assert not page.live
    act(client, page, people[own])
    assert page.live


def test_story_of_both_sides_needs_both_in_its_own_language(client, staffed, people):
    """A Chinese editor writes, the Chinese and the Russian moderator approve, the page is live in Chinese."""
    story = write(staffed["stories"]["zh-hans"], "Both", model=StoryPage, is_joint=True)
    submit(story, make_staff("editor", "CN", "zh-hans"))
    edit = reverse("wagtailadmin_pages:edit", args=[story.pk])
    client.force_login(people["RU"])
    assert client.get(edit).status_code == 200
    act(client, story, people["CN"])
    assert not story.live
    act(client, story, people["RU"])
    assert story.live


@pytest.mark.parametrize("language", ["en", "ru", "zh-hans"])
def test_story_of_both_sides_has_their_workflow_whoever_reads(staffed, language):
    story = write(staffed["stories"]["zh-hans"], "Snow", model=StoryPage, is_joint=True)
    with override(language):
        assert vars(story.get_workflow())["name"] == WORKFLOWS[BOTH]


def test_draft_that_becomes_joint_while_it_waits_waits_for_both(client, staffed, people):
    story = submit(write(staffed["stories"]["ru"], "Ours", model=StoryPage), people["author"])
    story.is_joint = True
    story.save_revision()
    act(client, story, people["RU"])
    assert not story.live
    assert waits_for(people["CN"], story)


@pytest.mark.parametrize("reason", ["", "   "])
def test_sending_back_without_a_reason_is_refused(client, people, joint, reason):
    act(client, joint, people["RU"], "reject", comment=reason)
    assert joint.current_workflow_state.status == WorkflowState.STATUS_IN_PROGRESS
    hostile = page_data("Ticks") | {
        "action-workflow-action": "1",
        "workflow-action-name": "reject",
        "workflow-action-extra-data": '{"comment": "", "update": false}',
    }
    client.post(reverse("wagtailadmin_pages:edit", args=[joint.pk]), hostile)
    assert joint.current_workflow_state.status == WorkflowState.STATUS_IN_PROGRESS


def test_reason_is_read_on_the_page_and_submitting_anew_asks_both_again(client, people, joint):
    act(client, joint, people["RU"])
    act(client, joint, people["CN"], "reject", comment="<b>Нет</b> источника")
    assert joint.current_workflow_state.status == WorkflowState.STATUS_NEEDS_CHANGES
    client.force_login(people["author"])
    page = client.get(reverse("wagtailadmin_pages:edit", args=[joint.pk])).content.decode()
    assert "&lt;b&gt;Нет&lt;/b&gt; источника" in page
    joint.current_workflow_state.resume(people["author"])
    assert waits_for(people["RU"], joint) and waits_for(people["CN"], joint)


def test_moderator_cannot_publish_a_joint_page_past_the_other_side(client, staffed, people):
    draft = write(staffed["visit"]["en"], "Ticks")
    client.force_login(people["RU"])
    edit = reverse("wagtailadmin_pages:edit", args=[draft.pk])
    client.post(edit, page_data("Ticks") | {"action-publish": "1"})
    add = reverse("wagtailadmin_pages:add", args=["base", "standardpage", draft.get_parent().pk])
    client.post(add, page_data("New") | {"slug": "new", "action-publish": "1"})
    bulk = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    client.post(f"{bulk}?id={draft.pk}")
    copy = reverse("wagtailadmin_pages:copy", args=[draft.pk])
    client.post(
        copy,
        {
            "new_title": "C",
            "new_slug": "c",
            "new_parent_page": draft.get_parent().pk,
            "publish_copies": 1,
        },
    )
    assert list(StandardPage.objects.child_of(draft.get_parent()).live()) == []
    client.force_login(make_staff("administrator"))
    client.post(f"{bulk}?id={draft.pk}")
    draft.refresh_from_db()
    assert draft.live
    assert PageLogEntry.objects.filter(page=draft.pk, action="wagtail.publish").count() == 1


BUTTONS = re.compile(r'(?:name="action-|data-workflow-action-name=")([\w-]+)"')


def buttons_for(client, user, page) -> list[str]:
    client.force_login(user)
    shown = client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()
    return BUTTONS.findall(shown)


def test_one_who_may_approve_is_offered_that_first_and_no_way_past_it(client, staffed, people):
    answers, rest = ["approve", "approve", "reject"], ["cancel-workflow"]
    page = submit(write(staffed["visit"]["ru"], "Ours"), people["author"])
    assert buttons_for(client, people["RU"], page) == [*answers, *rest]
    assert buttons_for(client, make_staff("administrator"), page) == [*answers, *rest]
    joint = submit(write(staffed["visit"]["en"], "Ticks"), people["author"])
    first = ["approve-side", "approve-side", "reject"]
    assert buttons_for(client, people["CN"], joint) == first
    act(client, joint, people["RU"])
    assert buttons_for(client, people["RU"], joint) == ["reject"]
    assert buttons_for(client, people["CN"], joint) == [*answers, *rest]
    assert "publish" in buttons_for(client, make_staff("administrator"), joint)  # above both sides
    idle = write(staffed["visit"]["ru"], "Idle")
    assert "publish" in buttons_for(client, people["RU"], idle)


def test_story_that_becomes_joint_is_kept_as_a_draft_when_published(client, staffed, people):
    story = write(staffed["stories"]["ru"], "Ours", model=StoryPage)
    client.force_login(people["RU"])
    edit = reverse("wagtailadmin_pages:edit", args=[story.pk])
    data = page_data("Наша") | {"date": "2026-11-01", "is_joint": "on", "action-publish": "1"}
    assert client.post(edit, data).url == edit
    story.refresh_from_db()
    assert not story.live
    assert story.get_latest_revision_as_object().title == "Наша"
    data.pop("is_joint")
    client.post(edit, data)  # was a draft of both sides: saved
    client.post(edit, data)
    story.refresh_from_db()
    assert story.live


def test_names_are_said_in_the_readers_language_and_kept_in_english(staffed, client):
    from django.utils.translation import override
    from wagtail.models import Workflow

    workflow = Workflow.objects.get(name="Moderation of the Chinese side")
    with override("ru"):
        assert workflow.name == "Модерация китайской стороны"
        workflow.save()
        workflow.name = workflow.name  # what a form does
        workflow.save()
    with override("zh-hans"):
        assert Workflow.objects.get(name="Moderation of the Chinese side").name == "中方审核"
