"""The simplified map of the region under the drawings: public-domain and hand-drawn shapes, approximate.

No state border is drawn at the scale of a walk: a line that is off by a kilometre would mislead people on foot.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from content.trails.drawing.lines import clipped_lines, clipped_ring, simplified
from content.trails.drawing.projection import XY, Projection
from content.trails.drawing.svg import path_data

DATA_DIR = Path(__file__).resolve().parents[2] / "reserve" / "data"
LAYERS = {"country": "land", "area": "area", "lake": "water", "river": "river"}


@dataclass(frozen=True)
class Shape:
    """One thing of the basemap; `rings` for surfaces, `lines` for rivers, `place` for towns."""

    layer: str
    identifier: str
    names: dict[str, str]
    country: str
    rings: tuple[tuple[XY, ...], ...] = ()
    lines: tuple[tuple[XY, ...], ...] = ()
    place: XY | None = None

    def name_in(self, language: str) -> str:
        """Return the name in one of the site's languages."""
        return self.names.get(language.partition("-")[0]) or self.names.get("en", "")


@cache
def shapes() -> tuple[Shape, ...]:
    """Read the map data, once in the life of a process."""
    features = [
        feature
        for name in ("basemap", "areas")
        for feature in json.loads((DATA_DIR / f"{name}.geojson").read_text("utf-8"))["features"]
    ]
    return tuple(_shape(feature) for feature in features)


def _shape(feature: dict) -> Shape:
    properties, geometry = feature["properties"], feature["geometry"]
    kind, coordinates = geometry["type"], geometry["coordinates"]
    rings = lines = ()
    place = None
    if kind == "Polygon":
        rings = _lines(coordinates)
    elif kind == "MultiPolygon":
        rings = _lines([ring for polygon in coordinates for ring in polygon])
    elif kind == "LineString":
        lines = _lines([coordinates])
    elif kind == "MultiLineString":
        lines = _lines(coordinates)
    elif kind == "Point":
        place = (coordinates[0], coordinates[1])
    return Shape(
        layer=LAYERS.get(properties["kind"], properties["kind"]),
        identifier=feature.get("id") or "",
        names={code: properties.get(f"name_{code}") or "" for code in ("en", "ru", "zh")},
        country=properties.get("country") or properties.get("iso_a3") or "",
        rings=rings,
        lines=lines,
        place=place,
    )


def _lines(coordinates: list) -> tuple[tuple[XY, ...], ...]:
    return tuple(tuple((point[0], point[1]) for point in line) for line in coordinates)


def surfaces(projection: Projection, layer: str) -> Iterator[tuple[Shape, str]]:
    """Yield each surface of a layer that the sheet shows, as the `d` of a path."""
    frame = projection.bounds()
    for shape in shapes():
        if shape.layer != layer:
            continue
        rings = [_drawn(clipped_ring(ring, frame), projection) for ring in shape.rings]
        data = "".join(path_data(ring, closed=True) for ring in rings if len(ring) > 2)
        if data:
            yield shape, data


def rivers(projection: Projection) -> Iterator[tuple[Shape, str]]:
    """Yield each river that the sheet shows, as the `d` of a path."""
    frame = projection.bounds()
    for shape in shapes():
        if shape.layer == "river":
            pieces = [piece for line in shape.lines for piece in clipped_lines(line, frame)]
            data = "".join(path_data(_drawn(piece, projection)) for piece in pieces)
            if data:
                yield shape, data


def places(
    projection: Projection, layers: set[str], margin: float = 0
) -> Iterator[tuple[Shape, XY]]:
    """Yield the towns and villages on the sheet with their position, none nearer to its edge than `margin`."""
    for shape in shapes():
        if shape.place is None or shape.layer not in layers:
            continue
        x, y = projection.xy(*shape.place)
        if margin <= x <= projection.width - margin and margin <= y <= projection.height - margin:
            yield shape, (x, y)


def _drawn(points: list[XY], projection: Projection) -> list[XY]:
    return simplified([projection.xy(*point) for point in points], 0.3)
