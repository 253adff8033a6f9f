"""Who can use a trail, as a short list of facts."""

from django.utils.translation import gettext as _

from content.base.formats import format_unit
from content.trails import words
from content.trails.models import Trail
from content.trails.tracks import steepest


def access_facts(trail: Trail) -> list[dict[str, str]]:
    """Return what is known, surface first; a value nobody entered has no line."""
    facts = [
        (_("Surface"), trail.get_surface_display()),
        (_("Narrowest place"), format_unit(trail.width_cm, "cm") if trail.width_cm else ""),
        (_("Steepest slope"), slope_text(trail)),
        (_("Steps"), words.steps_text(trail)),
        (_("Wheelchair"), trail.get_wheelchair_display()),
        (_("Pushchair"), trail.get_pushchair_display()),
    ]
    return [{"label": label, "value": value} for label, value in facts if value]


def slope_text(trail: Trail) -> str:
    """Write the steepest slope of the track; empty while it has no heights."""
    slope = steepest(trail.track)
    return "" if slope is None else format_unit(slope, "%")
