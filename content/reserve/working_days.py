"""Which days the offices of a country work: the week, and the days its decrees move."""

from collections.abc import Iterable
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
        return cls.of_sides([side], since)[side]

    @classmethod
    def of_sides(cls, sides: Iterable[str], since: date) -> "dict[str, WorkingCalendar]":
        """Read the calendars of several sides from `since` on, in one query."""
        sides = set(sides)
        days = Holiday.objects.filter(side__in=sides, day__gte=since)
        known = list(days.values_list("side_id", "kind", "day")) if sides else []

        def of(side: str, kind: DayKind) -> frozenset[date]:
            return frozenset(day for code, sort, day in known if (code, sort) == (side, kind))

        return {side: cls(of(side, DayKind.OFF), of(side, DayKind.WORKING)) for side in sides}

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

    def before(self, day: date, count: int) -> date:
        """Return the last day whose `count`-th working day is not after `day`; `day` itself when `count` is 0."""
        while count > 0:
            count -= self.works_on(day)
            day -= timedelta(days=1)
        return day

    def between(self, day: date, last: date) -> int:
        """Return how many working days there are after `day`, up to `last`."""
        days = (day + timedelta(days=ahead) for ahead in range(1, (last - day).days + 1))
        return sum(map(self.works_on, days))
