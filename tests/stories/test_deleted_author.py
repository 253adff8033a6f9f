"""An author whose name stands on a story cannot be deleted; one that signs nothing can."""

import pytest
from django.urls import reverse

from content.stories.models import Author
from staff.models import User
from tests.stories.factories import make_indexes, make_story


@pytest.fixture
def administrator(client, db) -> None:
    client.force_login(User.objects.create_superuser("root"))


def delete(client, *authors: Author) -> None:
    if len(authors) == 1:
        client.post(reverse("wagtailsnippets_stories_author:delete", args=[authors[0].pk]))
        return
    address = reverse("wagtail_bulk_action", args=["stories", "author", "delete"])
    client.post(address + "?" + "&".join(f"id={one.pk}" for one in authors))


@pytest.mark.usefixtures("administrator")
def test_author_of_a_story_or_of_a_draft_stays(client, home_pages):
    index = make_indexes(home_pages)["en"]
    signs, drafts, free = (Author.objects.create(slug=one, name=one) for one in "abc")
    story = make_story(index, authors=[signs])
    story.authors = [drafts]
    story.save_revision()
    for one in (signs, drafts):
        delete(client, one)
    delete(client, signs, free)
    assert set(Author.objects.values_list("slug", flat=True)) == {"a", "b", "c"}
    delete(client, free)
    assert set(Author.objects.values_list("slug", flat=True)) == {"a", "b"}
