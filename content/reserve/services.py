"""What changes data in this section."""

import logging
from smtplib import SMTPException
from uuid import UUID

from django.core.mail import EmailMessage
from django.db import transaction
from django.utils import timezone

from content.base.languages import LANGUAGE_NAMES
from content.reserve.models import ContactMessage, Side

logger = logging.getLogger(__name__)


def send_contact_message(
    *, key: UUID, side: Side, name: str, email: str, message: str, language: str
) -> ContactMessage:
    """Keep a visitor's message and pass it on to the side's office once it is stored.

    `key` names the form that was filled in: sent twice, by a double click or a reload, it is one message.
    """
    words = {"side": side, "name": name, "email": email, "message": message, "language": language}
    record, is_new = ContactMessage.objects.get_or_create(key=key, defaults=words)
    if is_new:
        transaction.on_commit(lambda: pass_on(record), robust=True)
    return record


def pass_on(record: ContactMessage) -> bool:
    """Mail a kept message to its office; a mail server that fails leaves it in the staff's list."""
    if not record.side.email:
        return False
    mail = EmailMessage(
        subject=f"[{record.side_id}] {record.name}",
        body=f"{record.message}\n\n{record.name} <{record.email}> · {LANGUAGE_NAMES[record.language]}",
        to=[record.side.email],
        reply_to=[record.email],
    )
    try:
        mail.send()
    except (SMTPException, OSError, ValueError) as error:  # ValueError: no header can carry it
        logger.error("Contact message %s could not be mailed: %s.", record.pk, type(error).__name__)
        return False
    record.mailed_at = timezone.now()
    record.save(update_fields=["mailed_at"])
    return True
