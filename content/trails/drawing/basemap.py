"""The simplified map of the region under the drawings: public-domain and hand-drawn shapes, approximate.

No state border is drawn at the scale of a walk: a line that is off by a kilometre would mislead people on foot.
"""

from collections.abc import Iterator

from content.base.drawing.lines import clipped_lines, clipped_ring, simplified
from content.base.drawing.projection import XY, Projection
from content.base.drawing.svg import path_data
from content.reserve.drawing import geodata
from content.reserve.drawing.geodata import rings

# Layer → where it is kept, and as what.
SURFACES = {
    "land": ("basemap", "country"),
    "lake": ("basemap", "lake"),
    "area": ("areas", "area"),
}


def surfaces(projection: Projection, layer: str) -> Iterator[tuple[dict, str]]:
    """Yield each surface of a layer that the sheet shows: the feature, and the `d` of a path."""
    frame = projection.bounds()
    for feature in geodata.of_kind(*SURFACES[layer]):
        cut = (clipped_ring(ring, frame) for ring in rings(feature["geometry"]))
        data = "".join(
            path_data(_drawn(ring, projection), closed=True) for ring in cut if len(ring) > 2
        )
        if data:
            yield feature, data


def rivers(projection: Projection) -> Iterator[str]:
    """Yield the `d` of a path for each river that the sheet shows."""
    frame = projection.bounds()
    for feature in geodata.of_kind("basemap", "river"):
        pieces = (
            piece for line in rings(feature["geometry"]) for piece in clipped_lines(line, frame)
        )
        data = "".join(path_data(_drawn(piece, projection)) for piece in pieces)
        if data:
            yield data


def towns(projection: Projection, margin: float = 0) -> Iterator[tuple[dict, XY]]:
    """Yield the towns and villages on the sheet, none nearer to its edge than `margin`."""
    for feature in geodata.of_kind("areas", "city", "town", "village"):
        x, y = projection.xy(*feature["geometry"]["coordinates"])
        if margin <= x <= projection.width - margin and margin <= y <= projection.height - margin:
            yield feature, (x, y)


def _drawn(points: list[XY], projection: Projection) -> list[XY]:
    return simplified([projection.xy(*point) for point in points], 0.3)
