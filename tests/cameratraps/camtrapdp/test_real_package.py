"""The example of the standard itself, as its authors publish it: 423 files, 549 observations, ten frames."""

import csv
import json
from pathlib import Path

import pytest

from content.base.models import Image
from content.cameratraps.camtrapdp import check_package, import_package
from content.cameratraps.camtrapdp.descriptor import TABLES
from content.cameratraps.camtrapdp.rules import FOLDER
from content.cameratraps.models import Event, Media, PackageImport, Zone
from content.reserve.models import Species
from tests.base.pictures import CAMERA_FILES

REAL = CAMERA_FILES.parent
SCHEMAS = REAL.parent
FLANDERS = {
    "type": "Polygon",
    "coordinates": [[[4.0, 50.6], [6.0, 50.6], [6.0, 51.8], [4.0, 51.8], [4.0, 50.6]]],
}
pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(
        not Path(REAL, "datapackage.json").exists(), reason="the Camtrap DP example is not here"
    ),
]


@pytest.fixture
def flanders(sides):
    return Zone.objects.create(
        side=sides["RU"], code="far", camera_places=100, area_km2=18_000, outline=FLANDERS
    )


@pytest.fixture
def animals(flanders):
    for name in ("Anas platyrhynchos", "Rattus norvegicus"):
        Species.objects.create(
            slug=name.split()[0].lower(), scientific_name=name, name_en=name, group="other"
        )


def events_of(name: str) -> dict[str, int]:
    """Count by hand: event → animals of a species, from the observations of the level “event”."""
    with (REAL / "observations.csv").open(encoding="utf-8") as file:
        rows = [
            row
            for row in csv.DictReader(file)
            if row["observationLevel"] == "event" and row["scientificName"] == name
        ]
    found: dict[str, int] = {}
    for row in rows:
        found[row["eventID"]] = found.get(row["eventID"], 0) + int(row["count"])
    return found


def test_the_example_has_no_problem_and_a_check_writes_nothing(flanders):
    report = check_package(REAL, "RU")
    assert (report.problems.shown, report.problems.count) == ([], 0)
    assert report.counts["media"], report.counts["observations"] == (423, 549)
    assert report.counts["files_here"], report.counts["files_elsewhere"] == (10, 413)
    assert report.unknown["Anas platyrhynchos"] == 12
    assert not Event.objects.exists() and not PackageImport.objects.exists()


def test_visits_count_what_events_say_and_frames_come_in_once(animals):
    import_package(REAL, "RU")
    for name in ("Anas platyrhynchos", "Rattus norvegicus"):
        expected = events_of(name)
        counted = Event.objects.filter(species__scientific_name=name).values_list(
            "count", flat=True
        )
        assert sorted(counted) == sorted(expected.values()), name
    again = import_package(REAL, "RU")
    assert (again.counts["visits_new"], again.counts["frames_new"]) == (0, 0)
    assert not Event.objects.public().exists()
    assert Image.objects.count() == Media.objects.values("image").distinct().count()


@pytest.mark.parametrize("version", ["1.0", "1.0.2"])
@pytest.mark.parametrize("table", TABLES)
def test_our_field_rules_are_those_of_the_standard(version, table):
    official = json.loads(
        (SCHEMAS / f"schemas-{version}" / f"{table}-table-schema.json").read_text(encoding="utf-8")
    )
    ours = json.loads((FOLDER / f"{table}.json").read_text(encoding="utf-8"))
    assert [facts(field) for field in ours["fields"]] == [
        facts(field) for field in official["fields"]
    ]
    assert ours["primaryKey"] == official["primaryKey"]
    assert ours.get("foreignKeys") == official.get("foreignKeys")


def facts(field: dict) -> tuple:
    constraints = {
        name: value for name, value in field.get("constraints", {}).items() if value is not False
    }
    return field["name"], field["type"], field.get("format"), constraints
