"""The pages that somebody should look at again."""

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.models import Page

from content.base.formats import format_date
from staff.desk.lists import SHOWN, DeskList, Row, page_row, with_names
from staff.models import User
from staff.quality.reviews import pages_to_review


def to_review(user: User) -> DeskList:
    """Return the pages whose day of review has come, the longest overdue first."""
    pages = pages_to_review(user)
    total = pages.count()
    return DeskList(
        key="review",
        heading=_("To look at again"),
        icon="history",
        rows=[_row(page) for page in with_names(pages)[:SHOWN]] if total else [],
        total=total,
        all_url=reverse("wagtailadmin_reports:aging_pages"),
        words=ngettext("page is to be looked at again", "pages are to be looked at again", total),
    )


def _row(page: Page) -> Row:
    return page_row(page, _("since %(day)s") % {"day": format_date(page.review_day)})
