"""What MegaDetector found in frames: boxes with a category and a confidence, from each shape its results come in.

- `images`: its output format (lila.science/megadetector-output-format, format_version 1.6), also what PyTorch-Wildlife
  writes for Timelapse: boxes of x, y, width, height as shares of the frame, categories by number, named in the file.
- `annotations`: PyTorch-Wildlife (`save_detection_json`, and with classifications `det_category`, `det_confidence`):
  for each frame parallel lists, corners in pixels.
- a list of frames: the command `megadetector` (microsoft.github.io/MegaDetector/output_format): corners in pixels,
  categories by name.

Which it is is told by the shape, not by the name of the file.
"""

import json
import math
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import BinaryIO

from django.utils.translation import gettext as _

from content.cameratraps.camtrapdp.problems import PackageRefusedError

MAX_BYTES = 1024**3
LEAST = 0.1  # less sure than this is noise
CATEGORIES = {"1": "animal", "2": "human", "3": "vehicle"}
NAMES = {"animal": "animal", "person": "human", "human": "human", "vehicle": "vehicle"}
OUTER = "\0"  # marks the end of a path; no path begins with it
Size = Callable[[], tuple[int, int]]  # asked for only where boxes are in pixels


class Detections:
    """The boxes of a results file by the path of the frame."""

    def __init__(self, place: str | Path | BinaryIO | None = None) -> None:
        self._shares: dict[str, list] = {}
        self._pixels: dict[str, list] = {}
        if place is not None:
            self._read(_loaded(place))

    def __bool__(self) -> bool:
        return bool(self._shares or self._pixels)

    def of(self, path: str, size: Size) -> list[dict]:
        """Return the boxes of a frame; `size` tells its width and height in pixels."""
        found = _by_path(self._shares, path)
        if found is not None:
            return [_box(*one) for one in found]
        found = _by_path(self._pixels, path)
        if not found:
            return []
        width, height = size()
        return [
            _box(category, confidence, _as_shares(corners, width, height))
            for category, confidence, corners in found
        ]

    def _read(self, content: dict | list) -> None:
        if isinstance(content, list):
            self._pixels = _with_outer_paths(dict(_of_frames(content)))
        elif isinstance(content.get("images"), list):
            names = content.get("detection_categories")
            self._shares = _with_outer_paths(
                dict(_of_images(content["images"], names or CATEGORIES))
            )
        elif isinstance(content.get("annotations"), list):
            names = content.get("categories") or content.get("det_categories")
            self._pixels = _with_outer_paths(dict(_of_annotations(content["annotations"], names)))
        else:
            raise _refusal()


def _loaded(place: str | Path | BinaryIO) -> dict | list:
    try:
        data = place.read(MAX_BYTES + 1) if hasattr(place, "read") else Path(place).read_bytes()
        content = json.loads(data) if len(data) <= MAX_BYTES else None
    except (OSError, ValueError, RecursionError) as error:
        raise _refusal() from error
    if not isinstance(content, dict | list) or content == []:
        raise _refusal()
    return content


def _of_images(images: list, names: dict) -> Iterator[tuple[str, list]]:
    for image in images:
        try:
            found = [
                (
                    _category(names, one["category"]),
                    float(one["conf"]),
                    list(map(float, one["bbox"])),
                )
                for one in image.get("detections") or []
            ]
            yield str(image["file"]), [one for one in found if _is_good(one)]
        except (KeyError, TypeError, ValueError, AttributeError) as error:
            raise _refusal() from error


def _of_annotations(annotations: list, names: dict | list | None) -> Iterator[tuple[str, list]]:
    for one in annotations:
        try:
            prefix = "det_" if "det_category" in one else ""  # with classifications beside them
            found = [
                (_category(names or {}, category), float(confidence), list(map(float, corners)))
                for category, confidence, corners in zip(
                    one[f"{prefix}category"],
                    one[f"{prefix}confidence"],
                    one["bbox"],
                    strict=True,
                )
            ]
            yield str(one["img_id"]), [box for box in found if _is_good(box)]
        except (KeyError, TypeError, ValueError) as error:
            raise _refusal() from error


def _of_frames(frames: list) -> Iterator[tuple[str, list]]:
    for frame in frames:
        try:
            found = [
                (
                    _category({}, one["category"]),
                    float(one["confidence"]),
                    list(map(float, one["bbox"])),
                )
                for one in frame["detections"]
            ]
            yield str(frame["file"]), [box for box in found if _is_good(box)]
        except (KeyError, TypeError, ValueError) as error:
            raise _refusal() from error


def _category(names: dict | list, given: object) -> str:
    """Return our word for a category that is given by number or by name; empty for another one."""
    by_number = names.get(str(given)) if isinstance(names, dict) else None
    return NAMES.get(str(by_number or given).lower(), "")


def _is_good(found: tuple[str, float, list[float]]) -> bool:
    category, confidence, box = found
    return (
        bool(category)
        and LEAST <= confidence <= 1
        and len(box) == 4
        and all(map(math.isfinite, box))
    )


def _by_path(found: dict[str, list], path: str) -> list | None:
    """Return what was found in a frame, whose path the results may begin in a folder further up or down.

    Further up there may be several frames of that name: then none is meant.
    """
    parts = path.split("/")
    names = ("/".join(parts[at:]) for at in range(len(parts)))
    inner = next((found[name] for name in names if name in found), None)
    return inner if inner is not None else found.get(f"{OUTER}{path}")


def _with_outer_paths(found: dict[str, list]) -> dict[str, list]:
    """Add to each path those it ends with, as far as only one does."""
    ends: dict[str, list] = {}
    for path, boxes in found.items():
        parts = path.strip("/").split("/")
        for at in range(len(parts)):
            end = f"{OUTER}{'/'.join(parts[at:])}"
            ends[end] = [] if end in ends else boxes
    return found | ends


def _as_shares(corners: list[float], width: int, height: int) -> list[float]:
    left, top, right, bottom = corners
    return [left / width, top / height, (right - left) / width, (bottom - top) / height]


def _box(category: str, confidence: float, box: list[float]) -> dict:
    x, y = (min(max(value, 0), 1) for value in box[:2])
    width, height = min(max(box[2], 0), 1 - x), min(max(box[3], 0), 1 - y)
    shares = [round(value, 4) for value in (x, y, width, height)]
    return {"category": category, "confidence": round(confidence, 3), "box": shares}


def _refusal() -> PackageRefusedError:
    return PackageRefusedError(_("These are not results of MegaDetector."))
