"""The explorer and the search for pages: how each page stands in every language, and at what cost."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from lxml import html
from wagtail_localize.models import Translation

from content.base.models import StandardPage
from content.trails.models import TrailIndexPage, TrailPage
from staff.explorer.tongues import Tongues
from tests.staff.factories import make_staff
from tests.staff.translating.pages import begin, change, fill, go_live, write_page
from tests.trails.factories import make_trail


@pytest.fixture
def pages(staffed) -> dict:
    """One English page in each state of its Russian translation; the address of each is its title."""
    visit = staffed["visit"]["en"]
    made = {title: write_page(visit, title) for title in ("Missing", "Begun", "Old", "Done")}
    begin(made["Begun"], "ru")
    for title in ("Old", "Done"):
        fill(begin(made[title], "ru"))
        go_live(Translation.objects.get(source__object_id=made[title].translation_key))
    change(made["Old"], summary="Other.")
    return made


def tongues_in(answer) -> dict[str, list[tuple[str, str | None]]]:
    """Return title → (class and hidden words, address) of each language."""
    page = html.fromstring(answer.content)
    found = {}
    for row in page.xpath("//tr[.//ul[@class='staff-tongues']]"):
        title = row.xpath("string(.//div[contains(@class,'title-wrapper')])").strip()
        found[title] = [
            (" ".join(one.text_content().split()), next(iter(one.xpath("./a/@href")), None))
            for one in row.xpath(".//ul[@class='staff-tongues']/li")
        ]
    return found


def explore(client, page):
    return client.get(reverse("wagtailadmin_explore", args=[page.pk]))


def editor(page) -> str:
    return reverse("wagtailadmin_pages:edit", args=[page.pk])


def test_explorer_marks_every_language_of_a_page(pages, staffed, client):
    client.force_login(make_staff("translator", "RU", "en"))
    found = tongues_in(explore(client, staffed["visit"]["en"]))
    assert {title: row[1][0] for title, row in found.items()} == {
        "Missing": "ru Missing",
        "Begun": "ru In progress",
        "Old": "ru Out of date",
        "Done": "ru",
    }
    russian = {
        title: page.get_translation(staffed["visit"]["ru"].locale)
        for title, page in pages.items()
        if title != "Missing"
    }
    assert {title: row[1][1] for title, row in found.items()} == {
        "Missing": reverse("start_translation", args=[pages["Missing"].pk, "ru"]),
        "Begun": editor(russian["Begun"]),
        "Old": editor(russian["Old"]),
        "Done": None,
    }
    assert found["Old"][0] == ("en", None)
    assert found["Old"][2] == ("中 Missing", None)  # the Russian translator writes no Chinese


@pytest.mark.parametrize(("language", "words"), [("ru", "ru Устарел"), ("zh-hans", "ru 已过时")])
def test_page_left_behind_says_so_in_its_own_tree(pages, staffed, client, language, words):
    client.force_login(make_staff("translator", "RU", language))
    found = tongues_in(explore(client, staffed["visit"]["ru"]))
    assert words in {row[1][0] for row in found.values()}


def test_editor_without_the_right_to_translate_is_led_to_no_beginning(pages, staffed, client):
    client.force_login(make_staff("photo-curator", "RU", "en"))
    answer = explore(client, staffed["visit"]["en"])
    assert "translating/start" not in answer.content.decode()


def test_page_of_the_other_side_leads_only_to_ones_own_language(staffed, sides, client):
    index = TrailIndexPage(title="Trails", slug="trails", locale=staffed[""]["en"].locale)
    staffed[""]["en"].add_child(instance=index)
    trail = make_trail("CN")
    index.add_child(instance=TrailPage(title="Ours", slug="ours", trail=trail, locale=index.locale))
    client.force_login(make_staff("translator", "RU", "en"))
    ((english, russian, chinese),) = tongues_in(explore(client, index)).values()
    assert [one[1] is None for one in (english, chinese)] == [True, True]
    assert russian[0] == "ru Missing"


def test_first_page_and_search_show_the_languages_too(pages, staffed, client):
    client.force_login(make_staff("administrator", "", "en"))
    assert tongues_in(client.get(reverse("wagtailadmin_explore_root")))
    answer = client.get(reverse("wagtailadmin_pages:search"), {"q": "Old"})
    assert "ru Out of date" in {row[1][0] for row in tongues_in(answer).values()}
    assert "None" not in html.fromstring(answer.content).xpath("string(//table/thead)")


def count_queries(user, parent) -> int:
    """Count what the column asks; the buttons of each row ask Wagtail's own questions besides."""
    pages = list(StandardPage.objects.child_of(parent))
    assert pages
    with CaptureQueriesContext(connection) as asked:
        tongues = Tongues(user, pages)
        assert all(len(tongues.of(page)) == 3 for page in pages)
    return len(asked)


def test_column_asks_as_much_for_four_pages_as_for_one(staffed):
    visit = staffed["visit"]["en"]
    user = make_staff("translator", "RU", "ru")
    begin(write_page(visit, "First"), "ru")
    count_queries(user, visit)
    once = count_queries(user, visit)
    for title in ("Second", "Third", "Fourth"):
        fill(begin(write_page(visit, title), "ru"))
    assert count_queries(user, visit) == once == 10
