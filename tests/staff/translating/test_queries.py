"""What waits for translation, in which state, in which order, and at what cost."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from content.base.models import StandardPage
from staff.translating.queries import page_work, waiting_work, work_on_page
from staff.translating.work import Changes, Importance, State
from tests.staff.translating.pages import begin, change, fill, go_live, write_page


@pytest.fixture
def visit(sections):
    return sections["visit"]


def states(language: str) -> dict[str, State]:
    return {row.title: row.state for row in page_work(language)}


def row_of(language: str, title: str):
    return next(row for row in page_work(language, with_done=True) if row.title == title)


@pytest.mark.parametrize("written_in", ["en", "ru", "zh-hans"])
def test_page_written_in_any_language_waits_in_the_two_others(visit, written_in):
    page = write_page(visit[written_in], "Ticks")
    for language in {"en", "ru", "zh-hans"} - {written_in}:
        (row,) = waiting_work(language)
        assert (row.source_id, row.source_language, row.state) == (
            page.pk,
            written_in,
            State.MISSING,
        )
        assert row.since == page.first_published_at
        assert row.section.title == f"visit {language}"
    assert states(written_in) == {}


def test_page_that_nobody_can_read_waits_for_nobody(visit):
    page = write_page(visit["en"], "Ticks")
    page.unpublish()
    assert states("ru") == {}


def test_translation_goes_from_begun_to_done(visit):
    page = write_page(visit["en"], "Ticks")
    translation = begin(page, "ru")
    row = row_of("ru", "Ticks")
    assert (row.state, row.done, row.total) == (State.IN_PROGRESS, 0, 4)
    fill(translation, skip=("In short.",))
    row = row_of("ru", "Ticks")
    assert (row.state, row.done, row.total) == (State.IN_PROGRESS, 3, 4)
    fill(translation)
    assert row_of("ru", "Ticks").state == State.READY
    go_live(translation)
    assert row_of("ru", "Ticks").state == State.DONE
    assert states("ru") == {}
    assert states("zh-hans") == {"Ticks": State.MISSING}


def test_text_changed_by_hand_after_publishing_is_to_be_published(visit):
    translation = begin(write_page(visit["en"], "Ticks"), "ru")
    fill(translation)
    go_live(translation)
    text = translation.target_locale.string_translations.first()
    text.data = "Иначе"
    text.save()
    assert row_of("ru", "Ticks").state == State.READY


def test_original_that_changes_leaves_its_translation_out_of_date(visit):
    page = write_page(visit["en"], "Ticks")
    translation = begin(page, "ru")
    fill(translation)
    go_live(translation)
    change(page, summary="In other words.", body=[])
    row = row_of("ru", "Ticks")
    assert (row.state, row.changes) == (State.OUT_OF_DATE, Changes(changed=1, removed=2))
    assert (row.done, row.total) == (1, 2)
    change(page, summary="In the last words.", body=[])
    assert row_of("ru", "Ticks").changes == Changes(changed=1, removed=2)
    fill(translation)
    assert row_of("ru", "Ticks").state == State.READY
    go_live(translation)
    row = row_of("ru", "Ticks")
    assert (row.state, row.changes) == (State.DONE, Changes())


def test_original_changed_back_is_no_change(visit):
    page = write_page(visit["en"], "Ticks")
    translation = begin(page, "ru")
    fill(translation)
    go_live(translation)
    change(page, summary="Other.")
    change(page, summary="In short.")
    assert row_of("ru", "Ticks").state == State.DONE


def test_picture_or_setting_changed_is_no_change_of_text(visit):
    page = write_page(visit["en"], "Ticks")
    translation = begin(page, "ru")
    fill(translation)
    go_live(translation)
    change(page, shows_children=True)
    assert row_of("ru", "Ticks").state == State.DONE


def test_draft_approved_after_the_original_changed_stays_out_of_date(visit):
    page = write_page(visit["en"], "Ticks")
    translation = begin(page, "ru")
    fill(translation)
    translation.save_target(publish=False)
    change(page, summary="Other.")
    translation.get_target_instance().get_latest_revision().publish()
    assert row_of("ru", "Ticks").changes == Changes(changed=1)


def kept_by_hand(visit, title: str) -> dict[str, StandardPage]:
    """A page written in each language without the translation editor, as the sample site's are."""
    pages = {"en": write_page(visit["en"], title, slug="by-hand")}
    for code in ("ru", "zh-hans"):
        pages[code] = write_page(
            visit[code],
            f"{title} {code}",
            slug="by-hand",
            translation_key=pages["en"].translation_key,
        )
    return pages


def test_pages_kept_by_hand_lag_behind_the_one_that_was_changed(visit):
    pages = kept_by_hand(visit, "Ticks")
    assert states("en") == states("ru") == states("zh-hans") == {}
    change(pages["ru"], summary="Коротко.")
    assert states("en") == states("zh-hans") == {"Ticks ru": State.OUT_OF_DATE}
    assert states("ru") == {}
    change(pages["en"], summary="Shortly.")  # catches up: nobody is left behind by that
    assert states("en") == states("ru") == {}
    assert states("zh-hans") == {"Ticks ru": State.OUT_OF_DATE}
    change(pages["zh-hans"], summary="简而言之。")
    assert states("zh-hans") == {}


def test_page_published_before_texts_were_marked_is_compared_with_what_was_public(visit):
    pages = kept_by_hand(visit, "Ticks")
    for page in pages.values():
        page.published_text.delete()
    change(pages["en"], shows_children=True)
    assert states("ru") == {}
    pages["en"].published_text.__class__.objects.all().delete()
    change(pages["en"], summary="Shortly.")
    assert states("ru") == {"Ticks": State.OUT_OF_DATE}


def test_page_below_an_untranslated_one_names_it(visit):
    above = write_page(visit["en"], "Safety")
    write_page(above, "Ticks")
    assert (row_of("ru", "Safety").missing_parent, row_of("ru", "Ticks").missing_parent) == (
        "",
        "Safety",
    )


def test_what_matters_most_comes_first_and_then_what_waits_longest(sections):
    for number in (1, 2):
        write_page(sections["visit"]["en"], f"visit {number}")
    write_page(sections[""]["en"], "Privacy")
    write_page(sections[""]["en"], "Press", show_in_menus=True)
    assert [(row.title, row.importance) for row in page_work("ru")] == [
        ("visit 1", Importance.VISIT),
        ("visit 2", Importance.VISIT),
        ("Press", Importance.MENU),
        ("Privacy", Importance.OTHER),
    ]


def test_one_page_is_judged_like_the_list(visit):
    page = write_page(visit["en"], "Ticks")
    translation = begin(page, "ru")
    target = translation.get_target_instance()
    assert work_on_page(target) == row_of("ru", "Ticks")
    assert work_on_page(page) is None


def count_queries() -> int:
    with CaptureQueriesContext(connection) as asked:
        page_work("ru", with_done=True)
    return len(asked)


def test_list_asks_five_questions_for_one_page_as_for_four(visit):
    begin(write_page(visit["en"], "First"), "ru")
    count_queries()
    assert count_queries() == 5
    for title in ("Second", "Third"):
        fill(begin(write_page(visit["en"], title), "ru"))
    kept_by_hand(visit, "Fourth")
    assert count_queries() == 5
