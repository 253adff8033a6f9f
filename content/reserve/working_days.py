"""Which days the offices of a country work: the week, and the days its decrees move."""

from dataclasses import dataclass
from datetime import date, timedelta

from content.reserve.models.holidays import DayKind, Holiday

SATURDAY = 6


@dataclass(frozen=True)
class WorkingCalendar:
    """The working days of one country from a day on. A year without holidays entered has weekends only."""

    off: frozenset[date] = frozenset()
    working: frozenset[date] = frozenset()

    @classmethod
    def of(cls, side: str, since: date) -> "WorkingCalendar":
        """Read the calendar of a side from `since` on, in one query."""
        days = Holiday.objects.filter(side_id=side, day__gte=since).values_list("kind", "day")
        by_kind = {kind: frozenset(d for k, d in days if k == kind) for kind in DayKind}
        return cls(by_kind[DayKind.OFF], by_kind[DayKind.WORKING])

    def works_on(self, day: date) -> bool:
        if day in self.working:
            return True
        return day not in self.off and day.isoweekday() < SATURDAY

    def after(self, day: date, count: int) -> date:
        """Return the `count`-th working day after `day`; `day` itself when `count` is 0."""
        while count > 0:
            day += timedelta(days=1)
            count -= self.works_on(day)
        return day
