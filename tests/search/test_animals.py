"""Animals known by name are found while they may be known of, and by nothing their pages do not tell."""

import pytest

from search import services
from search.models import SearchEntry
from search.queries import find
from tests.cameratraps.animals import both_say, make_alias, make_claim, make_known
from tests.cameratraps.factories import make_event, make_indexes

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def indexes(home_pages, sides):
    for page in make_indexes(home_pages).values():
        page.save_revision().publish()


def found(question: str, language: str = "en") -> list[str]:
    return [entry.url for entry in find(question, language).entries]


@pytest.mark.parametrize(
    ("language", "question"), [("en", "hoarfrost"), ("ru", "иней"), ("zh-hans", "白霜")]
)
def test_an_animal_is_found_in_each_language(language, question):
    cat = make_known(name_en="Hoarfrost", name_ru="Иней", name_zh_hans="白霜")
    assert found(question, language) == [f"/{language}/galleries/cats/{cat.code}/"]


def test_an_animal_is_not_found_from_the_moment_its_visit_is_hidden():
    cat = make_known(name_en="Hoarfrost")
    cat.aliases.get().claims.get().event.releases.first().delete()
    assert found("hoarfrost") == []
    assert find("hoarfrost", "en").total == 0
    assert find("hoarfrost", "ru").elsewhere == {}
    assert SearchEntry.objects.filter(animal=cat).count() == 3


def test_neither_codes_nor_hidden_nor_merged_animals_are_found():
    ours, theirs = make_alias("RU", name_en="Maple"), make_alias("CN", name_en="Hoarfrost")
    make_claim(ours)
    make_claim(theirs)
    make_claim(make_alias(name_en="Secret"), make_event(released=False))
    make_claim(make_alias(name_en="Waiting"), agreed=False)
    both_say(ours, theirs, "same")
    for question in ("hoarfrost", "secret", "waiting", ours.code, theirs.code):
        assert found(question) == [], question
    assert len(found("maple")) == 1


def test_rebuilding_gives_what_the_signals_gave():
    make_known(name_en="Maple")
    rows = SearchEntry.objects.filter(animal__isnull=False).order_by("language", "object_key")
    values = ("language", "object_key", "url", "title", "text", "animal_id")
    before = list(rows.values(*values))
    services.rebuild()
    assert list(rows.values(*values)) == before
