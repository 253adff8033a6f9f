"""What the page of one story shows besides the story itself."""

from django.conf import settings
from django.db.models import prefetch_related_objects
from django.utils.translation import ngettext

from content.base.formats import format_date
from content.base.plain_text import stream_text
from content.stories import queries
from content.stories.cards import StoryCard, byline
from content.stories.models import StoryPage
from content.stories.reading import reading_minutes


def detail_context(page: StoryPage) -> dict:
    """Return byline, reading time, contents, related stories. Works for a draft that is only previewed."""
    topics, authors = list(page.topics.all()), list(page.authors.all())
    prefetch_related_objects(authors, "image__renditions")
    return {
        "topics": topics,
        "authors": authors,
        "byline": byline(authors),
        "meta": [format_date(page.date), reading_time(page)],
        "has_contents": sum(block.block_type == "heading" for block in page.body) > 1,
        "related": [StoryCard.of(other) for other in queries.related_to(page, topics)],
        "address": settings.SITE_URL + (page.url or ""),
        "list_url": f"/{page.locale.language_code}/stories/",
    }


def reading_time(page: StoryPage) -> str:
    """Return the reading time in words."""
    minutes = reading_minutes(f"{page.summary} {stream_text(page.body)}")
    return ngettext("%(count)d minute to read", "%(count)d minutes to read", minutes) % {
        "count": minutes
    }
