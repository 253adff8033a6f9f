"""Who still has to approve a page, and who may."""

import json
from hashlib import sha256

from django.utils.translation import gettext as _
from wagtail.models import Page, Revision, TaskState

from content.base.approvals import approving_sides
from content.base.choices import SideCode
from staff.approving.models import SideApproval, SideVote
from staff.roles import role_with

# What changes in a revision without a word being changed. Comments are talk about the page, not the page.
BOOKKEEPING = {
    "draft_title",
    "expired",
    "first_published_at",
    "go_live_at",
    "has_unpublished_changes",
    "last_published_at",
    "latest_revision",
    "latest_revision_created_at",
    "live",
    "live_revision",
    "locked",
    "locked_at",
    "locked_by",
    "owner",
    "review_on",
    "url_path",
    "wagtail_admin_comments",
    "index_entries",
    "numchild",
    "path",
    "depth",
}


def words_of(revision: Revision) -> str:
    """Return a digest of what a revision says, so that an approval holds for these very words."""
    said = {name: value for name, value in revision.content.items() if name not in BOOKKEEPING}
    return sha256(json.dumps(said, sort_keys=True, default=str).encode()).hexdigest()


def sides_of(task: SideApproval, page: Page) -> tuple[SideCode, ...]:
    """Return the sides that have to approve: those of the task, and those the draft itself asks for."""
    draft = page.get_latest_revision_as_object()
    wanted = {*task.sides.split(","), *approving_sides(draft)}
    return tuple(side for side in SideCode if side in wanted)


def valid_votes(state: TaskState) -> dict[str, SideVote]:
    """Return the approvals by side that hold for the page as it is now."""
    latest = state.workflow_state.content_object.get_latest_revision()
    words = words_of(latest)
    votes = SideVote.objects.filter(task_state_id=state.pk).select_related("by")
    return {vote.side: vote for vote in votes if vote.words == words}


def missing_sides(task: SideApproval, state: TaskState, page: Page) -> list[SideCode]:
    """Return the sides whose approval is still waited for."""
    there = valid_votes(state)
    return [side for side in sides_of(task, page) if side not in there]


def is_moderator(user, side: str = "") -> bool:
    """Say whether a person moderates for a side; without one, for their own. Administrators have no side."""
    if not user.is_active or not user.side or (side and user.side != side):
        return False
    name = role_with("moderator").group_name(user.side)
    return any(group.name == name for group in user.groups.all())


def is_administrator(user) -> bool:
    """Say whether a person stands above both sides."""
    if user.is_superuser:
        return user.is_active
    name = role_with("administrator").group_name()
    return user.is_active and any(group.name == name for group in user.groups.all())


def has_a_say(task: SideApproval, page: Page, user) -> bool:
    """Say whether the page is open to a person while it waits."""
    return is_administrator(user) or (
        is_moderator(user) and SideCode(user.side) in sides_of(task, page)
    )


def actions_for(task: SideApproval, page: Page, user) -> list[tuple[str, str, bool]]:
    """Return what Wagtail offers a person: action, words, whether a form is asked for first."""
    state = page.current_workflow_task_state
    if state is None or not has_a_say(task, page, user):
        return []
    rejection = ("reject", _("Request changes"), True)
    if not may_approve(task, state, page, user):
        return [rejection]
    return [*_approvals(len(missing_sides(task, state, page))), rejection]


def _approvals(missing: int) -> list[tuple[str, str, bool]]:
    """Return the ways to approve. Wagtail adds “and publish” to the words of `approve`; the first of two is another."""
    if missing > 1:
        return [
            ("approve-side", _("Approve for my side"), False),
            ("approve-side", _("Approve for my side with comment"), True),
        ]
    return [("approve", _("Approve"), False), ("approve", _("Approve with comment"), True)]


def may_approve(task: SideApproval, state: TaskState, page: Page, user) -> bool:
    """Say whether a person's approval is waited for: nobody approves twice, or for the other side.

    An administrator stands in for the one side a page is of; a joint page they may only publish, which is logged.
    """
    missing = missing_sides(task, state, page)
    if is_moderator(user):
        return SideCode(user.side) in missing
    return is_administrator(user) and len(sides_of(task, page)) == 1 and bool(missing)
