"""KML 2.2 out: the line and the named places of a trail, for maps that do not read GPX."""

from fastkml import KML, AtomLink, Document, Placemark
from fastkml.enums import AltitudeMode
from fastkml.geometry import create_kml_geometry
from pygeoif.geometry import LineString, Point

from content.base.facts import fact_text
from content.trails.downloads import Waypoint, description_of, waypoints_of
from content.trails.models import Trail

CONTENT_TYPE = "application/vnd.google-earth.kml+xml"


def write_kml(trail: Trail, *, address: str = "") -> str:
    """Return a trail as KML 2.2 with its names in the active language; nothing about any person."""
    name = fact_text(trail, "name").text
    line = Placemark(name=name, description=description_of(trail), kml_geometry=_line(trail))
    document = Document(
        name=name,
        description=description_of(trail),
        atom_link=AtomLink(href=address) if address else None,
        features=[line, *map(_placemark, waypoints_of(trail))],
    )
    body = KML(features=[document]).to_string(prettyprint=False)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{body}'


def _line(trail: Trail):
    """Return the line on the ground, its heights with it when every point has one."""
    depth = 3 if trail.has_heights else 2
    points = [tuple(point[:depth]) for point in trail.track]
    return create_kml_geometry(
        LineString(points), tessellate=True, altitude_mode=AltitudeMode.clamp_to_ground
    )


def _placemark(place: Waypoint) -> Placemark:
    return Placemark(
        name=place.name,
        description=place.description or None,
        geometry=Point(place.lon, place.lat),
    )
