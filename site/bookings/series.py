"""The verbs of series: put their departures into the calendar, change them all or from a day on, call them off.

Locks are taken in the order series, then its departures by number. What has parties, what staff have changed by hand
and what has begun is never touched; the outcome names the departures that stayed for their parties' sake.
"""

from collections.abc import Iterable
from contextlib import suppress
from copy import copy
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from django.db import transaction
from django.utils import timezone

from bookings import databases, guiding, places, scheduling, services
from bookings.errors import BookingError
from bookings.models import CancelReason, Departure, DepartureSeries, DepartureState, Guide
from bookings.models.plans import PLAN_FIELDS
from bookings.parties import SYSTEM, Actor
from bookings.recurrence import rule_days, rule_of, start_on
from bookings.staff_errors import GuideBusy
from bookings.timing import days_before, hours_before

FOLLOWING = (DepartureState.DRAFT, DepartureState.OPEN)  # states that a series may still change


@dataclass
class SeriesOutcome:
    """How many departures a verb added, changed and took out of the calendar; `kept` stayed as they were: they have
    parties, or their guide leads another walk at the new time."""

    added: int = 0
    changed: int = 0
    withdrawn: int = 0
    kept: list[Departure] = field(default_factory=list)


def add_series(series: DepartureSeries, actor: Actor) -> SeriesOutcome:
    """Write a new series and its departures."""
    with databases.transaction_in(databases.alias_of(series.trail.side_id)):
        series.save(force_insert=True)
        return _carry_out(series, actor, timezone.now())


def change_series(
    wanted: DepartureSeries, actor: Actor, since: date | None = None
) -> SeriesOutcome:
    """Write a changed series and bring its coming departures after it.

    With a day in `since` the series ends before it and a new one, as wanted, goes on from there; `wanted` is then the
    new one.
    """
    with databases.transaction_for(wanted.pk):
        stored, now = _lock(wanted.pk)
        if since and since > max(stored.first_day, stored.trail.today(now)):
            _part(stored, wanted, since)
        else:
            wanted.save()
        return _carry_out(wanted, actor, now)


def foresee_change(
    wanted: DepartureSeries, actor: Actor, since: date | None = None
) -> SeriesOutcome:
    """Return what `change_series` would do at this moment; nothing of it is kept, and no mail is owed."""
    with databases.transaction_for(wanted.pk):
        outcome = change_series(copy(wanted), actor, since)
        transaction.set_rollback(True, using=databases.current())
    return outcome


def lead_series(
    series_id: int, guides: Iterable[Guide], since: date, actor: Actor
) -> SeriesOutcome:
    """Let these guides lead the walks of a series from a day on, also those that are added later.

    A walk that was changed by hand keeps its guides; so does one at whose time a guide leads another.
    Raises GuideOfOtherSide and changes nothing.
    """
    with databases.transaction_for(series_id):
        series, now = _lock(series_id)
        chosen = list(guides)
        if error := guiding.side_refusal(series.side_id, chosen):
            raise error
        series.guides.set(chosen)
        coming = series.departures.filter(
            series_day__gte=since, starts_at__gt=now, is_detached=False
        ).exclude(state=DepartureState.CANCELLED)
        outcome = SeriesOutcome()
        for departure in _lock_all(coming):
            try:
                guiding.assign_guides(departure.pk, chosen, actor)
                outcome.changed += 1
            except GuideBusy:
                outcome.kept.append(departure)
    return outcome


def cancel_series(
    series_id: int,
    since: date,
    reason: CancelReason,
    actor: Actor,
    notes: dict[str, str] | None = None,
) -> tuple[int, int]:
    """End a series before a day and call off its departures from then on; return how many, and how many parties."""
    with databases.transaction_for(series_id):
        series, now = _lock(series_id)
        series.last_day = since - timedelta(days=1)
        series.save(update_fields=["last_day"])
        called_off = (
            series.departures.filter(series_day__gte=since, starts_at__gt=now)
            .exclude(state__in=[DepartureState.DRAFT, DepartureState.CANCELLED])
            .order_by("pk")
        )
        numbers = list(called_off.values_list("pk", flat=True))
    walks = parties = 0
    for number in numbers:
        try:
            parties += services.cancel_departure(number, reason, actor, notes)
        except BookingError:
            continue  # begun, or called off by somebody else meanwhile
        walks += 1
    return walks, parties


def continue_series(now: datetime | None = None) -> int:
    """Put into the calendar what has become due of every series; return how many departures were added."""
    now = now or timezone.now()
    added = 0
    for _alias in databases.in_turn():
        for number in DepartureSeries.objects.order_by("pk").values_list("pk", flat=True):
            with databases.transaction_for(number):
                series, _now = _lock(number)
                added += _add_missing(series, _walked_days(series, now), SYSTEM)
    return added


def _lock(series_id: int) -> tuple[DepartureSeries, datetime]:
    series = DepartureSeries.objects.select_for_update(of=("self",)).with_trail().get(pk=series_id)
    return series, timezone.now()


def _lock_all(departures) -> list[Departure]:
    """Lock departures before any of their guides: nobody who holds a guide may wait for one of these."""
    return places.lock_all(departures.values_list("pk", flat=True))


def _part(stored: DepartureSeries, wanted: DepartureSeries, since: date) -> None:
    """End the stored series before a day; the wanted one takes over from there, in the rhythm there was."""
    first = rule_of(wanted).after(datetime.combine(since, datetime.min.time()), inc=True)
    stored.last_day = since - timedelta(days=1)
    stored.save(update_fields=["last_day"])
    wanted.pk, wanted._state.adding = None, True
    wanted.first_day = first.date() if first else since
    wanted.save(force_insert=True)
    wanted.guides.set(stored.guides.all())
    stored.departures.filter(series_day__gte=since).update(series=wanted)


def _carry_out(series: DepartureSeries, actor: Actor, now: datetime) -> SeriesOutcome:
    """Bring the departures there are after the series, and add those that are missing."""
    outcome = SeriesOutcome()
    coming = series.departures.filter(starts_at__gt=now)
    days = _walked_days(series, now, coming)
    for departure in _lock_all(coming):
        _bring_after(departure, series, departure.series_day in days, actor, outcome)
    outcome.added = _add_missing(series, days, actor)
    return outcome


def _walked_days(series: DepartureSeries, now: datetime, coming=None) -> set[date]:
    """Return the days on which the series walks, as far ahead as it looks or has departures."""
    today = series.trail.today(now)
    until = today + timedelta(days=series.days_ahead)
    last = coming and coming.order_by("-series_day").values_list("series_day", flat=True).first()
    days = rule_days(series, today, max(until, last) if last else until)
    return {one.day for one in days if one.is_walked}


def _bring_after(
    departure: Departure,
    series: DepartureSeries,
    is_walked: bool,
    actor: Actor,
    outcome: SeriesOutcome,
) -> None:
    if departure.is_detached or departure.state not in FOLLOWING:
        return
    if is_walked and start_on(series, departure.series_day) <= timezone.now():
        return  # today, at an hour that is gone
    stored = copy(departure)
    before = {name: getattr(departure, name) for name in _WRITTEN}
    if is_walked:
        _write_plan(departure, series)
    else:
        departure.state = DepartureState.DRAFT
    is_guide_busy = scheduling.keep_guides(stored, departure) is not None
    changed = [name for name, value in before.items() if getattr(departure, name) != value]
    if not changed:
        return
    if departure.places_taken or is_guide_busy:
        outcome.kept.append(departure)
        return
    scheduling.write_change(departure, changed, actor, series=series.pk)
    outcome.changed += is_walked
    outcome.withdrawn += not is_walked


_WRITTEN = (*PLAN_FIELDS, "starts_at", "opens_at", "closes_at", "decide_at", "state")


def _write_plan(departure: Departure, series: DepartureSeries) -> None:
    """Fill in what the series says of one of its days."""
    for name in PLAN_FIELDS:
        setattr(departure, name, getattr(series, name))
    departure.starts_at = start_on(series, departure.series_day)
    start = departure.starts_at
    departure.closes_at = hours_before(start, series.closes_hours)
    departure.decide_at = hours_before(start, series.decide_hours)
    zone, days, clock = series.trail.time_zone, series.opens_days, series.opens_clock
    departure.opens_at = days_before(start, zone, days, clock)
    departure.state = series.state


def _add_missing(series: DepartureSeries, days: set[date], actor: Actor) -> int:
    """Add the departures that the series lacks; a day on which the trail has this walk already is left alone."""
    known = set(series.departures.values_list("series_day", flat=True))
    guides = list(series.guides.filter(is_active=True))
    added = 0
    for day in sorted(days - known):
        departure = Departure(trail=series.trail, series=series, series_day=day)
        departure.is_sample = series.is_sample
        _write_plan(departure, series)
        same = Departure.objects.filter(trail=series.trail, starts_at=departure.starts_at)
        if departure.starts_at > timezone.now() and not same.exists():
            scheduling.add_departure(departure, actor, series=series.pk)
            _lead(departure, guides, actor)
            added += 1
    return added


def _lead(departure: Departure, guides: list[Guide], actor: Actor) -> None:
    """Give a new walk the guides of its series; one whose guide is busy waits for the staff to find another."""
    if guides:
        with suppress(GuideBusy):
            guiding.assign_guides(departure.pk, guides, actor)
