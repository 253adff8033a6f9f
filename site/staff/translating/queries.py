"""What there is to translate into one language. Six questions of the database, however many pages there are."""

from uuid import UUID

from django.db.models import Model
from wagtail.models import Page

from staff.translating.judging import work_on
from staff.translating.pages import Records, records_for
from staff.translating.work import PageWork, State


def page_work(language: str, *, with_done: bool = False) -> list[PageWork]:
    """Return the translation work over all pages for one language, the most pressing first.

    Pages that are up to date are left out unless asked for; pages that nobody can read anywhere always are.
    """
    records = records_for(language)
    return sorted(_rows(records, with_done), key=lambda row: row.order)


def waiting_work(language: str) -> list[PageWork]:
    """Return only what a translator has to do: missing, out of date, in progress."""
    return [row for row in page_work(language) if row.waits]


def work_on_page(page: Page | Model) -> PageWork | None:
    """Return how one page stands against its original; None when it has none."""
    records = records_for(page.locale.language_code)
    return work_on(records, page.translation_key)


def _rows(records: Records, with_done: bool) -> list[PageWork]:
    keys: list[UUID] = list(records.groups)
    found = [row for row in (work_on(records, key) for key in keys) if row is not None]
    return [row for row in found if with_done or row.state != State.DONE]
