"""Makers of stories for tests; every value may be named."""

from datetime import date
from itertools import count
from uuid import uuid4

from content.base.models import Image
from content.stories.models import Author, StoryIndexPage, StoryPage, Topic

_numbers = count(1)


def make_indexes(home_pages: dict) -> dict[str, StoryIndexPage]:
    """Make the list of stories in each language, linked as translations."""
    indexes: dict[str, StoryIndexPage] = {}
    for code, home in home_pages.items():
        page = StoryIndexPage(title=f"Stories {code}", slug="stories", locale=home.locale)
        if indexes:
            page.translation_key = indexes["en"].translation_key
        home.refresh_from_db()
        home.add_child(instance=page)
        indexes[code] = page
    return indexes


def make_story(index: StoryIndexPage, title: str = "", **fields) -> StoryPage:
    """Make a published story below the list of one language."""
    number = next(_numbers)
    topics, authors = fields.pop("topics", []), fields.pop("authors", [])
    values = {
        "title": title or f"Story {number}",
        "slug": f"story-{number}",
        "summary": f"Summary {number}",
        "date": date(2026, 5, 1),
        "locale": index.locale,
        **fields,
    }
    page = StoryPage(**values)
    page.topics, page.authors = topics, authors
    index.refresh_from_db()
    index.add_child(instance=page)
    if page.live:
        page.save_revision().publish()
    return StoryPage.objects.get(pk=page.pk)


def translate_story(story: StoryPage, index: StoryIndexPage, title: str, **fields) -> StoryPage:
    """Make the same story in another language."""
    return make_story(
        index, title, translation_key=story.translation_key, slug=story.slug, **fields
    )


def make_topic(slug: str = "big-cats", **names) -> Topic:
    names = names or {"name_en": "Big cats", "name_ru": "Большие кошки", "name_zh_hans": "大猫"}
    return Topic.objects.create(slug=slug, **names)


def make_author(slug: str = "vera", **fields) -> Author:
    values = {"name_en": "Vera", "name_ru": "Вера", "name_zh_hans": "薇拉", **fields}
    return Author.objects.create(slug=slug, **values)


def make_picture() -> Image:
    """Store a picture's record; its file is never read here."""
    return Image.objects.create(title="Picture", file="images/none.webp", width=640, height=400)


def listed(*values) -> list[dict]:
    """Return the items of a list block as Wagtail stores them."""
    return [{"type": "item", "id": str(uuid4()), "value": value} for value in values]
