"""Secrets of second factors are sealed before they are stored: a copy of the database alone makes no code."""

import secrets
from base64 import b32encode, urlsafe_b64encode

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from django.conf import settings
from django.utils.crypto import salted_hmac

SALT = "staff.signin.sealing"


def seal(text: str) -> str:
    """Return a text that only this site's SECRET_KEY opens."""
    return _keys().encrypt(text.encode()).decode()


def unseal(sealed: str) -> str:
    """Return what was sealed; with another SECRET_KEY a secret that fits no code, never an empty one."""
    try:
        return _keys().decrypt(sealed.encode()).decode()
    except InvalidToken:
        return b32encode(secrets.token_bytes(20)).decode()


def _keys() -> MultiFernet:
    """Return the key of today first, then those that SECRET_KEY_FALLBACKS still accepts."""
    known = [settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS]
    digests = [salted_hmac(SALT, "", secret=key, algorithm="sha256").digest() for key in known]
    return MultiFernet([Fernet(urlsafe_b64encode(digest)) for digest in digests])
