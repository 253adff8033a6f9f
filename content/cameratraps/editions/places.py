"""The point that stands for a zone, and how far from it a camera may be. It is the same in every edition."""

import math
from dataclasses import dataclass

import shapely
from shapely.geometry.base import BaseGeometry

from content.cameratraps.outlines import EARTH_KM, middle_of

PRECISION = 0.1  # degrees; about 11 by 8 km here
WHOLE = 1000  # metres: the uncertainty is told in whole kilometres, rounded up


@dataclass(frozen=True)
class ZonePoint:
    """Longitude, latitude, and the radius in metres of the smallest circle around them that holds the zone."""

    longitude: float
    latitude: float
    uncertainty: int


def point_of(outline: BaseGeometry) -> ZonePoint | None:
    """Return the centroid to a tenth of a degree; None for a zone so narrow that no such point lies in it.

    Where rounding leads out of the zone, the nearest tenth within it stands in.
    """
    place = middle_of(outline)
    if not outline.covers(shapely.Point(place)):
        place = _nearest_within(outline, place)
    if place is None:
        return None
    farthest = max(_metres(place, corner) for corner in shapely.get_coordinates(outline))
    return ZonePoint(*place, uncertainty=math.ceil(farthest / WHOLE) * WHOLE)


def _nearest_within(
    outline: BaseGeometry, place: tuple[float, float]
) -> tuple[float, float] | None:
    west, south, east, north = (round(side / PRECISION) for side in outline.bounds)
    tenths = (
        (round(x * PRECISION, 1), round(y * PRECISION, 1))
        for x in range(west, east + 1)
        for y in range(south, north + 1)
    )
    within = [tenth for tenth in tenths if outline.covers(shapely.Point(tenth))]
    return min(within, key=lambda tenth: (_metres(place, tenth), tenth), default=None)


def _metres(one: tuple[float, float], other) -> float:
    """Return the distance of two places over the globe (haversine); longitude stands first."""
    (x, y), (u, v) = map(math.radians, one), map(math.radians, other)
    half = math.sin((v - y) / 2) ** 2 + math.cos(y) * math.cos(v) * math.sin((u - x) / 2) ** 2
    return 2000 * EARTH_KM * math.asin(math.sqrt(half))
