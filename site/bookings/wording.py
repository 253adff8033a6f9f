"""Small sentences about parties, places and prices, the same on pages, in mails and in calendars."""

from datetime import datetime
from zoneinfo import ZoneInfo

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from bookings.models import Departure, DepartureSeries, DepartureState, DepartureStatus
from bookings.zones import clocks, zone_label
from content.base.formats import (
    babel_locale,
    format_clock,
    format_date,
    format_list,
    format_money,
    format_time,
)

GUIDE_LANGUAGES = (
    ("en", gettext_lazy("English")),
    ("ru", gettext_lazy("Russian")),
    ("zh-hans", gettext_lazy("Chinese")),
)


def party_text(adults: int, children: int) -> str:
    """Return for example “2 adults and 1 child”."""
    parts = [ngettext("%(count)d adult", "%(count)d adults", adults) % {"count": adults}]
    if children:
        parts.append(
            ngettext("%(count)d child", "%(count)d children", children) % {"count": children}
        )
    return format_list(parts)


def places_text(departure: Departure, status: DepartureStatus) -> str:
    """Return what a line says about the places of a departure."""
    left = departure.places_left
    if status == DepartureStatus.OPEN:
        return ngettext("%(count)d place free", "%(count)d places free", left) % {"count": left}
    if status == DepartureStatus.FEW:
        return ngettext("Last place", "Last %(count)d places", left) % {"count": left}
    if status == DepartureStatus.CLOSED and departure.closure:
        return _closure_text(departure)
    return str(status.label)


def state_text(departure: Departure) -> str:
    """Return the state staff have given a departure; of an open one on a closed trail, why nobody can book it."""
    if departure.state == DepartureState.OPEN and departure.closure:
        return _closure_text(departure)
    return departure.get_state_display()


def _closure_text(departure: Departure) -> str:
    return _("Trail closed: %(reason)s") % {"reason": departure.closure.get_reason_display()}


def price_text(departure: Departure) -> str:
    """Return the prices of one person, “free of charge”, or nothing when none is published."""
    amount = departure.amount
    if amount is None:
        return ""
    if amount == 0:
        return _("free of charge")
    adult = format_money(amount, departure.trail.currency)
    if departure.child_amount is None:
        return _("%(amount)s per adult, paid at the visitor centre") % {"amount": adult}
    child = format_money(departure.child_amount, departure.trail.currency)
    return _("%(adult)s per adult, %(child)s per child, paid at the visitor centre") % {
        "adult": adult,
        "child": child,
    }


def guide_text(departure: Departure | DepartureSeries) -> str:
    """Return the languages the guide speaks, written in the active language."""
    names = dict(GUIDE_LANGUAGES)
    return format_list([names[code] for code in departure.guide_languages if code in names])


def rule_text(series: DepartureSeries) -> str:
    """Return in which rhythm a series walks: “Every 2 weeks on Saturday and Sunday, 10:00”."""
    names = babel_locale().days["stand-alone"]["abbreviated"]
    several = ngettext(
        "Every %(count)d week: %(days)s, %(time)s",
        "Every %(count)d weeks: %(days)s, %(time)s",
        series.every_weeks,
    )
    text = _("Every week: %(days)s, %(time)s") if series.every_weeks == 1 else several
    return text % {
        "count": series.every_weeks,
        "days": format_list([names[day] for day in sorted(series.weekdays)]),
        "time": format_clock(series.clock),
    }


def span_text(series: DepartureSeries) -> str:
    """Return from when to when a series walks."""
    first = format_date(series.first_day, "medium")
    if series.last_day is None:
        return _("from %(day)s on") % {"day": first}
    return _("%(first)s to %(last)s") % {
        "first": first,
        "last": format_date(series.last_day, "medium"),
    }


def when_text(departure: Departure) -> str:
    """Return day, clock time and zone of the start: all three, always together."""
    return moment_text(departure.starts_at, departure.time_zone)


def staff_when_text(departure: Departure, own_zone: str) -> str:
    """Return day and time of the start for a list of the staff, the time in their own zone too where it differs."""
    return _("%(date)s, %(time)s") % {
        "date": format_date(departure.local_day, "yMMMEd"),
        "time": clocks(departure.starts_at, departure.time_zone, own_zone),
    }


def staff_name(departure: Departure, own_zone: str) -> str:
    """Return what the head of a screen about one departure says: which trail, and when."""
    return f"{departure.trail} · {staff_when_text(departure, own_zone)}"


def closing_text(departure: Departure) -> str:
    """Return until when the departure can be booked, on the trail's own clock."""
    return moment_text(departure.closes_at, departure.time_zone)


def moment_text(moment: datetime, zone: str) -> str:
    """Return day, clock time and zone of a moment."""
    return _("%(date)s, %(time)s (%(zone)s)") % {
        "date": format_date(moment.astimezone(ZoneInfo(zone)).date(), "full"),
        "time": format_time(moment, zone),
        "zone": zone_label(moment, zone),
    }
