"""The questions pages, files and staff ask about lessons."""

from functools import reduce
from operator import or_
from uuid import UUID

from django.conf import settings
from django.db.models import (
    Case,
    Count,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    When,
    prefetch_related_objects,
)
from django.db.models.functions import Coalesce
from django.utils.translation import get_language
from wagtail.models import Page

from content.base.languages import prefer_language
from content.schools.models import (
    Alignment,
    FileSource,
    LessonPage,
    Material,
    MaterialFile,
    ProgrammePage,
    Subject,
    UnitPage,
)

MADE_FILES = 3  # plan, pupil sheet, answer key


def below(model: type[Page], parents: list[Page]) -> QuerySet:
    """Return the live pages of a type anywhere below any of these pages."""
    if not parents:
        return model.objects.none()
    return model.objects.live().filter(
        reduce(or_, (Q(path__startswith=parent.path) for parent in parents))
    )


def in_tree_order(pages: list, root_depth: int) -> list:
    """Sort pages of several language trees by their place below a page of this depth in their own tree."""
    start = 4 * root_depth
    return sorted(pages, key=lambda page: page.path[start:])


def programmes(roots: list[Page], language: str) -> list[ProgrammePage]:
    """Return one page for each programme below a schools page, the visitor's language first."""
    pages = prefer_language(below(ProgrammePage, roots), language)
    return in_tree_order(list(pages.select_related("locale").defer("body")), roots[0].depth)


def units(roots: list[Page], language: str) -> list[UnitPage]:
    pages = prefer_language(below(UnitPage, roots), language)
    return in_tree_order(list(pages.select_related("locale").defer("body")), roots[0].depth)


def lessons(roots: list[Page], language: str, filters: dict | None = None) -> list[LessonPage]:
    """Return one page for each lesson below these pages that matches, the visitor's language first.

    Each carries its subjects and, as `languages`, the codes of all languages it is published in.
    """
    chosen = _one_of_each(_matching(below(LessonPage, roots), filters or {}), language)
    return in_tree_order(chosen, roots[0].depth)


def lessons_of(keys: list[UUID], language: str) -> list[LessonPage]:
    """Return the same for lessons by their translation keys, in no order."""
    return _one_of_each(LessonPage.objects.live().filter(translation_key__in=keys), language)


def _one_of_each(pages: QuerySet[LessonPage], language: str) -> list[LessonPage]:
    found: dict[UUID, dict[str, LessonPage]] = {}
    for page in pages.select_related("locale").defer("body", "sheet").order_by("locale_id"):
        found.setdefault(page.translation_key, {})[page.locale.language_code] = page
    chosen = [_best(translations, language) for translations in found.values()]
    prefetch_related_objects(chosen, "subjects")
    return chosen


def _best(translations: dict[str, LessonPage], language: str) -> LessonPage:
    order = [language, *[code for code, _name in settings.LANGUAGES]]
    page = next(translations[code] for code in order if code in translations)
    page.languages = list(translations)
    return page


def _matching(pages: QuerySet[LessonPage], filters: dict) -> QuerySet[LessonPage]:
    if filters.get("age") is not None:
        pages = pages.filter(age_min__lte=filters["age"], age_max__gte=filters["age"])
    if filters.get("subject"):
        pages = pages.filter(
            pk__in=LessonPage.objects.filter(subjects__slug=filters["subject"]).values("pk")
        )
    if filters.get("minutes"):
        pages = pages.filter(minutes__lte=int(filters["minutes"]))
    if filters.get("setting"):
        pages = pages.filter(setting__in=[filters["setting"], "either"])
    if filters.get("language"):
        written = LessonPage.objects.live().filter(locale__language_code=filters["language"])
        pages = pages.filter(translation_key__in=written.values("translation_key"))
    return pages


def languages_by_lesson(keys: list[UUID]) -> dict[UUID, list[str]]:
    """Return in which languages each lesson is published."""
    found: dict[UUID, list[str]] = {}
    rows = LessonPage.objects.live().filter(translation_key__in=keys)
    for key, code in rows.order_by("locale_id").values_list(
        "translation_key", "locale__language_code"
    ):
        found.setdefault(key, []).append(code)
    return found


def used_subjects() -> list[Subject]:
    """Return the subjects that have a published lesson."""
    return list(Subject.objects.filter(lessonpage__live=True).distinct())


def alignments(lesson: LessonPage) -> list[Alignment]:
    """Return a lesson's alignments with their standards, in the order of the frameworks."""
    return list(
        Alignment.objects.filter(lesson_id=lesson.pk)
        .select_related("node__framework")
        .order_by("node__framework__order", "node__framework_id", "sort_order", "pk")
    )


def files_of(lesson_key: UUID) -> list[MaterialFile]:
    """Return every file of a lesson in all languages, in the order of its materials."""
    return list(
        MaterialFile.objects.filter(material__lesson_key=lesson_key)
        .select_related("material", "document", "locale")
        .order_by("material__order", "material_id", "locale_id")
    )


def published_lesson(programme: str, unit: str, lesson: str) -> LessonPage | None:
    """Return the lesson at an address in the active language, or None."""
    return (
        LessonPage.objects.live()
        .public()
        .filter(
            slug=lesson,
            locale__language_code=get_language(),
            url_path__endswith=f"/schools/{programme}/{unit}/{lesson}/",
        )
        .select_related("locale")
        .first()
    )


def published_translations(lesson_key: UUID) -> list[LessonPage]:
    """Return a lesson's live public pages in all languages."""
    pages = LessonPage.objects.live().public().filter(translation_key=lesson_key)
    return list(pages.select_related("locale").order_by("locale_id"))


def parents_of(lesson: LessonPage) -> tuple[Page, Page]:
    """Return the programme and the unit a lesson stands in."""
    unit_path, programme_path = lesson.path[:-4], lesson.path[:-8]
    found = {page.path: page for page in Page.objects.filter(path__in=[unit_path, programme_path])}
    return found[programme_path], found[unit_path]


def lesson_choices() -> list[tuple[str, str]]:
    """Return (translation key, title) of every lesson, in the reader's language where there is one."""
    pages = prefer_language(LessonPage.objects.all(), get_language() or "en").order_by("title")
    return [(str(key), title) for key, title in pages.values_list("translation_key", "title")]


def made_files_by_page(keys: list[UUID]) -> dict[tuple[UUID, int], int]:
    """Return (translation key, locale) → how many files are made from that page."""
    rows = (
        MaterialFile.objects.filter(material__lesson_key__in=keys, source=FileSource.GENERATED)
        .values_list("material__lesson_key", "locale_id")
        .annotate(count=Count("pk"))
    )
    return {(key, locale): count for key, locale, count in rows}


def materials_with_lessons(language: str) -> QuerySet[Material]:
    """Return materials with the title of their lesson as `lesson_title`, in this language if it has one."""
    in_language = Case(When(locale__language_code=language, then=0), default=1)
    pages = LessonPage.objects.filter(translation_key=OuterRef("lesson_key"))
    pages = pages.order_by(in_language, "locale_id")
    return Material.objects.annotate(lesson_title=Subquery(pages.values("title")[:1]))


def with_missing_files(lessons: QuerySet[LessonPage]) -> QuerySet[LessonPage]:
    """Return the published ones of these lessons that lack a made file in their language."""
    made = (
        MaterialFile.objects.filter(
            material__lesson_key=OuterRef("translation_key"),
            locale_id=OuterRef("locale_id"),
            source=FileSource.GENERATED,
        )
        .order_by()
        .values("locale_id")
        .annotate(count=Count("pk"))
        .values("count")
    )
    counted = LessonPage.objects.annotate(made=Coalesce(Subquery(made), 0))
    return lessons.filter(pk__in=counted.filter(live=True, made__lt=MADE_FILES).values("pk"))
