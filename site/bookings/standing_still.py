"""The walks that a closure covers, and how they stand still while it is written.

Whoever books reads the closures under the lock of the departure. A closure is written with all its departures locked,
or these are locked once it is written; so each booking is there when that is done, and in the list, or it meets the
closure.
"""

from datetime import datetime, time, timedelta
from functools import partial
from zoneinfo import ZoneInfo

from django.db import DEFAULT_DB_ALIAS, transaction
from django.db.models import QuerySet
from django.utils import timezone

from bookings import databases, places
from bookings.models import Departure
from bookings.models.states import LIVE_STATES
from content.trails.models import Closure, Trail


def walks_under(closure: Closure) -> QuerySet[Departure]:
    """Return the coming walks that a closure covers, soonest first, whether or not anybody has booked."""
    zone = ZoneInfo(closure.place.side.time_zone)
    begins = datetime.combine(closure.starts_on, time.min, zone)
    found = Departure.objects.filter(
        trail_id__in=_trails_of(closure),
        state__in=LIVE_STATES,
        starts_at__gt=timezone.now(),
        starts_at__gte=begins,
    )
    if closure.ends_on:
        ends = datetime.combine(closure.ends_on + timedelta(days=1), time.min, zone)
        found = found.filter(starts_at__lt=ends)
    return found.order_by("starts_at", "pk")


def _trails_of(closure: Closure) -> list[int]:
    if closure.trail_id:
        return [closure.trail_id]
    return list(Trail.objects.filter(area=closure.area_id).values_list("pk", flat=True))


def stand_still(sender, closures: list[Closure], **_signal) -> None:
    """Lock the walks that closures of one side are about to cover, to the end of the transaction that writes them.

    Where the bookings of the side lie in a database of their own no lock of theirs can last until that is committed. So
    the closure is written first, and then whoever began before it is waited for: all who begin later meet it.
    """
    if not closures:
        return
    alias = databases.alias_of(closures[0].place.side_id)
    if alias == DEFAULT_DB_ALIAS:
        with databases.in_charge(alias):
            _lock_walks_under(closures)
    else:
        wait = partial(_wait_for_those_before, alias, closures)
        transaction.on_commit(wait, using=DEFAULT_DB_ALIAS)


def _wait_for_those_before(alias: str, closures: list[Closure]) -> None:
    with databases.transaction_in(alias):
        _lock_walks_under(closures)


def _lock_walks_under(closures: list[Closure]) -> None:
    places.hold_still(
        {pk for one in closures for pk in walks_under(one).values_list("pk", flat=True)}
    )
