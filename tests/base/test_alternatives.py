"""Text alternatives: no picture comes in without words by oversight, and those that lack some are found."""

import pytest
from django.urls import reverse
from django.utils import translation
from wagtail.models import Collection
from wagtail.users.models import UserProfile

from content.base.alternatives import lacks_words, languages_lacking
from content.base.models import Image
from tests.base.pictures import picture_bytes, upload

pytestmark = pytest.mark.django_db
WORDS = {"alt_en": "An oak", "alt_ru": "Дуб", "alt_zh_hans": "一棵栎树"}


def send(client, **words):
    data = {
        "title": "Oak",
        "collection": Collection.get_first_root_node().pk,
        "credit": "A. Sample",
        "licence": "reserved",
        "file": upload(picture_bytes(), "oak_07.jpg"),
        **words,
    }
    return client.post(reverse("wagtailimages:add"), data)


def make_picture(**fields) -> Image:
    picture = Image(title="Oak", file=upload(picture_bytes(), "a.jpg"), **fields)
    picture.makes_renditions = False
    picture.save()
    return picture


@pytest.mark.parametrize(
    ("code", "field"), [("en", "alt_en"), ("ru", "alt_ru"), ("zh-hans", "alt_zh_hans")]
)
def test_upload_without_words_is_asked_for_them_in_the_users_language(staff_client, code, field):
    UserProfile.objects.update(preferred_language=code)
    answer = send(staff_client)
    with translation.override(code):
        reason = translation.gettext(
            "Say what can be seen, in at least one language, or tick “Only decoration”. "
            "Those who cannot see depend on it."
        )
    assert answer.context["form"].errors == {field: [reason]}
    assert not Image.objects.exists()


@pytest.mark.parametrize("column", WORDS)
def test_words_in_one_language_suffice(staff_client, column):
    assert send(staff_client, **{column: WORDS[column]}).status_code == 302
    assert getattr(Image.objects.get(), column) == WORDS[column]


def test_decoration_is_a_choice_of_its_own(staff_client):
    assert send(staff_client, is_decorative="on").status_code == 302
    assert Image.objects.get().is_decorative


def test_decoration_with_words_is_refused(staff_client):
    answer = send(staff_client, is_decorative="on", alt_ru="Дуб")
    assert list(answer.context["form"].errors) == ["is_decorative"]


@pytest.mark.parametrize("name", ["oak_07.jpg", "oak 07", "OAK-07"])
def test_name_of_the_file_is_no_description(staff_client, name):
    answer = send(staff_client, alt_en=name)
    assert list(answer.context["form"].errors) == ["alt_en"]


def test_spaces_are_no_words(staff_client):
    assert send(staff_client, alt_en="   ").status_code == 200
    assert not Image.objects.exists()


def test_pictures_lacking_words_are_found_by_language():
    whole = make_picture(**WORDS)
    without_russian = make_picture(**WORDS | {"alt_ru": ""})
    without_any = make_picture(**dict.fromkeys(WORDS, None))
    decoration = make_picture(is_decorative=True)
    found = {
        code: set(Image.objects.filter(lacks_words([code]))) for code in ("en", "ru", "zh-hans")
    }
    assert found == {
        "en": {without_any},
        "ru": {without_russian, without_any},
        "zh-hans": {without_any},
    }
    assert set(Image.objects.filter(lacks_words())) == {without_russian, without_any}
    assert [
        languages_lacking(one) for one in (whole, without_russian, without_any, decoration)
    ] == [
        [],
        ["Русский"],
        ["English", "Русский", "中文"],
        [],
    ]
