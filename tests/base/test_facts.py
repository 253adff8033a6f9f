"""Facts fall back from the visitor's language to the others, and say in which language they are."""

import pytest
from django.template import Context, Template
from django.utils.translation import override

from content.base.facts import fact_text
from content.reserve.models import Side


@pytest.fixture
def side() -> Side:
    """A record whose name is written in Russian and Chinese only."""
    return Side(code="RU", name_ru="Россия", name_zh_hans="俄罗斯")


@pytest.mark.parametrize(
    ("language", "text", "lang"),
    [("ru", "Россия", "ru"), ("zh-hans", "俄罗斯", "zh-Hans"), ("en", "Россия", "ru")],
)
def test_fact_falls_back_in_the_order_of_the_site(side, language, text, lang):
    with override(language):
        found = fact_text(side, "name")
    assert (found.text, found.lang) == (text, lang)


def test_fallback_is_marked_with_its_language(side):
    template = Template('{% fact side "name" %}')
    with override("en"):
        assert template.render(Context({"side": side})) == '<span lang="ru">Россия</span>'
    with override("ru"):
        assert template.render(Context({"side": side})) == "Россия"


@pytest.mark.parametrize(("language", "text"), [("ru", "Россия"), ("en", "")])
def test_own_fact_does_not_fall_back(side, language, text):
    template = Template('{{ side|own_fact:"name" }}')
    with override(language):
        assert template.render(Context({"side": side})) == text


def test_fact_escapes_what_staff_typed():
    side = Side(code="RU", name_en="<b>R&D</b>")
    with override("en"):
        assert Template('{% fact side "name" %}').render(Context({"side": side})) == (
            "&lt;b&gt;R&amp;D&lt;/b&gt;"
        )


def test_missing_fact_is_empty(db):
    assert fact_text(Side(code="RU"), "name").text == ""


@pytest.mark.parametrize(
    ("code", "name", "printed"),
    [
        ("en", "Land of Big Cats", "Land of Big Cats"),
        ("ru", "Land of Big Cats", '<span lang="en">Land of Big Cats</span>'),
        ("ru", "Е. Лесная", "Е. Лесная"),
        ("zh-hans", "Е. Лесная", '<span lang="ru">Е. Лесная</span>'),
        ("zh-hans", "林小径", "林小径"),
        ("en", "林小径", '<span lang="zh-Hans">林小径</span>'),
        ("ru", "<b>", '<span lang="en">&lt;b&gt;</span>'),
    ],
)
def test_name_is_marked_with_the_language_of_its_script(code, name, printed):
    with override(code):
        assert Template("{{ name|as_name }}").render(Context({"name": name})) == printed
