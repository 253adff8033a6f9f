"""Day limits: what a zone can bear on one day, all its trails together.

A day's row is made when a departure first needs it, and moved only by `places`. Locks: all departures, by number; then
their days, by day and zone. Whoever has locked the day may count anew, because nobody else can be half-way.
"""

from collections.abc import Iterable
from datetime import date, datetime, timedelta

from django.db.models import F, Sum
from django.utils import timezone

from bookings import databases, places
from bookings.models import DayQuota, Departure, QuotaZone
from bookings.models.quotas import QuotaTrail, new_day
from bookings.staff_errors import DayLimitBelowTaken
from content.reserve.models import Side


def save_zone(zone: QuotaZone, trails: Iterable[int], days: dict[date, int]) -> QuotaZone:
    """Write a zone, its trails, and the days with a limit of their own; count its coming days anew.

    Raises DayLimitBelowTaken and changes nothing when more places are taken on a day than it would have.
    """
    trails = set(trails)
    with databases.transaction_in(databases.alias_of(zone.side_id)):
        before = set(_trails_of(zone)) if zone.pk else set()
        walks = places.lock_all(_coming(trails | before))
        zone.save()
        zone.members.exclude(trail_id__in=trails).delete()
        QuotaTrail.objects.bulk_create(
            [QuotaTrail(zone=zone, trail_id=pk) for pk in sorted(trails - before)]
        )
        _count_anew(zone, {walk.local_day for walk in walks}, days)
    return zone


def set_days(zone_id: int, first: date, last: date, limit: int | None) -> QuotaZone:
    """Give the days from `first` to `last` a limit of their own, or with None the usual one again.

    Raises DayLimitBelowTaken.
    """
    with databases.transaction_for(zone_id):
        zone = QuotaZone.objects.get(pk=zone_id)
        limits = own_limits(zone, timezone.now())
        for ahead in range((last - first).days + 1):
            limits.pop(first + timedelta(days=ahead), None)
            if limit is not None:
                limits[first + timedelta(days=ahead)] = limit
        return save_zone(zone, _trails_of(zone), limits)


def _trails_of(zone: QuotaZone) -> list[int]:
    return list(zone.members.values_list("trail_id", flat=True))


def _coming(trails: set[int]) -> list[int]:
    """Return the numbers of the departures of trails that are not over: also those of today that have begun."""
    earliest = timezone.now() - timedelta(days=2)
    walks = Departure.objects.filter(trail_id__in=trails, starts_at__gt=earliest)
    return list(walks.values_list("pk", flat=True))


def _count_anew(zone: QuotaZone, walked: set[date], limits: dict[date, int]) -> None:
    now = timezone.now()
    side = Side.objects.get(pk=zone.side_id)
    made = [new_day(zone, day, side.time_zone) for day in sorted(walked | set(limits))]
    DayQuota.objects.bulk_create(made, ignore_conflicts=True)
    rows = list(zone.days.coming(now).in_order().select_for_update())
    for row in rows:
        row.has_own_limit = row.day in limits
        row.limit = limits.get(row.day, zone.usual_limit)
        row.taken = taken_on(row)
    if over := [row for row in rows if row.taken > row.limit]:
        raise DayLimitBelowTaken(over[0].day, over[0].taken)
    DayQuota.objects.bulk_update(rows, ["has_own_limit", "limit", "taken"])


def taken_on(row: DayQuota) -> int:
    """Return how many places the departures of a zone hold on a day, by their own counters."""
    walks = Departure.objects.filter(
        trail_id__in=_trails_of(row.zone), starts_at__gte=row.begins_at, starts_at__lt=row.ends_at
    )
    return walks.aggregate(sum=Sum("places_taken"))["sum"] or 0


def own_limits(zone: QuotaZone, now: datetime) -> dict[date, int]:
    """Return the coming days that have a limit of their own."""
    rows = zone.days.coming(now).filter(has_own_limit=True).in_order()
    return dict(rows.values_list("day", "limit"))


def departures_beside(departure_id: int) -> list[int]:
    """Return the other departures that share a day limit with one and on which somebody waits."""
    found = Departure.objects.filter(pk=departure_id).values("trail_id", "starts_at").first()
    days = DayQuota.objects.filter(
        zone__members__trail_id=found["trail_id"],
        begins_at__lte=found["starts_at"],
        ends_at__gt=found["starts_at"],
    )
    beside: set[int] = set()
    for row in days.filter(taken__lt=F("limit")):
        walks = Departure.objects.filter(
            trail_id__in=_trails_of(row.zone),
            starts_at__gte=row.begins_at,
            starts_at__lt=row.ends_at,
            bookings__state="waiting",
        )
        beside |= set(walks.values_list("pk", flat=True))
    return sorted(beside - {departure_id})
