"""Sending what is owed to staff: again and again until the mail server takes it."""

import logging
from datetime import datetime
from itertools import groupby
from smtplib import SMTPException

from django.core.cache import cache
from django.core.mail import get_connection
from django.db.models import QuerySet
from django.utils import timezone

from bookings.claiming import PAUSE_KEY, PAUSE_SECONDS, claim
from bookings.outbox import CONNECT_SECONDS, REFUSED
from staff.mailing.letters import digest, letter
from staff.mailing.models import StaffMail

logger = logging.getLogger("staff.mailing")
BATCH = 100


class ServerDown(Exception):
    """No mail can be sent now."""


def send_at_once(pks: list[int]) -> None:
    """Send mails within the request that caused them, unless the mail server was just found dead."""
    if not cache.get(PAUSE_KEY):
        _send([[pk] for pk in pks])


def send_due(now: datetime | None = None) -> tuple[int, int]:
    """Send what is due and not meant for the daily mail; return how many were sent and how many are owed."""
    due = _owed().filter(next_try__lte=now or timezone.now(), in_digest=False)
    sent = _send([[pk] for pk in due.values_list("pk", flat=True)[:BATCH]])
    return sent, _owed().filter(in_digest=False).count()


def send_digests() -> int:
    """Send everybody their daily mail; return how many left. What cannot leave now is tried with the other mails."""
    waiting = _owed().filter(in_digest=True).order_by("recipient_id", "pk")
    rows = list(waiting.values_list("recipient_id", "pk"))
    return _send([[pk for _who, pk in mine] for _who, mine in groupby(rows, lambda row: row[0])])


def _owed() -> QuerySet[StaffMail]:
    return StaffMail.objects.filter(sent_at=None)


def _send(bundles: list[list[int]]) -> int:
    """Send each bundle as one mail over one connection, until the server fails. Never raises for it."""
    connection = get_connection(timeout=CONNECT_SECONDS)
    sent = 0
    try:
        for bundle in bundles:
            if mails := _claim(bundle):
                sent += _send_one(mails, connection)
    except ServerDown:
        cache.set(PAUSE_KEY, True, PAUSE_SECONDS)
    finally:
        _close(connection)
    return sent


def _claim(pks: list[int]) -> list[StaffMail]:
    """Return those of a bundle that are due and now ours."""
    mine = [pk for pk in pks if claim(_owed(), pk)]
    return list(StaffMail.objects.filter(pk__in=mine).select_related("recipient").order_by("pk"))


def _send_one(mails: list[StaffMail], connection) -> bool:
    rows = StaffMail.objects.filter(pk__in=[mail.pk for mail in mails])
    if not (mails[0].recipient.is_active and mails[0].recipient.email):
        rows.update(sent_at=timezone.now(), last_error="no address")
        return False
    message = digest(mails) if mails[0].in_digest else letter(mails[0])
    message.connection = connection
    try:
        connection.open()
        message.send()
    except REFUSED as error:
        _note_failure(rows, error)
        return False
    except (SMTPException, OSError) as error:
        _note_failure(rows, error)
        raise ServerDown from None
    rows.update(sent_at=timezone.now(), last_error="")
    cache.delete(PAUSE_KEY)
    return True


def _note_failure(rows: QuerySet[StaffMail], error: Exception) -> None:
    """Keep and log the kind of failure only: an SMTP error's own text may quote the address."""
    name = f"{type(error).__name__} {getattr(error, 'smtp_code', '')}".strip()
    rows.update(last_error=name[:80])
    logger.warning("A mail to staff could not be sent (%s); it will be tried again.", name)


def _close(connection) -> None:
    try:
        connection.close()
    except (SMTPException, OSError):
        logger.info("The mail server went away before the farewell.")
