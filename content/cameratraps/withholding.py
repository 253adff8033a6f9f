"""The mark on pictures by which every page of the site knows from which day one may be shown."""

from datetime import date

from content.base.models import Image
from content.base.models.images import FOR_EVER
from content.base.renditions import change_addresses
from content.cameratraps import shown
from content.cameratraps.models import Event, Media


def keep_pictures_in_step(event: Event) -> None:
    """Mark the pictures of a visit with the day from which pages may show them, and write its row for lists."""
    shown.keep_in_step([event.pk])
    for image in Image.objects.filter(frames__event=event).distinct().order_by("pk"):
        mark_picture(image)


def mark_picture(image: Image) -> None:
    """Set the day from which a frame's picture may be shown.

    A picture that was shown and is hidden now gets new addresses.
    """
    until = withheld_until(image)
    was_shown = image.withheld_until is not None and not image.is_withheld
    if until == image.withheld_until:
        return
    image.withheld_until = until
    Image.objects.filter(pk=image.pk).update(withheld_until=until)
    if was_shown and image.is_withheld:
        change_addresses(image)


def withheld_until(image: Image) -> date | None:
    """Return the first day a picture may be shown: the latest its visits allow, never when one of them is not public.

    A picture that has lost its visit stays withheld; one that never had any is not withheld.
    """
    frames = list(Media.objects.filter(image=image).select_related("event"))
    if not frames:
        return None if image.withheld_until is None else FOR_EVER
    return max(
        (frame.event.public_from() if frame.file_public else None) or FOR_EVER for frame in frames
    )
