"""What a curator does to the visits of the own side before anybody decides about them.

Every verb locks the visit; what was released and changes loses its releases by `signals`. None makes anything public.
"""

from io import BytesIO

from django.core.files.base import ContentFile
from django.db import transaction
from django.utils.translation import gettext as _
from PIL import Image as PillowImage

from content.base import strips
from content.base.models import Image
from content.base.permissions import is_of_other_side
from content.cameratraps.agreement import hindrances
from content.cameratraps.camtrapdp.behaviours import in_all_languages
from content.cameratraps.choices import ObservationType, Stage
from content.cameratraps.deciding import ReleaseError, note
from content.cameratraps.models import Event, Media
from content.reserve.models import Species

SMALLEST = 200  # pixels a side: what is left of a frame is still a picture


def own_visit(event: Event, user) -> Event:
    """Return a visit as it is now, locked. Raises ReleaseError when it is the other side's."""
    event = Event.objects.select_for_update().get(pk=event.pk)
    if is_of_other_side(user, event.side_code):
        raise ReleaseError(_("This visit belongs to the other side."))
    return event


@transaction.atomic
def show_frame(frame: Media, user) -> None:
    """Let a frame be shown, or keep it back again. Raises ReleaseError for one with people."""
    frame = _frame(frame, user)
    if frame.shows_people:
        raise ReleaseError(_("People, vehicles and cameras being set up are never shown."))
    frame.file_public = not frame.file_public
    frame.save()
    note(frame.event, "frame_shown" if frame.file_public else "frame_hidden", user)


@transaction.atomic
def mark_people(frame: Media, user) -> None:
    """Note that a frame shows people, a vehicle or a camera being set up, which hides the visit; or does not."""
    frame = _frame(frame, user)
    frame.shows_people = not frame.shows_people
    frame.file_public = frame.file_public and not frame.shows_people
    frame.save()
    note(frame.event, "people_found" if frame.shows_people else "no_people", user)


@transaction.atomic
def make_cover(frame: Media, user) -> None:
    """Let a frame stand for its visit."""
    frame = _frame(frame, user)
    for one in Media.objects.filter(event=frame.event_id):
        if one.favourite != (one.pk == frame.pk):
            one.favourite = not one.favourite
            one.save()


@transaction.atomic
def move_frame(frame: Media, user, *, by: int) -> None:
    """Move a frame one place earlier (-1) or later (1); at the end it stays."""
    frame = _frame(frame, user)
    row = list(Media.objects.filter(event=frame.event_id).order_by("sort_order", "pk"))
    at = row.index(frame)
    if not 0 <= at + by < len(row):
        return
    row[at], row[at + by] = row[at + by], row[at]
    for place, one in enumerate(row):
        if one.sort_order != place:
            one.sort_order = place
            one.save()


@transaction.atomic
def cut_frame(frame: Media, user, *, left: int, top: int, right: int, bottom: int) -> None:
    """Cut edges off a frame, in per cent of its sides; the old file is gone with the commit. Raises ReleaseError."""
    frame = _frame(frame, user)
    image = Image.objects.get(pk=frame.image_id)
    box = (
        image.width * left // 100,
        image.height * top // 100,
        image.width - image.width * right // 100,
        image.height - image.height * bottom // 100,
    )
    if box == (0, 0, image.width, image.height):
        raise ReleaseError(_("Say how much is to be cut off."))
    if box[2] - box[0] < SMALLEST or box[3] - box[1] < SMALLEST:
        raise ReleaseError(_("Too little of the frame would be left."))
    encoded = BytesIO()
    with image.open_file() as stored, PillowImage.open(stored) as opened:
        opened.crop(box).save(encoded, "PNG")
    image.file = ContentFile(encoded.getvalue(), name="cut.png")
    image.focal_point_x = image.focal_point_y = None
    image.save()
    Media.objects.filter(image=image).update(detections=[])  # the boxes fit the old edges
    note(frame.event, "frame_cut", user)


@transaction.atomic
def judge_strip(frame: Media, user, *, cut: bool) -> None:
    """Cut off the information strip that was found in a frame, or say that it is none."""
    frame = _frame(frame, user)
    (strips.cut_strips if cut else strips.keep_as_it_is)(frame.image, user)


@transaction.atomic
def write_alt(frame: Media, user, texts: dict[str, str]) -> None:
    """Set the text alternative of a frame, by column."""
    image = _frame(frame, user).image
    for column, words in texts.items():
        setattr(image, column, words)
    image.save()


@transaction.atomic
def write_words(event: Event, user, texts: dict[str, str]) -> None:
    """Set title and caption of a visit, by column."""
    event = own_visit(event, user)
    for column, words in texts.items():
        setattr(event, column, words)
    event.save()


@transaction.atomic
def describe(
    event: Event, user, *, count: int, sex: str, life_stage: str, behaviour: str | None
) -> None:
    """Set what was seen of the animals. A known `behaviour` replaces the words; None leaves them."""
    event = own_visit(event, user)
    event.count, event.sex, event.life_stage = count, sex, life_stage
    if behaviour is not None:
        for column, words in in_all_languages(behaviour).items():
            setattr(event, column, words)
    event.save()


@transaction.atomic
def name_species(event: Event, user, species: Species | None, *, kind: str) -> None:
    """Say what a visit shows: an animal of a species, or another `kind` of ObservationType."""
    event = own_visit(event, user)
    event.observation_type, event.species = kind, species
    event.save()
    note(event, "reidentify", user, species.scientific_name if species else kind)


@transaction.atomic
def set_aside(event: Event, user, *, is_blank: bool = False) -> None:
    """Hide every frame and put the visit off the desk; `is_blank`: there is no animal in it."""
    event = own_visit(event, user)
    for frame in event.media.filter(file_public=True):
        frame.file_public = False
        frame.save()
    event.stage = Stage.ASIDE
    if is_blank:
        event.observation_type, event.species = ObservationType.BLANK, None
    event.save()
    note(event, "set_aside", user)


@transaction.atomic
def hand_on(event: Event, user) -> None:
    """Ask both sides about a visit. Raises ReleaseError while something stands in the way of a release."""
    event = own_visit(event, user)
    if in_the_way := hindrances(event):
        raise ReleaseError(in_the_way)
    Event.objects.filter(pk=event.pk).update(stage=Stage.READY)
    note(event, "handed_on", user)


@transaction.atomic
def take_back_up(event: Event, user) -> None:
    """Put a visit on the desk again as one that nobody has looked at."""
    event = own_visit(event, user)
    Event.objects.filter(pk=event.pk).update(stage=Stage.NEW)


def _frame(frame: Media, user) -> Media:
    event = own_visit(frame.event, user)
    frame = Media.objects.select_related("image").get(pk=frame.pk, event=event)
    frame.event = event
    return frame
