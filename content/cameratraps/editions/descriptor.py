"""`datapackage.json` of an edition: what it is, how it was made coarse, under which terms, and how to cite it."""

import math
from collections.abc import Iterable
from datetime import date
from uuid import UUID

from django.conf import settings
from django.utils.translation import override

from content.base.choices import LICENCE_URLS, Licence
from content.cameratraps.camtrapdp.descriptor import TABLES
from content.cameratraps.editions.content import Content
from content.cameratraps.editions.identifiers import Identifiers
from content.cameratraps.editions.places import PRECISION, ZonePoint
from content.cameratraps.editions.schemas import OWN, address_of, own_schema
from content.cameratraps.editions.tables import Tables
from content.cameratraps.editions.words import SITE_NAME, VERSION, address, citation, title_of
from content.reserve.models import Side, Species

OFFICIAL = f"https://raw.githubusercontent.com/tdwg/camtrap-dp/{VERSION}/"
CLOSED = "other-closed"  # the name Open Definition has for terms that allow nothing
KM_OF_A_DEGREE = 111.2
GENERALIZATIONS = (
    "dataGeneralizations: Coordinates are replaced by the centroid of a large zone, rounded to a tenth of a "
    "degree; coordinateUncertainty is the radius of the smallest circle around it that holds the zone. One "
    "deployment stands for all cameras of a zone, so no effort can be worked out. Of dates the month is true, the "
    "day is always the 15th; of times the part of the day is true (dawn, day, dusk, night by the sun in the zone), "
    "told by a whole hour in its middle. Visits are public no sooner than both sides have released them and the "
    "embargo has passed. Identifiers are random and differ in every edition. People, vehicles, set-up of cameras, "
    "comments, cameras, and the names of those who worked with them are withheld. Observations are not tied to "
    "known individuals. A choice of footage, not a survey: it tells neither how many animals there are nor where "
    "they are absent."
)
SAMPLE = "SAMPLE DATA, made up to show the site: not a record of any animal. "


def descriptor(
    name: str, licence: str, day: date, content: Content, tables: Tables, identifiers: Identifiers
) -> dict:
    """Return the content of `datapackage.json`, in English."""
    with override("en"):
        title, cited = title_of(name), citation(name, day)
    intro = SAMPLE if content.is_sample else ""
    return {
        "resources": [*map(_official, TABLES), *map(_own, OWN)],
        "profile": f"{OFFICIAL}camtrap-dp-profile.json",
        "name": f"land-of-big-cats-{name}",
        "id": str(UUID(identifiers.new())),
        "created": f"{day.isoformat()}T00:00:00Z",
        "title": title,
        "contributors": _contributors(),
        "description": intro + GENERALIZATIONS,
        "version": name,
        "keywords": ["camera traps", "Panthera tigris", "Panthera pardus", "cross-border reserve"]
        + (["sample data"] if content.is_sample else []),
        "homepage": address(name, "en"),
        "licenses": _licences(licence, tables),
        "bibliographicCitation": cited,
        "project": {
            "id": "land-of-big-cats",
            "title": SITE_NAME,
            "path": settings.SITE_URL,
            "samplingDesign": "opportunistic",
            "captureMethod": ["activityDetection"],
            "individualAnimals": bool(tables.rows["individuals"]),
            "observationLevel": ["event"],
        },
        "coordinatePrecision": PRECISION,
        "spatial": _spatial(content.points.values()),
        "temporal": _temporal(tables),
        "taxonomic": _taxonomic(tables),
    }


def _official(table: str) -> dict:
    return {
        "name": table,
        "path": f"{table}.csv",
        "profile": "tabular-data-resource",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": f"{OFFICIAL}{table}-table-schema.json",
    }


def _own(table: str) -> dict:
    """Return a table of our own; its schema lies in the package too, so that nothing need be fetched to check it."""
    schema = own_schema(table)
    return {
        "name": table,
        "title": schema["title"],
        "description": schema["description"],
        "path": f"{table}.csv",
        "profile": "tabular-data-resource",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": {**schema, "homepage": address_of(table)},
    }


def _contributors() -> list[dict]:
    sides = [
        {
            "title": side.organisation_en or side.name_en,
            "role": "rightsHolder",
            **({"path": side.website} if side.website else {}),
        }
        for side in Side.objects.order_by("-code")
    ]
    return [{"title": SITE_NAME, "path": settings.SITE_URL, "role": "publisher"}, *sides]


def _licences(licence: str, tables: Tables) -> list[dict]:
    """Return the terms of the data, and those of the pictures; which picture has which stands in `media-credits`."""
    of_media = sorted({row["licence"] for row in tables.rows["media-credits"]}) or [licence]
    return [
        _licence(licence, "data"),
        *(_licence(one, "media") for one in of_media),
    ]


def _licence(licence: str, scope: str) -> dict:
    if licence == Licence.RESERVED:
        return {"name": CLOSED, "title": "All rights reserved", "scope": scope}
    return {"name": licence, "path": LICENCE_URLS[Licence(licence)], "scope": scope}


def _spatial(points: Iterable[ZonePoint]) -> dict:
    """Return a rectangle around all circles, to a tenth of a degree."""
    edges = [_edges(point) for point in points]
    west, south = (math.floor(min(edge[at] for edge in edges) * 10) / 10 for at in (0, 1))
    east, north = (math.ceil(max(edge[at] for edge in edges) * 10) / 10 for at in (2, 3))
    ring = [[west, south], [east, south], [east, north], [west, north], [west, south]]
    return {"type": "Polygon", "coordinates": [ring]}


def _edges(point: ZonePoint) -> tuple[float, float, float, float]:
    up = point.uncertainty / 1000 / KM_OF_A_DEGREE
    aside = up / math.cos(math.radians(point.latitude))
    return (
        point.longitude - aside,
        point.latitude - up,
        point.longitude + aside,
        point.latitude + up,
    )


def _temporal(tables: Tables) -> dict:
    deployments = tables.rows["deployments"]
    return {
        "start": min(row["deploymentStart"].date() for row in deployments).isoformat(),
        "end": max(row["deploymentEnd"].date() for row in deployments).isoformat(),
    }


def _taxonomic(tables: Tables) -> list[dict]:
    names = {
        row["scientificName"]
        for table in ("observations", "individuals", "population-estimates")
        for row in tables.rows[table]
    }
    species = Species.objects.filter(scientific_name__in=names).order_by("scientific_name")
    return [_taxon(one) for one in species]


def _taxon(species: Species) -> dict:
    names = {"eng": species.name_en, "rus": species.name_ru, "zho": species.name_zh_hans}
    return {
        "scientificName": species.scientific_name,
        "taxonRank": "subspecies" if species.scientific_name.count(" ") > 1 else "species",
        "vernacularNames": {language: name for language, name in names.items() if name},
    }
