"""What a person who opens a page is told of its approval."""

from django.http import HttpRequest
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.models import Page, WorkflowState

from content.base.choices import SideCode
from content.base.formats import format_date
from staff.approving import queries
from staff.approving.models import SideApproval, SideVote


def tell_status(request: HttpRequest, page: Page) -> None:
    """Add the state of the approval above the form: whose word is there, whose is waited for, why it came back."""
    state = page.current_workflow_state
    if state is None or state.current_task_state is None:
        return
    if state.status == WorkflowState.STATUS_NEEDS_CHANGES:
        messages.warning(request, _sent_back(state))
        return
    task = state.current_task_state.task.specific
    if isinstance(task, SideApproval):
        for line in status_lines(task, state.current_task_state, page):
            messages.info(request, line)


def _sent_back(state: WorkflowState) -> str:
    task_state = state.current_task_state
    return _("%(name)s asks for changes: “%(reason)s”") % {
        "name": name_of(task_state.finished_by),
        "reason": task_state.comment,
    }


def name_of(user) -> str:
    """Return a person's name, or words for an account that is no more."""
    if user is None:
        return _("Somebody whose account is gone")
    return user.get_full_name() or user.get_username()


def status_lines(task: SideApproval, state, page: Page) -> list[str]:
    """Return a sentence for each approval there is, for each that a change has undone, and for what is missing."""
    valid = queries.valid_votes(state)
    votes = SideVote.objects.filter(task_state_id=state.pk).select_related("by")
    lines = [_vote_line(vote, vote.side in valid) for vote in votes]
    missing = [side for side in queries.sides_of(task, page) if side not in valid]
    return lines + [_waiting_line(side) for side in missing]


def _vote_line(vote: SideVote, holds: bool) -> str:
    values = {
        "name": name_of(vote.by),
        "side": SideCode(vote.side).label,
        "day": format_date(localtime(vote.at).date()),
        "comment": vote.comment,
    }
    if not holds:
        return (
            _(
                "%(side)s: the approval by %(name)s of %(day)s holds no more, because the page was changed after it."
            )
            % values
        )
    if vote.comment:
        return _("%(side)s: approved by %(name)s, %(day)s: “%(comment)s”") % values
    return _("%(side)s: approved by %(name)s, %(day)s.") % values


def _waiting_line(side: str) -> str:
    return {
        SideCode.RU: _("Waits for a moderator of the Russian side."),
        SideCode.CN: _("Waits for a moderator of the Chinese side."),
    }[SideCode(side)]
