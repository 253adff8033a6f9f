"""How a translated page stands against its original."""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from staff.quality.checks.finding import Finding, Level
from staff.quality.checks.subject import Subject
from staff.translating.queries import work_on_page
from staff.translating.work import State


def check_translation(subject: Subject) -> Iterator[Finding]:
    work = work_on_page(subject.page) if subject.page.pk else None
    if work is None:
        return
    left = (work.total or 0) - (work.done or 0)
    if left:
        words = ngettext(
            "%(count)d text is not translated.", "%(count)d texts are not translated.", left
        )
        yield Finding("untranslated", Level.SHOULD, words % {"count": left})
    if work.unread:
        words = ngettext(
            "%(count)d text was translated by a machine and read by nobody.",
            "%(count)d texts were translated by a machine and read by nobody.",
            work.unread,
        )
        yield Finding("unread", Level.SHOULD, words % {"count": work.unread})
    if work.state == State.OUT_OF_DATE:
        words = _("The original has changed since this page was translated.")
        yield Finding("outdated", Level.SHOULD, words)
