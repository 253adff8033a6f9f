"""The scan of all served files, on the desk only while something is wrong with it."""

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from content.base.models.scans import last_scan
from staff.desk.lists import DeskList, Row, age
from staff.models import User
from staff.scans import may_see_scans


def scans(user: User) -> DeskList | None:
    """Return the last scan when it found something or is older than it may be; without any, tell administrators."""
    if not may_see_scans(user):
        return None
    scan = last_scan()
    if scan is None:
        return (
            _card(_("The files of this site have not been checked yet."), (), "caution")
            if (user.is_superuser)
            else None
        )
    if scan.with_findings:
        found = ngettext(
            "%(count)d file holds something it should not",
            "%(count)d files hold something they should not",
            scan.with_findings,
        )
        text = found % {"count": scan.with_findings}
        return _card(text, (age(scan.ended_at),), "danger")
    if scan.is_late:
        return _card(
            _("The files have not been checked for too long."), (age(scan.ended_at),), "caution"
        )
    return None


def _card(text: str, facts: tuple[str, ...], tone: str) -> DeskList:
    return DeskList(
        key="scans",
        heading=_("Check of all files"),
        icon="warning",
        rows=[Row(text, reverse("staff_scans"), facts, tone=tone)],
        total=1,
    )
