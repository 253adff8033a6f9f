"""The questions pages ask about departures."""

from calendar import monthrange
from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from itertools import islice
from zoneinfo import ZoneInfo

from django.db.models import (
    Case,
    DateField,
    Exists,
    F,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    When,
    prefetch_related_objects,
)
from django.db.models.functions import TruncDate
from django.utils import timezone

from bookings.checkin import days_ahead
from bookings.databases import alias_by_number, alias_of, aliases, are_apart
from bookings.merging import by_start, merged
from bookings.models import (
    AuditEvent,
    BookingState,
    Departure,
    DepartureState,
    EventKind,
    OutboxMail,
    PermitCase,
)
from bookings.models.people import BEFORE_FILING
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
    of_its_side = Departure.objects.using(alias_by_number(pk))
    return of_its_side.with_trail().filter(pk=pk, state__in=states).first()


def next_departures(
    trail: Trail | None = None, limit: int = 5, now: datetime | None = None
) -> list[Departure]:
    """Return the next departures of a trail, full ones included; without a trail, the bookable ones of the site."""
    now = now or timezone.now()
    if trail is not None:
        at_home = Departure.objects.using(alias_of(trail.side_id))
        coming = at_home.with_trail().coming(now).exclude(state="cancelled")
        # The trail at hand knows its side and, on its page, its closures: nothing is asked again.
        prefetch_related_objects([trail], "side")
        if not hasattr(trail, "closures_at_hand"):
            prefetch_related_objects([trail], *with_closures())
        own = list(coming.prefetch_related(None).filter(trail=trail)[:limit])
        for departure in own:
            departure.trail = trail
        return own
    found = [part.exclude(state="cancelled").with_free(1, now) for part in coming_parts(now)]
    return _first_bookable(merged(found, by_start), limit, now)


def coming_parts(now: datetime, side: str = "") -> list[QuerySet]:
    """Return the coming departures of one side or both: a query for each database."""
    return [
        Departure.objects.using(alias).with_trail().coming(now).of_side(side)
        for alias in aliases(side)
    ]


def walked_trails() -> QuerySet[Trail]:
    """Return the trails on which there is any departure."""
    parts = [Departure.objects.using(alias).values("trail") for alias in aliases()]
    if are_apart():
        keys = {row["trail"] for part in parts for row in part.distinct()}
    else:
        (keys,) = parts
    return Trail.objects.filter(pk__in=keys)


def next_fitting(
    departure: Departure, places: int = 1, groups: Iterable[str] = (), limit: int = 3
) -> list[Departure]:
    """Return the next other departures of the same trail on which such a party can be booked.

    `groups` are the `NationalityGroup`s of its passports.
    """
    now = timezone.now()
    others = (
        Departure.objects.using(departure._state.db)
        .with_trail()
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
    rows = [
        row
        for alias in aliases()
        for row in Departure.objects.using(alias).coming(now).values_list("side_id", "starts_at")
    ]
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
    is_over = Q(starts_at__lt=now - TIME_TO_CLOSE)
    promised = Q(state=DepartureState.GUARANTEED) | Q(paused_from=DepartureState.GUARANTEED)
    return (
        departures.filter(state__in=LIVE_STATES)
        .annotate(day=_local_day())
        .filter(
            Q(_is_closed(departures, now), starts_at__gt=now, places_taken__gt=0)
            | (is_over & Q(places_taken__gt=0))
            | (too_few(now) & ~promised)
        )
        .order_by("starts_at", "pk")
    )


def _is_closed(departures: QuerySet, now: datetime) -> Exists | Q:
    """Return the condition “its trail is closed on its day and nobody has said since that it takes place”.

    Where trails lie elsewhere, by the numbers of those.
    """
    kept = AuditEvent.objects.filter(kind=EventKind.DEPARTURE_KEPT)
    if not are_apart():
        said = kept.filter(departure=OuterRef(OuterRef("pk")), at__gte=OuterRef("created_at"))
        return Exists(closed_where("trail", "day").exclude(Exists(said)))
    last_said = kept.filter(departure=OuterRef("pk")).order_by("-at").values("at")[:1]
    taken = departures.with_trail().filter(starts_at__gt=now, places_taken__gt=0)
    walks = taken.annotate(kept_at=Subquery(last_said))
    return Q(pk__in=[walk.pk for walk in walks if _awaits_word(walk)])


def _awaits_word(walk: Departure) -> bool:
    """Say whether a walk is under a closure and nobody has said since that it takes place all the same."""
    closure = walk.closure
    return closure is not None and (walk.kept_at is None or walk.kept_at < closure.created_at)


def too_few(now: datetime) -> Q:
    """Return the condition “is to be decided upon by now, and too few have booked”."""
    is_short = Q(min_to_run__gt=F("places_taken"))
    return is_short & Q(decide_at__lte=now, starts_at__gt=now)


def with_papers_to_decide(bookings, now: datetime):
    """Keep the bookings whose papers wait for a word before their walk, the nearest deadline first."""
    waiting = bookings.filter(state=BookingState.PERMIT_REVIEW, departure__starts_at__gt=now)
    return by_deadline(waiting)


def by_deadline(bookings):
    """Order bookings by the day `file_by` on which the first of their open permits is to be filed."""
    open_cases = PermitCase.objects.filter(
        participant__booking=OuterRef("pk"), state__in=BEFORE_FILING
    ).order_by("file_by")
    bookings = bookings.annotate(file_by=Subquery(open_cases.values("file_by")[:1]))
    return bookings.order_by(F("file_by").asc(nulls_last=True), "departure__starts_at", "pk")


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
