"""The foot of a list: how many there are, and the way to its other pages, which keeps what was asked for."""

import pytest
from django.core.paginator import Paginator
from django.template.loader import render_to_string
from django.utils.translation import override

WORDS = {
    "en": ("120 in all", "Earlier page", "Next page"),
    "ru": ("Всего: 120", "Назад", "Дальше"),
    "zh-hans": ("共120项", "上一页", "下一页"),
}


def foot(rf, count: int, number: int) -> str:
    paginator = Paginator(range(count), 20)
    context = {
        "items": paginator.page(number),
        "elided_page_range": paginator.get_elided_page_range(number),
        "linkurl": "/staff/departure/",
    }
    request = rf.get("/staff/departure/", {"q": "тропа", "p": number})
    template = "wagtailadmin/shared/pagination_nav.html"
    return render_to_string(template, context, request=request)


@pytest.mark.parametrize("language", WORDS)
def test_foot_of_a_long_list_is_in_the_readers_language(rf, language):
    with override(language):
        shown = foot(rf, 120, 2)
    assert [words for words in WORDS[language] if words not in shown] == []
    assert shown.count('aria-current="page"') == 1
    assert "p=1" in shown and "p=3" in shown
    assert shown.count("q=%D1%82%D1%80%D0%BE%D0%BF%D0%B0") == shown.count("<a href")


def test_ends_of_a_list_lead_no_further(rf):
    assert "Earlier page" not in foot(rf, 120, 1)
    assert "Next page" not in foot(rf, 120, 6)
    assert "<a " not in foot(rf, 20, 1)
