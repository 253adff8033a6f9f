"""Frames that lie in a package: through the one door for pictures, one by one, and only where no people are.

Each is known again by its digest, so an import that broke off goes on where it stopped when the package comes again.
"""

import math
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from django.core.files.base import ContentFile
from django.db import transaction
from PIL import Image as PillowImage
from wagtail.models import Collection

from content.base.choices import OWN_SHELF
from content.base.models import Image
from content.base.models.images import FOR_EVER
from content.base.scrubbing import NotAPictureError, ScrubbedPicture, scrub_picture
from content.cameratraps.camtrapdp import claims
from content.cameratraps.camtrapdp.checking import CheckedPackage
from content.cameratraps.camtrapdp.detections import Detections
from content.cameratraps.camtrapdp.films import Film, read_film, store_film
from content.cameratraps.camtrapdp.found import SURE, tally_boxes
from content.cameratraps.camtrapdp.visits import KEPT, digest_of
from content.cameratraps.models import Event, ImportState, Media, PackageImport

MAX_BYTES = 100 * 1024 * 1024
_FILES = "SELECT id, deployment, moment, path, kind, favourite FROM media WHERE path IS NOT NULL ORDER BY moment, name"
_OF_FILE = "SELECT event, kind, is_setup, taxon, x, y, width, height, confidence FROM observations WHERE media = ?"
_AT_THE_TIME = """
SELECT DISTINCT event FROM observations WHERE is_event AND deployment = ? AND first <= ? AND last >= ?
"""
_OF_EVENT = "SELECT event, kind, is_setup, taxon FROM observations WHERE event = ?"
COUNTS = (
    "frames_new",
    "frames_known",
    "frames_of_people",
    "frames_empty",
    "frames_faulty",
    "frames_left",
    "films",
    "films_new",
    "films_known",
    "films_too_large",
    "films_faulty",
)
KINDS = ("image", "video")


@dataclass(frozen=True)
class Frame:
    """A file of the package and the visits it belongs to, by their digests; `reason` says why it is left out."""

    digest: bytes
    path: str
    is_favourite: bool
    visits: tuple[str, ...] = ()
    boxes: tuple[dict, ...] = ()
    reason: str = ""
    is_film: bool = False

    @property
    def shows_people(self) -> bool:
        """Say whether a machine is rather sure of people or vehicles: hides the visit until a curator has looked."""
        return any(
            box["category"] in ("human", "vehicle") and (box["confidence"] or 0) >= SURE
            for box in self.boxes
        )


def take_frames(
    package: CheckedPackage, record: PackageImport, detections: Detections
) -> dict[str, int]:
    """Take in what is new; return the numbers, the same that are written down along the way."""
    counts: Counter[str] = Counter(dict.fromkeys(COUNTS, 0))
    collection = _collection(package.side)
    for frame in _frames(package, detections):
        done = frame.reason or _take(package, frame, collection)
        counts[done] += 1
        if done in ("frames_new", "films_new"):
            counts.update(tally_boxes(frame.boxes))
        claims.note_progress(record, ImportState.FRAMES, **counts)
    return dict(counts)


def _frames(package: CheckedPackage, detections: Detections) -> Iterator[Frame]:
    for digest, deployment, moment, path, kind, favourite in list(package.staging.ask(_FILES)):
        seen = list(package.staging.ask(_OF_FILE, [digest]))
        events = {row[0] for row in seen} or {
            row[0] for row in package.staging.ask(_AT_THE_TIME, [deployment, moment, moment])
        }
        around = [row for event in events for row in package.staging.ask(_OF_EVENT, [event])]
        reason = _reason(seen, around) if kind in KINDS else "films"
        visits = () if reason else tuple(_visits(package, seen, around))
        boxes = (
            [] if reason else [*_boxes(seen), *detections.of(path, partial(_size, package, path))]
        )
        is_film = kind == "video"
        yield Frame(digest, path, bool(favourite), visits, tuple(boxes), reason, is_film)


def _size(package: CheckedPackage, path: str) -> tuple[int, int]:
    """Return width and height of a frame as it lies in the package; a size that makes no boxes for what is none."""
    try:
        with package.source.open(path) as file, PillowImage.open(file) as picture:
            return picture.size
    except (OSError, ValueError, SyntaxError, PillowImage.DecompressionBombError):
        return math.inf, math.inf


def _reason(seen: list[tuple], around: list[tuple]) -> str:
    """Return why a frame is not taken: people anywhere in its visit, or nothing in it."""
    if any(kind in ("human", "vehicle") or is_setup for _event, kind, is_setup, _taxon in around):
        return "frames_of_people"
    if seen and all(row[1] == "blank" for row in seen):
        return "frames_empty"
    if not seen and around and all(row[1] == "blank" for row in around):
        return "frames_empty"
    return ""


def _visits(package: CheckedPackage, seen: list[tuple], around: list[tuple]) -> Iterator[str]:
    """Yield the digests of the visits a frame shows: by what was seen in it, else by all of its events."""
    kinds = {kind.value for kind in KEPT}
    own = {(row[0], row[1], row[3]) for row in seen if row[1] in kinds}
    whole = {(event, kind, taxon) for event, kind, _is_setup, taxon in around if kind in kinds}
    for event, kind, taxon in sorted(own or whole):
        yield digest_of(package, event, kind, taxon)


def _boxes(seen: list[tuple]) -> Iterator[dict]:
    for _event, kind, _is_setup, _taxon, *box, confidence in seen:
        if None not in box:
            yield {"category": kind, "confidence": confidence, "box": box}


def _take(package: CheckedPackage, frame: Frame, collection: Collection) -> str:
    """Take in one frame; return under which number it is counted."""
    events = list(Event.objects.filter(digest__in=frame.visits).order_by("digest"))
    if not events:
        return "frames_left"  # of an animal this site does not have, or of no visit at all
    digests = {
        event: package.digester.of("frame", frame.digest, event.digest).hex() for event in events
    }
    known = set(Media.objects.filter(digest__in=digests.values()).values_list("digest", flat=True))
    new = [event for event in events if digests[event] not in known]
    if not new:
        if frame.boxes:
            Media.objects.filter(digest__in=known, detections=[]).update(
                detections=list(frame.boxes), shows_people=frame.shows_people
            )
        return "films_known" if frame.is_film else "frames_known"
    events_to_fill = {event: digests[event] for event in new}
    if frame.is_film:
        film = read_film(package, frame.path)
        if isinstance(film, str):
            return film
        _store(frame, film.still, collection, events_to_fill, film=film, side=package.side)
        return "films_new"
    with package.source.open(frame.path) as file:
        content = file.read(MAX_BYTES + 1)
    if len(content) > MAX_BYTES:
        return "frames_faulty"
    try:
        picture = scrub_picture(ContentFile(content, name="frame"))
    except NotAPictureError:
        return "frames_faulty"
    _store(frame, picture, collection, events_to_fill)
    return "frames_new"


@transaction.atomic
def _store(
    frame: Frame,
    picture: ScrubbedPicture,
    collection: Collection,
    events: dict[Event, str],
    *,
    film: Film | None = None,
    side: str = "",
) -> None:
    first = next(iter(events))
    name = f"{first.code}-{first.media.count() + 1}"
    video = store_film(film, name, side) if film else None
    image = Image.objects.create(
        title=name,
        file=picture,
        collection=collection,
        withheld_until=FOR_EVER,
    )
    for event, digest in events.items():
        Media.objects.create(
            event=event,
            image=image,
            sort_order=event.media.count(),
            favourite=frame.is_favourite,
            detections=list(frame.boxes),
            shows_people=frame.shows_people,
            digest=digest,
            film=video,
        )


def _collection(side: str) -> Collection:
    return Collection.objects.filter(name=OWN_SHELF[side]).first() or (
        Collection.get_first_root_node()
    )
