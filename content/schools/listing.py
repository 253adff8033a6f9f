"""What the lists of programmes, units and lessons show."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import prefetch_related_objects
from django.http import HttpRequest
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _
from wagtail.models import Page

from content.base.formats import enumeration
from content.base.languages import LANGUAGE_NAMES, SHORT_NAMES, html_lang, lineage
from content.schools import queries, wording
from content.schools.filters import LessonFilters
from content.schools.models import LessonPage, ProgrammePage, SchoolsIndexPage, UnitPage


class InLanguage:
    """A page in a list, marked with its language when that is not the reader's."""

    page: Page

    @property
    def is_foreign(self) -> bool:
        return self.page.locale.language_code != get_language()

    @property
    def lang(self) -> str:
        return html_lang(self.page.locale.language_code) if self.is_foreign else ""

    @property
    def language_name(self) -> str:
        return LANGUAGE_NAMES[self.page.locale.language_code] if self.is_foreign else ""


@dataclass(frozen=True)
class Card(InLanguage):
    """A programme or lesson in a list."""

    page: Page
    meta: list[str]
    kicker: str = ""


@dataclass(frozen=True)
class UnitList(InLanguage):
    """A unit with its lessons, for the page of a programme."""

    page: UnitPage
    lessons: list[Card]


def index_context(page: SchoolsIndexPage, request: HttpRequest) -> dict:
    """Return the programmes, the finder and the lessons that match."""
    roots = _roots(page, request)
    form = LessonFilters(request.GET, queries.used_subjects())
    chosen = form.chosen()
    language = get_language() or "en"
    lessons = queries.lessons(roots, language, chosen)
    programmes = queries.programmes(roots, language)
    prefetch_related_objects([page, *programmes, *lessons], "image__renditions")
    count = len(lessons)
    return {
        "programmes": [_programme_card(one) for one in programmes],
        "filter_form": form,
        "is_filtered": bool(chosen) or bool(form.errors),
        "lessons": _lesson_cards(lessons),
        "count_text": ngettext("%(count)d lesson", "%(count)d lessons", count) % {"count": count},
    }


def programme_context(page: ProgrammePage, request: HttpRequest) -> dict:
    """Return the units of a programme with their lessons, in order."""
    roots, language = _roots(page, request), get_language() or "en"
    lessons = queries.lessons(roots, language)
    prefetch_related_objects([page, *lessons], "image__renditions")
    cards = _lesson_cards(lessons)
    return {
        "units": [
            UnitList(unit, [card for card in cards if _is_below(card.page, unit, roots[0].depth)])
            for unit in queries.units(roots, language)
        ],
        "facts": [
            {"label": _("Age"), "value": wording.age_text(page.age_min, page.age_max)},
            {"label": _("Subjects"), "value": enumeration(wording.subject_names(page))},
            {"label": _("Lessons"), "value": str(len(cards))},
        ],
    }


def unit_context(page: UnitPage, request: HttpRequest) -> dict:
    """Return the lessons of a unit, in order."""
    lessons = queries.lessons(_roots(page, request), get_language() or "en")
    prefetch_related_objects([page, *lessons], "image__renditions")
    return {"lessons": _lesson_cards(lessons)}


def chosen_cards(chosen: Iterable[Page | None], language: str) -> list[Card]:
    """Return cards of chosen lessons that are public in any language, in the order in which they were chosen."""
    keys = [page.translation_key for page in chosen if page is not None]
    found = {page.translation_key: page for page in queries.lessons_of(keys, language)}
    lessons = [found[key] for key in keys if key in found]
    prefetch_related_objects(lessons, "image__renditions")
    return _lesson_cards(lessons)


def _roots(page: Page, request: HttpRequest) -> list[Page]:
    """Return the page in every language it exists in, the page itself first."""
    others = lineage(request, page).get(page.translation_key, {})
    return [page, *[other for other in others.values() if other.pk != page.pk]]


def _is_below(lesson: LessonPage, unit: UnitPage, depth: int) -> bool:
    """Say whether a lesson stands at a unit's place, maybe in the tree of another language."""
    start, end = 4 * depth, 4 * (depth + 1)
    return lesson.path[start:end] == unit.path[start:end]


def _programme_card(page: ProgrammePage) -> Card:
    return Card(page, [wording.ages_text(page.age_min, page.age_max)])


def _lesson_cards(lessons: list[LessonPage]) -> list[Card]:
    return [_lesson_card(lesson) for lesson in lessons]


def _lesson_card(lesson: LessonPage) -> Card:
    return Card(
        page=lesson,
        kicker=" · ".join(wording.subject_names(lesson)),
        meta=[
            wording.ages_text(lesson.age_min, lesson.age_max),
            wording.minutes_text(lesson.minutes),
            "" if lesson.setting == "indoor" else lesson.get_setting_display(),
            " ".join(SHORT_NAMES[code] for code in lesson.languages),
        ],
    )
