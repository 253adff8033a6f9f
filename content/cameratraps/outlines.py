"""The outline of a zone: a GeoJSON polygon, drawn large, longitude before latitude, WGS 84."""

import math
from collections.abc import Iterable

import shapely
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from shapely.geometry import shape
from shapely.geometry.base import BaseGeometry

EARTH_KM = 6371.0088
MAX_POINTS = 500  # a line drawn by hand; more would follow something real
OVERLAP_KM2 = 1.0


def read_outline(given: object) -> BaseGeometry:
    """Return the polygon of a GeoJSON geometry, or of a feature with one. Raises ValidationError."""
    geometry = given.get("geometry", given) if isinstance(given, dict) else None
    if not isinstance(geometry, dict) or geometry.get("type") not in ("Polygon", "MultiPolygon"):
        raise ValidationError(_("The outline is a GeoJSON geometry: a Polygon or a MultiPolygon."))
    try:
        polygon = shape(geometry)
    except (ValueError, TypeError, KeyError, IndexError, AttributeError, shapely.GEOSException):
        raise ValidationError(_("The outline cannot be read as GeoJSON.")) from None
    _check(polygon)
    return polygon


def _check(polygon: BaseGeometry) -> None:
    if polygon.is_empty or not polygon.is_valid:
        raise ValidationError(_("The outline crosses itself, or is empty."))
    if shapely.get_num_coordinates(polygon) > MAX_POINTS:
        raise ValidationError(
            _("The outline is drawn too finely (the most points: %(points)d). Draw it larger.")
            % {"points": MAX_POINTS}
        )
    west, south, east, north = polygon.bounds
    if not all(map(math.isfinite, polygon.bounds)) or not (
        -180 <= west <= east <= 180 and -90 <= south <= north <= 90
    ):
        raise ValidationError(
            _("A point of the outline is not on the globe. Longitude stands before latitude.")
        )


def area_km2(polygon: BaseGeometry) -> float:
    """Return the area of a polygon, by the sinusoidal projection, which keeps areas."""

    parts = getattr(polygon, "geoms", [polygon])
    return sum(_flat(part).area for part in parts if part.geom_type == "Polygon")


def _flat(polygon: shapely.Polygon) -> shapely.Polygon:
    rings = [[_projected(*point) for point in ring.coords] for ring in polygon.interiors]
    return shapely.Polygon([_projected(*point) for point in polygon.exterior.coords], rings)


def _projected(longitude: float, latitude: float, *_height: float) -> tuple[float, float]:
    north = math.radians(latitude)
    return EARTH_KM * math.radians(longitude) * math.cos(north), EARTH_KM * north


def middle_of(polygon: BaseGeometry) -> tuple[float, float]:
    """Return longitude and latitude of the middle of an outline, to a tenth of a degree."""
    return round(polygon.centroid.x, 1), round(polygon.centroid.y, 1)


def overlaps(polygon: BaseGeometry, others: Iterable[BaseGeometry]) -> bool:
    """Say whether an outline shares more than a drawn edge with others: a place has one zone."""
    return any(area_km2(polygon.intersection(other)) > OVERLAP_KM2 for other in others)
