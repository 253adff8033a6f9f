"""The screen “To translate”: rows, filters, order, export, and the one step that begins a translation."""

import csv
from io import BytesIO, StringIO

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from lxml import html
from openpyxl import load_workbook
from wagtail.models import Page
from wagtail_localize.models import Translation

from content.trails.models import TrailIndexPage, TrailPage
from tests.staff.factories import make_staff
from tests.staff.translating.pages import begin, change, fill, go_live, write_page
from tests.trails.factories import make_trail

LIST = "to_translate"


@pytest.fixture
def work(staffed) -> dict:
    """One page in each state for the Russian translators; the missing one is written in Chinese."""
    visit = staffed["visit"]
    pages = {title: write_page(visit["en"], title) for title in ("Begun", "Old", "Ready", "Done")}
    pages["缺页"] = write_page(staffed["stories"]["zh-hans"].get_parent(), "缺页")
    begin(pages["Begun"], "ru")
    for title in ("Old", "Ready", "Done"):
        fill(begin(pages[title], "ru"))
    for title in ("Old", "Done"):
        go_live(Translation.objects.get(source__object_id=pages[title].translation_key))
    change(pages["Old"], summary="Other.")
    return pages


def titles(answer) -> list[str]:
    return [row.title for row in answer.context["object_list"]]


def test_list_shows_what_waits_in_ones_own_language(work, client):
    client.force_login(make_staff("translator", "RU", "ru"))
    answer = client.get(reverse(LIST))
    assert titles(answer) == ["Begun", "Ready", "Old", "缺页"]
    page = html.fromstring(answer.content)
    rows = [
        " ".join(row.text_content().split())
        for row in page.xpath("//table[@class='listing']//tbody/tr")
    ]
    assert "Перевода нет" in rows[3] and "Перевести" in rows[3] and "中文" in rows[3]
    assert "Устарел" in rows[2] and "3 из 4" in rows[2]
    client.force_login(make_staff("translator", "CN", "zh-hans"))
    assert "缺页" not in titles(client.get(reverse(LIST)))


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("state=missing", ["缺页"]),
        ("state=done", ["Done"]),
        ("state=out-of-date", ["Old"]),
        ("source_language=zh-hans", ["缺页"]),
        ("section=visit&state=in-progress", ["Begun"]),
        ("ordering=-title", ["缺页", "Ready", "Old", "Begun"]),
        ("language=zh-hans&state=missing", ["Begun", "Old", "Ready", "Done"]),
        ("state=<script>&section='--", ["Begun", "Ready", "Done", "Old", "缺页"]),
    ],
)
def test_list_is_filtered_and_sorted(work, client, query, expected):
    client.force_login(make_staff("translator", "RU", "ru"))
    answer = client.get(f"{reverse(LIST)}?{query}")
    rows = [title for title in titles(answer) if title in work]
    assert rows == expected


def test_list_is_exported_in_the_readers_language(work, client):
    client.force_login(make_staff("translator", "RU", "ru"))
    answer = client.get(f"{reverse(LIST)}?export=csv&state=out-of-date")
    rows = list(csv.reader(StringIO(b"".join(answer.streaming_content).decode("utf-8-sig"))))
    assert rows[0] == [
        "Название",
        "Вид",
        "С языка",
        "На язык",
        "Состояние",
        "Переведено",
        "Ждёт",
        "Важность",
    ]
    assert rows[1][0] == "Old"
    assert rows[1][2:6] == ["English", "Русский", "Устарел", "3 из 4"]
    answer = client.get(f"{reverse(LIST)}?export=xlsx&state=missing")
    sheet = load_workbook(BytesIO(b"".join(answer.streaming_content))).active
    assert [row[0] for row in sheet.iter_rows(min_row=2, values_only=True)] == ["缺页"]


def test_nothing_to_translate_is_said(staffed, client):
    client.force_login(make_staff("translator", "CN", "zh-hans"))
    assert "所有页面都有最新译文（中文）。" in client.get(reverse(LIST)).content.decode()


@pytest.mark.parametrize("role", ["editor", "booking-officer", "photo-curator"])
def test_list_is_for_translators(staffed, client, role):
    client.force_login(make_staff(role, "RU"))
    assert client.get(reverse(LIST)).status_code == 302
    page = staffed["visit"]["en"]
    assert client.post(reverse("start_translation", args=[page.pk, "ru"])).url == "/staff/"


def start(client, page, language: str):
    return client.post(reverse("start_translation", args=[page.pk, language]), follow=True)


def test_one_step_begins_a_translation_from_any_language(work, client):
    client.force_login(make_staff("translator", "RU", "ru"))
    asked = client.get(reverse("start_translation", args=[work["缺页"].pk, "ru"]))
    assert not Translation.objects.filter(source__object_id=work["缺页"].translation_key).exists()
    assert "Начать перевод" in asked.content.decode()
    answer = start(client, work["缺页"], "ru")
    target = Page.objects.get(
        translation_key=work["缺页"].translation_key, locale__language_code="ru"
    )
    assert answer.redirect_chain[-1][0] == reverse("wagtailadmin_pages:edit", args=[target.pk])
    assert not target.live
    assert start(client, work["缺页"], "ru").redirect_chain == answer.redirect_chain  # once
    assert Translation.objects.filter(source__object_id=work["缺页"].translation_key).count() == 1


def test_translator_begins_nothing_in_the_language_of_others(work, client):
    client.force_login(make_staff("translator", "CN", "zh-hans"))
    answer = start(client, work["缺页"], "ru")
    assert answer.redirect_chain[0][0] == "/staff/"
    assert work["缺页"].get_translations().count() == 0
    listed = client.get(f"{reverse(LIST)}?language=ru&state=missing").content.decode()
    assert reverse("start_translation", args=[work["缺页"].pk, "ru"]) not in listed


def test_english_page_of_the_other_sides_trail_is_left_to_that_side(staffed, client):
    home = staffed[""]["ru"]
    home.refresh_from_db()
    index = {
        "ru": home.add_child(
            instance=TrailIndexPage(title="Тропы", slug="trails", locale=home.locale)
        )
    }
    english = staffed[""]["en"]
    english.refresh_from_db()
    english.add_child(
        instance=TrailIndexPage(
            title="Trails",
            slug="trails",
            locale=english.locale,
            translation_key=index["ru"].translation_key,
        )
    )
    page = index["ru"].add_child(
        instance=TrailPage(title="Тропа", slug="trail", locale=home.locale, trail=make_trail("RU"))
    )
    client.force_login(make_staff("translator", "CN", "en"))
    start(client, page, "en")
    assert page.get_translations().count() == 0
    client.force_login(make_staff("translator", "RU", "en"))
    start(client, page, "en")
    assert page.get_translations().count() == 1


def test_page_below_an_untranslated_one_waits_for_that(staffed, client):
    above = write_page(staffed["visit"]["en"], "Safety")
    page = write_page(above, "Ticks")
    client.force_login(make_staff("translator", "RU", "ru"))
    listed = client.get(reverse(LIST)).content.decode()
    assert "Сначала переведите «Safety»." in listed
    assert reverse("start_translation", args=[page.pk, "ru"]) not in listed
    answer = start(client, page, "ru")
    assert "«Safety»" in answer.content.decode()
    assert not Page.objects.filter(locale__language_code="ru", slug=above.slug).exists()
    start(client, above, "ru")
    start(client, page, "ru")
    target = page.get_translation(staffed["visit"]["ru"].locale)
    assert target.get_parent().translation_key == above.translation_key


@pytest.mark.parametrize("language", ["xx", "en"])
def test_no_translation_into_an_unknown_or_the_same_language(staffed, client, language):
    page = staffed["visit"]["en"]
    client.force_login(make_staff("administrator", "", "en"))
    start(client, page, language)
    assert not Translation.objects.exists()


def count_queries(client) -> int:
    client.get(reverse(LIST))
    with CaptureQueriesContext(connection) as asked:
        client.get(reverse(LIST))
    return len(asked)


def test_list_asks_as_much_for_four_pages_as_for_one(staffed, client):
    client.force_login(make_staff("translator", "RU", "ru"))
    begin(write_page(staffed["visit"]["en"], "First"), "ru")
    once = count_queries(client)
    for title in ("Second", "Third", "Fourth"):
        write_page(staffed["visit"]["en"], title)
    assert count_queries(client) == once == 18
