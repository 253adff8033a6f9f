"""From degrees to a drawing: an equirectangular view of a small window, true to scale in its middle."""

from dataclasses import dataclass
from math import cos, radians

KM_PER_DEGREE = 111.32


@dataclass(frozen=True)
class Window:
    """A rectangle of the earth (degrees) drawn `width` units wide; y grows downward, as in SVG."""

    west: float
    south: float
    east: float
    north: float
    width: float = 800.0

    @property
    def _shrink(self) -> float:
        return cos(radians((self.south + self.north) / 2))

    @property
    def scale(self) -> float:
        """Units of the drawing for one degree of latitude."""
        return self.width / ((self.east - self.west) * self._shrink)

    @property
    def height(self) -> float:
        return (self.north - self.south) * self.scale

    @property
    def units_per_km(self) -> float:
        return self.scale / KM_PER_DEGREE

    def project(self, lon: float, lat: float) -> tuple[float, float]:
        """Return x, y of a longitude and latitude (in this order)."""
        x = (lon - self.west) * self._shrink * self.scale
        return round(x, 1), round((self.north - lat) * self.scale, 1)


def path_data(lines: list, window: Window, *, close: bool) -> str:
    """Return SVG path data of rings or lines of [lon, lat] positions; points closer than half a unit are left out."""
    parts = []
    for line in lines:
        points = _thinned([window.project(lon, lat) for lon, lat, *_rest in line])
        if len(points) > 1:
            parts.append("M" + "L".join(f"{x:g} {y:g}" for x, y in points) + ("Z" if close else ""))
    return "".join(parts)


def _thinned(points: list[tuple[float, float]]) -> list[tuple[float, float]]:
    kept = points[:1]
    for x, y in points[1:]:
        last_x, last_y = kept[-1]
        if abs(x - last_x) + abs(y - last_y) >= 0.7:
            kept.append((x, y))
    return kept


def rings(geometry: dict) -> list:
    """Return all rings of a Polygon or MultiPolygon, or the lines of a (Multi)LineString."""
    coordinates = geometry["coordinates"]
    match geometry["type"]:
        case "Polygon" | "MultiLineString":
            return coordinates
        case "MultiPolygon":
            return [ring for polygon in coordinates for ring in polygon]
        case "LineString":
            return [coordinates]
    raise ValueError(geometry["type"])
