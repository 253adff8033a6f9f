"""Inviting, inviting again, withdrawing, accepting."""

import secrets
from datetime import timedelta
from hashlib import sha256

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from wagtail.log_actions import log

from staff.invitations.mails import invitation_mail
from staff.invitations.models import Invitation
from staff.models import User
from staff.signin.mails import deliver

INVITED, WITHDRAWN, ACCEPTED = "staff.invite", "staff.withdraw", "staff.accept"


class InvitationVoidError(Exception):
    """The link is wrong, used, withdrawn or too old; which of these is nobody's business."""


def invite(person: User, *, by: User) -> bool:
    """Send a person a link of their own, which makes every earlier one void; say whether the mail has left."""
    token = secrets.token_urlsafe(32)
    with transaction.atomic():
        invitation, _made = Invitation.objects.update_or_create(
            person=person,
            defaults={
                "invited_by": by,
                "token_hash": hash_of(token),
                "expires_at": timezone.now() + timedelta(days=settings.INVITATION_DAYS),
                "sent_at": None,
                "withdrawn_at": None,
            },
        )
        log(person, INVITED, user=by)
    has_left = deliver(invitation_mail(invitation, token))
    if has_left:
        Invitation.objects.filter(pk=invitation.pk).update(sent_at=timezone.now())
    return has_left


@transaction.atomic
def withdraw(invitation: Invitation, *, by: User) -> None:
    """Make the link void; the account stays as it is, closed."""
    Invitation.objects.filter(pk=invitation.pk).update(withdrawn_at=timezone.now())
    log(invitation.person, WITHDRAWN, user=by)


def find_open(token: str) -> Invitation:
    """Return the invitation of a link that still holds; raises InvitationVoidError."""
    found = Invitation.objects.select_related("person__wagtail_userprofile").filter(
        token_hash=hash_of(token)
    )
    invitation = found.first()
    if invitation is None or not invitation.may_be_accepted:
        raise InvitationVoidError
    return invitation


@transaction.atomic
def accept(token: str, password: str) -> User:
    """Open the account with the password the person chose; a link does so once. Raises InvitationVoidError."""
    Invitation.objects.select_for_update().filter(token_hash=hash_of(token)).first()
    invitation = find_open(token)
    person = invitation.person
    person.set_password(password)
    person.is_active = True
    person.save()
    invitation.accepted_at = timezone.now()
    invitation.save(update_fields=["accepted_at"])
    log(person, ACCEPTED, user=person)
    return person


def hash_of(token: str) -> str:
    return sha256(token.encode()).hexdigest()
