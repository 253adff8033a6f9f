"""The three columns of a picture in its form: the same marks as in the forms of facts."""

import pytest
from django.urls import reverse
from lxml import html

from content.base.models import Image
from content.base.texts.columns import missing_in, missing_languages
from content.base.texts.lacks import count_lacks
from content.base.texts.outdated import outdated_texts
from content.reserve.models import Species
from tests.staff.factories import make_staff
from tests.staff.quality.factories import make_picture


@pytest.fixture
def picture(staffed) -> Image:
    """A picture without Russian words, whose English text has changed after the Chinese one."""
    picture = make_picture(alt_en="A leopard", alt_ru="", alt_zh_hans="一只豹")
    picture.alt_en = "A leopard drinks"
    picture.save()
    return picture


def edit(picture: Image) -> str:
    return reverse("wagtailimages:edit", args=[picture.pk])


@pytest.mark.parametrize(
    ("language", "head", "marks"),
    [
        ("ru", "не хватает 1 текста", ["Перевода ещё нет", "Возможно, устарело: English —"]),
        ("zh-hans", "缺1项文本", ["尚无译文", "可能已过时：English于"]),
    ],
)
def test_form_says_what_its_texts_lack(picture, client, language, head, marks):
    client.force_login(make_staff("administrator", "", language))
    page = client.get(edit(picture)).content.decode()
    assert head in page
    for mark in marks:
        assert page.count(mark) == 1, mark


def fields_of(page: bytes) -> dict[str, str]:
    """Return what the form would send as it stands."""
    (form,) = html.fromstring(page).xpath("//form[@enctype]")
    return {name: value for name, value in form.form_values() if name != "file"}


def test_text_that_is_still_right_is_ticked(picture, client):
    client.force_login(make_staff("administrator", "", "en"))
    sent = fields_of(client.get(edit(picture)).content)
    client.post(edit(picture), sent)
    assert [text.language for text in outdated_texts(picture)] == ["zh-hans"]
    sent = fields_of(client.get(edit(picture)).content)  # as somebody has saved since
    answer = client.post(edit(picture), sent | {"still-right": "alt_zh_hans"})
    assert answer.status_code == 302
    assert outdated_texts(picture) == []


def test_decoration_lacks_no_words(picture):
    picture.is_decorative = True
    assert count_lacks(picture) == []


def test_names_a_language_does_not_have_are_not_missing(db):
    species = Species(name_en="Leopard", other_names_en="Amur leopard")
    assert missing_languages(species, "other_names") == []
    assert missing_languages(species, "name") == ["ru", "zh-hans"]
    assert "other_names" not in str(missing_in(Species, "ru"))
