"""What stands above and beside the translation editor of a page."""

from dataclasses import dataclass, field

from django.http import HttpRequest
from wagtail.models import Page
from wagtail_localize.models import Translation

from content.base.formats import format_list
from content.base.languages import html_lang
from staff.models import User
from staff.translating.colleagues import others_at_work
from staff.translating.drafts import Draft, unread_drafts
from staff.translating.glossary import Term, terms_in
from staff.translating.handover import Handover, handover_of
from staff.translating.looks import Look, counts_of, looks_of
from staff.translating.obstacles import original_page, was_taken_down
from staff.translating.texts import ChangeKind, texts_of_source

FEW = 5  # so many changed texts are shown without asking


@dataclass(frozen=True)
class Workbench:
    """All that is told about one translation at work."""

    translation: Translation
    page: Page
    handover: Handover
    looks: list[Look] = field(default_factory=list)
    drafts: list[Draft] = field(default_factory=list)
    colleagues: list[User] = field(default_factory=list)
    terms: list[Term] = field(default_factory=list)
    moved_below: Page | None = None  # where the original stands now, if the page stands elsewhere
    is_taken_down: bool = False

    @property
    def source_lang(self) -> str:
        return html_lang(self.translation.source.locale.language_code)

    @property
    def target_lang(self) -> str:
        return html_lang(self.translation.target_locale.language_code)

    @property
    def names(self) -> str:
        return format_list([one.get_full_name() or one.get_username() for one in self.colleagues])

    @property
    def few_looks(self) -> bool:
        return len(self.looks) <= FEW

    @property
    def changed(self) -> int:
        return counts_of(self.looks)[ChangeKind.CHANGED]

    @property
    def added(self) -> int:
        return counts_of(self.looks)[ChangeKind.ADDED]

    @property
    def removed(self) -> int:
        return counts_of(self.looks)[ChangeKind.REMOVED]


def workbench(request: HttpRequest, translation: Translation, page: Page) -> Workbench:
    """Collect what a translator is told about a page."""
    original = original_page(translation)
    return Workbench(
        translation=translation,
        page=page,
        handover=handover_of(translation, page, request.user),
        looks=looks_of(translation),
        drafts=unread_drafts(translation),
        colleagues=others_at_work(translation, request.user),
        terms=terms_in(
            (text for _path, text in texts_of_source(translation.source)),
            translation.source.locale.language_code,
            translation.target_locale.language_code,
        ),
        moved_below=_moved_below(page, original),
        is_taken_down=was_taken_down(original),
    )


def _moved_below(page: Page, original: Page | None) -> Page | None:
    """Return the page the original stands under now, when the translation stands under another's translation."""
    if original is None or original.depth <= 2:
        return None
    above, own = original.get_parent(), page.get_parent()
    return None if above.translation_key == own.translation_key else above
