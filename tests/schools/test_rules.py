import pytest

from content.schools.models import LessonPage
from content.schools.rules import problems
from tests.schools import factories


def _fields(lesson: LessonPage) -> set[str]:
    return {problem.field for problem in problems(lesson)}


@pytest.fixture
def valid(section) -> LessonPage:
    return factories.lesson(section["unit"]["en"])


def test_a_whole_lesson_has_no_problems(valid):
    assert problems(valid) == []


def test_minutes_must_add_up_without_optional_steps(valid):
    valid.minutes = 50
    (problem,) = problems(valid)
    assert problem.field == "minutes"
    assert problem.text == (
        "The steps that may not be left out take 40 minutes, the lesson says 50."
    )


@pytest.mark.parametrize(("part", "word"), [("objectives", "goal"), ("assessment", "check")])
def test_goal_and_assessment_are_needed(valid, part, word):
    valid.body = factories.plan(without=(part,))
    (problem,) = problems(valid)
    assert problem.field == "body"
    assert word in problem.text


@pytest.mark.parametrize(("setting", "found"), [("indoor", 0), ("outdoor", 1), ("either", 1)])
def test_outdoors_needs_safety_rules(valid, setting, found):
    valid.setting = setting
    valid.body = factories.plan(without=("safety",))
    assert len(problems(valid)) == found


def test_a_pupil_sheet_is_needed(valid):
    valid.sheet = []
    assert _fields(valid) == {"sheet"}


def test_ages_and_groups_are_ordered(valid):
    valid.age_min, valid.age_max, valid.group_min, valid.group_max = 12, 9, 30, 6
    assert _fields(valid) == {"age_max", "group_max"}


def test_characters_without_a_glyph_are_named(valid):
    valid.summary = "A tiger 🐯"
    (problem,) = problems(valid)
    assert problem.text.endswith(": 🐯")


def _form(lesson: LessonPage):
    """Return the editors' form of a lesson whose plan and sheet were emptied."""
    data = {
        "title": lesson.title,
        "slug": lesson.slug,
        "age_min": "7",
        "age_max": "9",
        "minutes": "40",
        "setting": "indoor",
        "season": "any",
        "body-count": "0",
        "sheet-count": "0",
        "alignments-TOTAL_FORMS": "0",
        "alignments-INITIAL_FORMS": "0",
        "comments-TOTAL_FORMS": "0",
        "comments-INITIAL_FORMS": "0",
    }
    form_class = LessonPage.get_edit_handler().get_form_class()
    return form_class(data, instance=lesson)


def test_the_editors_form_explains_what_keeps_it_from_publishing(valid):
    form = _form(valid)
    assert not form.is_valid()
    assert form.errors["minutes"] == [
        "The steps that may not be left out take 0 minutes, the lesson says 40."
    ]
    assert len(form.errors["body"]) == 2
    assert len(form.errors["sheet"]) == 1


def test_a_draft_may_be_half_done(valid):
    form = _form(valid)
    form.defer_required_fields()
    assert form.is_valid(), form.errors
