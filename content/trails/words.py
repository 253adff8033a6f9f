"""The facts of a trail as a visitor reads them, in the active language."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from content.base.formats import (
    format_duration,
    format_list,
    format_money,
    format_unit,
    month_name,
)
from content.trails.models import Difficulty, Trail
from content.trails.months import spans


def length_text(trail: Trail) -> str:
    """Write the length: 1.8 km, or about 4 km."""
    if trail.length_km is None:
        return ""
    length = format_unit(trail.length_km.normalize() + 0, "km")
    return length if trail.length_is_certain else _("about %(length)s") % {"length": length}


def duration_text(trail: Trail) -> str:
    """Write how long the walk takes."""
    times = [minutes for minutes in (trail.duration_min, trail.duration_max) if minutes]
    if not times:
        return ""
    if times[0] == times[-1]:
        return format_duration(times[0])
    return _("%(shortest)s to %(longest)s") % {
        "shortest": format_duration(times[0]),
        "longest": format_duration(times[-1]),
    }


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
    """Write how many people may come together."""
    if not trail.max_party:
        return ""
    return ngettext("up to %(count)d person", "up to %(count)d people", trail.max_party) % {
        "count": trail.max_party
    }


def price_text(trail: Trail) -> str:
    """Write the price in the trail's own currency; empty when none is published."""
    if trail.price is None:
        return ""
    if trail.price == 0:
        return _("free of charge")
    adult = format_money(trail.price, trail.currency)
    if trail.price_child is None:
        return adult
    child = format_money(trail.price_child, trail.currency)
    return _("%(adult)s, children %(child)s") % {"adult": adult, "child": child}


def climb_text(trail: Trail) -> str:
    """Write the ascent."""
    return "" if trail.ascent_m is None else format_unit(trail.ascent_m, "m")
