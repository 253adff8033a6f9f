"""Mails owed to parties: written with the change that causes them, sent after the commit, retried until sent."""

import logging
from collections.abc import Iterable
from datetime import datetime, timedelta
from smtplib import SMTPDataError, SMTPException, SMTPRecipientsRefused

from django.conf import settings
from django.core.cache import cache
from django.core.mail import get_connection
from django.utils import timezone

from bookings import databases
from bookings.claiming import PAUSE_KEY, PAUSE_SECONDS, claim, send_after_commit
from bookings.mails import compose
from bookings.models import (
    BOOKED_STATES,
    AuditEvent,
    Booking,
    BookingState,
    DepartureMessage,
    DepartureState,
    MailKind,
    OutboxMail,
)
from bookings.models.trails import trail_along
from bookings.needs import unnamed
from bookings.rush import next_round

logger = logging.getLogger("bookings.outbox")

CONNECT_SECONDS = 5
# After a failure, visitors' own requests do not wait for the mail server again for a while.
BATCH = 100
# This one mail cannot be written, or the server does not want it; the others may still leave.
REFUSED = (SMTPRecipientsRefused, SMTPDataError, ValueError)

# A mail of these kinds is true only while the booking is in these states.
_TRUE_WHILE = {
    MailKind.PLEASE_CONFIRM: {BookingState.SUBMITTED},
    MailKind.UNDER_REVIEW: {BookingState.PERMIT_REVIEW},
    MailKind.CONFIRMED: BOOKED_STATES,
    MailKind.CHANGED: BOOKED_STATES,
    MailKind.MOVED: BOOKED_STATES,
    MailKind.GUARANTEED: BOOKED_STATES,
    MailKind.MESSAGE: BOOKED_STATES,
    MailKind.WAITING: {BookingState.WAITING},
    MailKind.PAUSED: {BookingState.WAITING},
    MailKind.OFFERED: {BookingState.OFFERED},
    MailKind.REMINDER: {BookingState.CONFIRMED},
    MailKind.PAPERS_MISSING: {BookingState.PERMIT_REVIEW},
    MailKind.NAMES_MISSING: {BookingState.CONFIRMED},
    MailKind.WITHOUT_PERSON: BOOKED_STATES,
    MailKind.THANKS: {BookingState.CONFIRMED},
}


_BEFORE_THE_WALK = {MailKind.REMINDER, MailKind.NAMES_MISSING}


class ServerDown(Exception):
    """No mail can be sent now."""


def owe(event: AuditEvent, kind: MailKind, message: DepartureMessage | None = None) -> OutboxMail:
    """Note a mail for the event's booking; a postman beside the web server sends it, else this request itself."""
    mail = OutboxMail.objects.create(
        event=event, booking=event.booking, kind=kind, next_try=event.at, message=message
    )
    send_after_commit(mail, lambda pk: send([pk]))
    return mail


def send_due(now: datetime | None = None) -> tuple[int, int]:
    """Send what is due, in a rush a few only; return how many were sent and how many are still owed."""
    sent = owed = 0
    for _alias in databases.in_turn():
        sent += _send_rounds(now)
        owed += _owed().count()
    return sent, owed


def _send_rounds(now: datetime | None) -> int:
    sent = looked_at = last = 0
    while looked_at < BATCH:
        part = next_round(_owed(), last, now or timezone.now())
        sent += send(part.numbers)
        if part.is_last or cache.get(PAUSE_KEY):
            break
        looked_at, last = looked_at + len(part.numbers), part.numbers[-1]
    return sent


def _owed():
    return OutboxMail.objects.filter(sent_at__isnull=True, dropped_at__isnull=True)


def send(pks: Iterable[int]) -> int:
    """Send mails over one connection until the server fails; return how many left. Never raises for it."""
    connection = get_connection(timeout=CONNECT_SECONDS)
    sent = 0
    try:
        for pk in pks:
            with databases.at(pk):
                if mail := _claim(pk):
                    sent += _send_one(mail, connection)
    except ServerDown:
        cache.set(PAUSE_KEY, True, PAUSE_SECONDS)
    finally:
        _close(connection)
    return sent


def _claim(pk: int) -> OutboxMail | None:
    if claim(_owed(), pk) is None:
        return None
    mails = OutboxMail.objects.select_related("message")
    return trail_along(mails, "booking__departure__trail").get(pk=pk)


def _send_one(mail: OutboxMail, connection) -> bool:
    if not is_still_due(mail):
        OutboxMail.objects.filter(pk=mail.pk).update(dropped_at=timezone.now())
        return False
    booking = mail.booking
    if mail.kind == MailKind.PLEASE_CONFIRM:
        booking.hold_expires_at = _time_to_confirm(booking)
    message = compose(mail)
    message.connection = connection
    try:
        connection.open()
        message.send()
    except REFUSED as error:
        _note_failure(mail, error)
        return False
    except (SMTPException, OSError) as error:
        _note_failure(mail, error)
        raise ServerDown from None
    OutboxMail.objects.filter(pk=mail.pk).update(sent_at=timezone.now(), last_error="")
    if mail.kind == MailKind.PLEASE_CONFIRM:
        waiting = Booking.objects.filter(pk=booking.pk, state=BookingState.SUBMITTED)
        waiting.update(hold_expires_at=booking.hold_expires_at)
    cache.delete(PAUSE_KEY)
    return True


def _time_to_confirm(booking: Booking) -> datetime:
    """Return until when the places are held now that the mail with the link leaves: never longer than before."""
    return min(
        booking.hold_expires_at, timezone.now() + timedelta(hours=settings.BOOKING_CONFIRM_HOURS)
    )


def is_still_due(mail: OutboxMail) -> bool:
    """Say whether a mail has an address and is still true: no “booked” after a cancellation."""
    departure = mail.booking.departure
    if mail.kind in _BEFORE_THE_WALK and departure.starts_at <= timezone.now():
        return False
    if mail.kind == MailKind.PAUSED and departure.state != DepartureState.PAUSED:
        return False
    if mail.kind == MailKind.NAMES_MISSING and not unnamed(departure, mail.booking):
        return False
    states = _TRUE_WHILE.get(mail.kind)
    return bool(mail.booking.email) and (states is None or mail.booking.state in states)


def _note_failure(mail: OutboxMail, error: Exception) -> None:
    """Keep and log the kind of failure only: an SMTP error's own text may quote the address."""
    name = f"{type(error).__name__} {getattr(error, 'smtp_code', '')}".strip()
    OutboxMail.objects.filter(pk=mail.pk).update(last_error=name[:80])
    logger.warning("Mail %s could not be sent (%s); it will be tried again.", mail.pk, name)


def _close(connection) -> None:
    try:
        connection.close()
    except (SMTPException, OSError):
        logger.info("The mail server went away before the farewell.")
