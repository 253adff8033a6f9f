"""The facts of a trail as a visitor reads them, in the active language."""

from decimal import Decimal

from babel import dates
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from content.base.formats import (
    babel_locale,
    between,
    comma,
    format_duration,
    format_list,
    format_money,
    format_unit,
    month_name,
)
from content.trails.models import Difficulty, RouteType, Trail
from content.trails.months import spans
from content.trails.walking_time import (
    CLIMBED_AN_HOUR,
    DESCENDED_AN_HOUR,
    METHOD,
    METRES_AN_HOUR,
    differs_much,
    walking_minutes,
)


def length_text(trail: Trail) -> str:
    """Write the length: 1.8 km, or about 4 km."""
    if trail.length_km is None:
        return ""
    length = format_unit(trail.length_km.normalize() + 0, "km")
    return length if trail.length_is_certain else _about(length)


def _about(quantity: str) -> str:
    return _("about %(length)s") % {"length": quantity}


def duration_text(trail: Trail) -> str:
    """Write how long the walk takes: the time that staff gave, else the computed one."""
    times = [minutes for minutes in (trail.duration_min, trail.duration_max) if minutes]
    if not times:
        computed = computed_minutes(trail)
        return _about(format_duration(computed)) if computed else ""
    if times[0] == times[-1]:
        return format_duration(times[0])
    return _("%(shortest)s to %(longest)s") % {
        "shortest": format_duration(times[0]),
        "longest": format_duration(times[-1]),
    }


def computed_minutes(trail: Trail) -> int | None:
    """Return the walking time by the formula; None for a drive, or while the length or the heights are not known."""
    numbers = (trail.length_km, trail.ascent_m, trail.descent_m)
    if trail.route_type == RouteType.DRIVE or None in numbers:
        return None
    return walking_minutes(*(float(number) for number in numbers))


def walking_time_note(trail: Trail) -> str:
    """Say what the formula gives, where it is all we have or tells another time than staff do; else nothing."""
    computed = computed_minutes(trail)
    if computed is None:
        return ""
    given = [minutes for minutes in (trail.duration_min, trail.duration_max) if minutes]
    told = {"time": format_duration(computed), "method": METHOD}
    if not given:
        return _("The time is computed by %(method)s, rests not included.") % told
    if not differs_much(computed, given[0], given[-1]):
        return ""
    return (
        _("Walking alone takes %(time)s by %(method)s; the time above is the reserve’s own.") % told
    )


def formula_text() -> str:
    """Say how the formula goes, for whoever wants to reckon for themselves."""
    return _(
        "In an hour one walks %(km)s km on the level, climbs %(up)s m or descends %(down)s m; of the time for the way "
        "and the time for the heights the longer counts whole and the shorter half."
    ) % {"km": METRES_AN_HOUR // 1000, "up": CLIMBED_AN_HOUR, "down": DESCENDED_AN_HOUR}


def level_text(trail: Trail) -> str:
    """Write the difficulty so that it can stand alone, without the word “difficulty” before it."""
    return {
        Difficulty.EASY: pgettext("a trail that is", "easy"),
        Difficulty.MODERATE: pgettext("a trail that is", "moderate"),
        Difficulty.HARD: pgettext("a trail that is", "hard"),
    }[Difficulty(trail.difficulty)]


def season_text(trail: Trail) -> str:
    """Write the open months as runs: May to October."""
    months = trail.months
    if len(months) == 12:
        return _("all year")
    if not months:
        return _("not open at present")
    return format_list([_span_text(first, last) for first, last in spans(months)])


def _span_text(first: int, last: int) -> str:
    if first == last:
        return month_name(first)
    return _("%(first)s–%(last)s") % {"first": month_name(first), "last": month_name(last)}


def age_text(trail: Trail) -> str:
    """Write from which age people may come."""
    if not trail.min_age:
        return _("any age")
    return ngettext("from %(age)d year", "from %(age)d years", trail.min_age) % {
        "age": trail.min_age
    }


def party_text(trail: Trail) -> str:
    """Write how many people may come together: up to 12 people, or 4 to 12 people."""
    least, most = trail.min_party or 1, trail.max_party
    if least > 1 and most:
        return ngettext("%(span)s person", "%(span)s people", most) % {"span": between(least, most)}
    if least > 1:
        return ngettext("at least %(count)d person", "at least %(count)d people", least) % {
            "count": least
        }
    if not most:
        return ""
    return ngettext("up to %(count)d person", "up to %(count)d people", most) % {"count": most}


def hours_text(trail: Trail) -> str:
    """Write from when to when the trail is open on a day, on its own clock."""
    if trail.opens_at is None or trail.shuts_at is None:
        return ""
    first, last = (
        dates.format_time(hour, "short", locale=babel_locale())
        for hour in (trail.opens_at, trail.shuts_at)
    )
    return between(first, last)


def price_text(trail: Trail) -> str:
    """Write the prices in the trail's own currency; empty when none is published."""
    if trail.price is None:
        return ""
    if not any((trail.price, trail.price_child, trail.price_concession)):
        return _("free of charge")
    text = amount_text(trail.price, trail.currency)
    if trail.price_child is not None:
        child = amount_text(trail.price_child, trail.currency)
        text = _("%(adult)s, children %(child)s") % {"adult": text, "child": child}
    if trail.price_concession is None:
        return text
    reduced = amount_text(trail.price_concession, trail.currency)
    return comma().join([text, _("concessions %(amount)s") % {"amount": reduced}])


def amount_text(amount: Decimal, currency: str) -> str:
    """Write what one person pays."""
    return format_money(amount, currency) if amount else _("free of charge")


def climb_text(trail: Trail) -> str:
    """Write the ascent."""
    return "" if trail.ascent_m is None else format_unit(trail.ascent_m, "m")


def steps_text(trail: Trail) -> str:
    """Write how many steps there are; empty when nobody counted."""
    if trail.steps is None:
        return ""
    if trail.steps == 0:
        return _("none")
    return ngettext("%(count)d step", "%(count)d steps", trail.steps) % {"count": trail.steps}
