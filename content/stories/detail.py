"""What the page of one story shows besides the story itself."""

from django.conf import settings
from django.utils.translation import get_language, ngettext

from content.base.facts import fact_text
from content.base.formats import format_date, format_list
from content.base.models import Image
from content.base.plain_text import stream_text
from content.stories import queries
from content.stories.cards import StoryCard
from content.stories.models import StoryPage
from content.stories.pictures import attach_pictures
from content.stories.reading import reading_minutes

RELATED = 3


def detail_context(page: StoryPage) -> dict:
    """Return byline, reading time, contents, related stories. Works for a draft that is only previewed."""
    language = get_language() or settings.LANGUAGE_CODE
    topics, authors = list(page.topics.all()), list(page.authors.all())
    related = list(queries.related_to(page, topics, language)[:RELATED])
    attach_pictures([page, *authors, *related], further=_body_pictures(page))
    return {
        "topics": topics,
        "authors": authors,
        "byline": byline(authors),
        "meta": [format_date(page.date), reading_time(page)],
        "has_contents": sum(block.block_type == "heading" for block in page.body) > 1,
        "related": [StoryCard.of(other) for other in related],
        "address": settings.SITE_URL + (page.url or ""),
        "list_url": f"/{language}/stories/",
    }


def byline(authors: list) -> str:
    """Return the authors' names as the reader's language joins them."""
    names = [fact_text(author, "name").text for author in authors]
    return format_list(names) if names else ""


def reading_time(page: StoryPage) -> str:
    """Return the reading time in words."""
    minutes = reading_minutes(f"{page.summary} {stream_text(page.body)}")
    return ngettext("%(count)d minute to read", "%(count)d minutes to read", minutes) % {
        "count": minutes
    }


def _body_pictures(page: StoryPage) -> list[Image]:
    figures = (block.value for block in page.body if block.block_type == "figure")
    return [figure["image"] for figure in figures if figure["image"]]
