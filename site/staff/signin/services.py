"""What an administrator may do to the sign-in of another person."""

from allauth.mfa.models import Authenticator
from django.db import transaction
from wagtail.log_actions import log

from staff.models import User
from staff.signin.mails import RESET, send_notice
from staff.signin.sessions import end_all_sessions

RESET_ACTION = "staff.reset_sign_in"


@transaction.atomic
def reset_sign_in(user: User, *, by: User | None = None) -> None:
    """Remove the second factors of a person and end their sessions; they are told, and Wagtail's log keeps it."""
    Authenticator.objects.filter(user=user).delete()
    end_all_sessions(user)
    log(user, RESET_ACTION, user=by)
    send_notice(user, RESET)
