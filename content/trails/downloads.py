"""What the files of a trail say besides its line, the same in every format; nothing about any person."""

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from content.base.facts import fact_text
from content.trails.places import stops

if TYPE_CHECKING:
    from content.trails.models import Trail

_UNSAFE_NAME = re.compile(r'[\\/:*?"<>|\x00-\x1f\x7f]+')


@dataclass(frozen=True)
class Waypoint:
    """A named place of the file, in the active language."""

    name: str
    description: str
    kind: str
    lon: float
    lat: float


def description_of(trail: "Trail") -> str:
    """Return the lead of a trail, before it a warning if its track is a sample."""
    lead = fact_text(trail, "lead").text
    if not trail.is_sample_track:
        return lead
    warning = _(
        "Sample track, invented for this demonstration site. Do not use it to find your way."
    )
    return f"{warning} {lead}".strip()


def waypoints_of(trail: "Trail") -> list[Waypoint]:
    """Return the meeting point and the points of interest that have a place."""
    found = []
    if trail.meeting_lon is not None and trail.meeting_lat is not None:
        where = fact_text(trail, "meeting_point").text
        found.append(Waypoint(_("Meeting point"), where, "", trail.meeting_lon, trail.meeting_lat))
    found.extend(
        Waypoint(stop.name.text, stop.kind_name, stop.kind, stop.lon, stop.lat)
        for stop in stops(trail)
    )
    return found


def file_name(trail: "Trail", ending: str) -> str:
    """Return the name of the download in the active language, safe on every system."""
    name = _UNSAFE_NAME.sub(" ", fact_text(trail, "name").text or trail.slug)
    return f"{' '.join(name.split())[:80].strip(' .') or trail.slug}.{ending}"
