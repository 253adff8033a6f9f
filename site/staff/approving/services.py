"""Approving a page for one's side, and sending it back."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from wagtail.log_actions import log
from wagtail.models import TaskState

from staff.approving import queries
from staff.approving.models import SideVote

LONGEST_COMMENT = 2000


@transaction.atomic
def act(state: TaskState, user, action: str, *, comment: str) -> None:
    """Do what a moderator chose. Raises PermissionDenied for what is not theirs, or without a reason to reject."""
    state = TaskState.objects.select_for_update().get(pk=state.pk)
    task, page = state.task.specific, state.workflow_state.content_object.specific
    comment = comment.strip()[:LONGEST_COMMENT]
    if state.status != TaskState.STATUS_IN_PROGRESS or not queries.has_a_say(task, page, user):
        raise PermissionDenied
    if action in ("approve", "approve-side"):
        approve(state, user, comment=comment)
    elif action == "reject" and comment:
        state.specific.reject(user=user, comment=comment)
    else:
        raise PermissionDenied


def approve(state: TaskState, user, *, comment: str) -> None:
    """Note the approval of the user's side; with the last one the page goes on to be published."""
    task, page = state.task.specific, state.workflow_state.content_object.specific
    if not queries.may_approve(task, state, page, user):
        raise PermissionDenied
    side = user.side or queries.sides_of(task, page)[0]
    revision = page.get_latest_revision()
    SideVote.objects.update_or_create(
        task_state=state,
        side=side,
        defaults={"by": user, "comment": comment, "words": queries.words_of(revision)},
    )
    if queries.missing_sides(task, state, page):
        log(
            instance=page,
            action="staff.approve_for_side",
            user=user,
            revision=revision,
            data={"side": side, "comment": comment},
        )
    else:
        state.specific.approve(user=user, comment=comment)
