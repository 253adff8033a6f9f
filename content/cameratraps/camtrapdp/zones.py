"""From a position to the name of a zone, in memory; the position goes no further."""

from dataclasses import dataclass

import shapely
from shapely.geometry.base import BaseGeometry

from content.cameratraps.models import Zone
from content.cameratraps.outlines import middle_of, read_outline


@dataclass(frozen=True)
class KnownZone:
    """A zone as far as an import needs it."""

    pk: int
    side: str
    middle: tuple[float, float]  # longitude, latitude
    outline: BaseGeometry


class ZoneFinder:
    """The zones with outlines, of one side or of both."""

    def __init__(self, side: str | None = None) -> None:
        zones = Zone.objects.filter(outline__isnull=False).order_by("code")
        if side:
            zones = zones.filter(side_id=side)
        self.zones = [_known(zone) for zone in zones if zone.takes_packages]

    def find(self, longitude: float, latitude: float) -> KnownZone | None:
        """Return the zone a place lies in, its edge included; None outside of all."""
        point = shapely.Point(longitude, latitude)
        return next((zone for zone in self.zones if zone.outline.covers(point)), None)


def _known(zone: Zone) -> KnownZone:
    outline = read_outline(zone.outline)
    shapely.prepare(outline)
    return KnownZone(zone.pk, zone.side_id, middle_of(outline), outline)
