"""The questions pages ask about departures."""

from calendar import monthrange
from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from itertools import islice
from zoneinfo import ZoneInfo

from django.db.models import Case, DateField, Exists, F, OuterRef, Q, When, prefetch_related_objects
from django.db.models.functions import TruncDate
from django.utils import timezone

from bookings.checkin import days_ahead
from bookings.models import (
    AuditEvent,
    BookingState,
    Departure,
    DepartureState,
    EventKind,
    OutboxMail,
)
from bookings.models.states import LIVE_STATES, VISIBLE_STATES
from content.reserve.models import Side
from content.trails.closures import closed_where, with_closures
from content.trails.entry import EntryCalendar
from content.trails.models import Trail, TrailPage

LOOK_AHEAD = 60  # departures read when the next fitting ones are sought
SERIOUS_ATTEMPTS = 3  # before that a mail server may merely be slow
TIME_TO_CLOSE = timedelta(days=1)  # after the start, until somebody should say how it was


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
        prefetch_related_objects([trail], "side")
        if not hasattr(trail, "closures_at_hand"):
            prefetch_related_objects([trail], *with_closures())
        own = list(coming.prefetch_related(None).filter(trail=trail)[:limit])
        for departure in own:
            departure.trail = trail
        return own
    return _first_bookable(coming.with_free(1, now), limit, now)


def next_fitting(
    departure: Departure, places: int = 1, groups: Iterable[str] = (), limit: int = 3
) -> list[Departure]:
    """Return the next other departures of the same trail on which such a party can be booked.

    `groups` are the `NationalityGroup`s of its passports.
    """
    now = timezone.now()
    others = (
        Departure.objects.with_trail()
        .coming(now)
        .with_free(max(1, places), now)
        .filter(trail_id=departure.trail_id)
        .exclude(pk=departure.pk)
    )
    return _first_bookable(in_time_for(others, groups, now), limit, now)


def in_time_for(departures, groups: Iterable[str], now: datetime):
    """Leave out the departures for which people with these passports can no longer have their papers."""
    if not groups:
        return departures
    trails = Trail.objects.filter(entry_zones__isnull=False).distinct().defer("track")
    for calendar in EntryCalendar.of_each(list(trails.select_related("side")), now):
        first = calendar.first_day(groups)
        too_early = Q(trail=calendar.trail)
        if first is not None:
            midnight = datetime.combine(first, time.min, ZoneInfo(calendar.trail.time_zone))
            too_early &= Q(starts_at__lt=midnight)
        departures = departures.exclude(too_early)
    return departures


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
        condition |= Q(side_id=side.pk, starts_at__gte=start, starts_at__lt=end)
    return condition


def coming_months(now: datetime, sides: Iterable[Side]) -> list[date]:
    """Return the first day of each month that has coming departures, by the clock of each side."""
    zones = {side.pk: ZoneInfo(side.time_zone) for side in sides}
    rows = Departure.objects.coming(now).values_list("side_id", "starts_at")
    return sorted({start.astimezone(zones[side]).date().replace(day=1) for side, start in rows})


def leaving_soon(departures, now: datetime) -> list[Departure]:
    """Return of these departures those of today and tomorrow, each by the calendar of its trail; drafts left out."""
    near = departures.exclude(state=DepartureState.DRAFT).filter(
        starts_at__gt=now - timedelta(days=2), starts_at__lt=now + timedelta(days=3)
    )
    return [one for one in near.order_by("starts_at", "pk") if 0 <= days_ahead(one, now) <= 1]


def needing_decision(departures, now: datetime):
    """Keep the departures about which somebody has to decide.

    They have parties and their trail is closed on their day, or they are over and not closed, or too few have booked by
    the day of decision.
    """
    said = AuditEvent.objects.filter(
        departure=OuterRef(OuterRef("pk")),
        kind=EventKind.DEPARTURE_KEPT,
        at__gte=OuterRef("created_at"),
    )
    is_closed = Exists(closed_where("trail", "day").exclude(Exists(said)))
    is_over = Q(starts_at__lt=now - TIME_TO_CLOSE)
    return (
        departures.filter(state__in=LIVE_STATES)
        .annotate(day=_local_day())
        .filter(
            Q(is_closed, starts_at__gt=now, places_taken__gt=0)
            | (is_over & Q(places_taken__gt=0))
            | (too_few(now) & ~Q(state=DepartureState.GUARANTEED))
        )
        .order_by("starts_at", "pk")
    )


def too_few(now: datetime) -> Q:
    """Return the condition “is to be decided upon by now, and too few have booked”."""
    is_short = Q(min_to_run__gt=F("places_taken"))
    return is_short & Q(decide_at__lte=now, starts_at__gt=now)


def with_papers_to_decide(bookings, now: datetime):
    """Keep the bookings whose papers wait for a word before their walk, the soonest walk first."""
    waiting = bookings.filter(state=BookingState.PERMIT_REVIEW, departure__starts_at__gt=now)
    return waiting.order_by("departure__starts_at", "pk")


def with_unsent_mail(bookings):
    """Keep the bookings whose party could not be told: a mail failed more than once and is still owed."""
    stuck = OutboxMail.objects.filter(booking=OuterRef("pk"), sent_at=None, dropped_at=None)
    return bookings.filter(Exists(stuck.filter(attempts__gte=SERIOUS_ATTEMPTS)))


def _local_day() -> Case:
    """Return the day of the start by the clock of the trail's side."""
    return Case(
        *[
            When(side_id=side.pk, then=TruncDate("starts_at", tzinfo=ZoneInfo(side.time_zone)))
            for side in Side.objects.all()
        ],
        output_field=DateField(),
    )


def trail_page_url(trail: Trail, language: str) -> str:
    """Return the address of the trail's page in a language, or nothing."""
    page = TrailPage.objects.live().filter(trail=trail, locale__language_code=language).first()
    return page.url if page else ""
