"""Links that lead nowhere, on what a person may mend."""

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from staff.desk.lists import SHOWN, DeskList, Row, age
from staff.models import User
from staff.quality.links.report import BrokenLinks
from staff.quality.models import BrokenLink
from staff.quality.queries import broken_links_for
from staff.quality.reach import writes


def broken_links(user: User) -> DeskList | None:
    """Return the broken links of a person's pages and facts, the oldest first."""
    if not writes(user):
        return None
    links = broken_links_for(user)
    total = links.count()
    return DeskList(
        key="links",
        heading=_("Broken links"),
        icon="link",
        rows=[_row(link) for link in links[:SHOWN]] if total else [],
        total=total,
        all_url=reverse(BrokenLinks.index_url_name),
        words=ngettext("link leads nowhere", "links lead nowhere", total),
    )


def _row(link: BrokenLink) -> Row:
    page = link.page
    facts = (link.address[:60], str(link.get_reason_display()), age(link.found_at))
    if page is None:
        return Row(str(link.fact), reverse(BrokenLinks.index_url_name), facts)
    url = reverse("wagtailadmin_pages:edit", args=[page.pk])
    return Row(page.title, url, facts, page.locale.language_code)
