"""Pastes as they come: Word, web pages, WeChat. The words stay, the rest goes."""

import time
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse
from wagtail.rich_text import RichText

from content.base.models import StandardPage
from content.base.tidying import tidy_html, tidy_text, without_tracking
from content.stories.models import Topic

# As they lie on the clipboard, shortened in length but not in kind.
CLIPBOARD = Path(__file__).parent / "clipboard"
WORD = (CLIPBOARD / "word.html").read_text("utf-8")
WECHAT = (CLIPBOARD / "wechat.html").read_text("utf-8")


def test_word_leaves_nothing_but_its_words():
    assert tidy_html(WORD) == (
        "<h3>Как одеться</h3><p>В\u00a0лесу до <b>июля</b> много клещей.</p>"
        "<ul><li>светлая одежда</li><li>высокие <i>сапоги</i></li></ul>"
    )


def test_wechat_leaves_nothing_but_its_words():
    assert tidy_html(WECHAT) == (
        "<p>东北豹回来了。</p><p>全文见"
        '<a href="https://mp.weixin.qq.com/s?__biz=MzA&amp;mid=1&amp;idx=1&amp;sn=ab#wechat_redirect">这篇报道</a></p>'
    )


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("<p onclick='x()'>a</p><script>alert(1)</script>", "<p>a</p>"),
        ('<p><a href="javascript:alert(1)">a</a></p>', "<p>a</p>"),
        ('<p><a href="JaVaScRiPt&#58;alert(1)">a</a></p>', "<p>a</p>"),
        ('<p><img src=x onerror="alert(1)">a</p>', "<p>a</p>"),
        ("<svg><p>a</p></svg><p>b</p>", "<p>b</p>"),
        ('<p style="color:red" data-block-key="k1">a</p>', '<p data-block-key="k1">a</p>'),
        ('<p><a linktype="page" id="7">a</a></p>', '<p><a id="7" linktype="page">a</a></p>'),
        ("<p><b> </b>a<i></i></p>", "<p>a</p>"),
        ("<p><b>Bold line</b></p><p>a</p>", "<p><b>Bold line</b></p><p>a</p>"),
        ("<p>• one</p><p>b</p>", "<p>• one</p><p>b</p>"),
        ("<p>1. one</p><p>2) two</p>", "<ol><li>one</li><li>two</li></ol>"),
        ("<p>2012. The park.</p><p>2017. More.</p>", "<p>2012. The park.</p><p>2017. More.</p>"),
        ("<ul><li>a</li></ul>", "<ul><li>a</li></ul>"),
        ("<div>a<br><br></div>", "<p>a</p>"),
    ],
)
def test_only_tags_of_the_editor_stay(given, kept):
    told, wanted = (BeautifulSoup(html, "html.parser") for html in (tidy_html(given), kept))
    assert told == wanted  # whatever the order of attributes


def test_tidying_twice_changes_nothing():
    once = tidy_html(WORD)
    assert tidy_html(once) == once


def test_a_list_is_not_made_where_none_may_stand():
    assert tidy_html("<p>• a</p><p>• b</p>", may_list=False) == "<p>• a</p><p>• b</p>"


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("a\u00a0\u00a0\u00a0b", "a b"),
        ("Много\u00a0клещей\u00a0здесь", "Много клещей здесь"),
        ("2\u00a0689\u00a0км²", "2\u00a0689\u00a0км²"),
        ("в\u00a0лесу", "в\u00a0лесу"),
        ("леопард\u00a0— кошка", "леопард\u00a0— кошка"),
        ("zero\u200bwidth\ufeff", "zerowidth"),
        ("two\u2028lines", "two lines"),
        ("“Smart” ‘quotes’ — «кавычки»…", "“Smart” ‘quotes’ — «кавычки»…"),
        ("й", "й"),
        ("  a\tb \n c ", "a b c"),
        ("\u202eevil\u202c", "evil"),
        ("👩\u200d🔬", "👩\u200d🔬"),
    ],
)
def test_plain_text_keeps_its_words_and_its_typography(given, kept):
    assert tidy_text(given) == kept


def test_lines_stay_where_lines_may_be():
    assert tidy_text("a\r\n\r\n\r\n\r\nb ", in_one_line=False) == "a\n\nb"


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("https://example.org/?utm_source=x&id=5", "https://example.org/?id=5"),
        ("https://example.org/?fbclid=1#a", "https://example.org/#a"),
        ("https://example.org/?from=timeline&to=2025", "https://example.org/?to=2025"),
        ("https://example.org/?from=2024&to=2025", "https://example.org/?from=2024&to=2025"),
        ("https://example.org/?b=%20", "https://example.org/?b=%20"),
        ("mailto:a@example.org?subject=x", "mailto:a@example.org?subject=x"),
    ],
)
def test_addresses_do_not_tell_who_passed_them_on(given, kept):
    assert without_tracking(given) == kept


def test_a_hostile_text_takes_no_longer_than_an_honest_one():
    begun = time.monotonic()
    tidy_text("a" + "\u00a0 " * 200_000)
    tidy_html("<p>" + "• " * 20_000 + "</p>" * 2000)
    assert time.monotonic() - begun < 5


def test_a_page_saved_from_code_is_tidied_deep_in_its_body(home_pages):
    page = StandardPage(title="Клещи\u200b  весной", slug="ticks", summary="a\u00a0\u00a0b")
    steps = {
        "items": [
            {
                "type": "item",
                "id": "1",
                "value": {"title": "a\ufeff", "text": "<p>a</p><o:p></o:p>"},
            }
        ]
    }
    page.body = [("text", RichText(WORD))]
    page.body.raw_data.append({"type": "steps", "value": steps})
    home_pages["ru"].add_child(instance=page)
    stored = StandardPage.objects.get(slug="ticks")
    assert (stored.title, stored.summary) == ("Клещи весной", "a b")
    item = stored.body.raw_data[1]["value"]["items"][0]
    assert stored.body.raw_data[0]["value"].startswith("<h3>Как одеться</h3><p>В")
    assert (item["id"], item["value"]) == ("1", {"title": "a", "text": "<p>a</p>"})


def test_a_tidy_page_is_left_as_it_is(home_pages):
    page = StandardPage(title="Ticks", slug="ticks", body=[("text", RichText("<p>a &amp; b</p>"))])
    home_pages["en"].add_child(instance=page)
    page.refresh_from_db()
    before = page.body
    page.clean()
    assert page.body is before


def test_a_fact_is_tidied_in_its_form(admin_client, sides):
    data = {
        "order": "0",
        "name_en": "Fauna\u200b  forest\u00a0animals",
        "name_ru": "",
        "name_zh_hans": "",
        "slug": "fauna",
    }
    admin_client.post(reverse("wagtailsnippets_stories_topic:add"), data)
    assert Topic.objects.get().name_en == "Fauna forest animals"
