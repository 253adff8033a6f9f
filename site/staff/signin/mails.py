"""Mails to staff about their own sign-in, each in the receiver's language."""

import logging
from smtplib import SMTPException

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from staff.models import User
from staff.signin.people import language_of_person, moment_for

logger = logging.getLogger(__name__)

RESET = "reset"
NOTICES = {
    "mfa/email/totp_activated": _("An authenticator app was connected to your account."),
    "mfa/email/totp_deactivated": _("The authenticator app was removed from your account."),
    "mfa/email/webauthn_added": _("A passkey was added to your account."),
    "mfa/email/webauthn_removed": _("A passkey was removed from your account."),
    "mfa/email/recovery_codes_generated": _(
        "New recovery codes were made for your account; the earlier ones are void."
    ),
    RESET: _(
        "An administrator has removed your second factors and ended your sessions. "
        "At your next sign-in you set up a new one."
    ),
}


def send_notice(user: User, kind: str) -> None:
    """Tell a person what has changed in their sign-in; who has no address is not told."""
    if user.email and kind in NOTICES:
        write_to(user, _("Your sign-in has changed"), "notice", news=NOTICES[kind])


def write_to(user: User, subject, template: str, **context) -> None:
    """Send a mail made of one of our templates once what it tells is stored."""
    with override(language_of_person(user)):
        context |= {
            "person": user,
            "when": moment_for(user, timezone.now()),
            "security_link": settings.SITE_URL + reverse("mfa_index"),
        }
        message = EmailMessage(
            str(subject), render_to_string(f"staff/mail/{template}.txt", context), to=[user.email]
        )
    transaction.on_commit(lambda: deliver(message))


def deliver(message: EmailMessage) -> bool:
    """Hand a mail to the server; say whether it took it. The log names the kind of failure and no address."""
    try:
        message.send()
    except (SMTPException, OSError) as error:
        logger.warning("A mail to staff could not be sent (%s).", type(error).__name__)
        return False
    return True
