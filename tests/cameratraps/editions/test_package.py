"""An edition is a valid Camtrap DP package, coarse, without a trace, and the same again when it is read."""

import csv
import io
import json
import random
import re
import zipfile
from collections import Counter
from datetime import date, datetime
from pathlib import Path

import frictionless
import pytest
from django.core.management import CommandError, call_command
from frictionless import Package
from jsonschema import Draft7Validator
from referencing import Registry, Resource

from content.base.scanning import findings_in
from content.cameratraps.camtrapdp import check_package
from content.cameratraps.camtrapdp.rules import FOLDER
from content.cameratraps.editions.content import released_content
from content.cameratraps.editions.identifiers import Identifiers
from content.cameratraps.editions.packing import package_of
from content.cameratraps.editions.services import make_edition
from content.cameratraps.models import Edition, Event
from tests.cameratraps.camtrapdp.test_real_package import SCHEMAS

pytestmark = pytest.mark.django_db
DAY = date(2026, 11, 30)
TABLES = ("deployments", "media", "observations")
GEOJSON = Path(frictionless.__file__).parent / "assets/profiles/geojson.json"


def packed(name: str = "2026-1", seed: int | None = None):
    identifiers = Identifiers(random.Random(seed)) if seed is not None else None
    return package_of(released_content(), name, DAY, identifiers=identifiers)


def rows(package, table: str) -> list[dict]:
    return list(csv.DictReader(io.StringIO(package.files[f"{table}.csv"].decode())))


def with_schemas_at_hand(package, folder: Path) -> dict:
    """Write a package, its official schemas replaced by our copy of them, which another test compares."""
    told = json.loads(package.files["datapackage.json"])
    for resource in told["resources"]:
        if resource["name"] in TABLES:
            resource["schema"] = json.loads((FOLDER / f"{resource['name']}.json").read_text())
    for name, data in package.files.items():
        (folder / name).write_bytes(data)
    del told["profile"]  # it lies on the network; the next test holds us to it
    return told


def test_frictionless_finds_nothing_wrong(released, tmp_path):
    package = packed()
    told = with_schemas_at_hand(package, tmp_path)
    report = Package.from_descriptor(told, basepath=str(tmp_path)).validate()
    assert report.flatten(["name", "rowNumber", "fieldName", "note"]) == []
    assert len(report.tasks) == 6
    (tmp_path / "media.csv").write_text("x\n1\n")
    assert not Package.from_descriptor(told, basepath=str(tmp_path)).validate().valid


@pytest.mark.skipif(not SCHEMAS.exists(), reason="the schemas of the standard are not here")
def test_the_official_profile_and_schemas_accept_it(released, tmp_path):
    package = packed()
    told = json.loads(package.files["datapackage.json"])
    profile = json.loads((SCHEMAS / "schemas-1.0.2/camtrap-dp-profile.json").read_text())
    known = {
        "https://specs.frictionlessdata.io/schemas/data-package.json": Package.metadata_profile,
        "http://json.schemastore.org/geojson.json": json.loads(GEOJSON.read_text()),
    }
    registry = Registry().with_resources(
        (address, Resource.opaque(content)) for address, content in known.items()
    )
    checker = Draft7Validator(profile, registry=registry)
    assert [error.message for error in checker.iter_errors(told)] == []
    assert list(checker.iter_errors({**told, "project": {}})) != []
    for resource in told["resources"]:
        if resource["name"] in TABLES:
            name = f"{resource['name']}-table-schema.json"
            assert resource["schema"].endswith(f"/1.0.2/{name}")
            resource["schema"] = json.loads((SCHEMAS / "schemas-1.0.2" / name).read_text())
    for name, data in package.files.items():
        (tmp_path / name).write_bytes(data)
    del told["profile"]
    report = Package.from_descriptor(told, basepath=str(tmp_path)).validate()
    assert report.flatten(["name", "rowNumber", "fieldName", "note"]) == []


def test_zones_stand_for_cameras_and_say_how_coarse_they_are(released):
    package = packed()
    deployments = rows(package, "deployments")
    places = {
        (row["latitude"], row["longitude"], row["coordinateUncertainty"]) for row in deployments
    }
    assert places == {("43.2", "131.3", "33000"), ("43.2", "130.6", "40000")}
    assert {row["deploymentStart"] for row in deployments} == {
        "2024-04-01T00:00:00+10:00",
        "2024-12-01T00:00:00+08:00",
    }
    assert {row["deploymentEnd"] for row in deployments} == {
        "2024-06-30T23:59:59+10:00",
        "2025-11-30T23:59:59+08:00",
    }
    told = json.loads(package.files["datapackage.json"])
    assert told["coordinatePrecision"] == 0.1
    assert list(package.left_out.values()) == [1]


def test_moments_are_the_fifteenth_at_a_whole_hour(released):
    moments = [datetime.fromisoformat(row["eventStart"]) for row in rows(packed(), "observations")]
    assert {(moment.minute, moment.second) for moment in moments} == {(0, 0)}
    assert {moment.day for moment in moments} <= {14, 15}
    assert {moment.month for moment in moments} == {4, 6, 11, 12}


def test_nothing_is_told_that_no_page_tells(released):
    package = packed()
    empty = {
        "deployments": ["locationID", "setupBy", "cameraID", "cameraModel", "deploymentComments"],
        "media": ["fileName", "exifData", "mediaComments"],
        "observations": ["mediaID", "individualID", "classifiedBy", "observationComments"],
    }
    for table, columns in empty.items():
        for row in rows(package, table):
            assert [row[column] for column in columns] == [""] * len(columns)
    text = b"".join(package.files.values()).decode()
    for event in Event.objects.all():
        assert event.code not in text and event.uuid.hex not in text
        assert event.deployment.uuid.hex not in text
    for frame in Event.objects.values_list("media__image__file", flat=True):
        assert Path(frame).stem not in text


def test_two_editions_share_no_identifier_and_else_say_the_same(released):
    one, other = packed("2026-1"), packed("2026-2")
    names = [
        set(re.findall(rb"\b[0-9a-f]{32}\b", b"".join(package.files.values())))
        for package in (one, other)
    ]
    assert len(names[0]) == len(names[1]) > 15
    assert not names[0] & names[1]
    assert told_by(one) == told_by(other)
    assert packed(seed=7).files == packed(seed=7).files
    assert rows(one, "observations") == sorted(
        rows(one, "observations"), key=lambda row: row["observationID"]
    )


def told_by(package) -> dict[str, Counter]:
    """Return table → its rows without identifiers, as often as they come."""
    return {
        name: Counter(re.sub(rb"\b[0-9a-f]{32}\b", b"-", data).splitlines())
        for name, data in package.files.items()
        if name.endswith(".csv")
    }


def test_animals_and_numbers_come_along_and_are_tied_to_no_visit(released):
    package = packed()
    (animal,) = rows(package, "individuals")
    assert (animal["sex"], animal["yearsRU"], animal["yearsCN"]) == ("female", "2024", "")
    assert animal["codesRU"].startswith("RU-code-") and animal["status"] == "alive"
    (figure,) = rows(package, "population-estimates")
    assert (figure["scope"], figure["adults"], figure["sourceEng"]) == (
        "RU-area",
        "129",
        "Ministry, 16 May 2024",
    )
    assert {row["licence"] for row in rows(package, "media-credits")} == {"CC-BY-4.0"}


def test_what_is_exported_comes_in_again_with_the_same_counts(released, tmp_path):
    target = tmp_path / "edition.zip"
    call_command("export_camtrapdp", str(target), edition="2026-1")
    before = told(Event.objects.public().filter(deployment__zone__outline__isnull=False))
    known = set(Event.objects.values_list("pk", flat=True))
    call_command("import_camtrapdp", str(target))
    again = Event.objects.exclude(pk__in=known)
    assert told(again) == before
    counts = Edition.objects.get().counts
    report = check_package(target)
    assert {name: report.counts[name] for name in TABLES} == {name: counts[name] for name in TABLES}


def told(events) -> Counter:
    fields = ("species", "year", "month", "band", "count", "life_stage", "sex", "behaviour_ru")
    sorts = Counter(events.values_list("deployment__zone", *fields[:-1]))
    assert sorts.total() == 4
    return sorts


def test_the_archive_tells_neither_day_nor_machine(released):
    with make_edition("2026-1").file.open() as stored:
        data = stored.read()
    assert findings_in(data) == []
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_the_command_writes_a_folder_counts_only_and_refuses(released, tmp_path, capsys):
    call_command("export_camtrapdp", str(tmp_path / "dry"), dry_run=True)
    assert not (tmp_path / "dry").exists() and not Edition.objects.exists()
    call_command("export_camtrapdp", str(tmp_path / "out"))
    assert {path.name for path in (tmp_path / "out").iterdir()} >= {"datapackage.json", "media.csv"}
    assert not Edition.objects.exists()
    assert "observations: 4" in capsys.readouterr().out
    with pytest.raises(CommandError, match="there already"):
        call_command("export_camtrapdp", str(tmp_path / "out"))
    Event.objects.all().delete()
    with pytest.raises(CommandError, match="nothing to publish"):
        call_command("export_camtrapdp", str(tmp_path / "none"))
