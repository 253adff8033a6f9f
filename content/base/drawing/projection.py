"""From degrees to a drawing."""

from collections.abc import Iterable
from dataclasses import dataclass
from math import cos, radians

from content.base.drawing.svg import XY

METRES_PER_DEGREE = 111_195.0  # of latitude, on a sphere of the Earth's mean radius


@dataclass(frozen=True)
class Bounds:
    """A frame in degrees."""

    west: float
    south: float
    east: float
    north: float

    @classmethod
    def around(cls, places: Iterable[tuple[float, float]]) -> "Bounds":
        """Return the smallest frame that holds some places (longitude, latitude)."""
        lons, lats = zip(*((place[0], place[1]) for place in places), strict=True)
        return cls(min(lons), min(lats), max(lons), max(lats))

    @property
    def middle(self) -> tuple[float, float]:
        return (self.west + self.east) / 2, (self.south + self.north) / 2

    def has(self, lon: float, lat: float) -> bool:
        return self.west <= lon <= self.east and self.south <= lat <= self.north


@dataclass(frozen=True)
class Projection:
    """Places a small part of the globe on a sheet: equirectangular, true to scale in its middle."""

    lon: float  # of the middle
    lat: float
    metres_per_unit: float
    width: float
    height: float

    @classmethod
    def fitting(
        cls, bounds: Bounds, width: float, height: float, *, margin: float, least_metres: float = 0
    ) -> "Projection":
        """Return the largest scale at which `bounds` fits inside the sheet less its margins.

        `least_metres` is the least that the sheet's width shall show, so that a short walk is not blown up.
        """
        lon, lat = bounds.middle
        across = (bounds.east - bounds.west) * METRES_PER_DEGREE * cos(radians(lat))
        along = (bounds.north - bounds.south) * METRES_PER_DEGREE
        scale = max(
            across / (width - 2 * margin), along / (height - 2 * margin), least_metres / width, 0.01
        )
        return cls(lon, lat, scale, width, height)

    @classmethod
    def of(cls, bounds: Bounds, width: float) -> "Projection":
        """Return the sheet of a width that shows `bounds` and nothing else; its height follows."""
        lon, lat = bounds.middle
        across = (bounds.east - bounds.west) * METRES_PER_DEGREE * cos(radians(lat))
        along = (bounds.north - bounds.south) * METRES_PER_DEGREE
        return cls(lon, lat, across / width, width, along / across * width)

    def xy(self, lon: float, lat: float) -> XY:
        """Return where a place lies on the sheet; y grows downwards."""
        metres_east = (lon - self.lon) * METRES_PER_DEGREE * cos(radians(self.lat))
        metres_north = (lat - self.lat) * METRES_PER_DEGREE
        return (
            self.width / 2 + metres_east / self.metres_per_unit,
            self.height / 2 - metres_north / self.metres_per_unit,
        )

    def units(self, metres: float) -> float:
        return metres / self.metres_per_unit

    def bounds(self, spare: float = 0.05) -> Bounds:
        """Return the frame that the sheet shows, a little larger so that cut edges stay out of sight."""
        half_lat = self.height / 2 * self.metres_per_unit / METRES_PER_DEGREE * (1 + spare)
        half_lon = (
            self.width / 2 * self.metres_per_unit / METRES_PER_DEGREE / cos(radians(self.lat))
        ) * (1 + spare)
        return Bounds(
            self.lon - half_lon, self.lat - half_lat, self.lon + half_lon, self.lat + half_lat
        )

    @property
    def corners(self) -> str:
        """Return south, west, north, east of the sheet in degrees, for a map library."""
        frame = self.bounds(spare=0)
        return f"{frame.south:.5f} {frame.west:.5f} {frame.north:.5f} {frame.east:.5f}"
