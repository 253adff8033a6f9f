"""How walks were used, for staff of the own side: by month and trail. Counts only, so they outlive the persons."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from functools import reduce
from zoneinfo import ZoneInfo

from django.db.models import Exists, OuterRef, QuerySet, Sum

from bookings import databases
from bookings.models import (
    Attendance,
    AuditEvent,
    Booking,
    Departure,
    DepartureState,
    EventKind,
    Incident,
    WalkReport,
)
from content.base.facts import fact_text

UNCOUNTED = (DepartureState.DRAFT,)


@dataclass(frozen=True)
class Line:
    """The walks of one trail in one month, or the sum of several such lines.

    `present` is the head count of the report, or else what rangers noted at the gate; `missing` are people of parties
    that were looked for there and did not come. `languages` counts booked people by the language they booked in.
    """

    month: date | None = None
    trail: str = ""
    walks: int = 0
    cancelled: int = 0
    capacity: int = 0
    booked: int = 0
    present: int = 0
    missing: int = 0
    waited: int = 0
    incidents: int = 0
    languages: Counter = field(default_factory=Counter)

    @property
    def load(self) -> int | None:
        """Return how many of a hundred places were booked."""
        return round(100 * self.booked / self.capacity) if self.capacity else None

    def __add__(self, other: "Line") -> "Line":
        return Line(
            self.month,
            self.trail,
            **{name: getattr(self, name) + getattr(other, name) for name in _ADDED},
        )


_ADDED = (
    "walks",
    "cancelled",
    "capacity",
    "booked",
    "present",
    "missing",
    "waited",
    "incidents",
    "languages",
)


def walk_statistics(side: str, first: date, last: date) -> list[Line]:
    """Return a line for each month and trail of one side between two days of the trails' own calendars."""
    lines: dict[tuple[date, str], Line] = {}
    for alias in databases.aliases(side):
        with databases.in_charge(alias):
            for line in _lines(side, first, last):
                key = (line.month, line.trail)
                lines[key] = lines[key] + line if key in lines else line
    return [lines[key] for key in sorted(lines)]


def together(lines: Iterable[Line]) -> Line:
    """Return the sum of lines."""
    return reduce(Line.__add__, lines, Line())


def _lines(side: str, first: date, last: date) -> list[Line]:
    walks = _walks(side, first, last)
    counts = _Counts.of([walk.pk for walk in walks])
    return [_line(walk, counts) for walk in walks]


def _walks(side: str, first: date, last: date) -> list[Departure]:
    """Return the departures of these days; the days of both clocks are longer than those of one."""
    utc = ZoneInfo("UTC")
    start = datetime.combine(first, time.min, utc) - timedelta(days=1)
    end = datetime.combine(last, time.max, utc) + timedelta(days=1)
    found = (
        Departure.objects.with_trail()
        .of_side(side)
        .filter(starts_at__gte=start, starts_at__lte=end)
        .exclude(state__in=UNCOUNTED)
    )
    return [walk for walk in found if first <= walk.local_day <= last]


@dataclass(frozen=True)
class _Counts:
    """Numbers of people by departure."""

    booked: dict[int, Counter]
    present: Counter
    expected: Counter
    waited: Counter
    reported: dict[int, int]
    incidents: Counter

    @classmethod
    def of(cls, departures: list[int]) -> "_Counts":
        live = Booking.objects.live().filter(departure__in=departures)
        seen = Attendance.objects.filter(booking__departure__in=departures)
        asked = AuditEvent.objects.filter(booking=OuterRef("pk"), kind=EventKind.WAITING)
        waited = Booking.objects.filter(Exists(asked), departure__in=departures)
        reports = WalkReport.objects.filter(departure__in=departures)
        incidents = Incident.objects.filter(report__departure__in=departures)
        booked: dict[int, Counter] = {}
        rows = live.values_list("departure", "language").annotate(Sum("party_size"))
        for pk, language, people in rows.values_list("departure", "language", "party_size__sum"):
            booked.setdefault(pk, Counter())[language] += people
        return cls(
            booked=booked,
            present=_sums(seen, "booking__departure", "people"),
            expected=_sums(seen, "booking__departure", "booking__party_size"),
            waited=_sums(waited, "departure", "party_size"),
            reported=dict(reports.values_list("departure", "headcount")),
            incidents=Counter(incidents.values_list("report__departure", flat=True)),
        )


def _sums(rows: QuerySet, departure: str, people: str) -> Counter:
    sums = rows.order_by().values_list(departure).annotate(Sum(people))
    return Counter(dict(sums.values_list(departure, f"{people}__sum")))


def _line(walk: Departure, counts: _Counts) -> Line:
    line = {"month": walk.local_day.replace(day=1), "trail": fact_text(walk.trail, "name").text}
    if walk.state == DepartureState.CANCELLED:
        return Line(**line, cancelled=1, waited=counts.waited[walk.pk])
    languages = counts.booked.get(walk.pk, Counter())
    return Line(
        **line,
        walks=1,
        capacity=walk.capacity,
        booked=languages.total(),
        present=counts.reported.get(walk.pk, counts.present[walk.pk]),
        missing=max(0, counts.expected[walk.pk] - counts.present[walk.pk]),
        waited=counts.waited[walk.pk],
        incidents=counts.incidents[walk.pk],
        languages=languages,
    )
