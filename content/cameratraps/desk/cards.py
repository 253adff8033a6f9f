"""Frames and visits as the desk shows them: sizes that are ready, boxes, what lacks words."""

from collections.abc import Iterable
from dataclasses import dataclass

from content.base.languages import SHORT_NAMES
from content.base.models import Image
from content.base.permissions import is_of_other_side
from content.base.renditions import sizes_of
from content.base.texts.columns import LANGUAGES, column_of
from content.cameratraps import words
from content.cameratraps.desk.forms import AltForm, CutForm
from content.cameratraps.desk.piles import Pile
from content.cameratraps.models import Event, Media
from content.cameratraps.staff_lists import state_of


@dataclass(frozen=True)
class Box:
    """What a machine found, in shares of the frame."""

    kind: str
    sure: int  # per cent
    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True)
class Frame:
    """One frame on the desk."""

    media: Media
    number: int
    src: str
    srcset: str
    boxes: list[Box]
    lacks: str
    alt: AltForm
    cut: CutForm

    @property
    def image(self) -> Image:
        return self.media.image


def frames_of(event: Event) -> list[Frame]:
    """Return the frames of a visit from `staff_events`, in their order."""
    return [_frame(media, number) for number, media in enumerate(event.all_frames, start=1)]


def _frame(media: Media, number: int) -> Frame:
    columns = {name: getattr(media.image, name) for name in AltForm.base_fields}
    empty = [code for code in LANGUAGES if not columns[column_of("alt", code)]]
    src, srcset = addresses(media.image)
    return Frame(
        media=media,
        number=number,
        src=src,
        srcset=srcset,
        boxes=_boxes(media),
        lacks=", ".join(SHORT_NAMES[code] for code in empty),
        alt=AltForm(initial=columns),
        cut=CutForm(),
    )


def addresses(image: Image) -> tuple[str, str]:
    """Return the address of a picture and its sizes; the file itself while no size is ready yet."""
    ready = [
        one
        for one in sizes_of(image)
        if one.filter_spec.startswith("width-") and one.filter_spec.endswith("webp")
    ]
    ready.sort(key=lambda one: one.width)
    if not ready:
        return image.file.url, ""
    return ready[0].url, ", ".join(f"{one.url} {one.width}w" for one in ready)


def _boxes(media: Media) -> list[Box]:
    return [
        Box(one["category"], round(100 * (one.get("confidence") or 0)), *one["box"])
        for one in media.detections
    ]


def cards_of(events: Iterable[Event], user, lying: Pile) -> list[dict]:
    """Return visits from `staff_events` as cards of a pile."""
    return [
        {
            "event": event,
            "address": lying.address(event.pk),
            "src": _cover(event),
            "meta": words.meta_of(event),
            "state": state_of(event),
            "frames": words.frames_text(len(event.all_frames)),
            "is_own": not is_of_other_side(user, event.side_code),
        }
        for event in events
    ]


def _cover(event: Event) -> str:
    frames = sorted(event.all_frames, key=lambda one: not one.favourite)
    return addresses(frames[0].image)[0] if frames else ""
