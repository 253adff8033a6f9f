"""The checklist of a page: each lack is found, and nothing is asked for that is there."""

import pytest
from wagtail.models import Collection
from wagtail_localize.models import TranslationSource
from wagtail_localize.operations import TranslationCreator

from content.base.models import SiteSettings
from staff.quality.checks import check_page
from staff.quality.checks.finding import Level
from staff.roles import OWN_SHELF
from tests.staff.factories import make_staff
from tests.staff.quality.factories import make_page, make_picture

EVERYWHERE = {"alt_en": "Snow", "alt_ru": "Снег", "alt_zh_hans": "雪"}
WORDS = ("text", "<p>Words.</p>")


def figure(picture, caption: str = "") -> tuple[str, dict]:
    return "figure", {"image": picture.pk, "caption": caption, "width": "text"}


def codes(page, user=None) -> set[str]:
    return {finding.code for finding in check_page(page, user)}


def test_page_with_everything_lacks_nothing(staffed):
    picture = make_picture(**EVERYWHERE, caption_en="Snow.", caption_ru="Снег.")
    page = make_page(staffed["visit"]["ru"], ("heading", {"text": "Снег"}), figure(picture), WORDS)
    assert check_page(page) == []


@pytest.mark.parametrize(
    ("blocks", "fields", "code"),
    [
        ([WORDS], {"summary": " "}, "summary"),
        ([], {}, "body"),
        ([WORDS], {"title": "т" * 81}, "title"),
        ([("heading", {"text": " "})], {}, "heading"),
        ([("text", "<h3> </h3><p>Words.</p>")], {}, "heading"),
        ([("text", '<a linktype="page" id="999999">x</a>')], {}, "link_page_gone"),
        ([("text", '<a href="/en/nothing/">x</a>')], {}, "link_not_found"),
    ],
)
def test_lack_is_found(staffed, blocks, fields, code):
    page = make_page(staffed["visit"]["ru"], **fields)
    page.body = page._meta.get_field("body").to_python(
        [{"type": kind, "value": value} for kind, value in blocks]
    )
    assert codes(page) == {code}


def test_chinese_title_is_too_long_sooner(staffed):
    page = make_page(staffed["visit"]["zh-hans"], WORDS, title="豹" * 37, slug="leopard")
    assert codes(page) == {"title"}


def test_picture_is_described_in_the_language_of_the_page(staffed):
    picture = make_picture(alt_en="Snow", caption_en="Snow.")
    english = make_page(staffed["visit"]["en"], figure(picture), WORDS)
    russian = make_page(staffed["visit"]["ru"], figure(picture), WORDS, image=picture)
    assert codes(english) == set()
    assert codes(russian) == {"alternative", "caption"}
    decoration = make_picture(is_decorative=True)
    assert codes(make_page(staffed["visit"]["ru"], figure(decoration), WORDS)) == set()
    own_words = make_page(staffed["visit"]["ru"], figure(picture, "Снег."), WORDS)
    assert codes(own_words) == {"alternative"}


@pytest.mark.parametrize(("side", "level"), [("RU", Level.MUST), ("CN", Level.SHOULD)])
def test_nobody_is_held_back_for_words_they_may_not_write(staffed, side, level):
    shelf = Collection.objects.get(name=OWN_SHELF["RU"])
    page = make_page(staffed["visit"]["en"], WORDS, image=make_picture(collection=shelf))
    found = check_page(page, make_staff("editor", side))
    assert [(one.code, one.level, bool(one.url)) for one in found] == [
        ("alternative", level, level == Level.MUST)
    ]


def test_page_may_be_published_together_with_one_it_leads_to(staffed):
    draft = make_page(staffed["visit"]["en"], WORDS, live=False)
    page = make_page(staffed["visit"]["en"], ("text", f'<a linktype="page" id="{draft.pk}">x</a>'))
    assert [(one.code, one.level) for one in check_page(page)] == [
        ("link_page_draft", Level.SHOULD)
    ]


def test_sample_is_asked_about_on_a_real_site_only(staffed):
    settings = SiteSettings.load()
    settings.is_sample_site = False
    settings.save()
    sample = make_picture(**EVERYWHERE, is_sample=True)
    page = make_page(staffed["visit"]["en"], figure(sample), WORDS)
    marked = make_page(staffed["visit"]["en"], WORDS, is_sample=True)
    assert (codes(page), codes(marked)) == ({"sample_picture"}, {"sample"})
    settings.is_sample_site = True
    settings.save()
    assert (codes(page), codes(marked)) == (set(), set())


def test_unfinished_translation_is_told(staffed):
    page = make_page(staffed["visit"]["en"], WORDS)
    russian = staffed["visit"]["ru"].locale
    TranslationCreator(user=None, target_locales=[russian]).create_translations(page)
    source = TranslationSource.objects.get_for_instance(page)
    target = page.get_translation(russian)
    assert source.stringsegment_set.count() == 4
    assert [one.words for one in check_page(target)] == ["3 texts are not translated."]


def test_pages_that_list_others_need_no_words_of_their_own(staffed):
    assert codes(staffed["stories"]["en"]) == {"summary"}
