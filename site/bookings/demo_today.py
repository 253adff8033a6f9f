"""Sample walks of today and tomorrow on both sides, so that check-in and the desk have parties to show."""

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from itertools import count
from zoneinfo import ZoneInfo

from django.utils import timezone

from bookings import checkin, services
from bookings.databases import alias_of, in_charge
from bookings.demo_parties import sample_request
from bookings.demo_people import name_sample
from bookings.errors import BookingError
from bookings.models import Departure
from bookings.parties import SYSTEM, Party
from content.trails.models import Trail

BOOKED_AHEAD = timedelta(weeks=1)


def load(
    records: list[dict],
    trails: dict[str, Trail],
    make: Callable[[Trail, dict, datetime], Departure],
) -> None:
    """Add the walks of these records that are missing; `make(trail, record, start)` builds one."""
    turns = count(1)
    for record in records:
        if trail := trails.get(record["trail"]):
            with in_charge(alias_of(trail.side_id)):
                for start in _starts(trail, record):
                    _load_walk(make(trail, record, start), record, turns)


def _starts(trail: Trail, record: dict) -> Iterator[datetime]:
    zone = ZoneInfo(trail.time_zone)
    clock = datetime.strptime(record["start"], "%H:%M").time()
    today = timezone.now().astimezone(zone).date()
    for ahead in record["days"]:
        day = today + timedelta(days=ahead)
        if day.month in trail.months:
            yield datetime.combine(day, clock, zone)


def _load_walk(departure: Departure, record: dict, turns: Iterator[int]) -> None:
    """Book the parties while the walk is a week off, as they would have, and then move it to its day."""
    starts_at, closes_at = departure.starts_at, departure.closes_at
    if Departure.objects.filter(trail=departure.trail, starts_at=starts_at).exists():
        return
    departure.starts_at += BOOKED_AHEAD
    departure.closes_at = departure.starts_at
    departure.save()
    booked = [_book(departure, Party(*party), next(turns)) for party in record["parties"]]
    Departure.objects.filter(pk=departure.pk).update(starts_at=starts_at, closes_at=closes_at)
    departure.starts_at = starts_at
    if booked[0] and checkin.is_its_day(departure, timezone.now()):
        checkin.check_in(booked[0].pk, booked[0].party_size, SYSTEM)
        if departure.ends_at <= timezone.now():
            checkin.note_return(booked[0].pk, SYSTEM)


def _book(departure: Departure, party: Party, turn: int) -> services.Booking | None:
    """Book a party of the own country: nobody waits for a permit on the day of the walk."""
    request = sample_request(departure, party, turn, may_be_foreign=False)
    try:
        booking = services.place_booking(request, SYSTEM).booking
    except BookingError:
        return None  # the trail is closed: as it is, is good enough for a sample
    name_sample(booking)
    return booking
