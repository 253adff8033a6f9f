"""The schemas of our own tables, published under addresses of the site (Table Schema, Frictionless Data)."""

import json
from functools import cache
from pathlib import Path

from django.conf import settings
from django.urls import reverse

from content.cameratraps.camtrapdp.rules import FOLDER as FIELDS_OF_THE_STANDARD

FOLDER = Path(__file__).parent / "fields"
OWN = ("individuals", "population-estimates", "media-credits")


@cache
def own_schema(table: str) -> dict:
    """Return the schema of one of our own tables."""
    return json.loads((FOLDER / f"{table}.json").read_text(encoding="utf-8"))


def address_of(table: str) -> str:
    return settings.SITE_URL + reverse("cameratraps:schema", args=[table])


@cache
def columns_of(table: str) -> tuple[str, ...]:
    """Return the columns of a table in the order of its schema."""
    if table in OWN:
        schema = own_schema(table)
    else:
        path = FIELDS_OF_THE_STANDARD / f"{table}.json"
        schema = json.loads(path.read_text(encoding="utf-8"))
    return tuple(field["name"] for field in schema["fields"])
