from django import template
from django.utils.translation import get_language

from content.stories import queries
from content.stories.cards import StoryCard
from content.stories.pictures import attach_pictures

register = template.Library()


@register.simple_tag
def newest_stories(limit: int = 3) -> list[StoryCard]:
    """Return the newest stories as cards, for the home page."""
    pages = list(queries.story_pages(get_language() or "en")[:limit])
    attach_pictures(pages)
    return [StoryCard.of(page) for page in pages]
