"""What a person has in hand, and closing their account."""

from dataclasses import dataclass

from django.db import transaction
from django.db.models import QuerySet
from wagtail.log_actions import log
from wagtail.models import Page, Revision

from staff.invitations.services import withdraw
from staff.models import User
from staff.signin.sessions import end_all_sessions
from staff.waiting import drafts_of

CLOSED = "staff.close"


@dataclass(frozen=True)
class InHand:
    """Pages whose latest text nobody has published, and pages kept from others."""

    drafts: QuerySet[Page]
    locked: QuerySet[Page]


def in_hand(person: User) -> InHand:
    """Return what waits for a person and nobody else."""
    return InHand(
        drafts_of(person), Page.objects.filter(locked=True, locked_by=person).order_by("pk")
    )


def was_never_used(person: User) -> bool:
    """Say whether an account left no trace, so that it may be deleted: an invitation sent in error."""
    return person.last_login is None and not Revision.objects.filter(user=person).exists()


def heirs_of(person: User) -> QuerySet[User]:
    """Return who may take over: the active colleagues of the same side; of one for both sides, everybody."""
    colleagues = User.objects.filter(is_active=True).exclude(pk=person.pk)
    own = colleagues.filter(side=person.side) if person.side else colleagues
    return own.order_by("last_name", "first_name")


@transaction.atomic
def close_account(person: User, *, heir: User | None, by: User) -> None:
    """Close an account at once: sessions end, locks open, drafts go to the heir; all that was written stays."""
    held = in_hand(person)
    if heir:
        for page in list(held.drafts):
            _hand_over(page, person, heir)
    for page in list(held.locked):
        Page.objects.filter(pk=page.pk).update(locked=False, locked_by=None, locked_at=None)
        log(page, "wagtail.unlock", user=by)
    invitation = getattr(person, "invitation", None)
    if invitation and invitation.may_be_accepted:
        withdraw(invitation, by=by)
    person.is_active = False
    person.save(update_fields=["is_active"])
    end_all_sessions(person)
    log(person, CLOSED, user=by)


def _hand_over(page: Page, person: User, heir: User) -> None:
    """Save the draft once more in the heir's name: the history keeps who wrote what."""
    draft = page.get_latest_revision_as_object()
    draft.save_revision(user=heir, changed=False, clean=False, log_action=True)
    Page.objects.filter(pk=page.pk, owner=person).update(owner=heir)
