"""What must be true of a lesson before it is published."""

import json
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from content.base.pdf.glyphs import unprintable
from content.schools.plan import Plan, read_plan

if TYPE_CHECKING:
    from content.schools.models import LessonPage


@dataclass(frozen=True)
class Problem:
    """What is wrong, and the field at which an editor mends it."""

    field: str
    text: str


def problems(lesson: "LessonPage") -> list[Problem]:
    """Return what keeps a lesson from being published; empty when nothing does."""
    plan = read_plan(lesson)
    return [*_spans(lesson), *_time(lesson, plan), *_parts(lesson, plan), *_letters(lesson, plan)]


def _spans(lesson: "LessonPage") -> list[Problem]:
    found = []
    if _reversed(lesson.age_min, lesson.age_max):
        found.append(Problem("age_max", _("The oldest age is below the youngest one.")))
    if _reversed(lesson.group_min, lesson.group_max):
        found.append(Problem("group_max", _("The largest group is smaller than the smallest one.")))
    return found


def _reversed(low: int | None, high: int | None) -> bool:
    return low is not None and high is not None and high < low


def _time(lesson: "LessonPage", plan: Plan) -> list[Problem]:
    total = plan.counted_minutes
    if lesson.minutes is None or total == lesson.minutes:
        return []
    text = ngettext(
        "The steps that may not be left out take %(total)d minute, the lesson says %(minutes)d.",
        "The steps that may not be left out take %(total)d minutes, the lesson says %(minutes)d.",
        total,
    )
    return [Problem("minutes", text % {"total": total, "minutes": lesson.minutes})]


def _parts(lesson: "LessonPage", plan: Plan) -> list[Problem]:
    found = []
    if not plan.objectives:
        found.append(Problem("body", _("A lesson needs at least one goal.")))
    if not plan.assessment:
        found.append(
            Problem("body", _("A lesson needs at least one way to check what was learned."))
        )
    if lesson.setting != "indoor" and not plan.safety:
        found.append(Problem("body", _("A lesson outdoors needs its safety rules.")))
    if not plan.tasks:
        found.append(Problem("sheet", _("A lesson needs a pupil sheet with at least one task.")))
    return found


def _letters(lesson: "LessonPage", plan: Plan) -> list[Problem]:
    words = json.dumps(asdict(plan), ensure_ascii=False)
    strange = unprintable(
        f"{lesson.title}{lesson.summary}{lesson.sheet_title}{lesson.sheet_intro}{words}"
    )
    if not strange:
        return []
    text = _("These characters cannot be printed in the lesson’s files: %(characters)s")
    return [Problem("body", text % {"characters": " ".join(sorted(strange))})]
