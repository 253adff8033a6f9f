"""What a translator has to do: pages not begun, out of date or half done, the most important first."""

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from content.base.languages import LANGUAGE_NAMES
from content.base.permissions import TRANSLATE
from staff.desk.lists import SHOWN, DeskList, Row, age
from staff.models import User
from staff.translating.queries import waiting_work
from staff.translating.work import PageWork, State
from staff.waiting import language_of


def to_translate(user: User) -> DeskList | None:
    """Return the pages that wait for a translator's language; a click begins or goes on."""
    if not user.has_perm(TRANSLATE):
        return None
    waiting = waiting_work(language_of(user))
    total = len(waiting)
    return DeskList(
        key="translate",
        heading=_("To translate"),
        icon="wagtail-localize-language",
        rows=[_row(work) for work in waiting[:SHOWN]],
        total=total,
        all_url=reverse("to_translate"),
        words=ngettext("page is to be translated", "pages are to be translated", total),
    )


def _row(work: PageWork) -> Row:
    facts = [LANGUAGE_NAMES[work.source_language], str(work.kind)]
    if work.total:
        facts.append(
            _("%(done)d of %(total)d texts") % {"done": work.done or 0, "total": work.total}
        )
    if work.since:
        facts.append(age(work.since))
    tone = "caution" if work.state == State.OUT_OF_DATE else ""
    mark = str(work.state.label)
    return Row(work.title, work.url, tuple(facts), work.source_language, mark, tone)
