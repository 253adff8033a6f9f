"""Visits that still lie on the curators' desks: nobody has looked, a side is asked, a side has refused."""

from io import BytesIO
from uuid import NAMESPACE_URL, uuid5

from django.core.files.base import ContentFile
from django.db.models import Q
from PIL import Image as PillowImage
from PIL import ImageOps

from content.base.choices import SideCode
from content.base.models import Image
from content.base.models.images import FOR_EVER
from content.cameratraps.agreement import seen_in
from content.cameratraps.checklist import CURRENT, all_absent, answered, treated
from content.cameratraps.choices import ObservationType, Stage
from content.cameratraps.models import Event, Media, Refusal, Release
from content.demo.loading.sample import Sample

WIDTH = 640
FRAMES = 2
PLAN = ("new", "new", "new", "asked", "refused", "people")  # of each side
REASON = "Sample: the outline of a hill can be seen behind the animal."
AGREED = "Sample: a walking animal, nothing else."


def load(sample: Sample) -> None:
    """Make the drafts of both sides out of frames of the sample, mirrored and made smaller."""
    for side in SideCode.values:
        shown = Event.objects.filter(deployment__zone__side=side, is_sample=True)
        models = shown.filter(~Q(media=None)).distinct().order_by("uuid")[: len(PLAN)]
        for number, (state, model) in enumerate(zip(PLAN, models, strict=False)):
            uuid = uuid5(NAMESPACE_URL, f"sample-draft:{side}:{number}")
            if not Event.objects.filter(uuid=uuid).exists():
                _draft(sample, model, uuid, state)


def _draft(sample: Sample, model: Event, uuid, state: str) -> None:
    is_new = state in ("new", "people")
    event = Event.objects.create(
        uuid=uuid,
        code=uuid.hex[:8],
        deployment=model.deployment,
        observation_type=ObservationType.UNCLASSIFIED if is_new else ObservationType.ANIMAL,
        species=None if is_new else model.species,
        year=model.year,
        month=model.month,
        band=model.band,
        is_sample=True,
        stage=Stage.NEW if is_new else Stage.READY,
    )
    for order, frame in enumerate(model.media.select_related("image")[:FRAMES]):
        Media.objects.create(
            event=event,
            image=_mirrored(sample, frame.image),
            sort_order=order,
            file_public=not is_new,
            shows_people=state == "people" and order == 0,
            detections=_boxes(state, order),
        )
    _decide(event, state)


def _mirrored(sample: Sample, image: Image) -> Image:
    with image.open_file() as stored, PillowImage.open(stored) as opened:
        small = opened.convert("RGB")
        small.thumbnail((WIDTH, WIDTH))
        encoded = BytesIO()
        ImageOps.mirror(small).save(encoded, "PNG", compress_level=1)
    return Image.objects.create(
        title=f"{image.title} (draft)",
        file=ContentFile(encoded.getvalue(), name="draft.png"),
        credit=image.credit,
        licence=image.licence,
        collection=image.collection,
        is_sample=True,
        withheld_until=FOR_EVER,
    )


def _boxes(state: str, order: int) -> list[dict]:
    kind = "human" if state == "people" and order == 0 else "animal"
    return [{"category": kind, "confidence": 0.91, "box": [0.25, 0.35, 0.5, 0.45]}]


def _decide(event: Event, state: str) -> None:
    if state not in ("asked", "refused"):
        return
    seen = seen_in(event)
    Release.objects.create(
        event=event,
        side_id=event.side_code,
        embargo_until=event.earliest_release,
        reason=AGREED,
        checklist=CURRENT,
        answers=answered(all_absent()),
        treatments=treated(),
        agreed=seen,
    )
    if state == "refused":
        other = next(side for side in SideCode.values if side != event.side_code)
        Refusal.objects.create(event=event, side_id=other, reason=REASON, refused=seen)
