"""How busy the days of a month are, for everybody to see: a word for each day and place, never a number or a name.

A place is a protected area with its trails, the trails of a side outside any area, or one trail. Days are those of the
place's own calendar.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from bookings.models import Departure
from bookings.models.states import DepartureState, DepartureStatus
from bookings.queries import coming_parts, in_month
from content.base.facts import fact_text
from content.base.formats import colon_after
from content.reserve.models import Holiday, Side
from content.reserve.models.holidays import DayKind
from content.trails.models import Trail

OFFERED = {
    DepartureStatus.OPEN,
    DepartureStatus.FEW,
    DepartureStatus.FULL,
    DepartureStatus.NOT_YET,
}
FILLING = 0.6  # of the places of a day taken: from here on it is getting full


class Load(models.TextChoices):
    """What a visitor is told about the walks of one day."""

    FREE = "free", gettext_lazy("free")
    FILLING = "filling", gettext_lazy("getting full")
    FULL = "full", gettext_lazy("full")
    CLOSED = "closed", gettext_lazy("no booking")


@dataclass(frozen=True)
class Place:
    """A column of the calendar."""

    key: tuple
    name: str


@dataclass(frozen=True)
class Day:
    """A row: the day, what the two countries celebrate on it, and a load for each place or None without a walk."""

    day: date
    holidays: list[str]
    loads: list[Load | None]


@dataclass(frozen=True)
class LoadCalendar:
    places: list[Place]
    days: list[Day]
    has_sample: bool


def load_calendar(
    month: date, sides: list[Side], now: datetime, *, trail: Trail | None = None, side: str = ""
) -> LoadCalendar:
    """Return the days of a month that are not over, with the load of each place that has walks in it."""
    found: list[Departure] = []
    for part in coming_parts(now, side):
        part = part.filter(in_month(month, sides)).exclude(state=DepartureState.CANCELLED)
        found += part if trail is None else part.filter(trail=trail)
    found.sort(key=lambda walk: (walk.trail.order, walk.starts_at, walk.pk))
    walks: dict[tuple, list[Departure]] = defaultdict(list)
    places: dict[tuple, Place] = {}
    for walk in found:
        place = _place_of(walk.trail, is_alone=trail is not None)
        places[place.key] = place
        walks[place.key, walk.local_day].append(walk)
    holidays = _holidays(month)
    days = [
        Day(day, holidays[day], [_load(walks[key, day], now) for key in places])
        for day in _days(month, min(one.today(now) for one in sides))
    ]
    has_sample = any(walk.is_sample for day in walks.values() for walk in day)
    return LoadCalendar(list(places.values()), days, has_sample)


def _place_of(trail: Trail, *, is_alone: bool) -> Place:
    if is_alone:
        return Place(("trail", trail.pk), fact_text(trail, "name").text)
    if trail.area_id:
        return Place(("area", trail.area_id), fact_text(trail.area, "name").text)
    text = _("%(side)s, other trails") % {"side": fact_text(trail.side, "name").text}
    return Place(("side", trail.side_id), text)


def _days(month: date, today: date) -> list[date]:
    after = (month + timedelta(days=31)).replace(day=1)
    first = max(month, today)
    return [first + timedelta(days=ahead) for ahead in range((after - first).days)]


def _load(walks: Iterable[Departure], now: datetime) -> Load | None:
    """Return how busy the walks of a day are together; those that take no bookings do not count."""
    walks = list(walks)
    if not walks:
        return None
    offered = [walk for walk in walks if walk.status_at(now) in OFFERED]
    if not offered:
        return Load.CLOSED
    capacity = sum(walk.capacity for walk in offered)
    left = sum(walk.places_left for walk in offered)
    if left == 0:
        return Load.FULL
    return Load.FILLING if capacity - left >= FILLING * capacity else Load.FREE


def _holidays(month: date) -> dict[date, list[str]]:
    """Return what each country rests or works for against the week, in words, by day."""
    found: dict[date, list[str]] = defaultdict(list)
    rows = Holiday.objects.filter(day__year=month.year, day__month=month.month)
    for row in rows.select_related("side").order_by("day", "-side_id"):
        side = fact_text(row.side, "name").text
        name = fact_text(row, "name").text or str(DayKind(row.kind).label)
        found[row.day].append(f"{side}{colon_after(side)}{name}")
    return found
