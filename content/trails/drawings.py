"""The drawings of one trail with the words that stand for them."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from content.base.drawing.chart import Chart
from content.base.facts import fact_text
from content.base.formats import format_unit, sentences
from content.base.languages import html_lang
from content.trails import queries
from content.trails.closures import closures_on
from content.trails.drawing.locator import draw_locator
from content.trails.drawing.profile import Profile, draw_profile
from content.trails.drawing.trail_map import draw_map
from content.trails.models import Trail
from content.trails.places import Stop, stops
from content.trails.tracks import climb, distances


@dataclass(frozen=True)
class DrawnMap:
    """The map of a trail on a page of another section."""

    svg: str
    name: str
    url: str
    lang: str
    stops: list[Stop]
    is_sample: bool


def drawn_map(trail: Trail | None, language: str) -> DrawnMap | None:
    """Return the map of a trail; None without a track or while no page of the trail is public."""
    pages = queries.trail_pages(language, {"trails": [trail.pk]}) if trail else []
    if not pages:
        return None
    page, full = pages[0], queries.trail_of(pages[0])
    placed = stops(full)
    drawn = drawings_of(full, placed)
    if not drawn:
        return None
    own = page.locale.language_code
    return DrawnMap(
        svg=drawn["map_svg"],
        name=page.title,
        url=page.url,
        lang="" if own == language else html_lang(own),
        stops=placed,
        is_sample=full.is_sample_track,
    )


def drawings_of(trail: Trail, placed: list[Stop]) -> dict:
    """Return map, locator, files and, where there are heights, the profile; nothing without a track."""
    if len(trail.track) < 2:
        return {}
    name = fact_text(trail, "name").text
    is_closed = bool(closures_on(trail, trail.today()))
    drawn: dict = {
        "map_svg": draw_map(
            trail.track,
            placed,
            title=_("Map: %(trail)s") % {"trail": name},
            description=_map_description(trail, placed, is_closed),
            meeting=_meeting(trail),
            is_closed=is_closed,
        ),
        "locator_svg": draw_locator(
            *trail.track[0][:2],
            title=_("Where it is: %(trail)s") % {"trail": name},
            description=_("Outline of the reserve with a mark at the start of the trail."),
        ),
        "downloads": [
            {
                "label": _("Track as GPX file"),
                "url": reverse("trails:track_gpx", args=[trail.slug]),
            },
            {
                "label": _("Track as KML file"),
                "url": reverse("trails:track_kml", args=[trail.slug]),
            },
        ],
    }
    if trail.has_heights:
        drawn["profile"] = _profile(trail, placed, name)
    return drawn


def meeting_map(trail: Trail, *, is_marked: bool, is_closed: bool) -> str:
    """Return the map of a trail without its stops, for people on their way to it; nothing without a track.

    `is_marked` puts a mark at the trail's own meeting point.
    """
    if len(trail.track) < 2:
        return ""
    return draw_map(
        trail.track,
        [],
        title=_("Map: %(trail)s") % {"trail": fact_text(trail, "name").text},
        description=_map_description(trail, [], is_closed),
        meeting=_meeting(trail) if is_marked else None,
        is_closed=is_closed,
    )


def _profile(trail: Trail, placed: list[Stop], name: str) -> Chart:
    profile = Profile.of(trail.track)
    summary = profile_summary(profile)
    return Chart(
        caption=_("Height along the way"),
        seen=summary,
        svg=draw_profile(
            profile,
            placed,
            title=_("Elevation profile: %(trail)s") % {"trail": name},
            description=summary,
        ),
        columns=[_("Way, km"), _("Height, m")],
        rows=profile.rows(),
        is_sample=trail.is_sample_track,
    )


def profile_summary(profile: Profile) -> str:
    """Say in two sentences what the drawing shows."""
    km, top = profile.highest()
    up, down = climb(profile.heights)
    return _(
        "The way starts at %(start)s above the sea, is highest at %(top)s after %(km)s "
        "and ends at %(end)s. In all it climbs %(up)s and descends %(down)s."
    ) % {
        "start": format_unit(round(profile.heights[0]), "m"),
        "top": format_unit(round(top), "m"),
        "km": format_unit(round(km, 1), "km"),
        "end": format_unit(round(profile.heights[-1]), "m"),
        "up": format_unit(round(up), "m"),
        "down": format_unit(round(down), "m"),
    }


def _meeting(trail: Trail) -> tuple[float, float] | None:
    if trail.meeting_lon is None or trail.meeting_lat is None:
        return None
    return trail.meeting_lon, trail.meeting_lat


def _map_description(trail: Trail, placed: list[Stop], is_closed: bool) -> str:
    """Say what the map shows for people who do not see it."""
    text = _("Schematic map of the trail: %(kind)s, %(length)s.") % {
        "kind": trail.get_route_type_display(),
        "length": format_unit(round(distances(trail.track)[-1] / 1000, 1), "km"),
    }
    if is_closed:
        text = sentences(text, _("The trail is closed today."))
    if not placed:
        return text
    places = ngettext(
        "%(count)d numbered place is named below the map.",
        "%(count)d numbered places are named below the map.",
        len(placed),
    ) % {"count": len(placed)}
    return sentences(text, places)
