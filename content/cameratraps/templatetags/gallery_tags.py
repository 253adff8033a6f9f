"""What other sections show of the galleries."""

from django import template
from django.utils.translation import get_language

from content.cameratraps import queries
from content.cameratraps.listing import VisitCard

register = template.Library()


@register.simple_tag(takes_context=True)
def newest_gallery(context, limit: int = 4) -> dict | None:
    """Return the newest gallery that has something to see, with its first visits as cards."""
    page = queries.newest_gallery(get_language() or "en")
    if page is None:
        return None
    address = page.get_url(context.get("request"))
    events = list(queries.visits_in([page.gallery_id])[:limit])
    images = queries.pictures(event.cover_id for event in events)
    return {
        "page": page,
        "url": address,
        "visits": [VisitCard.of(event, address, images.get(event.cover_id)) for event in events],
    }
