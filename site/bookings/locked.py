"""A departure as those who book read it: locked, with what its trail and its bookings bring along, in two questions.

The second is asked when the lock is ours, so it sees what others committed while we waited for it. Of what is rare
(day limits, closures, entry zones, times that are over, people who wait) it says only whether there is any, to be read.
"""

from datetime import UTC, date, datetime, timedelta

from django.db import DEFAULT_DB_ALIAS
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from bookings.databases import alias_by_number, are_apart
from bookings.kept import KeptQuery, record_of
from bookings.models import TIMED_STATES, Booking, BookingState, Departure
from bookings.models.quotas import QuotaTrail
from content.base.panels import translated_fields
from content.reserve.models import Side
from content.trails.models import Closure, Trail

# What stands for the values in the queries that are kept.
NUMBER, MOMENT, DAY = 98_765_432, datetime(1999, 12, 31, 23, 59, 58, tzinfo=UTC), date(1999, 12, 30)

# A departure and its trail have many columns of text; a departure read so is not to be saved.
_OWN = (
    "trail",
    "side",
    "state",
    "starts_at",
    "closes_at",
    "opens_at",
    "capacity",
    "places_taken",
    "cancel_reason",
    "paused_from",
    *translated_fields("pause_reason"),
    *translated_fields("pause_note"),
)
_OF_TRAIL = ("area_id", "min_party", "max_party")
_ANY_DAYS = Exists(QuotaTrail.objects.filter(trail_id=OuterRef("trail_id")))


def _row(number: int) -> QuerySet:
    return Departure.objects.filter(pk=number).only(*_OWN).order_by()


def _row_to_book(number: int) -> QuerySet:
    return _row(number).select_for_update(of=("self",), no_key=True)


def _of_bookings(number: int, moment: datetime) -> QuerySet:
    same_walk = Booking.objects.filter(departure_id=OuterRef("pk")).order_by()
    over = same_walk.filter(hold_expires_at__lte=moment, state__in=TIMED_STATES)
    waits = same_walk.filter(state=BookingState.WAITING)
    found = Departure.objects.filter(pk=number).order_by()
    return found.annotate(any_days=_ANY_DAYS, any_over=Exists(over), any_waits=Exists(waits))


def _of_bookings_alone(number: int, moment: datetime) -> QuerySet:
    return _of_bookings(number, moment).values("any_days", "any_over", "any_waits")


def _of_trail_too(number: int, moment: datetime, day: date) -> QuerySet:
    covers = Q(trail=OuterRef("trail_id")) | Q(area=OuterRef("trail__area_id"))
    closures = Closure.objects.not_over_on(day).filter(covers).order_by()
    zones = Trail.entry_zones.through.objects.filter(trail_id=OuterRef("trail_id"))
    found = _of_bookings(number, moment)
    return found.annotate(any_closures=Exists(closures), any_zones=Exists(zones)).values(
        "any_days",
        "any_over",
        "any_waits",
        "any_closures",
        "any_zones",
        "trail__side__time_zone",
        *(f"trail__{name}" for name in _OF_TRAIL),
    )


_TO_BOOK = KeptQuery(_row_to_book, number=NUMBER)
_TO_CONFIRM = KeptQuery(_row, number=NUMBER, lock="FOR KEY SHARE")
_OF_BOOKINGS = KeptQuery(_of_bookings_alone, number=NUMBER, moment=MOMENT)
_OF_TRAIL_TOO = KeptQuery(_of_trail_too, number=NUMBER, moment=MOMENT, day=DAY)


def lock_to_book(number: int) -> Departure:
    """Lock a departure; return it with `locked_at`, the time then, and what there is around it.

    `any_days`: its trail lies in a zone with day limits. `is_settled`: it does not, nothing is over and nobody waits.

    It keeps out everybody else who would move places or change the departure, and lets confirmations by.
    """
    return _read(_TO_BOOK, number)


def lock_to_confirm(number: int) -> Departure:
    """Lock a departure against being changed or called off, but not against bookings; return what `lock_to_book` does.

    For who moves no places and locks the booking next.
    """
    return _read(_TO_CONFIRM, number)


def _read(row: KeptQuery, number: int) -> Departure:
    alias = alias_by_number(number)
    departure = row.first(alias, number=number)
    if departure is None:
        raise Departure.DoesNotExist
    departure.locked_at = now = timezone.now()
    around = _look_around(departure, alias, now)
    departure.any_days = around["any_days"]
    departure.is_settled = not (around["any_over"] or around["any_waits"] or around["any_days"])
    return departure


def _look_around(departure: Departure, alias: str, now: datetime) -> dict:
    values = {"number": departure.pk, "moment": now}
    if are_apart():
        [around] = _OF_BOOKINGS.rows(alias, **values)
        trails = Trail.objects.select_related("side").only(*_OF_TRAIL, "side__time_zone")
        departure.trail = trails.get(pk=departure.trail_id)
        return around
    yesterday = now.date() - timedelta(days=1)  # somewhere it may still be that day
    [around] = _OF_TRAIL_TOO.rows(alias, **values, day=yesterday)
    departure.trail = _trail(departure, around)
    return around


def _trail(departure: Departure, around: dict) -> Trail:
    own = {name: around[f"trail__{name}"] for name in _OF_TRAIL}
    own |= {"id": departure.trail_id, "side_id": departure.side_id}
    side = {"code": departure.side_id, "time_zone": around["trail__side__time_zone"]}
    trail = record_of(Trail, DEFAULT_DB_ALIAS, own)
    trail.side = record_of(Side, DEFAULT_DB_ALIAS, side)
    if not around["any_closures"]:
        trail.closures_at_hand = []
    if not around["any_zones"]:
        trail.rules_at_hand = []
    return trail
