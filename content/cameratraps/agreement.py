"""What exactly the two sides agree to when they release a visit, and what stands in the way of it."""

import json
from collections.abc import Iterator
from hashlib import sha256

from django.utils.translation import gettext as _

from content.base.choices import Licence
from content.base.models import Image
from content.base.private_names import private_names_in, told_in_words
from content.base.texts.columns import text_columns
from content.cameratraps.choices import ObservationType
from content.cameratraps.models import Event, Media

# From all rights reserved to none: a licence becomes freer only by a release.
FREEDOM = (Licence.RESERVED, Licence.CC_BY_NC, Licence.CC_BY_SA, Licence.CC_BY, Licence.CC0)


def seen_in(event: Event) -> dict:
    """Return what a release is given for: the facts that are told, and the frames with their pixels and licences.

    Asks the database anew. Order, cover and words are not part of it.
    """
    facts = Event.objects.filter(pk=event.pk).values(
        "observation_type",
        "species",
        "year",
        "month",
        "band",
        "count",
        "deployment",
        "deployment__zone",
        "deployment__zone__side",
    )
    frames = Media.objects.filter(event=event)
    shown = (
        frames.filter(file_public=True)
        .order_by("pk")
        .values_list("image", "image__file_hash", "image__credit", "image__licence")
    )
    return {
        "facts": facts.first(),
        "people": frames.filter(shows_people=True).exists(),
        "frames": [[image, pixels, bool(credit), name] for image, pixels, credit, name in shown],
    }


def mark_of(seen: dict) -> str:
    """Return a short mark of what is seen, for forms to bring back."""
    return sha256(json.dumps(seen, sort_keys=True).encode()).hexdigest()[:32]


def holds(agreed: dict, seen: dict) -> bool:
    """Say whether nothing has changed but licences that became stricter; releases of old agree to anything."""
    if not agreed:
        return True
    if (agreed["facts"], agreed["people"]) != (seen["facts"], seen["people"]):
        return False
    if len(agreed["frames"]) != len(seen["frames"]):
        return False
    return all(
        then[:3] == now[:3] and _freedom(now[3]) <= _freedom(then[3])
        for then, now in zip(agreed["frames"], seen["frames"], strict=True)
    )


def _freedom(licence: str) -> int:
    return FREEDOM.index(Licence(licence))


def hindrances(event: Event) -> list[str]:
    """Return in words why a visit cannot be released as it stands."""
    return list(_hindrances(event))


def _hindrances(event: Event) -> Iterator[str]:
    frames = list(Media.objects.filter(event=event).select_related("image"))
    shown = [frame.image for frame in frames if frame.file_public]
    if event.observation_type != ObservationType.ANIMAL or event.species_id is None:
        yield _("Only visits of an animal whose species is known are shown.")
    if any(frame.shows_people for frame in frames):
        yield _("People, vehicles and cameras being set up are never shown.")
    if not shown:
        yield _("No frame may be shown.")
    if any(image.has_strip for image in shown):
        yield _(
            "A frame still has what looks like an information strip. Open the picture and decide."
        )
    if names := private_names_in(*_words_of(event, shown)):
        yield told_in_words(names)
    if not all(image.credit.strip() for image in shown):
        yield _("Every frame that is shown needs a credit.")
    if not event.zone.is_large_enough:
        yield _("The zone is too small, or its size is not stated: it would lead to a camera.")


def _words_of(event: Event, shown: list[Image]) -> list[str]:
    """Return every text that goes out with a visit, in all languages."""
    return [
        getattr(record, column) or ""
        for record in (event, *shown)
        for column in text_columns(type(record))
    ]
