"""The report of pictures without text alternative: whose, in which language, with a way to mend them."""

import csv
from io import BytesIO, StringIO

import pytest
from django.urls import reverse
from openpyxl import load_workbook
from wagtail.images import get_image_model
from wagtail.models import Collection

from staff.roles import OWN_SHELF
from tests.staff.factories import make_staff, picture_file

REPORT = "pictures_without_words"


def make_picture(side: str, title: str, **words):
    picture = get_image_model()(
        title=title,
        file=picture_file(),
        collection=Collection.objects.get(name=OWN_SHELF[side]),
        **words,
    )
    picture.makes_renditions = False
    picture.save()
    return picture


@pytest.fixture
def pictures(staffed) -> dict:
    everything = {"alt_en": "Snow", "alt_ru": "Снег", "alt_zh_hans": "雪"}
    return {
        "whole": make_picture("RU", "whole", **everything),
        "without Russian": make_picture("RU", "without Russian", **everything | {"alt_ru": ""}),
        "of China": make_picture("CN", "of China", alt_ru="Снег"),
        "decoration": make_picture("RU", "decoration", is_decorative=True),
    }


def shown(answer) -> list[tuple[str, str, str]]:
    return [(one.title, one.lacking, one.may_change) for one in answer.context["object_list"]]


def test_report_names_the_languages_and_puts_ones_own_first(pictures, client):
    client.force_login(make_staff("photo-curator", "RU", "ru"))
    answer = client.get(reverse(REPORT))
    assert shown(answer) == [
        ("without Russian", "Русский", "Да"),
        ("of China", "English, 中文", "Нет"),
    ]
    page = answer.content.decode()
    edit = {name: reverse("wagtailimages:edit", args=[one.pk]) for name, one in pictures.items()}
    assert [name for name, address in edit.items() if address in page] == ["without Russian"]


@pytest.mark.parametrize(
    ("query", "titles"),
    [
        ("language=ru", ["without Russian"]),
        ("language=zh-hans", ["of China"]),
        ("mine=1", ["without Russian"]),
        ("mine=1&language=en", []),
    ],
)
def test_report_is_filtered(pictures, client, query, titles):
    client.force_login(make_staff("translator", "RU", "en"))
    answer = client.get(f"{reverse(REPORT)}?{query}")
    assert [title for title, _lacking, _mine in shown(answer)] == titles


def test_report_is_exported(pictures, client):
    client.force_login(make_staff("editor", "CN", "zh-hans"))
    answer = client.get(f"{reverse(REPORT)}?export=csv")
    rows = list(csv.reader(StringIO(b"".join(answer.streaming_content).decode("utf-8-sig"))))
    assert rows[0] == ["编号", "标题", "缺少的语言", "集合", "归您管理", "添加日期"]
    assert [row[1:5] for row in rows[1:]] == [
        ["of China", "English, 中文", "中方", "是"],
        ["without Russian", "Русский", "俄方", "否"],
    ]
    answer = client.get(f"{reverse(REPORT)}?export=xlsx")
    sheet = load_workbook(BytesIO(b"".join(answer.streaming_content))).active
    assert [row[1] for row in sheet.iter_rows(min_row=2, values_only=True)] == [
        "of China",
        "without Russian",
    ]


@pytest.mark.parametrize(
    ("role", "status"),
    [("photo-curator", 200), ("education-officer", 200), ("booking-officer", 302)],
)
def test_report_is_for_those_who_keep_pictures(pictures, client, role, status):
    client.force_login(make_staff(role, "RU"))
    assert client.get(reverse(REPORT)).status_code == status


def test_report_asks_as_much_for_three_pictures_as_for_one(staffed, client):
    client.force_login(make_staff("editor", "RU"))
    make_picture("RU", "first")
    client.get(reverse(REPORT))  # makes the small pictures
    once = count_queries(client)
    make_picture("RU", "second")
    make_picture("RU", "third")
    client.get(reverse(REPORT))
    assert count_queries(client) == once


def count_queries(client) -> int:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as asked:
        client.get(reverse(REPORT))
    return len(asked)
