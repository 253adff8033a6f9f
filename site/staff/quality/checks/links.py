"""Whether every link of the page leads somewhere within the site."""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from wagtail.models import Page

from staff.quality.checks.finding import Finding, Level
from staff.quality.checks.subject import Subject
from staff.quality.links.extracting import Link
from staff.quality.links.reasons import DEAD, Kind
from staff.quality.links.verdicts import Verdicts
from staff.quality.walking import said


def check_links(subject: Subject) -> Iterator[Finding]:
    verdicts = Verdicts()
    verdicts.learn(subject.links)
    for link in dict.fromkeys(subject.links):
        reason = verdicts.reason(link)
        if reason:
            yield Finding(
                f"link_{reason}",
                Level.MUST if reason in DEAD else Level.SHOULD,
                _("%(what)s – %(wrong)s") % {"what": _told(link), "wrong": reason.label},
                said(link.way),
            )


def _told(link: Link) -> str:
    if link.kind == Kind.ADDRESS:
        return link.target
    if link.kind == Kind.PAGE and (page := Page.objects.filter(pk=link.target).first()):
        return page.get_admin_display_title()
    return f"{link.kind.label} {link.target}"
