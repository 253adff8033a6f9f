"""What the page of a lesson shows."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.http import HttpRequest
from django.template.defaultfilters import filesizeformat
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _
from wagtail.models import Page

from content.base.facts import fact_text
from content.base.formats import comma, enumeration, sentences
from content.base.languages import LANGUAGE_NAMES, html_lang, lineage
from content.schools import queries, wording
from content.schools.linked_data import lesson_linked_data
from content.schools.models import Alignment, FileSource, Framework, LessonPage, MaterialFile
from content.schools.plan import Plan, Step, read_plan
from content.schools.services import KINDS


@dataclass(frozen=True)
class Download:
    """A file in the panel. Without an address it cannot be had right now."""

    title: str
    url: str
    size: str = ""
    lang: str = ""
    kind: str = "PDF"


@dataclass(frozen=True)
class LanguageDownloads:
    """The files of one language."""

    name: str
    lang: str
    is_current: bool
    files: list[Download]


@dataclass(frozen=True)
class TimedStep:
    """A step with its times in words."""

    step: Step
    clock: str
    minutes: str


@dataclass(frozen=True)
class FrameworkPart:
    """What a lesson does for one framework."""

    framework: Framework
    alignments: list[Alignment]


def lesson_context(page: LessonPage, request: HttpRequest) -> dict:
    """Return the plan, its times in words, the standards and the files of a lesson."""
    is_preview = getattr(request, "is_preview", False)
    plan = read_plan(page)
    translations = lineage(request, page).get(page.translation_key, {})
    files = queries.files_of(page.translation_key)
    subjects = wording.subject_names(page)
    standards = frameworks(page.alignments.all() if is_preview else queries.alignments(page))
    return {
        "header_image": page.image,
        "plan": plan,
        "lesson_key": str(page.translation_key),
        "key_facts": key_facts(page, subjects),
        "steps": timed_steps(plan),
        "total_note": total_note(plan),
        "frameworks": standards,
        "downloads": downloads(page, translations, files),
        "archive_url": f"{page.get_url(request)}all.zip" if files and page.live else "",
        "linked_data": lesson_linked_data(page, plan, subjects, translations, files, standards),
    }


def key_facts(lesson: LessonPage, subjects: list[str]) -> list[dict[str, str | bool]]:
    """Return what a teacher chooses a lesson by."""
    return [
        {
            "label": _("Age"),
            "value": wording.age_text(lesson.age_min, lesson.age_max),
            "icon": "users",
        },
        {"label": _("Time"), "value": wording.minutes_text(lesson.minutes), "icon": "clock"},
        {"label": _("Place"), "value": lesson.get_setting_display(), "icon": "tent"},
        {"label": _("Season"), "value": lesson.get_season_display(), "icon": "calendar"},
        {
            "label": _("Group size"),
            "value": wording.group_text(lesson.group_min, lesson.group_max),
            "icon": "user",
        },
        {
            "label": _("Subjects"),
            "value": enumeration(subjects),
            "icon": "file",
            "is_wide": len(subjects) > 1,
        },
    ]


def timed_steps(plan: Plan) -> list[TimedStep]:
    return [
        TimedStep(step, wording.clock_text(step), wording.minutes_text(step.minutes))
        for step in plan.steps
    ]


def total_note(plan: Plan) -> str:
    """Say how long the steps take in all."""
    total = _("In all: %(minutes)s.") % {"minutes": wording.minutes_text(plan.counted_minutes)}
    return sentences(total, wording.optional_note(plan.optional_minutes))


def frameworks(alignments: Iterable[Alignment]) -> list[FrameworkPart]:
    """Return the standards a lesson is held against, a group for each framework."""
    parts: dict[int, FrameworkPart] = {}
    for alignment in alignments:
        framework = alignment.node.framework
        parts.setdefault(framework.pk, FrameworkPart(framework, [])).alignments.append(alignment)
    return list(parts.values())


def downloads(
    lesson: LessonPage, translations: dict[str, Page], files: list[MaterialFile]
) -> list[LanguageDownloads]:
    """Return the files by language: the page's own first, only languages the lesson is published in."""
    current = lesson.locale.language_code
    codes = sorted(
        translations, key=lambda code: (code != current, list(LANGUAGE_NAMES).index(code))
    )
    return [
        LanguageDownloads(
            LANGUAGE_NAMES[code],
            html_lang(code),
            code == current,
            _files_in(code, translations[code], files),
        )
        for code in codes
    ]


def _files_in(code: str, page: Page, files: list[MaterialFile]) -> list[Download]:
    own = [file for file in files if file.locale.language_code == code]
    made = {file.material.role: file for file in own if file.source == FileSource.GENERATED}
    uploaded = [file for file in own if file.source == FileSource.UPLOADED]
    return [
        *[
            _made_download(kind.role.label, f"{page.url}{name}.pdf", made.get(kind.role))
            for name, kind in KINDS.items()
        ],
        *[_uploaded_download(file) for file in uploaded],
    ]


def _made_download(title, url: str, file: MaterialFile | None) -> Download:
    return Download(str(title), url if file else "", _size(file) if file else "")


def _uploaded_download(file: MaterialFile) -> Download:
    found = fact_text(file.material, "title")
    return Download(
        title=found.text or file.material.get_role_display(),
        url=file.document.url,
        size=_size(file),
        lang=found.lang if found.language != get_language() and found.text else "",
        kind=file.document.file_extension.upper(),
    )


def _size(file: MaterialFile) -> str:
    size = filesizeformat(file.document.file_size or 0)
    if not file.pages:
        return size
    pages = ngettext("%(count)d page", "%(count)d pages", file.pages) % {"count": file.pages}
    return pages + comma() + size
