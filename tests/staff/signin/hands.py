"""What a person does at the doors of the staff interface."""

from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, generate_totp_secret, hotp_value
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from staff.models import User

PASSWORD = "a-long-enough-phrase"


def sign_in(client: Client, username: str = "lin", password: str = PASSWORD, **extra):
    """Send the first form of the sign-in."""
    return client.post(
        reverse("wagtailadmin_login"), {"login": username, "password": password}, **extra
    )


def enter(client: Client, code: str):
    """Send the second form, with a code of either kind."""
    return client.post(reverse("mfa_authenticate"), {"code": code})


def connect_app(user: User) -> str:
    """Give a person an app and recovery codes; return the secret of the app."""
    secret = generate_totp_secret()
    TOTP.activate(user, secret)
    RecoveryCodes.activate(user)
    return secret


def code_of(secret: str) -> str:
    """Return what the app shows now."""
    return format_hotp_value(hotp_value(secret, int(timezone.now().timestamp()) // 30))


def recovery_codes_of(user: User) -> list[str]:
    return Authenticator.objects.get(user=user, type="recovery_codes").wrap().get_unused_codes()


def is_in(client: Client) -> bool:
    """Say whether the first page of the staff interface opens."""
    return client.get(reverse("wagtailadmin_account")).status_code == 200
