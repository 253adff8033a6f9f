"""What every decision about a visit asks first: whose word it is, what they say, from which day."""

from collections.abc import Mapping
from datetime import date, timedelta

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from content.base.formats import format_date
from content.cameratraps import checklist
from content.cameratraps.models import Event, Release

REVIEW_DAYS = 2 * 365


class ReleaseError(ValidationError):
    """A decision that cannot be taken; the message says why."""


def locked(event: Event, user, *, own: bool = False) -> Event:
    """Return the visit as it is now, locked, for somebody who may speak about it."""
    event = Event.objects.select_for_update().get(pk=event.pk)
    if not user.side:
        raise ReleaseError(_("Only somebody who works for one side can release for it."))
    if own and event.side_code != user.side:
        raise ReleaseError(_("This visit belongs to the other side."))
    return event


def own_release(event: Event, user) -> Release:
    """Return the release of `user`'s own side. Raises ReleaseError."""
    release = event.releases.filter(side_id=user.side).first()
    if release is None:
        raise ReleaseError(_("Your side has not released this visit."))
    return release


def said(reason: str) -> str:
    """Return the reason. Raises ReleaseError when there is none."""
    if not reason.strip():
        raise ReleaseError(_("Say why, in words."))
    return reason.strip()


def answered(answers: Mapping[str, str]) -> list[dict]:
    """Return the answers to the checklist with its words. Raises ReleaseError."""
    try:
        return checklist.answered(answers)
    except ValidationError as error:
        raise ReleaseError(error.messages) from error


def future(review_on: date | None) -> date:
    """Return the day to look again. Raises ReleaseError when it is over."""
    today = timezone.now().date()
    if review_on and review_on <= today:
        raise ReleaseError(_("The day to look again lies in the past."))
    return review_on or today + timedelta(days=REVIEW_DAYS)


def allowed(event: Event, day: date | None) -> date:
    """Return the day from which a visit may be seen, the earliest when none is given. Raises ReleaseError."""
    earliest = event.earliest_release
    if day and day < earliest:
        raise ReleaseError(
            _("Not before %(day)s: the embargo after the month of capture must pass.")
            % {"day": format_date(earliest)}
        )
    return day or earliest


def note(event: Event, action: str, user, comment: str = "") -> None:
    """Write a decision into the log, with the side it is of and what was said."""
    log(
        instance=event,
        action=f"cameratraps.{action}",
        user=user,
        data={"side": user.side, "comment": comment},
    )
