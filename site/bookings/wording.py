"""Small sentences about parties, places and prices, the same on pages, in mails and in calendars."""

from decimal import Decimal

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from bookings.models import (
    Booking,
    Departure,
    DepartureSeries,
    DepartureState,
    DepartureStatus,
)
from bookings.models.states import BOOKABLE, LIVE_STATES, TAKING_BOOKINGS
from bookings.refunds import owed_to
from bookings.zones import clocks, deadline_text, moment_text
from content.base.facts import fact_text
from content.base.formats import (
    babel_locale,
    colon_after,
    comma,
    format_clock,
    format_date,
    format_list,
    format_money,
    format_time,
    local,
    sentences,
)
from content.trails.told_closures import reason_of
from content.trails.words import amount_text

GUIDE_LANGUAGES = (
    ("en", gettext_lazy("English")),
    ("ru", gettext_lazy("Russian")),
    ("zh-hans", gettext_lazy("Chinese")),
)


_MAY_SAY_GUARANTEED = {
    *BOOKABLE,
    DepartureStatus.NOT_YET,
    DepartureStatus.PAUSED,
    DepartureStatus.CLOSED,
}


def party_text(adults: int, children: int) -> str:
    """Return for example “2 adults and 1 child”."""
    parts = [ngettext("%(count)d adult", "%(count)d adults", adults) % {"count": adults}]
    if children:
        parts.append(
            ngettext("%(count)d child", "%(count)d children", children) % {"count": children}
        )
    return format_list(parts)


def places_text(departure: Departure, status: DepartureStatus) -> str:
    """Return what a line says about a departure: its places, and whether it is sure to take place."""
    parts = [_places(departure, status), _needs(departure, status)]
    return comma().join(part for part in parts if part)


def _needs(departure: Departure, status: DepartureStatus) -> str:
    if status not in _MAY_SAY_GUARANTEED:
        return ""
    if departure.is_guaranteed:
        return _("guaranteed")
    needed = departure.still_needed
    if not needed or status not in BOOKABLE:
        return ""
    return ngettext("needs %(count)d more", "needs %(count)d more", needed) % {"count": needed}


def _places(departure: Departure, status: DepartureStatus) -> str:
    left = departure.places_left
    if status == DepartureStatus.OPEN:
        return free_text(departure)
    if status == DepartureStatus.FEW:
        return ngettext("Last place", "Last %(count)d places", left) % {"count": left}
    if status == DepartureStatus.CLOSED and departure.closure:
        return _closure_text(departure)
    if status == DepartureStatus.PAUSED:
        return _paused_text(departure)
    if status == DepartureStatus.NOT_YET:
        opens = local(departure.opens_at, departure.time_zone)
        return _("Opens on %(date)s, %(time)s") % {
            "date": format_date(opens.date(), "MMMMd"),
            "time": format_time(opens, departure.time_zone),
        }
    return str(status.label)


def free_text(departure: Departure) -> str:
    """Return how many places nobody holds."""
    left = departure.places_left
    return ngettext("%(count)d place free", "%(count)d places free", left) % {"count": left}


def runs_text(departure: Departure) -> str:
    """Return on what it depends whether the walk takes place; nothing where it depends on nothing."""
    if departure.is_guaranteed:
        return _("It is certain that this walk takes place.")
    if not departure.min_to_run or departure.state not in LIVE_STATES:
        return ""
    people = ngettext(
        "It takes place if at least %(count)d person books.",
        "It takes place if at least %(count)d people book.",
        departure.min_to_run,
    ) % {"count": departure.min_to_run}
    if departure.decide_at is None:
        return people
    decided = _("We decide by %(moment)s.") % {
        "moment": deadline_text(departure.decide_at, departure.time_zone)
    }
    return sentences(people, decided)


def state_text(departure: Departure) -> str:
    """Return the state staff have given a departure; of an open one on a closed trail, why nobody can book it."""
    if departure.state in TAKING_BOOKINGS and departure.closure:
        return _closure_text(departure)
    return departure.get_state_display()


def told_text(departure: Departure) -> str:
    """Return what visitors read of a departure, unless it says no more than its state."""
    told = places_text(departure, departure.status)
    return "" if told == state_text(departure) else told


def _closure_text(departure: Departure) -> str:
    return _("Trail closed: %(reason)s") % {"reason": reason_of(departure.closure)}


def _paused_text(departure: Departure) -> str:
    label, reason = str(DepartureStatus.PAUSED.label), fact_text(departure, "pause_reason").text
    return f"{label}{colon_after(label)}{reason}" if reason else label


def pause_text(departure: Departure) -> str:
    """Return that booking is paused and why, in sentences; nothing while it is not."""
    if departure.state != DepartureState.PAUSED:
        return ""
    reason, note = (fact_text(departure, name).text for name in ("pause_reason", "pause_note"))
    told = _("Booking for this walk is paused at the moment.")
    if reason:
        told = _("Booking for this walk is paused at the moment: %(reason)s.") % {"reason": reason}
    return sentences(told, note)


def price_text(departure: Departure) -> str:
    """Return the prices of one person, “free of charge”, or nothing when none is published."""
    priced, currency = departure.priced, departure.trail.currency
    if priced.price is None:
        return ""
    if not any((priced.price, priced.price_child, priced.price_concession)):
        return _("free of charge")
    bands = [
        _band(priced.price, currency, _("%(amount)s per adult"), _("adults free of charge")),
        _band(
            priced.price_child, currency, _("%(amount)s per child"), _("children free of charge")
        ),
    ]
    if priced.price_concession is not None:
        reduced = amount_text(priced.price_concession, currency)
        bands.append(_("concessions %(amount)s") % {"amount": reduced})
    return comma().join([*filter(None, bands), _("paid at the visitor centre")])


def refund_text(booking: Booking) -> str:
    """Return what a party still gets back, “1,500 ₽ at the visitor centre”, or nothing."""
    owed = owed_to(booking)
    if not owed:
        return ""
    amount = format_money(owed, booking.departure.trail.currency)
    return _("%(amount)s, at the visitor centre") % {"amount": amount}


def _band(amount: Decimal | None, currency: str, pattern: str, free: str) -> str:
    if amount is None:
        return ""
    return pattern % {"amount": amount_text(amount, currency)} if amount else free


def guide_text(departure: Departure | DepartureSeries) -> str:
    """Return the languages the guide speaks, written in the active language."""
    return languages_text(departure.guide_languages)


def languages_text(codes: list[str]) -> str:
    """Return the names of languages a guide speaks, in the order of the site."""
    return format_list([name for code, name in GUIDE_LANGUAGES if code in codes])


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


def opening_text(departure: Departure) -> str:
    """Return from when on the departure can be booked, on the trail's own clock; nothing where it could be at once."""
    opens = departure.opens_at
    return moment_text(opens, departure.time_zone) if opens else ""


def closing_text(departure: Departure) -> str:
    """Return until when the departure can be booked, on the trail's own clock."""
    return moment_text(departure.closes_at, departure.time_zone)


def held_until_text(booking: Booking) -> str:
    """Return until when the places of a booking are held, on the trail's own clock; empty without a limit."""
    ends = booking.hold_expires_at
    return deadline_text(ends, booking.departure.time_zone) if ends else ""
