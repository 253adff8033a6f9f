"""Small Camtrap DP packages, made to be right or wrong in one thing."""

import csv
import gzip
import io
import json
import zipfile
from collections.abc import Mapping
from copy import deepcopy
from pathlib import Path

from tests.base.pictures import picture_bytes

PROFILE = "https://raw.githubusercontent.com/tdwg/camtrap-dp/{version}/camtrap-dp-profile.json"
# Words that must be found nowhere after an import.
SECRETS = (
    "43.2173", "131.3391", "LOC-4711", "Stony-Ridge", "H2RXHO05109538", "Ivan-Setup", "den-of-cubs", "by-the-spring",
    "SN-998877", "IMG-STATION-7", "DEP-SECRET", "MED-SECRET", "OBS-SECRET", "EVT-SECRET", "Maria-Classifier", "Leo-95F",
    "tag-of-river", "note-of-ridge", "PROJ-SECRET",
)  # fmt: skip
DEPLOYMENT = {
    "deploymentID": "DEP-SECRET", "locationID": "LOC-4711", "locationName": "Stony-Ridge", "latitude": "43.2173",
    "longitude": "131.3391", "coordinateUncertainty": "30", "deploymentStart": "2026-03-01T09:00:00+10:00",
    "deploymentEnd": "2026-05-20T12:00:00+10:00", "setupBy": "Ivan-Setup", "cameraID": "H2RXHO05109538",
    "cameraModel": "Reconyx-HF2X", "timestampIssues": "false", "deploymentTags": "by-the-spring",
    "deploymentComments": "den-of-cubs",
}  # fmt: skip
MEDIUM = {
    "mediaID": "MED-SECRET", "deploymentID": "DEP-SECRET", "captureMethod": "activityDetection",
    "timestamp": "2026-04-10T23:30:00+10:00", "filePath": "media/IMG-STATION-7.jpg", "filePublic": "true",
    "fileName": "IMG-STATION-7.jpg", "fileMediatype": "image/jpeg", "exifData": '{"SerialNumber": "SN-998877"}',
    "favorite": "true", "mediaComments": "note-of-ridge",
}  # fmt: skip
OBSERVATION = {
    "observationID": "OBS-SECRET", "deploymentID": "DEP-SECRET", "mediaID": "", "eventID": "EVT-SECRET",
    "eventStart": "2026-04-10T23:30:00+10:00", "eventEnd": "2026-04-10T23:31:00+10:00", "observationLevel": "event",
    "observationType": "animal", "cameraSetupType": "", "scientificName": "Panthera pardus", "count": "2",
    "lifeStage": "adult", "sex": "female", "behavior": "walking|by-the-spring", "individualID": "Leo-95F",
    "bboxX": "", "bboxY": "", "bboxWidth": "", "bboxHeight": "", "classificationMethod": "human",
    "classifiedBy": "Maria-Classifier", "classificationProbability": "", "observationTags": "tag-of-river",
    "observationComments": "note-of-ridge",
}  # fmt: skip
DESCRIPTOR = {
    "profile": PROFILE.format(version="1.0.2"),
    "created": "2026-06-01T00:00:00Z",
    "contributors": [{"title": "Land of the Leopard"}],
    "project": {
        "id": "PROJ-SECRET",
        "title": "Monitoring",
        "samplingDesign": "systematicRandom",
        "captureMethod": ["activityDetection"],
        "individualAnimals": False,
        "observationLevel": ["event"],
    },
    "spatial": {"type": "Point", "coordinates": [131.3391, 43.2173]},
    "temporal": {"start": "2026-03-01", "end": "2026-05-20"},
    "taxonomic": [{"scientificName": "Panthera pardus"}, {"scientificName": "Homo sapiens"}],
}
# A square of about 1,700 km² around it.
OUTLINE = {
    "type": "Polygon",
    "coordinates": [[[131.1, 43.0], [131.6, 43.0], [131.6, 43.4], [131.1, 43.4], [131.1, 43.0]]],
}


class Package:
    """A package in the making: change its tables, then write it."""

    def __init__(self) -> None:
        self.descriptor = deepcopy(DESCRIPTOR)
        self.deployments = [dict(DEPLOYMENT)]
        self.media = [dict(MEDIUM)]
        self.observations = [dict(OBSERVATION)]
        self.files: dict[str, bytes] = {}
        self.packed = False

    def with_frame(self, content: bytes | None = None) -> "Package":
        self.files["media/IMG-STATION-7.jpg"] = content or picture_bytes()
        return self

    def contents(self) -> dict[str, bytes]:
        """Return path → bytes of all files."""
        end = ".csv.gz" if self.packed else ".csv"
        resources, files = [], dict(self.files)
        for name in ("deployments", "media", "observations"):
            data = table(getattr(self, name))
            files[f"{name}{end}"] = gzip.compress(data) if self.packed else data
            resources.append(
                {
                    "name": name,
                    "path": f"{name}{end}",
                    "profile": "tabular-data-resource",
                    "schema": self.descriptor["profile"].replace(
                        "camtrap-dp-profile", f"{name}-table-schema"
                    ),
                }
            )
        descriptor = {"resources": resources, **self.descriptor}
        files.setdefault("datapackage.json", json.dumps(descriptor).encode())
        return files

    def folder(self, place: Path) -> Path:
        for name, data in self.contents().items():
            path = place / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
        return place

    def archive(self, base: str = "") -> io.BytesIO:
        return archive_of({f"{base}{name}": data for name, data in self.contents().items()})


def table(rows: list[Mapping[str, str]]) -> bytes:
    text = io.StringIO()
    names = list(dict.fromkeys(name for row in rows for name in row))
    writer = csv.DictWriter(text, names, restval="")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue().encode()


def archive_of(files: Mapping[str, bytes]) -> io.BytesIO:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    file.seek(0)
    return file
