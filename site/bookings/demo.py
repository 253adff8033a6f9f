"""Sample departures for the coming 90 days, whenever it is run, some full and some nearly, with invented parties."""

import hashlib
from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime, time, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

from django.utils import timezone

from bookings import demo_classes, demo_guides, demo_quotas, demo_series, demo_today, services
from bookings.databases import alias_of, in_charge
from bookings.demo_parties import sample_request
from bookings.demo_people import name_sample
from bookings.errors import BookingError
from bookings.models import CancelReason, Departure, DepartureState
from bookings.parties import SYSTEM, Party
from bookings.timing import days_before, hours_before
from bookings.waiting import WaitRequest, join_waiting_list
from content.demo.loading.sample import Sample
from content.demo.loading.texts import LANGUAGES, columns
from content.trails.closures import closures_on
from content.trails.models import Trail

DAYS = 90
CLOSES_HOURS_BEFORE = 12
# By the last digit of a departure's fingerprint: how many places stay free; None leaves it empty.
FREE_PLACES = {0: 0, 1: 1, 2: 2, 3: 4, 4: 6}
CANCELLED_FINGERPRINT = 77
OPENING = time(10)


def load(sample: Sample) -> None:
    """Add the departures that are missing, and parties to the new ones."""
    trails = {trail.slug: trail for trail in Trail.objects.select_related("side").defer("track")}
    now = timezone.now()
    for record in sample.texts("bookings")["departures"]:
        if trail := trails.get(record["trail"]):
            with in_charge(alias_of(trail.side_id)):
                _load_walks(trail, record, now)
    demo_today.load(sample.texts("bookings")["at_hand"], trails, _departure)
    demo_guides.load(sample.texts("bookings")["guides"], LANGUAGES)
    demo_quotas.load(sample.texts("bookings")["day_limits"], trails, columns)
    demo_classes.load(sample.texts("bookings")["classes"], trails, LANGUAGES)
    for record in sample.texts("bookings")["closures"]:
        if trail := trails.get(record["trail"]):
            _close(trail, record)


def _load_walks(trail: Trail, record: dict, now: datetime) -> None:
    if record.get("series"):
        for departure in demo_series.load(_departure(trail, record, now), record, DAYS):
            _fill_unless_closed(departure, now)
    else:
        _load_pattern(trail, record, now)


def _load_pattern(trail: Trail, record: dict, now: datetime) -> None:
    coming = Departure.objects.filter(trail=trail, starts_at__gt=now)
    existing = set(coming.values_list("starts_at", flat=True))
    new = [
        _departure(trail, record, start)
        for start in _starts(trail, record, now)
        if start not in existing
    ]
    Departure.objects.bulk_create(new)
    for departure in new:
        _fill_unless_closed(departure, now)


def _fill_unless_closed(departure: Departure, now: datetime) -> None:
    if departure.closure is None:
        _fill(departure, now)


def _starts(trail: Trail, record: dict, now: datetime) -> Iterator[datetime]:
    """Yield the starts of a weekly pattern in the trail's open months, on its own clock."""
    zone = ZoneInfo(trail.time_zone)
    clock = datetime.strptime(record["start"], "%H:%M").time()
    today = now.astimezone(zone).date()
    for ahead in range(1, DAYS + 1):
        day = today + timedelta(days=ahead)
        if day.isoweekday() in record["weekdays"] and day.month in trail.months:
            yield datetime.combine(day, clock, zone)


def _departure(trail: Trail, record: dict, start: datetime) -> Departure:
    days_ahead = record.get("book_days_ahead")
    ahead = timedelta(days=days_ahead) if days_ahead else timedelta(hours=CLOSES_HOURS_BEFORE)
    notes = record.get("notes", {})
    return Departure(
        trail=trail,
        starts_at=start,
        closes_at=start - ahead,
        opens_at=days_before(start, trail.time_zone, record.get("opens_days"), OPENING),
        decide_at=hours_before(start, record.get("decide_hours")),
        capacity=record["capacity"],
        min_to_run=record.get("min_to_run", 0),
        guide_languages=[LANGUAGES[key] for key in record["languages"]],
        price=Decimal(record["price"]) if "price" in record else None,
        state=DepartureState.OPEN,
        is_sample=True,
        **columns(record, "meeting_point"),
        **{f"note_{code.replace('-', '_')}": notes.get(key, "") for key, code in LANGUAGES.items()},
    )


def _close(trail: Trail, record: dict) -> None:
    """Close a trail after its parties have booked; while an earlier closure holds there is none to add."""
    today = trail.today()
    if not closures_on(trail, today):
        last = today + timedelta(days=record["days"] - 1)
        texts = columns(record, "text")
        trail.closures.create(reason_id=record["reason"], starts_on=today, ends_on=last, **texts)


def _fingerprint(departure: Departure) -> int:
    """Return a number below 100 that is the same on every run."""
    text = f"{departure.trail.slug} {departure.starts_at:%Y-%m-%d}"
    return hashlib.sha256(text.encode()).digest()[0] % 100


def _fill(departure: Departure, now: datetime) -> None:
    fingerprint = _fingerprint(departure)
    if fingerprint == CANCELLED_FINGERPRINT:
        services.cancel_departure(departure.pk, CancelReason.WEATHER, SYSTEM)
        return
    free = FREE_PLACES.get(fingerprint % 10)
    if free is None or departure.closes_at <= now:
        return
    to_fill, turn = departure.capacity - free, fingerprint
    while to_fill > 0:
        party = Party(adults=min(to_fill, 1 + turn % 3), children=0)
        if party.size < to_fill and turn % 4 == 0:
            party = Party(party.adults, 1)
        try:
            placed = services.place_booking(sample_request(departure, party, turn), SYSTEM)
            name_sample(placed.booking)
        except BookingError:
            return  # the trail takes smaller parties or is closed: as it is, is good enough for a sample
        to_fill -= party.size
        turn += 1
    if free == 0:
        _let_wait(departure, turn)


def _let_wait(departure: Departure, turn: int) -> None:
    """Put a party on the waiting list of a full walk; a second one that would come with fewer, on some."""
    for people, fewest in [(2, 2), (4, 2)][: 1 + turn % 2]:
        request = sample_request(departure, Party(people), turn + people)
        with suppress(BookingError):  # booking has ended, or the trail takes smaller parties
            join_waiting_list(WaitRequest(**vars(request), fewest=fewest), SYSTEM)
