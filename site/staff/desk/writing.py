"""What a person is writing: drafts, locked pages, and what others say of their pages."""

from datetime import timedelta

from django.db.models import Exists, Max, OuterRef, Q
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils import timezone
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.models import Comment, CommentReply, Page, WorkflowState

from staff.desk.approving import page_states
from staff.desk.lists import SHOWN, DeskList, Row, age, page_row, person, with_names
from staff.models import User
from staff.quality.reach import pages_changed_by
from staff.waiting import drafts_of

FRESH = timedelta(days=30)


def drafts(user: User) -> DeskList:
    """Return what this person has begun and nobody has published; what was sent back comes first."""
    under_way = page_states(status=WorkflowState.STATUS_IN_PROGRESS).values("page_number")
    refused = page_states(status=WorkflowState.STATUS_NEEDS_CHANGES)
    pages = drafts_of(user).exclude(pk__in=under_way)
    is_refused = Exists(refused.filter(page_number=OuterRef("pk")))
    shown = with_names(pages.annotate(is_refused=is_refused)).order_by(
        "-is_refused", "-latest_revision_created_at", "-pk"
    )
    total = pages.count()
    return DeskList(
        key="drafts",
        heading=_("Your drafts"),
        icon="edit",
        rows=[_draft_row(page) for page in shown[:SHOWN]],
        total=total,
        all_url=f"{reverse('wagtailadmin_explore_root')}?q=&has_unpublished_changes=true",
        words=ngettext(
            "draft of yours is not published", "drafts of yours are not published", total
        ),
    )


def _draft_row(page: Page) -> Row:
    mark = _("changes requested") if page.is_refused else ""
    return page_row(page, age(page.latest_revision_created_at), mark=mark, tone="caution")


def locked(user: User) -> DeskList:
    """Return the pages that nobody else can change because this person has locked them."""
    pages = Page.objects.filter(locked=True, locked_by=user).order_by("-locked_at", "-pk")
    rows = [page_row(page, age(page.locked_at)) for page in with_names(pages)[:SHOWN]]
    return DeskList(
        key="locked",
        heading=_("Locked by you"),
        icon="lock",
        rows=rows,
        total=len(rows),
        all_url=reverse("wagtailadmin_reports:locked_pages"),
    )


def comments(user: User) -> DeskList:
    """Return what others said last, and nobody has settled, on the pages this person may change."""
    others = CommentReply.objects.filter(comment=OuterRef("pk")).exclude(user=user)
    last = Coalesce(Max("replies__created_at"), "created_at")
    found = (
        Comment.objects.filter(resolved_at=None, page__in=pages_changed_by(user).values("pk"))
        .filter(~Q(user=user) | Exists(others))
        .annotate(last=last)
        .filter(last__gte=timezone.now() - FRESH)
        .select_related("user", "page__locale", "page__content_type")
        .order_by("-last", "-pk")
    )
    rows = [_comment_row(comment) for comment in found[:SHOWN]]
    return DeskList(
        key="comments", heading=_("Newest comments"), icon="comment", rows=rows, total=len(rows)
    )


def _comment_row(comment: Comment) -> Row:
    return Row(
        title=Truncator(comment.text).chars(90),
        url=f"{reverse('wagtailadmin_pages:edit', args=[comment.page_id])}#comments",
        facts=(comment.page.draft_title, person(comment.user), age(comment.last)),
    )
