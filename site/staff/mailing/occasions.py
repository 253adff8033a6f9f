"""What staff are told of: the steps of an approval, and comments. Takes the place of Wagtail's own mails.

Wagtail sends within the request, in plain text, and forgets what the mail server does not take.
"""

from wagtail.admin.views.pages import edit
from wagtail.models import Page, Task, TaskState, WorkflowState
from wagtail.signals import task_submitted, workflow_approved, workflow_rejected, workflow_submitted

from staff.approving.models import SideApproval
from staff.approving.queries import sides_of
from staff.mailing.models import Occasion
from staff.mailing.services import tell
from staff.models import User
from staff.roles import role_with

OF_WAGTAIL = (
    (task_submitted, "group_approval_task_submitted_email_notification", TaskState),
    (workflow_submitted, "workflow_state_submitted_email_notification", WorkflowState),
    (workflow_rejected, "workflow_state_rejected_email_notification", WorkflowState),
    (workflow_approved, "workflow_state_approved_email_notification", WorkflowState),
)


def listen() -> None:
    """Answer Wagtail's signals and its call for a mail about comments."""
    for signal, uid, kind in OF_WAGTAIL:
        signal.disconnect(dispatch_uid=uid, sender=kind)
    task_submitted.connect(tell_moderators, sender=TaskState)
    workflow_approved.connect(tell_of_approval, sender=WorkflowState)
    workflow_rejected.connect(tell_of_rejection, sender=WorkflowState)
    edit.send_notification = tell_of_comments


def tell_moderators(instance: TaskState, user=None, **kwargs) -> None:
    """Tell the moderators of every side that a page waits for."""
    page = _page_of(instance.workflow_state)
    people = moderators_for(instance.task.specific, page).exclude(pk=user.pk if user else None)
    tell(people, Occasion.SUBMITTED, **_facts(page, user))


def moderators_for(task: Task, page: Page):
    """Return the people whose approval a step waits for."""
    if isinstance(task, SideApproval):
        names = [role_with("moderator").group_name(side) for side in sides_of(task, page)]
        return User.objects.filter(groups__name__in=names, is_active=True).distinct()
    groups = getattr(task, "groups", None)
    return (
        User.objects.filter(groups__in=groups.all()).distinct() if groups else User.objects.none()
    )


def tell_of_approval(instance: WorkflowState, user=None, **kwargs) -> None:
    tell(_author(instance, user), Occasion.APPROVED, **_facts(_page_of(instance), user))


def tell_of_rejection(instance: WorkflowState, user=None, **kwargs) -> None:
    """Tell the author, with the reason."""
    reason = instance.current_task_state.comment
    facts = _facts(_page_of(instance), user)
    tell(_author(instance, user), Occasion.REJECTED, quotes=[reason] if reason else [], **facts)


def tell_of_comments(recipients, notification: str, context: dict) -> bool:
    """Tell those who follow a page's comments what was written; the arguments are those of Wagtail's function."""
    said = [comment.text for comment in context["new_comments"]]
    for answered in context["replied_comments"]:
        said += [reply.text for reply in answered["replies"]]
    said += [f"✓ {comment.text}" for comment in context["resolved_comments"]]
    if said:
        tell(
            recipients,
            Occasion.COMMENTED,
            quotes=said,
            **_facts(context["page"], context["editor"]),
        )
    return True


def _author(state: WorkflowState, user) -> list:
    author = state.requested_by
    return [author] if author and author != user else []


def _page_of(state: WorkflowState) -> Page:
    return state.content_object.specific


def _facts(page: Page, user) -> dict:
    title = page.get_latest_revision_as_object().title
    return {"page": page.pk, "title": title, "name": _name(user)}


def _name(user) -> str:
    return (user.get_full_name() or user.get_username()) if user else ""
