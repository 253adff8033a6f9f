"""The glossary: the table of the docs, the words found in a text, and who keeps it."""

import re

import pytest
from django.urls import reverse

from bigcats.environment import BASE_DIR
from staff.translating.glossary import shipped_terms, terms_in
from staff.translating.models import GlossaryTerm
from tests.staff.factories import make_staff


def test_docs_print_the_terms_that_come_with_the_code():
    page = (BASE_DIR / "docs" / "translating.md").read_text(encoding="utf-8")
    table = page.partition("| English | Русский | 中文 |\n| --- | --- | --- |\n")[2]
    rows = [line.strip("| ").split(" | ") for line in re.split(r"\n\n", table)[0].splitlines()]
    assert rows == [[term["en"], term["ru"], term["zh_hans"]] for term in shipped_terms()]


def test_shipped_terms_are_there_after_migrating(db):
    assert GlossaryTerm.objects.count() == len(shipped_terms())


@pytest.mark.parametrize(
    ("text", "source", "target", "expected"),
    [
        ("Two camera traps", "en", "ru", [("camera trap", "фотоловушка")]),
        ("A <b>guide</b>", "en", "ru", [("guide", "экскурсовод")]),
        (
            "The amur leopard",
            "en",
            "zh-hans",
            [("Far Eastern leopard (Amur leopard)", "东北豹")],
        ),
        ("Trailer and guidebook", "en", "ru", []),
        ("Следы амурского тигра", "ru", "zh-hans", [("амурский тигр", "东北虎")]),
        ("Снимки с фотоловушек", "ru", "en", [("фотоловушка", "camera trap")]),
        (
            "红外相机拍到了东北豹",
            "zh-hans",
            "en",
            ["Far Eastern leopard (Amur leopard)", "camera trap"],
        ),
        ("中方巡护员", "zh-hans", "ru", ["китайская сторона", "государственный инспектор"]),
        ("Nothing of ours.", "en", "ru", []),
    ],
)
def test_words_of_the_glossary_are_found_in_a_text(db, text, source, target, expected):
    found = terms_in([text], source, target)
    if expected and isinstance(expected[0], str):
        assert {term.target for term in found} == set(expected)
    else:
        assert [(term.source, term.target) for term in found] == expected


@pytest.mark.parametrize(
    ("role", "may_change"), [("translator", True), ("moderator", True), ("photo-curator", False)]
)
def test_glossary_is_kept_by_translators_and_moderators(staffed, client, role, may_change):
    client.force_login(make_staff(role, "CN", "zh-hans"))
    assert (client.get(reverse("glossary:index")).status_code == 200) is may_change
    data = {"en": "den", "ru": "логово", "zh_hans": "<script>巢穴", "note": ""}
    client.post(reverse("glossary:add"), data)
    assert GlossaryTerm.objects.filter(en="den").exists() is may_change
    if may_change:
        page = client.get(f"{reverse('glossary:index')}?q=логово").content.decode()
        assert "&lt;script&gt;巢穴" in page and "<script>巢穴" not in page
        client.post(reverse("glossary:add"), data)
        assert GlossaryTerm.objects.filter(en="den").count() == 1
