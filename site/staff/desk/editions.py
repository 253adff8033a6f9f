"""Editions of the data that wait for the word of a person's side."""

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from content.cameratraps.editions.staff import PUBLISH
from content.cameratraps.models import Edition, EditionState
from staff.desk.lists import SHOWN, DeskList, Row, age
from staff.models import User


def editions(user: User) -> DeskList | None:
    """Return the editions that are made and not yet agreed to by the person's side."""
    if not user.side or not user.has_perm(PUBLISH):
        return None
    waiting = Edition.objects.filter(state=EditionState.DRAFT).exclude(approvals__side=user.side)
    found = list(waiting)
    return DeskList(
        key="editions",
        heading=_("Editions of the data: your side’s word"),
        icon="download",
        rows=[
            Row(
                edition.name,
                reverse("cameratraps_edition", args=[edition.pk]),
                (age(edition.made_at),),
            )
            for edition in found[:SHOWN]
        ],
        total=len(found),
        all_url=reverse("cameratraps_editions"),
        words=ngettext("edition waits for your side", "editions wait for your side", len(found)),
    )
