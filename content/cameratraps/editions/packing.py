"""An edition as bytes: tables as CSV, the whole as a ZIP archive without a date or name of the machine that made it."""

import csv
import io
import json
import zipfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import BinaryIO

from content.base.choices import Licence
from content.cameratraps.camtrapdp.descriptor import TABLES
from content.cameratraps.editions.animals import estimates, individuals
from content.cameratraps.editions.content import Content
from content.cameratraps.editions.descriptor import descriptor
from content.cameratraps.editions.identifiers import Identifiers
from content.cameratraps.editions.schemas import OWN, columns_of
from content.cameratraps.editions.tables import Observed, Row, Tables

DESCRIPTOR = "datapackage.json"
NO_DATE = (1980, 1, 1, 0, 0, 0)  # the first there is in a ZIP archive


@dataclass
class Package:
    """A package in memory: file name → bytes; the keys of its frames; how much is in it."""

    files: dict[str, bytes]
    keys: dict[int, str]
    counts: dict[str, int]
    left_out: dict[str, int] = field(
        default_factory=dict
    )  # code of a zone without outline → visits


def package_of(
    content: Content,
    name: str,
    day: date,
    *,
    licence: str = Licence.CC_BY,
    with_frames: bool = True,
    identifiers: Identifiers | None = None,
) -> Package:
    """Make the files of an edition."""
    identifiers = identifiers or Identifiers()
    tables = Tables()
    Observed(content, identifiers, with_frames=with_frames).write(tables)
    tables.add("individuals", individuals(content, identifiers), "individualID")
    tables.add("population-estimates", estimates(identifiers), "estimateID")
    told = descriptor(name, licence, day, content, tables, identifiers)
    files = {DESCRIPTOR: json.dumps(told, ensure_ascii=False, indent=2).encode() + b"\n"}
    for table in (*TABLES, *OWN):
        files[f"{table}.csv"] = _csv(columns_of(table), tables.rows[table])
    left_out = {zone.code: number for zone, number in content.left_out.items()}
    return Package(files, tables.keys, _counts(content, tables), left_out)


def _counts(content: Content, tables: Tables) -> dict[str, int]:
    return {
        **{table.replace("-", "_"): len(tables.rows[table]) for table in (*TABLES, *OWN)},
        "species": len({visit.species_id for visit in content.visits}),
        "first_year": min(visit.year for visit in content.visits),
        "last_year": max(visit.year for visit in content.visits),
    }


def _csv(columns: Iterable[str], rows: Iterable[Row]) -> bytes:
    text = io.StringIO()
    writer = csv.DictWriter(text, list(columns), restval="", lineterminator="\n")
    writer.writeheader()
    for row in rows:
        writer.writerow({name: _cell(value) for name, value in row.items()})
    return text.getvalue().encode()


def _cell(value: object) -> object:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, datetime | date):
        return value.isoformat()
    return "" if value is None else value


def write_archive(files: Mapping[str, bytes], target: BinaryIO) -> None:
    """Write files into a ZIP archive, the same bytes for the same files."""
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            entry = zipfile.ZipInfo(name, NO_DATE)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, data)
