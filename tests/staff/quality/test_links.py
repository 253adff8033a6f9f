"""Links that lead nowhere: found whatever they are written in, and shown to those who can mend them."""

import csv
from io import StringIO

import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.translation import override
from wagtail.models import Page

from content.reserve.models import FireDanger
from staff.quality.links import own_site
from staff.quality.links.other_sites import OtherSites
from staff.quality.links.services import find_broken_links
from staff.quality.models import BrokenLink
from staff.quality.queries import broken_links_for
from tests.staff.factories import make_staff
from tests.staff.quality.factories import make_page

GONE = 999_999


def text(*links: str) -> tuple[str, str]:
    return "text", "".join(f"<p>{link}</p>" for link in links)


def href(address: str) -> str:
    return f'<a href="{address}">x</a>'


def broken(**fields) -> set[tuple[str, str]]:
    return {(link.address, link.reason) for link in find_broken_links(**fields)}


def test_links_are_found_whatever_they_are_written_in(staffed, sides):
    parent = staffed["visit"]["en"]
    draft = make_page(parent, live=False)
    card = {"title": "Card", "text": "", "page": GONE, "url": "/en/gone/"}
    make_page(
        parent,
        ("heading", {"text": "Ticks and fire"}),
        text(
            f'<a linktype="page" id="{GONE}">x</a>',
            f'<a linktype="page" id="{draft.pk}">x</a>',
            f'<a linktype="page" id="{parent.pk}">x</a>',
            f'<a linktype="document" id="{GONE}">x</a>',
        ),
        text(href("/en/nothing/"), href("/en/stories/?page=1"), href("#ticks-and-fire")),
        text(href("#nowhere"), href("nonsense"), href("http://[")),
        text(href("mailto:a@example.org"), href("https://example.org/anything")),
        ("figure", {"image": GONE, "caption": "", "width": "text"}),
        ("cards", {"items": [{"type": "item", "value": card}]}),
    )
    FireDanger.objects.create(
        side=sides["RU"],
        level=5,
        valid_until="2099-01-01",
        rules_page=Page.objects.get(pk=draft.pk),
        text_ru="Правила: http://127.0.0.1:8000/ru/gone/.",
    )
    assert broken() == {
        (str(GONE), "page_gone"),
        (str(draft.pk), "page_draft"),
        (str(GONE), "document_gone"),
        (str(GONE), "picture_gone"),
        ("/en/nothing/", "not_found"),
        ("/en/gone/", "not_found"),
        ("#nowhere", "no_anchor"),
        ("nonsense", "no_address"),
        ("http://[", "no_address"),
        ("http://127.0.0.1:8000/ru/gone/", "not_found"),
    }
    assert BrokenLink.objects.filter(page=None).count() == 2


def test_place_of_a_link_is_told_in_the_readers_language(staffed):
    card = {"title": "Card", "text": "", "page": GONE, "url": ""}
    make_page(staffed["visit"]["en"], ("cards", {"items": [{"type": "item", "value": card}]}))
    find_broken_links()
    link = BrokenLink.objects.get()
    told = {}
    for code in ("en", "ru", "zh-hans"):
        with override(code):
            told[code] = link.where
    assert told == {
        "en": "Body › Cards › Cards › Page",
        "ru": "Содержание › Карточки › Карточки › Страница",
        "zh-hans": "正文 › 卡片 › 卡片 › 页面",
    }


def test_day_of_finding_is_kept_until_the_link_is_mended(staffed):
    page = make_page(staffed["visit"]["en"], text(href("/en/nothing/")))
    find_broken_links()
    BrokenLink.objects.update(found_at="2026-01-01T00:00:00Z")
    find_broken_links()
    assert BrokenLink.objects.get().found_at.year == 2026
    page.body = []
    page.save_revision().publish()
    assert not BrokenLink.objects.exists()


def test_page_that_is_taken_down_has_no_broken_links(staffed):
    page = make_page(staffed["visit"]["en"], text(href("/en/nothing/")))
    find_broken_links()
    page.unpublish()
    assert not BrokenLink.objects.exists()


def test_no_request_leaves_the_host_unless_it_is_asked_for(staffed, settings, monkeypatch, capsys):
    asked = []
    monkeypatch.setattr(OtherSites, "answers", lambda _self, address: asked.append(address))
    make_page(staffed["visit"]["en"], text(href("https://example.org/gone")))
    call_command("check_links")
    assert (asked, capsys.readouterr().out) == ([], "0 broken links.\n")
    settings.LINK_CHECK_EXTERNAL = True
    call_command("check_links")
    assert asked == ["https://example.org/gone"]
    assert "the other site does not answer" in capsys.readouterr().out


@pytest.mark.parametrize("address", ["http://127.0.0.1:9/", "http://10.0.0.1/", "http://[::1]/"])
def test_machines_beside_ours_are_never_asked(address, monkeypatch):
    monkeypatch.setattr("staff.quality.links.other_sites._answers", lambda _address: True)
    assert not OtherSites().answers(address)


def test_an_address_is_asked_for_once_however_many_pages_have_it(staffed, monkeypatch):
    for _number in range(3):
        make_page(staffed["visit"]["en"], text(href("/en/nothing/"), href("/en/nothing/#a")))
    asked = []
    ask = own_site.OwnSite._ask
    monkeypatch.setattr(
        own_site.OwnSite, "_ask", lambda self, path: asked.append(path) or ask(self, path)
    )
    assert len(find_broken_links()) == 6
    assert asked == ["/en/nothing/"]


@pytest.fixture
def broken_everywhere(staffed, sides) -> None:
    for code in ("en", "ru", "zh-hans"):
        make_page(staffed["visit"][code], text(href(f"/{code}/nothing/")))
    FireDanger.objects.create(
        side=sides["CN"], level=5, valid_until="2099-01-01", text_en="http://127.0.0.1:8000/fire/"
    )
    find_broken_links()


@pytest.mark.parametrize(
    ("role", "side", "addresses"),
    [
        ("editor", "RU", {"/en/nothing/", "/ru/nothing/"}),
        ("editor", "CN", {"/en/nothing/", "/zh-hans/nothing/", "http://127.0.0.1:8000/fire/"}),
        ("translator", "RU", {"/en/nothing/", "/ru/nothing/", "http://127.0.0.1:8000/fire/"}),
        ("photo-curator", "RU", set()),
        ("booking-officer", "CN", set()),
    ],
)
def test_links_are_shown_to_those_who_can_mend_them(broken_everywhere, role, side, addresses):
    assert {link.address for link in broken_links_for(make_staff(role, side))} == addresses


def test_report_is_read_and_taken_along(broken_everywhere, client):
    client.force_login(make_staff("editor", "CN", "zh-hans"))
    address = reverse("broken_links")
    page = client.get(address).content.decode()
    assert "失效链接" in page
    assert "/zh-hans/nothing/" in page
    assert "/ru/nothing/" not in page
    answer = client.get(f"{address}?export=csv&language=zh-hans")
    rows = list(csv.reader(StringIO(b"".join(answer.streaming_content).decode("utf-8-sig"))))
    assert rows[0] == ["页面或资料", "语言", "所在之处", "指向", "问题", "发现日期"]
    assert [row[1:5] for row in rows[1:]] == [
        ["中文", "正文 › 文字", "/zh-hans/nothing/", "本站没有这个地址"]
    ]


@pytest.mark.parametrize(
    ("role", "status"), [("editor", 200), ("booking-officer", 200), ("ranger", 302)]
)
def test_report_is_for_those_who_write(staffed, client, role, status):
    client.force_login(make_staff(role, "RU"))
    assert client.get(reverse("broken_links")).status_code == status


def test_report_asks_as_much_for_three_links_as_for_one(staffed, client):
    client.force_login(make_staff("editor", "RU"))
    sizes = []
    for number in (1, 3):
        for _turn in range(number):
            make_page(staffed["visit"]["en"], text(href("/en/nothing/")))
        find_broken_links()
        client.get(reverse("broken_links"))
        with CaptureQueriesContext(connection) as asked:
            client.get(reverse("broken_links"))
        sizes.append(len(asked))
    assert sizes == [sizes[0]] * 2
