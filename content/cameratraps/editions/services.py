"""The verbs of editions: made by one person, published when both sides agree, pulled back the moment a visit is."""

import hashlib
import io

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from content.base.choices import Licence, SideCode
from content.cameratraps.editions.content import Content, released_content
from content.cameratraps.editions.packing import Package, package_of, write_archive
from content.cameratraps.models import (
    Edition,
    EditionApproval,
    EditionFrame,
    EditionState,
    EditionVisit,
    Event,
    IdentityClaim,
)

BATCH = 1_000


class EditionError(ValidationError):
    """Something an edition does not allow; the message says why."""


@transaction.atomic
def make_edition(name: str, user=None, *, licence: str = Licence.CC_BY) -> Edition:
    """Pack what is public today; nobody sees it before both sides have agreed. Raises ValidationError."""
    edition = Edition(name=name, licence=licence, made_by=user)
    _check_words(edition)
    content = released_content()
    refuse_nothing(content)
    package = package_of(content, name, timezone.now().date(), licence=licence)
    _fill(edition, content, package)
    log(instance=edition, action="cameratraps.edition_made", user=user)
    return edition


def _check_words(edition: Edition) -> None:
    others = {field.name for field in Edition._meta.fields} - {"name", "licence"}
    edition.clean_fields(exclude=others)
    edition.validate_unique()


def refuse_nothing(content: Content) -> None:
    """Raise EditionError when there is nothing to publish."""
    if content.visits:
        return
    if content.left_out:
        raise EditionError(
            _("No visit can go into an edition: the zones of all of them have no outline yet.")
        )
    raise EditionError(_("No visit is released: there is nothing to publish."))


def _fill(edition: Edition, content: Content, package: Package) -> None:
    packed = io.BytesIO()
    write_archive(package.files, packed)
    data = packed.getvalue()
    edition.size, edition.sha256 = len(data), hashlib.sha256(data).hexdigest()
    edition.counts = {**package.counts, "left_out": package.left_out}
    edition.is_sample = content.is_sample
    edition.file = ContentFile(data, name="edition.zip")
    edition.save()
    EditionVisit.objects.bulk_create(
        (
            EditionVisit(edition=edition, event=visit, names_animal=visit.pk in content.naming)
            for visit in content.visits
        ),
        batch_size=BATCH,
    )
    EditionFrame.objects.bulk_create(
        (
            EditionFrame(edition=edition, media_id=frame, key=key)
            for frame, key in package.keys.items()
        ),
        batch_size=BATCH,
    )


@transaction.atomic
def approve_edition(edition: Edition, user) -> Edition:
    """Record that `user`'s own side agrees; with the second side's word it is published. Raises EditionError."""
    edition = Edition.objects.select_for_update().get(pk=edition.pk)
    _refuse_approval(edition, user)
    EditionApproval.objects.create(edition=edition, side_id=user.side, approved_by=user)
    log(instance=edition, action="cameratraps.edition_agreed", user=user, data={"side": user.side})
    if edition.approvals.count() == len(SideCode.values):
        edition.state, edition.published_at = EditionState.PUBLISHED, timezone.now()
        edition.save(update_fields=["state", "published_at"])
        log(instance=edition, action="cameratraps.edition_published", user=user)
    return edition


def _refuse_approval(edition: Edition, user) -> None:
    if not user.side:
        raise EditionError(_("Only somebody who works for one side can agree for it."))
    if edition.state == EditionState.PULLED:
        raise EditionError(_("This edition was pulled back. Make a new one."))
    if edition.approvals.filter(side_id=user.side).exists():
        raise EditionError(_("Your side has agreed already."))
    if edition.approvals.filter(approved_by=user).exists():
        raise EditionError(_("The two sides agree by two people."))
    if not stays_public(edition):
        raise EditionError(
            _("A visit in this edition may not be seen any more. Make a new edition.")
        )


def stays_public(edition: Edition) -> bool:
    """Say whether all that an edition tells may be seen today: its visits, and who was named on them."""
    visits = edition.visits.all()
    if visits.exclude(event__in=Event.objects.public()).exists():
        return False
    named = visits.filter(names_animal=True)
    return not named.exclude(event__in=IdentityClaim.objects.public().values("event")).exists()


@transaction.atomic
def withdraw_edition(edition: Edition, user) -> None:
    """Pull an edition back for `user`'s own side: one is enough. Raises EditionError."""
    if not user.side:
        raise EditionError(_("Only somebody who works for one side can do this for it."))
    if not _pull(Edition.objects.filter(pk=edition.pk), user):
        raise EditionError(_("This edition was pulled back already."))


@transaction.atomic
def pull(edition: Edition) -> None:
    """Pull an edition back, whoever or whatever has found that it tells too much."""
    _pull(Edition.objects.filter(pk=edition.pk))


def pull_what_holds(event: Event, *, also_public: bool = False) -> None:
    """Pull back every edition that tells more of a visit than may be seen now; `also_public`: whatever may be seen."""
    holding = EditionVisit.objects.filter(event=event.pk)
    holding = holding.exclude(edition__state=EditionState.PULLED)
    if not holding.exists():
        return
    if not also_public and Event.objects.public().filter(pk=event.pk).exists():
        if IdentityClaim.objects.public().filter(event=event.pk).exists():
            return
        holding = holding.filter(names_animal=True)
    _pull(Edition.objects.filter(pk__in=list(holding.values_list("edition", flat=True))))


def _pull(editions, user=None) -> bool:
    """Take editions back: state, addresses of frames and file go in one step; say whether there were any."""
    pulled = list(editions.filter(~Q(state=EditionState.PULLED)).select_for_update())
    for edition in pulled:
        edition.state, edition.pulled_at = EditionState.PULLED, timezone.now()
        storage, name = edition.file.storage, edition.file.name
        edition.file = ""
        edition.save(update_fields=["state", "pulled_at", "file"])
        edition.frames.all().delete()
        transaction.on_commit(lambda storage=storage, name=name: storage.delete(name))
        log(instance=edition, action="cameratraps.edition_pulled", user=user)
    return bool(pulled)
