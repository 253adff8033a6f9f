"""What a translator has to do: pages that are not yet in their language."""

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.models import Page

from content.base.permissions import TRANSLATE
from staff.desk.lists import SHOWN, DeskList, Row, age, with_names
from staff.models import User
from staff.waiting import untranslated_for


def to_translate(user: User) -> DeskList | None:
    """Return the pages that do not exist in a translator's language, the newest first; a click starts."""
    if not user.has_perm(TRANSLATE):
        return None
    pages = untranslated_for(user)
    total = pages.count()
    return DeskList(
        key="translate",
        heading=_("To translate"),
        icon="wagtail-localize-language",
        rows=[_row(page) for page in with_names(pages)[:SHOWN]],
        total=total,
        all_url=reverse("wagtail_localize:translations_report"),
        words=ngettext(
            "page is not yet in your language", "pages are not yet in your language", total
        ),
    )


def _row(page: Page) -> Row:
    facts = [page.locale.get_display_name(), str(page.page_type_display_name)]
    if page.first_published_at:
        facts.append(age(page.first_published_at))
    url = reverse("wagtail_localize:submit_page_translation", args=[page.pk])
    return Row(page.title, url, tuple(facts), page.locale.language_code, _("not begun"))
