"""What a list on the desk is made of, and how its rows speak of pages, people and days."""

from dataclasses import dataclass

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.models import Page

SHOWN = 5


@dataclass(frozen=True)
class Row:
    """One line: a name that leads somewhere, small print below it, a mark at its end, and how full a walk is."""

    title: str
    url: str = ""
    facts: tuple[str, ...] = ()
    lang: str = ""
    mark: str = ""
    tone: str = ""
    taken: int | None = None
    capacity: int = 0


@dataclass(frozen=True)
class DeskList:
    """A short list of the desk; `words` go with its total where the list is work that waits."""

    key: str
    heading: str
    icon: str
    rows: list[Row]
    total: int
    all_url: str = ""
    words: str = ""
    all_words: str = ""

    @property
    def is_longer(self) -> bool:
        return bool(self.all_url) and self.total > len(self.rows)


def age(moment) -> str:
    """Return how many days ago something was, by the calendar of the person's own zone."""
    days = (localdate() - localdate(moment)).days
    if days <= 0:
        return _("today")
    if days == 1:
        return _("yesterday")
    return ngettext("%(count)d day ago", "%(count)d days ago", days) % {"count": days}


def person(user) -> str:
    """Return a person's name, or that the account is gone."""
    if user is None:
        return _("a former colleague")
    return user.get_full_name() or user.get_username()


def with_names(pages: QuerySet[Page]) -> QuerySet[Page]:
    """Fetch along what a row says of a page."""
    return pages.select_related("locale", "content_type")


def page_row(page: Page, *facts: str, mark: str = "", tone: str = "") -> Row:
    """Return the row of a page of `with_names`, leading to its editor."""
    return Row(
        title=page.draft_title or page.title,
        url=reverse("wagtailadmin_pages:edit", args=[page.pk]),
        facts=(page.locale.get_display_name(), str(page.page_type_display_name), *facts),
        lang=page.locale.language_code,
        mark=mark,
        tone=tone,
    )
