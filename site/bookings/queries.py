"""The questions pages ask about departures."""

from calendar import monthrange
from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from itertools import islice
from zoneinfo import ZoneInfo

from django.db.models import Q, prefetch_related_objects
from django.utils import timezone

from bookings.models import Departure
from bookings.models.departures import VISIBLE_STATES
from content.reserve.models import Side
from content.trails.models import Trail, TrailPage

LOOK_AHEAD = 60  # departures read when the next fitting ones are sought


def visible_departure(pk: int) -> Departure | None:
    """Return a published departure, also a past one, with trail, side and closures."""
    states = [*VISIBLE_STATES, "completed"]
    return Departure.objects.with_trail().filter(pk=pk, state__in=states).first()


def next_departures(
    trail: Trail | None = None, limit: int = 5, now: datetime | None = None
) -> list[Departure]:
    """Return the next departures of a trail, full ones included; without a trail, the bookable ones of the site."""
    now = now or timezone.now()
    coming = Departure.objects.with_trail().coming(now).exclude(state="cancelled")
    if trail is not None:
        # The trail at hand knows its side and, on its page, its closures: nothing is asked again.
        prefetch_related_objects([trail], "side", "closures")
        own = list(coming.prefetch_related(None).filter(trail=trail)[:limit])
        for departure in own:
            departure.trail = trail
        return own
    return _first_bookable(coming.with_free(1, now), limit, now)


def next_fitting(departure: Departure, places: int = 1, limit: int = 3) -> list[Departure]:
    """Return the next other departures of the same trail on which a party of this size can be booked."""
    now = timezone.now()
    others = (
        Departure.objects.with_trail()
        .coming(now)
        .with_free(max(1, places), now)
        .filter(trail_id=departure.trail_id)
        .exclude(pk=departure.pk)
    )
    return _first_bookable(others, limit, now)


def _first_bookable(departures, limit: int, now: datetime) -> list[Departure]:
    """Leave out days on which the trail is closed: closures follow the trail's own calendar."""
    bookable = (d for d in departures[:LOOK_AHEAD] if d.closure is None)
    return list(islice(bookable, limit))


def in_month(month: date, sides: Iterable[Side]) -> Q:
    """Return the condition “starts in this month”, each side judged by its own clock."""
    condition = Q(pk__in=[])
    last = month.replace(day=monthrange(month.year, month.month)[1])
    for side in sides:
        zone = ZoneInfo(side.time_zone)
        start = datetime.combine(month, time.min, zone)
        end = datetime.combine(last + timedelta(days=1), time.min, zone)
        condition |= Q(trail__side_id=side.pk, starts_at__gte=start, starts_at__lt=end)
    return condition


def coming_months(now: datetime, sides: Iterable[Side]) -> list[date]:
    """Return the first day of each month that has coming departures, by the clock of each side."""
    zones = {side.pk: ZoneInfo(side.time_zone) for side in sides}
    rows = Departure.objects.coming(now).values_list("trail__side_id", "starts_at")
    return sorted({start.astimezone(zones[side]).date().replace(day=1) for side, start in rows})


def trail_page_url(trail: Trail, language: str) -> str:
    """Return the address of the trail's page in a language, or nothing."""
    page = TrailPage.objects.live().filter(trail=trail, locale__language_code=language).first()
    return page.url if page else ""
