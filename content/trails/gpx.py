"""GPX 1.0 and 1.1 in, GPX 1.1 out. Only places and heights are taken from a file: no times, names or devices."""

import re
from typing import TYPE_CHECKING
from xml.parsers import expat

import gpxpy
import gpxpy.gpx
from django.utils.translation import gettext as _

from content.base.facts import fact_text
from content.trails.downloads import description_of, waypoints_of
from content.trails.tracks import thinned

if TYPE_CHECKING:
    from content.trails.models import Trail

MAX_BYTES = 5 * 1024 * 1024
MAX_POINTS = 50_000
# The frame of the reserve's map: west, south, east, north.
REGION = (129.0, 42.0, 133.5, 45.0)
HEIGHTS = (-500.0, 3000.0)
CREATOR = "Land of Big Cats"
CONTENT_TYPE = "application/gpx+xml"
_ENCODING = re.compile(rb"""^\s*<\?xml[^>]*encoding=["']([A-Za-z0-9._-]+)["']""")
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")


class GpxError(Exception):
    """A file that is no usable track; its text says the line and the reason in the reader's language."""

    def __init__(self, reason: str, line: int | None = None) -> None:
        self.line = line
        text = _("Line %(line)d: %(reason)s") % {"line": line, "reason": reason} if line else reason
        super().__init__(text)


def read_gpx(data: bytes) -> list[list[float | None]]:
    """Return the points of the one track (or route) in a file; raise GpxError on anything else."""
    if len(data) > MAX_BYTES:
        raise GpxError(_("The file is larger than %(size)d MB.") % {"size": MAX_BYTES // 2**20})
    text = _decoded(data)
    _LineChecker().check(text)
    try:
        gpx = gpxpy.parse(text)
    except (gpxpy.gpx.GPXException, ValueError) as error:
        raise GpxError(_("The file cannot be read as GPX.")) from error
    points = [[p.longitude, p.latitude, p.elevation] for p in _only_line(gpx)]
    track = thinned(points)
    if len(track) < 2:
        raise GpxError(_("The track has fewer than two different points."))
    return track


def _decoded(data: bytes) -> str:
    if not data.strip():
        raise GpxError(_("The file is empty."))
    declared = _ENCODING.match(data)
    name = declared[1].decode("ascii") if declared else "utf-8"
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        name = "utf-16"
    elif name.lower().replace("-", "") == "utf8":
        name = "utf-8-sig"
    try:
        text = data.decode(name)
    except (LookupError, UnicodeError) as error:
        raise GpxError(_("The file is not text: is it a GPX file?")) from error
    return _DECLARATION.sub("", text, count=1)


def _only_line(gpx: gpxpy.gpx.GPX) -> list:
    lines = [[p for segment in track.segments for p in segment.points] for track in gpx.tracks]
    lines = [line for line in lines if line] or [r.points for r in gpx.routes if r.points]
    if not lines:
        raise GpxError(_("The file holds no track and no route."))
    if len(lines) > 1:
        raise GpxError(
            _("The file holds %(count)d tracks: leave one of them.") % {"count": len(lines)}
        )
    return lines[0]


class _LineChecker:
    """Walks through the file once to name the line of the first thing that is wrong."""

    def check(self, text: str) -> None:
        self.depth = self.points = 0
        self.height: str | None = None
        self.parser = parser = expat.ParserCreate()
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._characters
        parser.StartDoctypeDeclHandler = self._doctype
        try:
            parser.Parse(text, True)
        except expat.ExpatError as error:
            raise GpxError(_("This is not well-formed XML."), error.lineno) from error

    def _fail(self, reason: str) -> None:
        raise GpxError(reason, self.parser.CurrentLineNumber)

    def _doctype(self, *args) -> None:
        self._fail(_("A document type declaration is not allowed."))

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        name = name.rpartition(":")[2]
        if self.depth == 0 and name != "gpx":
            self._fail(_("The file does not begin with <gpx>."))
        self.depth += 1
        if name in {"trkpt", "rtept"}:
            self._check_place(attributes)
        self.height = "" if name == "ele" else None

    def _check_place(self, attributes: dict[str, str]) -> None:
        self.points += 1
        if self.points > MAX_POINTS:
            self._fail(_("The track has more than %(count)d points.") % {"count": MAX_POINTS})
        lon, lat = (self._number(attributes.get(key), key) for key in ("lon", "lat"))
        west, south, east, north = REGION
        if not (west <= lon <= east and south <= lat <= north):
            self._fail(
                _("The point %(lat)s, %(lon)s is outside the map of the reserve.")
                % {"lat": lat, "lon": lon}
            )

    def _number(self, text: str | None, name: str) -> float:
        if text is None:
            self._fail(_("“%(name)s” is missing.") % {"name": name})
        try:
            return float(text)
        except ValueError:
            self._fail(_("“%(text)s” is not a number.") % {"text": text[:40]})

    def _characters(self, text: str) -> None:
        if self.height is not None:
            self.height += text

    def _end(self, name: str) -> None:
        self.depth -= 1
        if self.height is not None and name.rpartition(":")[2] == "ele":
            height = self._number(self.height.strip(), "ele")
            low, high = HEIGHTS
            if not low <= height <= high:
                self._fail(_("A height of %(height)s m cannot be right.") % {"height": height})
        self.height = None


def write_gpx(trail: "Trail", *, address: str = "") -> str:
    """Return a trail as GPX 1.1 with its names in the active language; nothing about any person."""
    gpx = gpxpy.gpx.GPX()
    gpx.creator = CREATOR
    gpx.name = fact_text(trail, "name").text
    gpx.description = description_of(trail)
    if address:
        gpx.link = address
    line = gpxpy.gpx.GPXTrack(name=gpx.name, description=gpx.description)
    points = [gpxpy.gpx.GPXTrackPoint(lat, lon, elevation=ele) for lon, lat, ele in trail.track]
    line.segments.append(gpxpy.gpx.GPXTrackSegment(points))
    gpx.tracks.append(line)
    gpx.waypoints.extend(
        gpxpy.gpx.GPXWaypoint(
            place.lat,
            place.lon,
            name=place.name,
            description=place.description or None,
            type=place.kind or None,
        )
        for place in waypoints_of(trail)
    )
    return gpx.to_xml(version="1.1")
