"""Whether a person has a second factor, and whether this session has shown it."""

from allauth.mfa.models import Authenticator
from django.http import HttpRequest

from staff.models import User

SESSION_KEY = "staff_second_factor"
SECOND_FACTORS = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)


def has_second_factor(user: User) -> bool:
    """Say whether a person can answer for a second factor; recovery codes alone are none."""
    return Authenticator.objects.filter(user=user, type__in=SECOND_FACTORS).exists()


def has_shown_second_factor(request: HttpRequest) -> bool:
    """Say whether the person of this session has used or set up a second factor in it."""
    return request.session.get(SESSION_KEY) == request.user.pk


def note_second_factor(request: HttpRequest, user: User, **kwargs) -> None:
    """Remember in the session that a factor was used or set up."""
    request.session[SESSION_KEY] = user.pk


def forget_without_factor(request: HttpRequest, user: User, **kwargs) -> None:
    """Forget it when the last factor is gone: the next page asks for a new one where one is required."""
    if not has_second_factor(user):
        request.session.pop(SESSION_KEY, None)
