"""Calendars to subscribe to: the coming departures by trail, side and language, and the walks of one guide."""

from collections.abc import Iterable
from datetime import timedelta
from urllib.parse import urlsplit

from django.conf import settings
from django.db.models import Count, Q, QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.crypto import constant_time_compare, salted_hmac
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from icalendar import Event

from bookings.calendars import as_file, walk_event
from bookings.databases import alias_by_number
from bookings.merging import by_start, merged
from bookings.models import Departure, DepartureState, Guide
from bookings.wording import guide_text, places_text, price_text, runs_text, state_text
from bookings.zones import zone_label
from content.base.facts import fact_text

MOST_WALKS = 500
LOOK_BACK = timedelta(days=30)
_SALT = "bookings.calendar-of-a-guide"


def feed_of(departures: list[QuerySet], name: str) -> bytes:
    """Return the calendar of these departures, in the active language, with what every visitor may read.

    A query for each database.
    """
    return as_file([_public_event(one) for one in _counted(departures)], name=name)


def feed_of_guide(guide: Guide) -> bytes:
    """Return the calendar of the walks a guide leads: how many come, nothing of who."""
    since = timezone.now() - LOOK_BACK
    walks = guide.walks.with_trail().filter(starts_at__gt=since).order_by("starts_at", "pk")
    events = [_guide_event(one) for one in _counted([walks])]
    return as_file(events, name=_("Walks of %(guide)s") % {"guide": guide.name})


def guide_feed_url(guide: Guide) -> str:
    """Return the absolute address of a guide's calendar; whoever has it may read it."""
    return settings.SITE_URL + reverse("bookings:guide_feed", args=[guide.pk, _token(guide)])


def guide_with_token(pk: int, token: str) -> Guide | None:
    """Return the guide whose calendar a token opens; a wrong token and an unknown guide look alike."""
    of_its_side = Guide.objects.using(alias_by_number(pk))
    guide = of_its_side.filter(pk=pk, is_active=True).first() or Guide()
    return guide if constant_time_compare(token, _token(guide)) and guide.pk else None


def _token(guide: Guide) -> str:
    return salted_hmac(_SALT, f"{guide.pk}:{guide.feed_key}", algorithm="sha256").hexdigest()[:40]


def _counted(parts: list[QuerySet]) -> Iterable[Departure]:
    """Yield the departures with how often each was changed: programs take the entry with the higher number."""
    changes = Count("events", filter=Q(events__booking=None))
    return merged([part.annotate(changes=changes) for part in parts], by_start)[:MOST_WALKS]


def _event(departure: Departure, lines: list[str]) -> Event:
    event = walk_event(departure)
    event.add("uid", f"departure-{departure.pk}@{urlsplit(settings.SITE_URL).hostname}")
    event.add("sequence", departure.changes)
    zone = zone_label(departure.starts_at, departure.time_zone)
    event.add("description", "\n".join(line for line in (*lines, zone) if line))
    is_off = departure.state == DepartureState.CANCELLED
    event.add("status", "CANCELLED" if is_off else "CONFIRMED")
    return event


def _public_event(departure: Departure) -> Event:
    lines = [
        places_text(departure, departure.status),
        guide_text(departure),
        price_text(departure),
        runs_text(departure),
        fact_text(departure, "note").text,
    ]
    event = _event(departure, lines)
    event.add("url", settings.SITE_URL + reverse("bookings:departure", args=[departure.pk]))
    return event


def _guide_event(departure: Departure) -> Event:
    taken = ngettext(
        "%(taken)d of %(places)d place taken",
        "%(taken)d of %(places)d places taken",
        departure.capacity,
    ) % {"taken": departure.places_taken, "places": departure.capacity}
    event = _event(departure, [state_text(departure), taken, guide_text(departure)])
    event.add("class", "PRIVATE")
    return event
