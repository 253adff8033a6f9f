"""Where the points of interest of a trail lie, for the map, the profile and the download alike."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from content.base.facts import FactText, fact_text
from content.base.formats import format_unit
from content.trails.models.points import PointKind
from content.trails.point_icons import ICONS
from content.trails.tracks import Track, distance_m, distances, point_at, share_near

if TYPE_CHECKING:
    from content.trails.models import PointOfInterest, Trail

BESIDE_THE_TRAIL_M = 300


@dataclass(frozen=True)
class Stop:
    """A point of interest with its number on the map; `share` (0–1) is None when it lies off the way."""

    number: int
    kind: str
    kind_name: str
    name: FactText
    lon: float
    lat: float
    share: float | None
    km: float | None

    @property
    def icon(self) -> str:
        """Return the name of the drawing for its kind."""
        return ICONS[PointKind(self.kind)]

    @property
    def km_text(self) -> str:
        """Write how far along the way it is; at the start there is nothing to say."""
        return format_unit(round(self.km, 1), "km") if self.km and self.km >= 0.05 else ""


def stops(trail: "Trail") -> list[Stop]:
    """Return the points that can be placed, in the order of the way, numbered from 1."""
    found = [place for point in trail.points.all() if (place := _placed(point, trail.track))]
    found.sort(key=lambda place: 2.0 if place[3] is None else place[3])
    whole_km = distances(trail.track)[-1] / 1000 if trail.track else 0.0
    return [
        Stop(
            number=number,
            kind=point.kind,
            kind_name=point.get_kind_display(),
            name=fact_text(point, "name"),
            lon=lon,
            lat=lat,
            share=share,
            km=None if share is None else share * whole_km,
        )
        for number, (point, lon, lat, share) in enumerate(found, start=1)
    ]


def _placed(
    point: "PointOfInterest", track: Track
) -> tuple["PointOfInterest", float, float, float | None] | None:
    if point.lon is not None and point.lat is not None:
        return point, point.lon, point.lat, _share_beside(track, point.lon, point.lat)
    if point.at is not None and len(track) > 1:
        return point, *point_at(track, point.at), point.at
    return None


def _share_beside(track: Track, lon: float, lat: float) -> float | None:
    if len(track) < 2:
        return None
    share = share_near(track, lon, lat)
    near = distance_m(point_at(track, share), (lon, lat)) <= BESIDE_THE_TRAIL_M
    return share if near else None
