"""What the list of stories shows."""

from django.core.paginator import Paginator
from django.http import HttpRequest
from django.utils.translation import get_language

from content.stories import queries
from content.stories.cards import StoryCard
from content.stories.models import StoryIndexPage
from content.stories.pictures import attach_pictures

PAGE_SIZE = 9  # a large one and two rows of four


def listing_context(index: StoryIndexPage, request: HttpRequest) -> dict:
    """Return one page of story cards and the topics to choose from; an unknown topic chooses nothing."""
    by_story = queries.topics_by_story()
    topics = {topic.slug: topic for found in by_story.values() for topic in found}
    topic = topics.get(request.GET.get("topic", ""))
    stories = queries.story_pages(get_language() or "en", topic)
    page_obj = Paginator(stories, PAGE_SIZE).get_page(request.GET.get("page"))
    attach_pictures([index, *page_obj])
    cards = [StoryCard.of(page, by_story.get(page.pk, ())) for page in page_obj]
    has_lead = page_obj.number == 1
    return {
        "topics": sorted(topics.values(), key=lambda one: (one.order, one.pk)),
        "topic": topic,
        "page_obj": page_obj,
        "page_query": f"topic={topic.slug}" if topic else "",
        "lead_card": cards[0] if has_lead and cards else None,
        "cards": cards[1:] if has_lead else cards,
    }
