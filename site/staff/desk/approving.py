"""What waits for a person's approval, and what they have sent and others have not yet read."""

from django.contrib.contenttypes.models import ContentType
from django.db.models import IntegerField, QuerySet
from django.db.models.functions import Cast
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.models import Page, TaskState, WorkflowState

from staff.desk.lists import SHOWN, DeskList, age, page_row, person, with_names
from staff.models import User


def page_states(**conditions) -> QuerySet[WorkflowState]:
    """Return the ways of pages through their workflows, each with the number of its page."""
    return WorkflowState.objects.filter(
        base_content_type=ContentType.objects.get_for_model(Page), **conditions
    ).annotate(page_number=Cast("object_id", IntegerField()))


def to_approve(user: User) -> DeskList:
    """Return the pages that wait for this person's word, the longest waiting first."""
    waiting = TaskState.objects.reviewable_by(user)
    total = waiting.count()
    states = waiting.select_related("workflow_state__requested_by").order_by("started_at", "pk")
    shown = list(states[:SHOWN]) if total else []
    pages = _pages_of([state.workflow_state for state in shown])
    return DeskList(
        key="approve",
        heading=_("Waiting for your approval"),
        icon="tasks",
        rows=[
            page_row(
                pages[int(state.workflow_state.object_id)],
                _("sent by %(name)s") % {"name": person(state.workflow_state.requested_by)},
                age(state.started_at),
            )
            for state in shown
            if int(state.workflow_state.object_id) in pages
        ],
        total=total,
        all_url=reverse("wagtailadmin_reports:workflow_tasks"),
        words=ngettext("page waits for your approval", "pages wait for your approval", total),
    )


def sent(user: User) -> DeskList:
    """Return the pages this person has sent for approval, the latest first."""
    waiting = page_states(requested_by=user, status=WorkflowState.STATUS_IN_PROGRESS)
    states = waiting.select_related("current_task_state__task").order_by("-created_at", "-pk")
    shown, total = list(states[:SHOWN]), waiting.count()
    pages = _pages_of(shown)
    return DeskList(
        key="sent",
        heading=_("Sent for approval by you"),
        icon="clipboard-list",
        rows=[
            page_row(pages[state.page_number], age(state.created_at))
            for state in shown
            if state.page_number in pages
        ],
        total=total,
        all_url=f"{reverse('wagtailadmin_reports:workflow')}?requested_by={user.pk}",
    )


def _pages_of(states: list[WorkflowState]) -> dict[int, Page]:
    numbers = [int(state.object_id) for state in states]
    return with_names(Page.objects).in_bulk(numbers) if numbers else {}
