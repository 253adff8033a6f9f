"""What is wrong with a package is said with file, row, field and reason, and nothing of it is written."""

import gzip
import io
import json
import zipfile

import pytest
from django.utils import translation

from content.cameratraps.camtrapdp import PackageRefusedError, check_package, import_package
from content.cameratraps.camtrapdp.problems import SHOWN
from content.cameratraps.models import Deployment, Event
from tests.cameratraps.camtrapdp.packages import PROFILE, archive_of

pytestmark = pytest.mark.django_db


def problems_of(package) -> list[tuple[str, int, str]]:
    report = import_package(package.archive(), "RU")
    assert not Event.objects.exists() and not Deployment.objects.exists()
    assert report.is_refused and all(problem.reason for problem in report.problems.shown)
    return [(problem.file, problem.row, problem.field) for problem in report.problems.shown]


# table, field, value, where the problem is told
WRONG_CELLS = [
    ("deployments", "deploymentStart", "2026-03-01", "deploymentStart"),
    ("deployments", "deploymentStart", "2026-03-01T09:00:00", "deploymentStart"),
    ("deployments", "deploymentEnd", "2026-02-01T09:00:00+10:00", "deploymentEnd"),
    ("deployments", "deploymentStart", "1970-01-01T00:00:00Z", "deploymentStart"),
    ("deployments", "latitude", "143.2", "latitude"),
    ("deployments", "latitude", "", "latitude"),
    ("deployments", "longitude", "131,3391", "longitude"),
    ("deployments", "featureType", "den", "featureType"),
    ("deployments", "latitude", "10", "deploymentID"),
    ("media", "timestamp", "2026-13-10T23:30:00+10:00", "timestamp"),
    ("media", "timestamp", "2026-06-10T23:30:00+10:00", "timestamp"),
    ("media", "deploymentID", "elsewhere", "deploymentID"),
    ("media", "filePath", "../frames/1.jpg", "filePath"),
    ("media", "filePath", "/etc/passwd", "filePath"),
    ("media", "filePath", "C:/frames/1.jpg", "filePath"),
    ("media", "fileMediatype", "text/html", "fileMediatype"),
    ("media", "filePublic", "perhaps", "filePublic"),
    ("observations", "deploymentID", "elsewhere", "deploymentID"),
    ("observations", "mediaID", "elsewhere", "mediaID"),
    ("observations", "observationLevel", "media", "mediaID"),
    ("observations", "observationType", "ghost", "observationType"),
    ("observations", "eventEnd", "2026-04-10T23:00:00+10:00", "eventEnd"),
    ("observations", "eventStart", "2026-02-10T23:00:00+10:00", "eventStart"),
    ("observations", "count", "0", "count"),
    ("observations", "count", "two", "count"),
    ("observations", "lifeStage", "cub", "lifeStage"),
    ("observations", "scientificName", "Panthera leo", "scientificName"),
    ("observations", "bboxX", "0.5", "bboxX"),
    ("observations", "classificationProbability", "1.5", "classificationProbability"),
]


@pytest.mark.parametrize(("table", "field", "value", "told"), WRONG_CELLS)
def test_a_wrong_cell_is_told_by_its_row_and_field(package, table, field, value, told):
    getattr(package, table)[0][field] = value
    assert (f"{table}.csv", 2, told) in problems_of(package)


def test_a_box_beyond_the_frame_is_told(package):
    package.observations[0] |= {"bboxX": "0.9", "bboxY": "0.1", "bboxWidth": "0.2", "bboxHeight": "0.2"}  # fmt: skip
    assert problems_of(package) == [("observations.csv", 2, "bboxX")]


@pytest.mark.parametrize(
    ("table", "field"),
    [
        ("deployments", "deploymentID"),
        ("media", "mediaID"),
        ("observations", "observationID"),
    ],
)
def test_an_identifier_that_comes_twice_is_told(package, table, field):
    getattr(package, table).append(dict(getattr(package, table)[0]))
    assert problems_of(package) == [(f"{table}.csv", 3, field)]


def test_an_observation_of_another_deployments_file_is_told(package):
    package.deployments.append({**package.deployments[0], "deploymentID": "other"})
    package.observations[0] |= {"deploymentID": "other", "mediaID": "MED-SECRET"}
    assert problems_of(package) == [("observations.csv", 2, "mediaID")]


def test_a_missing_column_is_told_once_and_the_other_tables_are_read_on(package):
    del package.media[0]["timestamp"]
    package.observations[0]["count"] = "none"
    assert problems_of(package) == [("media.csv", 1, "timestamp"), ("observations.csv", 2, "count")]


def test_all_problems_are_counted_though_not_all_are_listed(package):
    wrong = {**package.observations[0], "count": "-1"}
    package.observations = [{**wrong, "observationID": str(number)} for number in range(500)]
    report = check_package(package.archive(), "RU")
    assert (report.problems.count, len(report.problems.shown)) == (500, SHOWN)


@pytest.mark.parametrize("language", ["en", "ru", "zh-hans"])
def test_reasons_are_in_the_readers_language(package, language):
    package.observations[0] |= {"count": "none", "lifeStage": "cub"}
    with translation.override(language):
        reasons = [problem.reason for problem in check_package(package.archive()).problems.shown]
    said = {
        "en": "“none” is not a whole number.",
        "ru": "«none» — не целое число.",
        "zh-hans": "“none”不是整数。",
    }
    assert said[language] in reasons


def test_a_position_is_never_repeated_in_a_report(package):
    package.deployments[0] |= {"latitude": "143.21739", "longitude": "131.3391x"}
    reasons = " ".join(
        problem.reason for problem in check_package(package.archive()).problems.shown
    )
    assert "143.2" not in reasons and "131.3391" not in reasons


def test_deployments_outside_every_zone_refuse_the_whole_package(package):
    package.deployments.append(
        {**package.deployments[0], "deploymentID": "far-away", "latitude": "45.0"}
    )
    report = import_package(package.archive(), "RU")
    assert report.outside == ["far-away"]
    assert not Event.objects.exists()


def test_another_sides_zone_is_no_zone(package, sides):
    report = check_package(package.archive(), "CN")
    assert report.is_refused and report.outside == ["DEP-SECRET"]


@pytest.mark.parametrize("version", ["0.1.7", "1.0-rc.1", "1.1", "2.0"])
def test_versions_that_are_not_known_are_refused(package, version):
    package.descriptor["profile"] = PROFILE.format(version=version)
    with pytest.raises(PackageRefusedError, match=version):
        check_package(package.archive())


@pytest.mark.parametrize("version", ["1.0", "1.0.1", "1.0.2"])
def test_versions_that_are_known_are_read(package, version):
    package.descriptor["profile"] = PROFILE.format(version=version)
    assert not check_package(package.archive()).is_refused


def test_a_package_without_a_table_is_refused(package):
    files = package.contents()
    del files["observations.csv"]
    with pytest.raises(PackageRefusedError, match=r"observations\.csv"):
        check_package(archive_of(files))


@pytest.mark.parametrize("content", [b"", b"[]", b"{", b"\xff\xfe", b"[" * 100_000])
def test_a_descriptor_that_is_none_is_refused(package, content):
    package.files["datapackage.json"] = content
    with pytest.raises(PackageRefusedError):
        check_package(package.archive())


@pytest.mark.parametrize(
    "path", ["https://example.org/media.csv", "/etc/passwd", "../media.csv", "a/../../media.csv"]
)
def test_a_table_elsewhere_is_refused_and_never_fetched(package, path):
    descriptor = json.loads(package.contents()["datapackage.json"])
    descriptor["resources"][1]["path"] = path
    package.files["datapackage.json"] = json.dumps(descriptor).encode()
    with pytest.raises(PackageRefusedError, match="outside"):
        check_package(package.archive())


@pytest.mark.parametrize(
    "name", ["../evil.csv", "/etc/evil", "a/../../evil", "C:/evil", "..\\evil"]
)
def test_an_archive_with_a_path_that_leads_out_is_refused(package, name):
    package.files[name] = b"x"
    with pytest.raises(PackageRefusedError, match="leads out"):
        check_package(package.archive())


def test_an_archive_with_a_link_is_refused(package):
    file = package.archive()
    with zipfile.ZipFile(file, "a") as archive:
        link = zipfile.ZipInfo("link")
        link.external_attr = 0o120777 << 16
        archive.writestr(link, "/etc/passwd")
    with pytest.raises(PackageRefusedError, match="leads out"):
        check_package(file)


def test_a_folder_with_a_link_that_leads_out_is_refused(package, tmp_path):
    outside = tmp_path / "media.csv"
    outside.write_bytes(package.contents()["media.csv"])
    folder = package.folder(tmp_path / "package")
    (folder / "media.csv").unlink()
    (folder / "media.csv").symlink_to(outside)
    with pytest.raises(PackageRefusedError, match=r"media\.csv"):
        check_package(folder)


def test_bombs_are_refused(package):
    package.files["bomb.csv"] = b"0" * (8 * 1024 * 1024)
    with pytest.raises(PackageRefusedError, match="beyond measure"):
        check_package(package.archive())


def test_a_packed_table_that_unpacks_beyond_measure_is_refused(package):
    files = package.contents()
    descriptor = json.loads(files["datapackage.json"])
    descriptor["resources"][1]["path"] = "media.csv.gz"
    bomb = gzip.compress(files["media.csv"] + b"\n" * (32 * 1024 * 1024))
    files |= {"datapackage.json": json.dumps(descriptor).encode(), "media.csv.gz": bomb}
    with pytest.raises(PackageRefusedError, match="beyond measure"):
        check_package(archive_of(files))


@pytest.mark.parametrize("data", [b"", b"no archive", b"PK\x03\x04" + b"x" * 100])
def test_a_file_that_is_no_archive_is_refused(zone, data):
    with pytest.raises(PackageRefusedError):
        check_package(io.BytesIO(data))


def test_an_archive_cut_short_or_changed_is_refused(package):
    data = bytearray(package.archive().getvalue())
    at = data.index(b"deployments.csv") + 30
    data[at : at + 40] = b"x" * 40
    with pytest.raises(PackageRefusedError):
        check_package(io.BytesIO(bytes(data)))


@pytest.mark.parametrize("place", ["https://example.org/package.zip", "/nowhere/package.zip"])
def test_an_address_or_nothing_is_refused(zone, place):
    with pytest.raises(PackageRefusedError):
        check_package(place)


def test_bytes_that_are_not_of_the_encoding_are_told(package):
    files = package.contents()
    files["observations.csv"] = files["observations.csv"].replace(b"walking", b"\xe2\xe5\xf0")
    report = check_package(archive_of(files))
    assert [(one.file, one.field) for one in report.problems.shown] == [("observations.csv", "")]


def test_a_package_without_zones_is_refused(package, zone):
    zone.delete()
    assert check_package(package.archive()).is_refused
