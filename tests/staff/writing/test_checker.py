"""The checks over a preview: which run, and that visitors' pages know nothing of them."""

import json
import re

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse
from django.utils.translation import override

from staff.writing.checker import FILE_NAMES, SAYS_NOTHING, WritingChecker
from tests.staff.factories import make_staff


def configuration(html: str) -> dict:
    return json.loads(BeautifulSoup(html, "html.parser").find(id="checker-axe-configuration").text)


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "A link says nothing by itself"),
        ("ru", "По тексту ссылки не понять, куда она ведёт"),
        ("zh-hans", "链接文字本身没有说明去处"),
    ],
)
def test_editor_and_preview_run_our_checks_in_the_editors_language(
    staffed, client, language, words
):
    client.force_login(make_staff("editor", "RU", language))
    page = staffed["visit"]["ru"]
    editor = client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()
    address = reverse("wagtailadmin_pages:preview_on_edit", args=[page.pk])
    preview = client.get(f"{address}?mode=&in_preview_panel=true").content.decode()
    for html in (editor, preview):
        told = configuration(html)
        assert told["messages"]["link-says-nothing"]["error_name"] == words
        assert told["context"]["include"] == ["main"]


def test_public_pages_carry_no_bar_and_ask_nobody_who_they_are(staffed, client):
    client.force_login(make_staff("editor", "RU", "ru"))
    answer = client.get(staffed["visit"]["ru"].url)
    assert b"wagtail-userbar" not in answer.content


def test_every_check_of_ours_has_its_words_in_three_languages():
    wagtails = {"alt-text-quality"}
    for language in ("ru", "zh-hans"):
        with override("en"):
            english = {
                name: str(one["help_text"]) for name, one in WritingChecker.axe_messages.items()
            }
        with override(language):
            same = {
                name
                for name, one in WritingChecker.axe_messages.items()
                if str(one["help_text"]) == english[name]
            }
        assert same - wagtails == set()
    assert set(WritingChecker.axe_run_only) <= set(WritingChecker.axe_messages)


@pytest.mark.parametrize("words", ["here", "Read more…", "Тут", "подробнее »", "点击这里", "更多>"])
def test_links_that_say_nothing_are_found(words):
    assert re.match(SAYS_NOTHING["options"]["pattern"], words, re.IGNORECASE)


@pytest.mark.parametrize(
    "words", ["Here live tigers", "Подробнее о клещах", "更多步道", "Border zone"]
)
def test_links_that_say_something_are_left(words):
    assert not re.match(SAYS_NOTHING["options"]["pattern"], words, re.IGNORECASE)


@pytest.mark.parametrize("words", ["IMG 0042", "DSCF1234", "leopard.jpg", "图片1", "фото 3", "a_b"])
def test_names_of_files_are_found(words):
    assert re.search(FILE_NAMES, words, re.IGNORECASE)


@pytest.mark.parametrize(
    "words", ["Image of a leopard", "一只东北豹在溪边喝水", "Фото тигра у ручья"]
)
def test_descriptions_are_left(words):
    assert not re.search(FILE_NAMES, words, re.IGNORECASE)
