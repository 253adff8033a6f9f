"""The lessons that go with a class visit."""

from bookings.models import ClassVisit
from content.schools import naming, queries, services
from content.schools.models import LessonPage

MOST_LESSONS = 3


def lessons_for(age: int, language: str) -> list[LessonPage]:
    """Return some lessons for pupils of an age, in this language if there is one."""
    pages = LessonPage.objects.live().filter(age_min__lte=age, age_max__gte=age)
    keys = list(dict.fromkeys(pages.order_by("path").values_list("translation_key", flat=True)))
    return _in_order(keys[:MOST_LESSONS], language)


def chosen_lessons(visit: ClassVisit, language: str) -> list[LessonPage]:
    """Return the lessons a teacher named, else those that fit the age of the class."""
    return _in_order(visit.lessons, language) or lessons_for(visit.age, language)


def _in_order(keys: list, language: str) -> list[LessonPage]:
    found = {str(page.translation_key): page for page in queries.lessons_of(keys, language)}
    return [found[str(key)] for key in keys if str(key) in found]


def plan_of(lesson: LessonPage) -> tuple[str, bytes, str] | None:
    """Return the plan of a lesson to attach: file name, content, type; None when it cannot be had now."""
    file = services.ready_file(lesson, "plan")
    if file is None:
        return None
    with file.document.file.open("rb") as opened:
        return naming.file_name(lesson, "plan"), opened.read(), "application/pdf"
