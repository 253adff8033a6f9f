"""Results of MegaDetector, in both shapes, onto the frames of a package."""

import io
import json

import pytest

from content.cameratraps.camtrapdp import PackageRefusedError, import_package
from content.cameratraps.camtrapdp.detections import Detections
from content.cameratraps.camtrapdp.found import found_text
from content.cameratraps.models import Media

PATH = "media/IMG-STATION-7.jpg"
SHARES = {
    "info": {"format_version": "1.6"},
    "detection_categories": {"1": "animal", "2": "person", "3": "vehicle"},
    "images": [
        {
            "file": PATH,
            "detections": [
                {"category": "1", "conf": 0.93, "bbox": [0.25, 0.5, 0.5, 0.25]},
                {"category": "1", "conf": 0.02, "bbox": [0, 0, 0.1, 0.1]},
            ],
        },
        {"file": "media/broken.jpg", "failure": "cannot be read", "detections": None},
    ],
}
PIXELS = {
    "categories": {"0": "animal", "1": "person", "2": "vehicle"},
    "annotations": [
        {"img_id": PATH, "bbox": [[50, 50, 150, 75]], "category": [0], "confidence": [0.93]}
    ],
}
CLASSIFIED = {
    "det_categories": {"0": "animal", "1": "person", "2": "vehicle"},
    "clf_categories": {"0": "leopard"},
    "annotations": [
        {"img_id": f"/data/{PATH}", "bbox": [[50, 50, 150, 75]], "det_category": [0],
         "det_confidence": [0.93], "clf_category": [0], "clf_confidence": [0.5]}
    ],
}  # fmt: skip
TIMELAPSE = {
    "info": {"detector": "MegaDetectorV6"},
    "detection_categories": {"0": "animal", "1": "person", "2": "vehicle"},
    "images": [
        {"file": PATH, "max_detection_conf": 0.93, "detections": [
            {"category": "0", "conf": 0.93, "bbox": [0.25, 0.5, 0.5, 0.25], "classifications": []}]},
        {"file": "media/empty.jpg", "max_detection_conf": "", "detections": []},
    ],
}  # fmt: skip
COMMAND = [
    {"file": f"images/{PATH}", "detections": [
        {"category": "animal", "confidence": 0.93, "bbox": [50.0, 50.0, 150.0, 75.0]}]},
    {"file": "images/media/empty.jpg", "detections": []},
]  # fmt: skip
BOX = {"category": "animal", "confidence": 0.93, "box": [0.25, 0.5, 0.5, 0.25]}


def read(content) -> Detections:
    return Detections(io.BytesIO(json.dumps(content).encode()))


def size() -> tuple[int, int]:
    return 200, 100


def test_shares_are_taken_as_they_are():
    assert read(SHARES).of(PATH, size) == [BOX]


def test_corners_in_pixels_become_shares():
    assert read(PIXELS).of(PATH, size) == [BOX]


@pytest.mark.parametrize("content", [TIMELAPSE, CLASSIFIED, COMMAND])
def test_the_shapes_of_other_programs_say_the_same(content):
    assert read(content).of(PATH, size) == [BOX]
    assert read(content).of("media/empty.jpg", size) == []


def test_categories_by_name_are_known():
    content = json.loads(json.dumps(PIXELS).replace("[0]", '["animal"]'))
    assert read(content).of(PATH, size) == [BOX]


def test_results_that_begin_in_the_folder_of_frames_are_found():
    content = json.loads(json.dumps(SHARES).replace("media/IMG", "IMG"))
    assert read(content).of(PATH, size) == [BOX]


def test_a_frame_without_results_has_no_boxes():
    assert read(SHARES).of("media/other.jpg", size) == []
    assert Detections().of(PATH, size) == []


@pytest.mark.parametrize(
    "content",
    [
        [],
        {},
        {"images": [{"detections": []}]},
        {"images": ["x"]},
        {"images": [{"file": "a", "detections": [{"category": "1", "conf": "high", "bbox": []}]}]},
        {
            "annotations": [
                {"img_id": "a", "bbox": [[1, 2, 3, 4]], "category": [], "confidence": []}
            ]
        },
    ],
)
def test_what_is_neither_shape_is_refused(content):
    with pytest.raises(PackageRefusedError, match="MegaDetector"):
        read(content)


@pytest.mark.django_db
def test_boxes_stand_on_the_frame_even_when_they_come_later(package):
    package.with_frame()
    import_package(package.archive(), "RU")
    import_package(package.archive(), "RU", detections=read(SHARES))
    frame = Media.objects.get()
    assert (frame.detections, frame.shows_people) == ([BOX], False)
    assert found_text(frame.detections) == "animal: 1, surest 93 %"


@pytest.mark.django_db
def test_boxes_are_counted_by_kind_and_sureness(package):
    content = json.loads(json.dumps(SHARES))
    content["images"][0]["detections"] += [
        {"category": "2", "conf": 0.2, "bbox": [0, 0, 0.5, 0.5]},
        {"category": "1", "conf": 0.4, "bbox": [0, 0, 0.5, 0.5]},
    ]
    report = import_package(package.with_frame().archive(), "RU", detections=read(content))
    told = {
        name: number
        for name, number in report.record.counts.items()
        if "_animal" in name or "_human" in name
    }
    assert told == {"boxes_animal": 2, "sure_animal": 1, "boxes_human": 1}


@pytest.mark.django_db
def test_a_person_the_machine_is_sure_of_hides_the_visit_until_somebody_looks(package):
    content = json.loads(json.dumps(SHARES).replace('"category": "1"', '"category": "2"'))
    import_package(package.with_frame().archive(), "RU", detections=read(content))
    assert Media.objects.get().shows_people
