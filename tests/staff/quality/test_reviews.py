"""When a page is to be looked at again, and whose work that is."""

from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page
from wagtail_localize.fields import get_translatable_fields

from content.base.models import StandardPage
from content.reserve.models import AreaPage, ReserveIndexPage
from content.stories.models import StoryPage
from staff.quality.reviews import pages_to_review
from tests.staff.factories import make_area, make_staff

NOW = datetime(2027, 3, 1, 12, tzinfo=UTC)


@pytest.fixture
def now():
    with time_machine.travel(NOW, tick=False):
        yield


def make_page(parent, slug: str, *, published: datetime | None, review_on: date | None = None):
    parent.refresh_from_db()
    page = parent.add_child(
        instance=StandardPage(title=slug, slug=slug, locale=parent.locale, review_on=review_on)
    )
    Page.objects.filter(pk=page.pk).update(last_published_at=published)
    return page


@pytest.mark.parametrize(
    ("published", "review_on", "day"),
    [
        (NOW - timedelta(days=365), None, date(2027, 3, 1)),
        (NOW - timedelta(days=364), None, None),
        (NOW - timedelta(days=10), date(2027, 3, 1), date(2027, 3, 1)),
        (NOW - timedelta(days=10), date(2027, 3, 2), None),
        (NOW - timedelta(days=900), date(2028, 1, 1), None),
        # a day before the last publishing has been seen to
        (NOW - timedelta(days=10), date(2027, 1, 1), None),
        (NOW - timedelta(days=400), date(2025, 1, 1), date(2027, 1, 25)),
        (None, date(2027, 1, 1), date(2027, 1, 1)),
        (None, None, None),
    ],
)
def test_page_is_to_be_looked_at_on_its_day(staffed, now, published, review_on, day):
    make_page(staffed["visit"]["en"], "ticks", published=published, review_on=review_on)
    found = pages_to_review(make_staff("editor", "RU")).filter(slug="ticks")
    assert [page.review_day for page in found] == ([day] if day else [])


def test_day_of_each_kind_of_page_counts(staffed, now):
    """Each kind keeps the day in a table of its own; a kind that is left out would never be found."""
    for model in (StoryPage, StandardPage):
        parent = staffed["stories" if model is StoryPage else "visit"]["ru"]
        parent.refresh_from_db()
        parent.add_child(
            instance=model(title="x", slug="x", locale=parent.locale, review_on=date(2027, 2, 1))
        )
    found = pages_to_review(make_staff("editor", "RU"))
    assert {page.specific_class for page in found} == {StoryPage, StandardPage}


def test_drafts_are_nobodys_to_review(staffed, now):
    page = make_page(staffed["visit"]["en"], "ticks", published=NOW - timedelta(days=500))
    Page.objects.filter(pk=page.pk).update(live=False)
    assert not pages_to_review(make_staff("editor", "RU")).exists()


def test_pages_of_the_other_side_are_left_to_it(staffed, now):
    old = NOW - timedelta(days=500)
    make_page(staffed["visit"]["ru"], "russian", published=old)
    make_page(staffed["visit"]["zh-hans"], "chinese", published=old)
    make_page(staffed["visit"]["en"], "shared", published=old)
    for code in ("en", "ru"):
        home = staffed[""][code]
        home.refresh_from_db()
        index = home.add_child(
            instance=ReserveIndexPage(title="r", slug="reserve", locale=home.locale)
        )
        area = AreaPage(title="a", slug=f"area-{code}", locale=home.locale, area=make_area("CN"))
        Page.objects.filter(pk=index.add_child(instance=area).pk).update(last_published_at=old)

    def slugs(*who) -> set[str]:
        return {page.slug for page in pages_to_review(make_staff(*who))}

    assert slugs("editor", "RU") == {"russian", "shared", "area-ru"}
    assert slugs("editor", "CN") == {"chinese", "shared", "area-en"}
    assert slugs("booking-officer", "RU") == set()
    assert slugs("administrator") == {"russian", "chinese", "shared", "area-ru", "area-en"}


def test_list_is_one_question_after_those_about_rights(staffed, now):
    editor = make_staff("editor", "RU")
    for size in (1, 3):
        for number in range(size):
            make_page(
                staffed["visit"]["en"], f"p{size}{number}", published=NOW - timedelta(days=500)
            )
        editor = type(editor).objects.get(pk=editor.pk)
        with CaptureQueriesContext(connection) as asked:
            list(pages_to_review(editor))
        assert len(asked) == 2, size


def test_day_is_each_languages_own(staffed):
    page = make_page(staffed["visit"]["en"], "ticks", published=NOW, review_on=date(2027, 5, 1))
    copy = page.copy_for_translation(staffed["visit"]["ru"].locale)
    assert copy.review_on is None
    for model in (StandardPage, StoryPage):
        field = next(one for one in get_translatable_fields(model) if one.field_name == "review_on")
        assert not field.is_translated(page)
        assert not field.is_synchronized(page)
