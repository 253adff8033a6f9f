"""What an editor does with a story, through the interface itself."""

from datetime import timedelta

import pytest
import time_machine
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone
from wagtail.models import GroupApprovalTask, Workflow, WorkflowPage, WorkflowTask
from wagtail.test.utils.form_data import nested_form_data, rich_text, streamfield

from content.stories.models import StoryPage
from tests.stories.factories import make_author, make_story, make_topic
from tests.stories.staff import WRITER, make_editor


@pytest.fixture
def editor(indexes, client):
    user = make_editor(list(indexes.values()))
    client.force_login(user)
    return user


def form(**fields) -> dict:
    """Return what the page editor posts for a new story."""
    body = [
        ("heading", {"text": "A heading"}),
        ("text", rich_text("<p>What <b>happened</b>.</p>")),
        ("facts", {"items": {"count": 1, "0": _item({"label": "Where", "value": "Khasan"})}}),
    ]
    values = {
        "title": "A new story",
        "slug": "a-new-story",
        "summary": "In short.",
        "date": "2026-05-04",
        "body": streamfield(body),
        "comments": {"TOTAL_FORMS": 0, "INITIAL_FORMS": 0, "MIN_NUM": 0, "MAX_NUM": 1000},
        **fields,
    }
    return nested_form_data(values)


def _item(value: dict) -> dict:
    return {"value": value, "order": 0, "deleted": "", "id": ""}


def add_url(index) -> str:
    return reverse("wagtailadmin_pages:add", args=["stories", "storypage", index.pk])


def test_editor_writes_and_publishes_a_story(client, indexes, editor):
    author, topic = make_author(), make_topic()
    data = form() | {"authors": [author.pk], "topics": [topic.pk], "action-publish": "1"}
    response = client.post(add_url(indexes["ru"]), data)
    assert response.status_code == 302, response.context["form"].errors
    story = StoryPage.objects.get(slug="a-new-story")
    assert story.locale.language_code == "ru"
    assert [*story.authors.all(), *story.topics.all()] == [author, topic]
    html = client.get("/ru/stories/a-new-story/").content.decode()
    for words in ("A heading", "<b>happened</b>", "Khasan", "In short."):
        assert words in html


def test_draft_is_kept_and_not_shown(client, indexes, editor):
    client.post(add_url(indexes["en"]), form())
    story = StoryPage.objects.get(slug="a-new-story")
    assert not story.live
    assert client.get("/en/stories/a-new-story/").status_code == 404


def test_form_without_title_says_so_and_keeps_what_was_typed(client, indexes, editor):
    response = client.post(add_url(indexes["en"]), form(title=""))
    assert response.status_code == 200
    assert "title" in response.context["form"].errors
    assert "In short." in response.content.decode()
    assert not StoryPage.objects.exists()


def test_preview_of_a_new_story_renders_with_its_topics(client, indexes, editor):
    topic = make_topic(name_en="Seen in preview")
    url = reverse(
        "wagtailadmin_pages:preview_on_add", args=["stories", "storypage", indexes["en"].pk]
    )
    posted = client.post(url, form() | {"topics": [topic.pk], "authors": [make_author().pk]})
    assert posted.json()["is_valid"] is True
    html = client.get(url).content.decode()
    for words in ("A new story", "A heading", "Seen in preview", "Vera"):
        assert words in html
    assert not StoryPage.objects.exists()


def test_preview_of_a_published_story_shows_the_draft(client, indexes, editor):
    story = make_story(indexes["en"], "Published", topics=[make_topic()])
    url = reverse("wagtailadmin_pages:preview_on_edit", args=[story.pk])
    assert client.post(url, form(title="Changed")).json()["is_valid"] is True
    assert "Changed" in client.get(url).content.decode()
    assert "Changed" not in client.get(f"/en/stories/{story.slug}/").content.decode()


def test_scheduled_story_goes_live_at_its_hour_and_leaves_at_its_hour(client, indexes, editor):
    now = timezone.now()
    data = form() | {
        "go_live_at": (timezone.localtime(now) + timedelta(days=1)).strftime("%Y-%m-%d %H:%M"),
        "expire_at": (timezone.localtime(now) + timedelta(days=3)).strftime("%Y-%m-%d %H:%M"),
        "action-publish": "1",
    }
    client.post(add_url(indexes["en"]), data)
    address = "/en/stories/a-new-story/"
    for days, status in ((0, 404), (2, 200), (4, 404)):
        with time_machine.travel(now + timedelta(days=days), tick=False):
            call_command("publish_scheduled")
        client.logout()
        assert client.get(address).status_code == status, days


def test_writer_submits_a_story_and_a_moderator_publishes_it(client, indexes):
    writer = make_editor([indexes["en"]], WRITER, "writer")
    moderator = make_editor([indexes["en"]], name="moderator")
    task = GroupApprovalTask.objects.create(name="Moderation")
    task.groups.set(moderator.groups.all())
    workflow = Workflow.objects.create(name="Stories")
    WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=0)
    WorkflowPage.objects.create(workflow=workflow, page=indexes["en"])

    client.force_login(writer)
    client.post(add_url(indexes["en"]), form() | {"action-submit": "1"})
    story = StoryPage.objects.get(slug="a-new-story")
    assert not story.live
    state = story.current_workflow_state
    assert state.status == state.STATUS_IN_PROGRESS

    client.force_login(moderator)
    approve = reverse(
        "wagtailadmin_pages:workflow_action",
        args=[story.pk, "approve", state.current_task_state.pk],
    )
    client.post(approve, {"action": "approve", "comment": ""})
    story.refresh_from_db()
    assert story.live


def test_writer_cannot_publish(client, indexes):
    client.force_login(make_editor([indexes["en"]], WRITER, "writer"))
    client.post(add_url(indexes["en"]), form() | {"action-publish": "1"})
    assert not StoryPage.objects.get(slug="a-new-story").live


def test_editor_of_one_language_cannot_write_in_another(client, indexes):
    client.force_login(make_editor([indexes["ru"]]))
    response = client.post(add_url(indexes["zh-hans"]), form() | {"action-publish": "1"})
    assert response.status_code == 302  # sent away, with a message
    assert not StoryPage.objects.exists()


@pytest.mark.parametrize("name", ["author", "topic"])
def test_authors_and_topics_are_listed_found_and_exported(client, indexes, admin_user, name):
    make_author(), make_topic()
    client.force_login(admin_user)
    address = reverse(f"wagtailsnippets_stories_{name}:list")
    assert client.get(f"{address}?q=%D0%BE").status_code == 200  # in any language
    assert client.get(f"{address}?export=csv").status_code == 200
    form_page = client.get(reverse(f"wagtailsnippets_stories_{name}:add")).content.decode()
    assert 'name="name_ru"' in form_page
    assert 'name="name"' not in form_page
