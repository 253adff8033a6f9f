"""What the list of stories shows."""

from django.core.paginator import Paginator
from django.http import HttpRequest
from django.utils.translation import get_language

from content.stories import queries
from content.stories.cards import StoryCard

PAGE_SIZE = 9  # a large one and two rows of four


def listing_context(request: HttpRequest) -> dict:
    """Return one page of story cards and the topics to choose from; an unknown topic chooses nothing."""
    published = queries.published()
    topics = queries.topics_of(published)
    wanted = request.GET.get("topic", "")
    topic = next((one for one in topics if one.slug == wanted), None)
    stories = queries.story_pages(get_language() or "en", topic, among=published)
    page_obj = Paginator(stories, PAGE_SIZE).get_page(request.GET.get("page"))
    cards = [StoryCard.of(page) for page in page_obj]
    has_lead = page_obj.number == 1
    return {
        "topics": topics,
        "topic": topic,
        "page_obj": page_obj,
        "page_query": f"topic={topic.slug}" if topic else "",
        "lead_card": cards[0] if has_lead and cards else None,
        "cards": cards[1:] if has_lead else cards,
    }
