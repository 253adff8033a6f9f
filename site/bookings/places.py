"""The counters of places: the only code that moves them, always inside the transaction of the booking row.

A departure counts its places, and each zone it leads through the places of that day. Locks are taken in one order: all
departures, by number; then their days, by day and zone.
"""

import logging
from collections.abc import Iterable
from datetime import datetime

from django.db import transaction
from django.db.models import F, QuerySet
from django.utils import timezone

from bookings import locked
from bookings.kept import KeptUpdate
from bookings.models import DayQuota, Departure
from bookings.models.quotas import QuotaTrail, new_day
from bookings.models.trails import trail_along

logger = logging.getLogger("bookings.places")
SOME = 7_654  # stands for a number of places in the query that is kept


def lock(departure_id: int) -> tuple[Departure, datetime]:
    """Lock a departure to the end of the transaction; return it as it is now, and the time read after the lock.

    PostgreSQL locks the row. SQLite has no row locks: its transactions begin IMMEDIATE, one writer at a time.
    """
    return lock_all([departure_id])[0], timezone.now()


def lock_all(departure_ids: Iterable[int]) -> list[Departure]:
    """Lock several departures, then their days; return them by number."""
    return _with_days([trail_along(_locked()).get(pk=pk) for pk in sorted(departure_ids)])


def hold_still(departure_ids: Iterable[int]) -> None:
    """Lock several departures and nothing else, for what moves no places."""
    list(_locked().filter(pk__in=departure_ids).order_by("pk").values_list("pk"))


def lock_to_book(departure_id: int) -> tuple[Departure, datetime]:
    """Lock as `lock` does, and read only what a booking depends on; such a departure is not to be saved."""
    [departure] = lock_all_to_book([departure_id])
    return departure, departure.locked_at


def lock_all_to_book(departure_ids: Iterable[int]) -> list[Departure]:
    """Lock several departures as `lock_to_book` does one."""
    departures = [locked.lock_to_book(pk) for pk in sorted(departure_ids)]
    if not any(one.any_days for one in departures):
        for one in departures:
            one.day_quotas = []
        return departures
    departures = _with_days(departures)
    for one in departures:
        one.locked_at = timezone.now()
    return departures


def _locked():
    return Departure.objects.select_for_update(of=("self",))


def _with_days(departures: list[Departure]) -> list[Departure]:
    """Give locked departures the days of their zones, locked as well, in the one order."""
    trails = {one.trail_id for one in departures}
    members = list(QuotaTrail.objects.filter(trail_id__in=trails).select_related("zone"))
    wanted = {
        (one.local_day, member.zone_id): (one, member.zone)
        for one in departures
        for member in members
        if member.trail_id == one.trail_id
    }
    days = _locked_days(wanted) if wanted else []
    zones_of = {
        trail: {one.zone_id for one in members if one.trail_id == trail} for trail in trails
    }
    for one in departures:
        zones, day = zones_of[one.trail_id], one.local_day
        one.day_quotas = [row for row in days if row.day == day and row.zone_id in zones]
    return departures


def read_days(departure: Departure) -> None:
    """Lock the days of a locked departure whose start may be another one now; nobody is booked on such a one."""
    _with_days([departure])


def _locked_days(wanted: dict) -> list[DayQuota]:
    """Lock days of zones; make those that nobody has needed yet."""
    rows = DayQuota.objects.filter(
        zone_id__in={zone for _day, zone in wanted}, day__in={day for day, _zone in wanted}
    )
    locked = rows.select_for_update(of=("self",)).select_related("zone").in_order()
    days = list(locked)
    missing = set(wanted) - {(row.day, row.zone_id) for row in days}
    if missing:
        made = [
            new_day(wanted[key][1], key[0], wanted[key][0].time_zone) for key in sorted(missing)
        ]
        DayQuota.objects.bulk_create(made, ignore_conflicts=True)
        days = list(locked.all())
    return days


def _free(number: int, moment: datetime, places: int) -> QuerySet:
    return Departure.objects.open_with(places, moment).filter(pk=number)


_TAKE = KeptUpdate(
    _free,
    {"places_taken": F("places_taken") + SOME},
    number=locked.NUMBER,
    moment=locked.MOMENT,
    places=SOME,
)


def take(departure: Departure, places: int, now: datetime) -> bool:
    """Take places of a locked departure if they are free and booking is open at `now`; say whether it was done.

    Whole or not at all, of the departure and of each of its days.
    """
    if any(row.left < places for row in departure.day_quotas):
        return False
    values = {"number": departure.pk, "moment": now, "places": places}
    if not _TAKE.run(departure._state.db, **values):
        return False
    _take_of_days(departure.day_quotas, places)
    return True


def _take_of_days(days: list[DayQuota], places: int) -> None:
    if not days:
        return
    free = DayQuota.objects.filter(pk__in=[row.pk for row in days], taken__lte=F("limit") - places)
    if free.update(taken=F("taken") + places) != len(days):
        raise RuntimeError("A day was changed by somebody who had not locked it.")
    for row in days:
        row.taken += places


def give_back(departure_id: int, places: int) -> None:
    """Return places. Call it once for each booking whose own row was changed by the same transaction."""
    held = Departure.objects.filter(pk=departure_id, places_taken__gte=places)
    if not held.update(places_taken=F("places_taken") - places):
        logger.error("Departure %s counts fewer places than its parties hold.", departure_id)
    days = DayQuota.objects.of_departure(departure_id).filter(taken__gte=places)
    if days.update(taken=F("taken") - places):
        transaction.on_commit(lambda: _let_neighbours_in(departure_id), using=days.db, robust=True)


def _let_neighbours_in(departure_id: int) -> None:
    """Offer what came free in a zone to those who wait on its other trails."""
    from bookings.settling import settle_beside  # it moves places through this module

    settle_beside(departure_id)


def read_again(departure: Departure) -> None:
    """Bring the counters of a locked departure up to what this transaction has made of them."""
    departure.refresh_from_db(fields=["places_taken"])
    if departure.day_quotas:
        taken = dict(
            DayQuota.objects.filter(pk__in=[row.pk for row in departure.day_quotas]).values_list(
                "pk", "taken"
            )
        )
        for row in departure.day_quotas:
            row.taken = taken[row.pk]
