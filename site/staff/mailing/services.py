"""Owing mails to staff: noted in the transaction of their cause, sent after it."""

from collections.abc import Iterable

from django.db import IntegrityError, transaction
from django.utils import timezone
from wagtail.users.models import UserProfile

from staff.mailing.models import MailPreference, Occasion, Rhythm, StaffMail
from staff.mailing.outbox import send_at_once

# What each person may switch off by kind, under their account.
SWITCHES = {
    Occasion.SUBMITTED: "submitted_notifications",
    Occasion.APPROVED: "approved_notifications",
    Occasion.REJECTED: "rejected_notifications",
    Occasion.COMMENTED: "updated_comments_notifications",
}
# Somebody may be in danger: told to everybody concerned, whatever mails they want.
FOR_LIFE = {Occasion.OVERDUE, Occasion.OVERDUE_ENDED, Occasion.GRAVE_INCIDENT}
URGENT = {Occasion.URGENT, Occasion.URGENT_ENDED, *FOR_LIFE}  # never wait for the daily mail


def tell(
    users: Iterable, occasion: Occasion, *, once: str | None = None, **facts
) -> list[StaffMail]:
    """Owe a mail to each of these people who wants it; `facts` are plain values, put into words later.

    `once` names the cause: whoever has been owed a mail of this occasion for it is owed none again.
    """
    now = timezone.now()
    mails = []
    for user in users:
        rhythm = rhythm_of(user)
        is_wanted = rhythm != Rhythm.NEVER and _wants(user, occasion)
        if user.is_active and user.email and (is_wanted or occasion in FOR_LIFE):
            waits = rhythm == Rhythm.DAILY and occasion not in URGENT
            mails.append(
                StaffMail(
                    recipient=user,
                    occasion=occasion,
                    once=once,
                    facts=facts,
                    in_digest=waits,
                    next_try=now,
                )
            )
    mails = [mail for mail in mails if _owe(mail)]
    due = [mail.pk for mail in mails if not mail.in_digest]
    if due:
        transaction.on_commit(lambda: send_at_once(due), robust=True)
    return mails


def _owe(mail: StaffMail) -> bool:
    """Write a mail unless there is one for its cause; the database keeps two processes apart."""
    if mail.once is None:
        mail.save()
        return True
    try:
        with transaction.atomic():
            mail.save()
    except IntegrityError:
        return False
    return True


def rhythm_of(user) -> str:
    """Return how often a person wants mails."""
    preference = MailPreference.objects.filter(user_id=user.pk).first()
    return preference.rhythm if preference else Rhythm.AT_ONCE


def _wants(user, occasion: Occasion) -> bool:
    switch = SWITCHES.get(occasion)
    profile = UserProfile.objects.filter(user_id=user.pk).first()
    return not (switch and profile) or getattr(profile, switch)
