"""Sample walks that are kept by a series."""

from datetime import datetime, timedelta

from bookings import series as verbs
from bookings.models import Departure, DepartureSeries
from bookings.models.plans import PLAN_FIELDS
from bookings.parties import SYSTEM


def load(pattern: Departure, record: dict, days_ahead: int) -> list[Departure]:
    """Add the series of a record, or what has become due of it; return the departures that are new.

    `pattern` holds what each of its walks offers.
    """
    clock = datetime.strptime(record["start"], "%H:%M").time()
    weekdays = [day - 1 for day in record["weekdays"]]
    same = {"trail": pattern.trail, "clock": clock, "weekdays": weekdays}
    kept = DepartureSeries.objects.filter(**same).first()
    before = set(kept.departures.values_list("pk", flat=True)) if kept else set()
    if kept is None:
        kept = _series(pattern, record, same, days_ahead)
        verbs.add_series(kept, SYSTEM)
    else:
        verbs.continue_series()
    new = Departure.objects.with_trail().filter(series=kept).exclude(pk__in=before)
    return list(new.order_by("starts_at"))


def _series(pattern: Departure, record: dict, same: dict, days_ahead: int) -> DepartureSeries:
    plan = {name: getattr(pattern, name) for name in PLAN_FIELDS}
    return DepartureSeries(
        **same,
        **plan,
        first_day=pattern.trail.today() + timedelta(days=1),
        days_ahead=days_ahead,
        holidays_of=record["holidays_of"],
        is_sample=True,
    )
