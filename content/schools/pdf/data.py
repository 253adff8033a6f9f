"""A lesson as the JSON its files are typeset from, in the lesson's own language."""

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import override, pgettext

from content.base.choices import LICENCE_URLS, Licence
from content.base.facts import fact_text
from content.base.formats import dash, enumeration, format_date, sentences
from content.base.pdf.data import TYPST_LANGUAGES, drawn
from content.schools import queries, wording
from content.schools.pdf.rich_text import blocks_of
from content.schools.plan import Plan, Task, read_plan

if TYPE_CHECKING:
    from content.schools.models import Alignment, LessonPage

LOCAL_HOSTS = {"localhost", "127.0.0.1", "::1"}


def plan_data(lesson: "LessonPage") -> dict:
    """Return the data of the lesson plan."""
    with override(lesson.locale.language_code):
        plan = read_plan(lesson)
        return drawn(
            {
                **_frame(lesson, _("Lesson plan")),
                "summary": lesson.summary,
                "facts": _facts(lesson),
                "objectives": plan.objectives,
                "materials": plan.materials,
                "safety": plan.safety,
                "steps": _steps(plan),
                "minutes-note": _minutes_note(plan),
                "background": blocks_of(plan.background),
                "assessment": plan.assessment,
                "vocabulary": [vars(word) for word in plan.vocabulary],
                "home_version": _paragraphs(plan.home_version),
                "extension": _paragraphs(plan.extension),
                "standards": _standards(queries.alignments(lesson)),
                "sources": [text for _date, text in plan.sources],
            }
        )


def sheet_data(lesson: "LessonPage") -> dict:
    """Return the data of the pupil sheet; answers are not in it."""
    with override(lesson.locale.language_code):
        frame = _frame(lesson, _("Pupil sheet"))
        return drawn(
            {
                **frame,
                "title": lesson.sheet_title or lesson.title,
                "intro": lesson.sheet_intro,
                "tasks": [_task(task) for task in read_plan(lesson).tasks],
            }
        )


def key_data(lesson: "LessonPage") -> dict:
    """Return the data of the answer key."""
    with override(lesson.locale.language_code):
        answers = [
            {
                "prompt": task.prompt,
                "answer": task.answer,
                "comment": task.comment,
                "columns": task.answer_columns,
                "rows": task.answer_rows,
            }
            for task in read_plan(lesson).tasks
        ]
        return drawn({**_frame(lesson, _("Answer key")), "answers": answers})


def _frame(lesson: "LessonPage", kind_name: str) -> dict:
    """Return what header, footer and document properties say."""
    programme, unit = queries.parents_of(lesson)
    edition = lesson.last_published_at
    return {
        "lang": TYPST_LANGUAGES[lesson.locale.language_code],
        "kind-name": kind_name,
        "title": lesson.title,
        "programme": programme.title,
        "unit": unit.title,
        "is-sample": lesson.is_sample,
        "keywords": wording.subject_names(lesson),
        "address": _address(lesson.get_url() or ""),
        "edition": _("edition of %(date)s") % {"date": format_date(edition)} if edition else "",
        "licence": _("Licence: %(licence)s, %(address)s")
        % {"licence": "CC BY 4.0", "address": LICENCE_URLS[Licence.CC_BY].split("://")[-1]},
        "words": _words(),
    }


def _address(path: str) -> str:
    """Return the address to print; a site that only this machine can reach is not named."""
    host = urlsplit(settings.SITE_URL)
    return path if host.hostname in LOCAL_HOSTS else f"{host.netloc}{path}"


def _words() -> dict[str, str]:
    return {
        "dash": dash(),
        "site": _("Land of Big Cats"),
        "sample": _("Sample"),
        "objectives": _("Goals"),
        "materials": _("Materials"),
        "safety": _("Safety"),
        "steps": _("Course of the lesson"),
        "time": _("Minutes"),
        "teacher": _("Teacher"),
        "pupils": _("Pupils"),
        "optional": _("optional"),
        "background": _("Background for the teacher"),
        "assessment": _("How to check what was learned"),
        "vocabulary": _("Words in three languages"),
        "meaning": _("Meaning"),
        "home_version": _("Home version"),
        "extension": _("Going further"),
        "standards": _("Standards"),
        "sources": _("Sources"),
        "name": pgettext("pupil sheet", "Name"),
        "class": pgettext("pupil sheet", "Class"),
        "date": pgettext("pupil sheet", "Date"),
        "key_note": _("For the teacher: please do not hand this page to pupils."),
    }


def _facts(lesson: "LessonPage") -> list[dict[str, str]]:
    facts = [
        (_("Age"), wording.age_text(lesson.age_min, lesson.age_max)),
        (_("Time"), wording.minutes_text(lesson.minutes)),
        (_("Place"), lesson.get_setting_display()),
        (_("Group size"), wording.group_text(lesson.group_min, lesson.group_max)),
        (_("Subjects"), enumeration(wording.subject_names(lesson))),
    ]
    return [{"label": label, "value": value} for label, value in facts if value]


def _steps(plan: Plan) -> list[dict]:
    return [
        {
            "clock": wording.clock_text(step),
            "minutes": wording.minutes_text(step.minutes),
            "phase": str(step.phase.label),
            "title": step.title,
            "teacher": step.teacher,
            "pupils": step.pupils,
            "optional": step.is_optional,
        }
        for step in plan.steps
    ]


def _minutes_note(plan: Plan) -> str:
    total = _("In all: %(minutes)s.") % {"minutes": wording.minutes_text(plan.counted_minutes)}
    return sentences(total, wording.optional_note(plan.optional_minutes))


def _standards(alignments: list["Alignment"]) -> list[dict]:
    groups: dict[int, dict] = {}
    for alignment in alignments:
        framework = alignment.node.framework
        group = groups.setdefault(
            framework.pk,
            {
                "title": fact_text(framework, "title").text,
                "note": fact_text(framework, "note").text,
                "nodes": [],
            },
        )
        group["nodes"].append(
            {
                "code": alignment.node.code,
                "lang": TYPST_LANGUAGES[framework.lang],
                "gloss": fact_text(alignment.node, "gloss").text,
                "relation": str(alignment.get_relation_display()),
                "why": fact_text(alignment, "why").text,
            }
        )
    return list(groups.values())


def _task(task: Task) -> dict:
    return {
        "kind": task.kind,
        "prompt": task.prompt,
        "items": task.items,
        "columns": task.columns,
        "rows": task.rows,
        "options": task.options,
        "left": task.left,
        "right": task.right,
        "text": blocks_of(task.text),
        "choose": task.choose,
        "lines": task.lines,
        "height_cm": task.height_cm,
    }


def _paragraphs(text: str) -> list[dict]:
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    return [{"kind": "p", "runs": [{"text": line}]} for line in lines]
