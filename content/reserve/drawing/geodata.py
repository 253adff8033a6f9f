"""The shipped map data, read once a process. See `content/reserve/data/README.md` for origin and accuracy."""

import json
from functools import cache
from pathlib import Path

DATA_DIR = Path(__file__).resolve().parent.parent / "data"
GEO_NAME = {"en": "name_en", "ru": "name_ru", "zh-hans": "name_zh"}


@cache
def features(name: str) -> tuple[dict, ...]:
    """Return the features of `areas` or `basemap`."""
    text = (DATA_DIR / f"{name}.geojson").read_text(encoding="utf-8")
    return tuple(json.loads(text)["features"])


def of_kind(name: str, *kinds: str) -> list[dict]:
    """Return the features whose `kind` is one of those given."""
    return [feature for feature in features(name) if feature["properties"]["kind"] in kinds]


def name_in(feature: dict, language: str) -> str:
    """Return a feature's name in a language of the site."""
    return feature["properties"][GEO_NAME[language]]


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
