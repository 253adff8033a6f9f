"""Which of the pages in approval wait for a person, found in a number of questions that does not grow with them.

`queries.may_approve` has the last word where a page is opened; here the draft alone is read, without what it points to.
"""

from collections.abc import Iterator

from django.db.models import QuerySet
from wagtail.models import Page, TaskState

from content.base.choices import SideCode
from staff.approving.models import SideApproval, SideVote
from staff.approving.queries import is_administrator, is_moderator, words_of


def states_waiting_for(task: SideApproval, user) -> QuerySet[TaskState]:
    """Return the states of this task that a person can bring on."""
    if not (is_moderator(user) or is_administrator(user)):
        return TaskState.objects.none()
    return TaskState.objects.filter(pk__in=list(_found(task, user)))


def _found(task: SideApproval, user) -> Iterator[int]:
    waiting = TaskState.objects.filter(task_id=task.pk, status=TaskState.STATUS_IN_PROGRESS)
    keys = dict(waiting.values_list("pk", "workflow_state__object_id"))
    numbers = [int(key) for key in keys.values()]
    pages = Page.objects.select_related("latest_revision").in_bulk(numbers) if keys else {}
    given = SideVote.objects.filter(task_state_id__in=keys, side=user.side) if keys else []
    votes = {vote.task_state_id: vote for vote in given}
    for state, key in keys.items():
        page = pages.get(int(key))
        if page and _waits(task, page, votes.get(state), user):
            yield state


def _waits(task: SideApproval, page: Page, vote: SideVote | None, user) -> bool:
    """Say whether a person's word is missing; administrators stand in where one side suffices."""
    sides = _sides(task, page)
    if not user.side:
        return len(sides) == 1
    is_given = vote is not None and vote.words == words_of(page.latest_revision)
    return user.side in sides and not is_given


def _sides(task: SideApproval, page: Page) -> set[str]:
    """Return the sides of the task; a draft that has become a joint story needs both."""
    if page.latest_revision and page.latest_revision.content.get("is_joint"):
        return set(SideCode.values)
    return set(task.sides.split(","))
