"""The coming days of a series as the lines of its screen."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.urls import reverse
from django.utils.translation import gettext as _

from bookings.models import Departure, DepartureSeries
from bookings.models.trails import trail_along
from bookings.recurrence import RuleDay, rule_days
from bookings.wording import staff_when_text
from content.base.formats import format_date, in_brackets

DAYS_SHOWN = 60  # beyond the last day that stands in the calendar


@dataclass(frozen=True)
class SeriesDay:
    """One line: when, what is to be said of it, and where its departure is; `taken` only of one in the calendar."""

    day: date
    when: str
    words: str
    url: str = ""
    taken: str = ""


def days_of(series: DepartureSeries, now: datetime, own_zone: str) -> list[SeriesDay]:
    """Return the coming days of a series, those left out and those not yet in the calendar too."""
    today = series.trail.today(now)
    until = today + timedelta(days=series.days_ahead + DAYS_SHOWN)
    coming = series.departures.filter(series_day__gte=today)
    departures = list(trail_along(coming).order_by("starts_at"))
    known = {one.series_day for one in departures}
    others = (one for one in rule_days(series, today, until) if one.day not in known)
    lines = [_of_departure(one, own_zone) for one in departures] + [_of_day(one) for one in others]
    return sorted(lines, key=lambda line: line.day)


def _of_departure(departure: Departure, own_zone: str) -> SeriesDay:
    words = departure.get_state_display()
    if departure.is_detached:
        words += in_brackets(_("changed by hand"))
    return SeriesDay(
        day=departure.series_day,
        when=staff_when_text(departure, own_zone),
        words=words,
        url=reverse("departure:inspect", args=[departure.pk]),
        taken=f"{departure.places_taken} / {departure.capacity}",
    )


def _of_day(one: RuleDay) -> SeriesDay:
    words = _("not yet in the calendar")
    if one.is_left_out:
        words = _("left out")
    elif one.holiday:
        words = _("left out: %(holiday)s") % {"holiday": one.holiday_name}
    return SeriesDay(day=one.day, when=format_date(one.day, "yMMMEd"), words=words)
