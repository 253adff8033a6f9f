"""The index follows what happens to pages and facts."""

import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page, PageViewRestriction

from search import services
from search.models import SearchEntry
from tests.search.factories import make_page, make_species, make_wildlife
from tests.stories.factories import make_author, make_indexes, make_story


def found() -> set[tuple[str, str]]:
    """Return (language, address) of all that can be found."""
    return set(SearchEntry.objects.values_list("language", "url"))


def text_of(url: str) -> str:
    return SearchEntry.objects.get(url=url).folded_text


def test_published_page_is_found_by_its_words(home_pages):
    make_page(home_pages["ru"], "Клещи", "ticks", "Осмотр <b>после</b> прогулки", summary="Коротко")
    entry = SearchEntry.objects.get()
    assert (entry.language, entry.kind, entry.url) == ("ru", "page", "/ru/ticks/")
    assert entry.folded_text == "клещи коротко осмотр после прогулки"


def test_publishing_again_changes_the_entry(home_pages):
    page = make_page(home_pages["en"], "Old", "page")
    page.title = "New"
    page.save_revision().publish()
    assert list(SearchEntry.objects.values_list("title", flat=True)) == ["New"]


def test_draft_changes_are_not_found(home_pages):
    page = make_page(home_pages["en"], "Public", "page")
    page.title = "Secret plan"
    page.save_revision()
    services.rebuild()
    assert not SearchEntry.objects.filter(folded_text__contains="secret").exists()


def test_unpublished_page_is_not_found(home_pages):
    page = make_page(home_pages["en"], "Gone", "gone")
    page.unpublish()
    assert found() == set()
    make_page(home_pages["en"], "Never", "never", live=False)
    services.rebuild()
    assert ("en", "/en/never/") not in found()


def test_deleted_page_and_all_below_it_are_not_found(home_pages):
    parent = make_page(home_pages["en"], "Parent", "parent")
    make_page(parent, "Child", "child")
    Page.objects.get(pk=parent.pk).delete()
    assert found() == set()


def test_restricted_pages_are_not_found_until_opened_again(home_pages):
    parent = make_page(home_pages["en"], "Parent", "parent")
    make_page(parent, "Child", "child")
    restriction = PageViewRestriction.objects.create(page=parent, restriction_type="login")
    assert found() == set()
    make_page(parent, "Second", "second")
    services.rebuild()
    assert not {url for _code, url in found()} & {"/en/parent/", "/en/parent/second/"}
    restriction.delete()
    assert {"/en/parent/", "/en/parent/child/", "/en/parent/second/"} <= {
        url for _code, url in found()
    }


def test_moved_and_renamed_pages_are_found_at_their_new_addresses(
    home_pages, django_capture_on_commit_callbacks
):
    parent = make_page(home_pages["en"], "Parent", "parent")
    other = make_page(home_pages["en"], "Other", "other")
    make_page(parent, "Child", "child")
    parent.refresh_from_db()
    parent.move(other, pos="last-child")
    assert ("en", "/en/other/parent/child/") in found()
    other = type(other).objects.get(pk=other.pk)
    other.slug = "renamed"
    with django_capture_on_commit_callbacks(execute=True):
        other.save_revision().publish()
    assert {url for _code, url in found()} == {
        "/en/renamed/",
        "/en/renamed/parent/",
        "/en/renamed/parent/child/",
    }


def test_mirror_of_another_language_is_not_found(home_pages):
    page = make_page(home_pages["en"], "English", "english")
    page.copy_for_translation(home_pages["ru"].locale, alias=True)
    services.rebuild()
    assert ("ru", "/ru/english/") not in found()


def test_species_are_found_in_each_language_where_animals_have_a_page(home_pages):
    wildlife = make_wildlife(home_pages)
    species = make_species(lead_ru="Полосатый")
    addresses = {(code, f"/{code}/wildlife/amur-tiger/") for code in home_pages}
    assert addresses <= found()
    assert "полосатый" in text_of("/ru/wildlife/amur-tiger/")
    wildlife["ru"].unpublish()
    assert found() & addresses == addresses - {("ru", "/ru/wildlife/amur-tiger/")}
    species.name_en = "Siberian tiger"
    species.save()
    assert text_of("/en/wildlife/amur-tiger/").startswith("siberian tiger")
    species.delete()
    assert found() & addresses == set()


def test_facts_of_a_page_are_found_and_follow_their_changes(home_pages):
    indexes = make_indexes(home_pages)
    author = make_author(name_ru="Вера Следопытова")
    story = make_story(indexes["ru"], "Рассказ", authors=[author])
    assert "вера следопытова" in text_of(story.url)
    author.name_ru = "Другое имя"
    author.save()
    assert "другое имя" in text_of(story.url)


def test_rebuild_gives_what_the_signals_gave(home_pages):
    make_page(home_pages["en"], "Page", "page", "Words")
    make_wildlife(home_pages)
    make_species()
    fields = ("language", "object_key", "kind", "url", "title", "text", "folded_text")
    before = set(SearchEntry.objects.values_list(*fields))
    call_command("rebuild_search", verbosity=0)
    after = set(SearchEntry.objects.values_list(*fields))
    assert before <= after
    assert {row[3] for row in after - before} == {"/en/", "/ru/", "/zh-hans/"}  # never published


@pytest.mark.parametrize("text", ["a\x00b", "\ud800", "x" * 100_000])
def test_strange_texts_are_stored(home_pages, text):
    page = make_page(home_pages["en"], "Page", "page")
    page.search_description = text
    services.index_page(page)
    assert SearchEntry.objects.count() == 1


def test_rebuild_asks_the_same_number_of_questions(home_pages):
    counts = []
    for number in (1, 3):
        for place in range(number):
            make_page(home_pages["en"], f"P{number}{place}", f"p-{number}-{place}", "Words")
        services.rebuild()
        with CaptureQueriesContext(connection) as questions:
            services.rebuild()
        counts.append(len(questions))
    assert counts[0] == counts[1]
