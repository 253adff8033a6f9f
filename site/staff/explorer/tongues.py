"""How the pages of a list stand in each language: the same number of questions however many pages there are."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from wagtail.models import Page

from content.base.fact_lists import SHORT_NAMES
from content.base.languages import LANGUAGE_NAMES, html_lang
from content.base.permissions import SIDE_LANGUAGES, TRANSLATE, SideOwnedPage, is_of_other_side
from staff.models import User
from staff.translating.judging import work_on
from staff.translating.pages import Records, records_of
from staff.translating.rights import languages_written_by
from staff.translating.work import State


@dataclass(frozen=True)
class Tongue:
    """One language of one page: `state` is empty where the page is written in it first. No `url`: nothing to do."""

    language: str
    state: State | str
    url: str = ""

    @property
    def short(self) -> str:
        return SHORT_NAMES[self.language]

    @property
    def lang(self) -> str:
        return html_lang(self.language)

    @property
    def name(self) -> str:
        return LANGUAGE_NAMES[self.language]


class Tongues:
    """The languages of the pages of one list, for one reader."""

    def __init__(self, user: User, pages: Iterable[Page]) -> None:
        self.user = user
        pages = list(pages)
        self._records = records_of({page.translation_key for page in pages}) if pages else []
        self._written = languages_written_by(user) if pages else []
        self._translates = user.has_perm(TRANSLATE)

    def of(self, page: Page) -> list[Tongue]:
        """Return the languages of a page in the order of the site; none for what nobody can read anywhere."""
        own = self._languages_of_reader(page)
        found = (self._tongue(records, page.translation_key, own) for records in self._records)
        return [tongue for tongue in found if tongue]

    def _languages_of_reader(self, page: Page) -> set[str]:
        if isinstance(page, SideOwnedPage) and is_of_other_side(self.user, page.owner_side):
            return {SIDE_LANGUAGES[self.user.side]}.intersection(self._written)
        return set(self._written)

    def _tongue(self, records: Records, key: UUID, own: set[str]) -> Tongue | None:
        language = records.language
        if key not in records.groups:  # the root, which is written in no language
            return None
        work = work_on(records, key)
        if work is None:
            return Tongue(language, "") if language in records.groups.get(key, {}) else None
        may = language in own and work.state != State.DONE
        if work.state == State.MISSING:
            may = may and self._translates
        return Tongue(language, work.state, work.url if may else "")
