"""How allauth behaves here: no sign-up, our words, our mails, sealed secrets, one name for passkeys."""

import ipaddress
import time
from urllib.parse import urlsplit

import qrcode
from allauth.account import app_settings
from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.authentication import get_authentication_records
from allauth.mfa.adapter import DefaultMFAAdapter
from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from qrcode.image.svg import SvgPathImage

from bookings.throttling import client_address
from staff.models import User
from staff.signin import wording
from staff.signin.mails import send_notice
from staff.signin.sealing import seal, unseal

UNKNOWN_ADDRESS = "0.0.0.0"


class AccountAdapter(DefaultAccountAdapter):
    error_messages = DefaultAccountAdapter.error_messages | wording.ERRORS

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def get_client_ip(self, request: HttpRequest) -> str:
        """Return the client's address; behind our own proxy, the one the proxy saw (SECURE_PROXY)."""
        try:
            return str(ipaddress.ip_address(client_address(request)))
        except ValueError:  # a socket without an address
            return UNKNOWN_ADDRESS

    def is_reauthentication_required(self, *, app: str, **kwargs) -> bool:
        """Ask for the password again unless this person has signed in a moment ago."""
        records = get_authentication_records(self.request, self.request.user)
        is_fresh = (
            records and time.time() - records[-1]["at"] < app_settings.REAUTHENTICATION_TIMEOUT
        )
        return not is_fresh and super().is_reauthentication_required(app=app, **kwargs)

    def respond_user_inactive(self, request: HttpRequest, user: User) -> HttpResponse:
        messages.error(request, wording.ERRORS["username_password_mismatch"])
        return redirect("wagtailadmin_login")

    def get_reauthentication_methods(self, user: User) -> list[dict]:
        return [
            method | {"description": wording.METHODS[method["id"]]}
            for method in super().get_reauthentication_methods(user)
        ]

    def add_message(self, request, level, message_template=None, *args, **kwargs) -> None:
        """Say what has happened in our own words, or nothing where the next page says it anyway."""
        text = kwargs.get("message") or wording.DONE.get(message_template)
        if text:
            messages.add_message(request, level, text)

    def send_notification_mail(self, template_prefix: str, user: User, *args, **kwargs) -> None:
        send_notice(user, template_prefix)


class SecondFactorAdapter(DefaultMFAAdapter):
    error_messages = DefaultMFAAdapter.error_messages | wording.FACTOR_ERRORS

    def get_totp_label(self, user: User) -> str:
        return user.get_username()

    def build_totp_svg(self, url: str) -> str:
        """Return the QR code as an SVG element without an XML head, to stand inside a page."""
        return qrcode.make(url, image_factory=SvgPathImage, border=2).to_string().decode()

    def encrypt(self, text: str) -> str:
        return seal(text)

    def decrypt(self, encrypted_text: str) -> str:
        return unseal(encrypted_text)

    def generate_authenticator_name(self, user: User, type: str) -> str:
        return _("Passkey")

    def get_public_key_credential_rp_entity(self) -> dict[str, str]:
        """Bind passkeys to the site's own name; the sample site answers to the name in the address bar."""
        host = urlsplit(settings.SITE_URL).hostname if settings.PRODUCTION else _host(self.request)
        return {"id": host, "name": settings.WAGTAIL_SITE_NAME}

    def get_public_key_credential_user_entity(self, user: User) -> dict:
        return super().get_public_key_credential_user_entity(user) | {
            "name": user.get_username(),
            "display_name": user.get_full_name() or user.get_username(),
        }


def _host(request: HttpRequest) -> str:
    return urlsplit(f"//{request.get_host()}").hostname


def may_have_passkeys(request: HttpRequest) -> bool:
    """Say whether browsers allow passkeys here: they belong to a name, never to a bare number."""
    try:
        ipaddress.ip_address(_host(request))
    except ValueError:
        return True
    return False
