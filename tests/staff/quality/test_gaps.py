"""The report of what each language lacks: complete, shown to each as far as it is theirs, and countable."""

import csv
from io import BytesIO, StringIO

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from openpyxl import load_workbook
from wagtail.models import Collection

from content.stories.models import Author, Topic
from staff.quality.gaps.gap import GapState, Kind
from staff.quality.gaps.queries import find_gaps
from staff.roles import OWN_SHELF
from tests.staff.factories import make_area, make_departure, make_staff
from tests.staff.quality.factories import make_page, make_picture

WORDS = ("text", "<p>Words.</p>")


@pytest.fixture
def gaps(staffed, sides) -> None:
    """A Chinese page nobody has translated, facts of either side, a picture without Russian words."""
    make_page(staffed["visit"]["zh-hans"], WORDS, title="大雁")
    Topic.objects.create(slug="fire", name_en="Fire", name_zh_hans="火")
    author = Author.objects.create(
        slug="a", side=sides["CN"], name_en="A", name_ru="А", name_zh_hans="甲"
    )
    author.name_zh_hans = "安娜"
    author.save()
    shelf = Collection.objects.get(name=OWN_SHELF["RU"])
    make_picture(alt_en="Snow", alt_zh_hans="雪", collection=shelf)
    for side in sides:
        departure = make_departure(side)
        departure.note_en = f"Bring boots to {side}"
        departure.save()


def rows(user, *kinds: Kind) -> set[tuple]:
    return {
        (gap.kind, gap.title, gap.language, gap.state, bool(gap.url))
        for one in find_gaps(user)
        for gap in one.gaps
        if gap.kind in kinds
    }


def test_report_goes_over_pages_facts_and_pictures(gaps, staffed):
    found = rows(make_staff("translator", "RU"), Kind.PAGE, Kind.FACT, Kind.PICTURE)
    pages = {row for row in found if row[1] == "大雁"}
    assert pages == {
        (Kind.PAGE, "大雁", "en", GapState.MISSING, True),
        (Kind.PAGE, "大雁", "ru", GapState.MISSING, True),
    }
    assert {row for row in found if row[1] in ("Fire", "A")} == {
        (Kind.FACT, "Fire", "ru", GapState.MISSING, True),
        # of the other side's author only the own language is a translator's to write
        (Kind.FACT, "A", "ru", GapState.OUTDATED, True),
        (Kind.FACT, "A", "en", GapState.OUTDATED, False),
    }
    assert {row[2:] for row in found if row[0] == Kind.PICTURE} == {("ru", GapState.MISSING, True)}


def test_nobody_is_sent_where_they_may_not_write(gaps):
    found = rows(make_staff("editor", "RU"), Kind.PAGE, Kind.FACT)
    assert {row[-1] for row in found if row[1] in ("大雁", "A")} == {False}
    assert {row[-1] for row in rows(make_staff("editor", "CN"), Kind.PICTURE)} == {False}


@pytest.mark.parametrize(
    ("role", "side", "titles"),
    [
        ("booking-officer", "RU", {"Bring boots to RU"}),
        ("booking-officer", "CN", {"Bring boots to CN"}),
        ("editor", "RU", set()),
        ("administrator", "", {"Bring boots to RU", "Bring boots to CN"}),
    ],
)
def test_departures_are_their_own_sides_alone(gaps, role, side, titles):
    found = rows(make_staff(role, side), Kind.FACT)
    assert {title for _kind, title, *_rest in found if "boots" in title} == titles


def test_totals_count_every_text_once(staffed, sides):
    before = {one.kind: one.totals for one in find_gaps(make_staff("administrator"))}
    make_area("RU")
    Topic.objects.create(slug="fire", name_en="Fire")
    after = {one.kind: one.totals for one in find_gaps(make_staff("administrator"))}
    added = {
        code: (
            after[Kind.FACT][code].whole - before[Kind.FACT][code].whole,
            after[Kind.FACT][code].of - before[Kind.FACT][code].of,
        )
        for code in ("en", "ru", "zh-hans")
    }
    assert added == {"en": (2, 2), "ru": (1, 2), "zh-hans": (1, 2)}
    assert after[Kind.INTERFACE]["ru"].percent == 100


@pytest.mark.parametrize(
    ("query", "titles"),
    [
        ("kind=fact&language=ru", {"火", "安娜"}),
        ("kind=fact&state=outdated", {"安娜"}),
        ("kind=fact&side=CN&language=en", {"安娜"}),
        ("kind=fact&side=both&language=ru", {"火"}),
    ],
)
def test_report_is_filtered_and_taken_along(gaps, client, query, titles):
    client.force_login(make_staff("translator", "RU", "zh-hans"))
    address = reverse("missing_translations")
    answer = client.get(f"{address}?export=csv&{query}")
    lines = list(csv.reader(StringIO(b"".join(answer.streaming_content).decode("utf-8-sig"))))
    assert lines[0] == ["标题", "类型", "语言", "状态", "项目", "所属方", "起始日期"]
    assert {line[0] for line in lines[1:]} == titles
    answer = client.get(f"{address}?export=xlsx&{query}")
    sheet = load_workbook(BytesIO(b"".join(answer.streaming_content))).active
    assert {line[0] for line in sheet.iter_rows(min_row=2, values_only=True)} == titles


def test_hostile_filter_is_ignored(gaps, client):
    client.force_login(make_staff("editor", "RU"))
    for query in ("kind=__class__", "language=%00", "side=' OR 1=1", "p=999", "state=x&kind=y"):
        assert client.get(f"{reverse('missing_translations')}?{query}").status_code == 200


@pytest.mark.parametrize(
    ("role", "status"), [("translator", 200), ("booking-officer", 200), ("ranger", 302)]
)
def test_report_is_for_those_who_write(staffed, client, role, status):
    client.force_login(make_staff(role, "CN"))
    assert client.get(reverse("missing_translations")).status_code == status


def test_report_asks_as_much_for_many_as_for_few(gaps, client):
    client.force_login(make_staff("translator", "RU"))
    sizes = []
    for number in range(2):
        client.get(reverse("missing_translations"))
        with CaptureQueriesContext(connection) as asked:
            client.get(reverse("missing_translations"))
        sizes.append(len(asked))
        for turn in range(3):
            Topic.objects.create(slug=f"t{number}{turn}", name_en="T")
            make_picture(alt_en="Snow")
    assert sizes[0] == sizes[1]
