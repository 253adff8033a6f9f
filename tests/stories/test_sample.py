"""The sample stories as `load_demo` writes them."""

import pytest

from content.demo.loading import stories
from content.demo.loading.sample import Sample
from content.demo.loading.texts import LANGUAGES, read_texts
from content.stories.models import Author, StoryPage, Topic


@pytest.fixture
def sample(home_pages, sides) -> Sample:
    return Sample(locales={key: home_pages[code].locale for key, code in LANGUAGES.items()})


def test_each_story_exists_in_the_languages_it_is_written_in_and_no_other(sample):
    stories.load(sample)
    for record in read_texts("stories")["stories"]:
        pages = StoryPage.objects.filter(slug=record["slug"]).order_by("pk")
        codes = [page.locale.language_code for page in pages]
        assert codes[0] == LANGUAGES[record["original"]]
        assert sorted(codes) == sorted(LANGUAGES[key] for key in record["languages"])
        assert len({page.translation_key for page in pages}) == 1
        for page in pages:
            assert page.live and page.is_sample and page.date == record["date"]
            assert page.first_published_at.date() == record["date"]
            assert page.topics.count() == len(record["topics"])
            assert [author.slug for author in page.authors.all()] == [record["author"]]


def test_loading_again_changes_nothing(sample):
    stories.load(sample)
    before = list(StoryPage.objects.values_list("pk", "latest_revision_id").order_by("pk"))
    stories.load(sample)
    assert list(StoryPage.objects.values_list("pk", "latest_revision_id").order_by("pk")) == before
    assert (Author.objects.count(), Topic.objects.count()) == (4, 6)
