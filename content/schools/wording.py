"""How the numbers of a lesson are written, on pages and in files alike."""

from typing import TYPE_CHECKING

from django.utils.translation import ngettext

from content.base.facts import fact_text
from content.base.formats import between, format_unit
from content.schools.plan import Step

if TYPE_CHECKING:
    from content.schools.models import LessonPage


def age_text(low: int, high: int) -> str:
    """Write an age: 8–10 years."""
    if low == high:
        return ngettext("%(age)d year", "%(age)d years", high) % {"age": high}
    return ngettext("%(low)d–%(high)d year", "%(low)d–%(high)d years", high) % {
        "low": low,
        "high": high,
    }


def ages_text(low: int, high: int) -> str:
    """Write an age with its word, for cards: ages 8–10."""
    return ngettext("ages %(low)d–%(high)d", "ages %(low)d–%(high)d", high) % {
        "low": low,
        "high": high,
    }


def minutes_text(minutes: int) -> str:
    return format_unit(minutes, "min")


def group_text(low: int | None, high: int | None) -> str:
    """Write the size of a group; empty when it is not known."""
    if low is None or high is None:
        return ""
    return ngettext("%(low)d–%(high)d pupil", "%(low)d–%(high)d pupils", high) % {
        "low": low,
        "high": high,
    }


def clock_text(step: Step) -> str:
    """Write when a step happens, in minutes from the bell: 5–12; an optional one is added: +8."""
    return f"+{step.minutes}" if step.is_optional else between(step.start, step.end)


def subject_names(lesson: "LessonPage") -> list[str]:
    return [fact_text(subject, "name").text for subject in lesson.subjects.all()]


def optional_note(minutes: int) -> str:
    """Say what the optional steps add; empty when there are none."""
    if not minutes:
        return ""
    return ngettext(
        "Optional steps add %(count)d minute and are not counted.",
        "Optional steps add %(count)d minutes and are not counted.",
        minutes,
    ) % {"count": minutes}
