"""What changes who may see a visit: releases, and the mark on pictures that keeps every other page in step."""

from datetime import date, timedelta

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from content.base.formats import format_date
from content.base.models import Image
from content.base.models.images import FOR_EVER
from content.base.renditions import change_addresses
from content.cameratraps import shown
from content.cameratraps.models import Event, Media, Release

REVIEW_DAYS = 2 * 365


class ReleaseError(ValidationError):
    """A release that cannot be given; the message says why."""


@transaction.atomic
def release_event(
    event: Event, user, *, embargo_until: date | None = None, review_on: date | None = None
) -> Release:
    """Record that `user`'s own side agrees to show a visit. Raises ReleaseError.

    Without `embargo_until` the visit may be seen from the earliest day the rules allow.
    """
    event = Event.objects.select_for_update().get(pk=event.pk)
    if not user.side:
        raise ReleaseError(_("Only somebody who works for one side can release for it."))
    if event.releases.filter(side_id=user.side).exists():
        raise ReleaseError(_("Your side has released this visit already."))
    if event.releases.filter(approved_by=user).exists():
        raise ReleaseError(_("The two sides are released by two people."))
    if strips_left(event):
        raise ReleaseError(
            _(
                "A frame still has what looks like an information strip. Open the picture and decide."
            )
        )
    earliest = event.earliest_release
    if embargo_until and embargo_until < earliest:
        raise ReleaseError(
            _("Not before %(day)s: 90 days must pass after the month of capture.")
            % {"day": format_date(earliest)}
        )
    release = Release.objects.create(
        event=event,
        side_id=user.side,
        approved_by=user,
        embargo_until=embargo_until or earliest,
        review_on=review_on or timezone.now().date() + timedelta(days=REVIEW_DAYS),
    )
    log(instance=event, action="cameratraps.release", user=user, data={"side": user.side})
    return release


def strips_left(event: Event) -> bool:
    """Say whether nobody has decided yet about an information strip in a frame that is to be shown."""
    frames = Media.objects.filter(event=event, file_public=True)
    return frames.exclude(image__strip_top=0, image__strip_bottom=0).exists()


@transaction.atomic
def withdraw_release(event: Event, user) -> None:
    """Take back the agreement of `user`'s own side; the visit is gone from every page at once. Raises ReleaseError."""
    release = event.releases.filter(side_id=user.side).first()
    if release is None:
        raise ReleaseError(_("Your side has not released this visit."))
    release.delete()
    log(instance=event, action="cameratraps.withdraw", user=user, data={"side": user.side})


@transaction.atomic
def withdraw_all(event: Event, user=None) -> bool:
    """Take back both releases after an edit to what they were given for; say whether there were any."""
    releases = list(event.releases.all())
    for release in releases:
        release.delete()
    if releases:
        log(instance=event, action="cameratraps.withdraw", user=user, data={"side": "RU, CN"})
    return bool(releases)


def keep_pictures_in_step(event: Event) -> None:
    """Mark the pictures of a visit with the day from which pages may show them, and write its row for lists."""
    shown.keep_in_step([event.pk])
    for image in Image.objects.filter(frames__event=event).distinct():
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
