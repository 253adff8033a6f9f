"""What other sections show of the departures. They ask here; they never import this app."""

from django import template

from bookings import queries
from bookings.details import details_text
from bookings.lines import DepartureLine, line_of
from bookings.wording import guide_text, opening_text, price_text, runs_text
from bookings.zones import zone_name
from content.trails.models import Trail

register = template.Library()

register.filter("zone_name", zone_name)
register.filter("details_text", details_text)
for words in (guide_text, opening_text, price_text, runs_text):
    register.filter(words.__name__, words)


@register.simple_tag
def next_departures(trail: Trail | None = None, limit: int = 5) -> list[DepartureLine]:
    """Return the next departures of a trail, or the next bookable ones of the whole site, in two queries."""
    found = queries.next_departures(trail, limit)
    return [line_of(departure, titled=trail is None) for departure in found]
