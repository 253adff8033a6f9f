"""On which days a series walks: its rule, less the days it leaves out."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from dateutil.rrule import MO, WEEKLY, rrule

from bookings.models import DepartureSeries
from content.base.facts import fact_text
from content.reserve.models import Holiday
from content.reserve.models.holidays import DayKind


@dataclass(frozen=True)
class RuleDay:
    """A day the rule names. `holiday` is the one for which it is left out, `is_left_out` says that staff struck it."""

    day: date
    is_left_out: bool = False
    holiday: Holiday | None = None

    @property
    def is_walked(self) -> bool:
        return not self.is_left_out and self.holiday is None

    @property
    def holiday_name(self) -> str:
        return fact_text(self.holiday, "name").text if self.holiday else ""


def rule_of(series: DepartureSeries) -> rrule:
    """Return the rule over calendar days; weeks begin on Monday, whatever the language."""
    end = datetime.combine(series.last_day, time.max) if series.last_day else None
    return rrule(
        WEEKLY,
        dtstart=datetime.combine(series.first_day, time.min),
        interval=series.every_weeks,
        byweekday=[int(day) for day in series.weekdays],
        wkst=MO,
        until=end,
    )


def rule_days(series: DepartureSeries, since: date, until: date) -> Iterator[RuleDay]:
    """Yield the days the rule names from `since` to `until`, both included, with why some are left out."""
    if not series.weekdays:
        return
    off = Holiday.objects.filter(side__in=series.holidays_of, kind=DayKind.OFF)
    holidays = {one.day: one for one in off.filter(day__gte=since, day__lte=until)}
    between = (datetime.combine(since, time.min), datetime.combine(until, time.max))
    for moment in rule_of(series).between(*between, inc=True):
        day = moment.date()
        yield RuleDay(day, day.isoformat() in series.left_out, holidays.get(day))


def start_on(series: DepartureSeries, day: date) -> datetime:
    """Return the start on a day: the same time on the trail's own clock all through the series."""
    return datetime.combine(day, series.clock, ZoneInfo(series.trail.time_zone))
