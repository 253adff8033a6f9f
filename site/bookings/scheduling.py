"""The verbs of the staff: put departures into the calendar, change them, copy them."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from django.utils import timezone

from bookings import databases, guiding, history, outbox, places
from bookings.errors import BookingError, DepartureCancelled, DeparturePast
from bookings.models import Departure, DepartureState, EventKind, MailKind
from bookings.models.plans import PLAN_FIELDS
from bookings.models.states import LIVE_STATES
from bookings.parties import Actor
from bookings.settling import bring_up_to_date
from bookings.staff_errors import CapacityBelowTaken, DepartureHasBookings
from content.base.panels import translated_fields

MOST_COPIES = 120
PAUSE_TEXTS = (*translated_fields("pause_reason"), *translated_fields("pause_note"))


def add_departure(departure: Departure, actor: Actor, **details) -> Departure:
    """Write a new departure; `details` go into the history."""
    with databases.transaction_in(databases.alias_of(departure.trail.side_id)):
        departure.closes_at = departure.closes_at or departure.starts_at
        departure.save(force_insert=True)
        _, now = places.lock(departure.pk)
        history.record(EventKind.DEPARTURE_ADDED, actor, now, departure=departure, **details)
    return departure


def change_departure(
    departure: Departure, actor: Actor, *, replaced: dict[str, str] | None = None
) -> Departure:
    """Write a changed departure, judged against what parties hold at that moment.

    `replaced` is what somebody else had written meanwhile, in words, for the history.
    One of a series is detached by it: the series leaves it as it is from then on.
    Raises CapacityBelowTaken, DepartureHasBookings or DepartureCancelled and changes nothing.
    """
    with databases.transaction_for(departure.pk):
        stored, _now = places.lock(departure.pk)
        if error := change_refusal(stored, departure):
            raise error
        departure.closes_at = departure.closes_at or departure.starts_at
        departure.series_id, departure.series_day = stored.series_id, stored.series_day
        if error := keep_guides(stored, departure):
            raise error
        changed = [
            field.name
            for field in Departure._meta.concrete_fields
            if field.name not in {"places_taken", "is_detached"}
            and getattr(stored, field.attname) != getattr(departure, field.attname)
        ]
        departure.is_detached = stored.is_detached or bool(stored.series_id and changed)
        details = {"replaced": replaced} if replaced else {}
        write_change(departure, changed, actor, **details)
    return departure


def keep_guides(stored: Departure, wanted: Departure) -> BookingError | None:
    """Let a locked departure keep its guides and their languages; return why one cannot lead it at its new time."""
    guides = guiding.lock_guides(stored.guides.values_list("pk", flat=True))
    if not guides:
        return None
    wanted.guide_languages = guiding.languages_of(guides)
    is_moved = (stored.trail_id, stored.starts_at) != (wanted.trail_id, wanted.starts_at)
    return guiding.guides_refusal(wanted, guides) if is_moved else None


def write_change(departure: Departure, fields: list[str], actor: Actor, **details) -> None:
    """Save a locked departure and note which of its fields are new."""
    if departure.state != DepartureState.PAUSED:
        forget_pause(departure)
    departure.save()  # never writes the counter
    places.read_days(departure)
    now = timezone.now()
    history.record(
        EventKind.DEPARTURE_CHANGED,
        actor,
        now,
        departure=departure,
        fields=fields,
        capacity=departure.capacity,
        state=str(departure.state),
        **details,
    )
    bring_up_to_date(departure, now)


def forget_pause(departure: Departure) -> None:
    """Take the words about a pause off a departure whose booking is not paused any more."""
    departure.paused_from = ""
    for name in PAUSE_TEXTS:
        setattr(departure, name, "")


def change_refusal(stored: Departure, wanted: Departure) -> BookingError | None:
    """Return why a departure, as stored, may not become as wanted, or None."""
    if stored.state == DepartureState.CANCELLED:
        return DepartureCancelled()
    if wanted.capacity < stored.places_taken:
        return CapacityBelowTaken(stored.places_taken)
    is_moved = (stored.trail_id, stored.starts_at) != (wanted.trail_id, wanted.starts_at)
    is_withdrawn = wanted.state == DepartureState.DRAFT
    if stored.places_taken and (is_moved or is_withdrawn):
        return DepartureHasBookings()
    return None


def guarantee_departure(departure_id: int, actor: Actor) -> Departure:
    """Promise that a walk takes place, however many have booked; who was told it might not is told so.

    Raises DepartureCancelled or DeparturePast. A walk that is closed or paused takes bookings again.
    """
    with databases.transaction_for(departure_id):
        departure, now = places.lock(departure_id)
        if departure.state == DepartureState.CANCELLED:
            raise DepartureCancelled
        if departure.starts_at <= now or departure.state == DepartureState.COMPLETED:
            raise DeparturePast
        if not departure.is_guaranteed:
            departure.state = DepartureState.GUARANTEED
            write_change(departure, ["state"], actor)
            if departure.min_to_run:
                _tell_it_runs(departure, actor, now)
        return departure


def _tell_it_runs(departure: Departure, actor: Actor, now: datetime) -> None:
    parties = departure.bookings.live().filter(is_sample=False).exclude(email="").order_by("pk")
    for booking in parties:
        entry = history.record(EventKind.GUARANTEED, actor, now, booking=booking)
        outbox.owe(entry, MailKind.GUARANTEED)


def complete_departures(departures: list[Departure], actor: Actor) -> int:
    """Mark walks that have begun as having taken place; return how many were."""
    done = 0
    if not departures:
        return done
    with databases.transaction_for(departures[0].pk):
        now = timezone.now()
        for stored in places.lock_all(departure.pk for departure in departures):
            if stored.state not in LIVE_STATES:
                continue
            if stored.starts_at <= now:
                stored.state = DepartureState.COMPLETED
                change_departure(stored, actor)
                done += 1
    return done


def copy_departure(source: Departure, days: list[date], actor: Actor) -> list[Departure]:
    """Copy a departure to other days at the same local time; a day that has this walk already is left alone."""
    zone = ZoneInfo(source.time_zone)
    clock = source.local_start.time()
    starts = [datetime.combine(day, clock, zone) for day in days[:MOST_COPIES]]
    with databases.transaction_for(source.pk):
        taken = set(
            Departure.objects.filter(trail_id=source.trail_id, starts_at__in=starts).values_list(
                "starts_at", flat=True
            )
        )
        return [
            add_departure(_copy(source, start), actor) for start in starts if start not in taken
        ]


def _copy(source: Departure, start: datetime) -> Departure:
    """Return a departure like another; its other moments lie as far before its start."""
    fields = {name: getattr(source, name) for name in PLAN_FIELDS}
    moments = {name: getattr(source, name) for name in ("opens_at", "closes_at", "decide_at")}
    return Departure(
        **fields,
        **{name: at and start - (source.starts_at - at) for name, at in moments.items()},
        trail=source.trail,
        starts_at=start,
        state=DepartureState.OPEN,
    )
