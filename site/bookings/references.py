"""Booking numbers a person can read out on the telephone, and the secret part of the private link."""

import hashlib
import secrets
from base64 import urlsafe_b64encode

from django.utils.crypto import constant_time_compare, salted_hmac

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # Crockford: no I, L, O, U
LENGTH = 8
_MISREAD = str.maketrans("OIL", "011", "- ")
_SALT = "bookings.private-link"
_CONFIRM_SALT = "bookings.confirm-address"
_NOBODY = hashlib.sha256(b"no such booking").hexdigest()


def new_reference() -> str:
    """Return a random booking number such as 7K2M9QXD."""
    return "".join(secrets.choice(ALPHABET) for _position in range(LENGTH))


def read_reference(typed: str) -> str:
    """Return a number as stored from how a person wrote it: any case, O for 0, I and L for 1, with dashes."""
    return typed.upper().translate(_MISREAD)


def new_key() -> str:
    """Return the idempotency key of one attempt to book: 160 random bits."""
    return secrets.token_urlsafe(20)


def secret_for(key: str) -> str:
    """Return the secret of the private link: made from the key and SECRET_KEY, stored nowhere.

    So a repeated request and a later mail lead to the same link, and a stolen database does not.
    """
    digest = salted_hmac(_SALT, key, algorithm="sha256").digest()
    return urlsafe_b64encode(digest[:18]).decode()


def confirm_token(key: str, email: str) -> str:
    """Return the secret that only the mail to this very address carries."""
    digest = salted_hmac(_CONFIRM_SALT, f"{key}:{email.lower()}", algorithm="sha256").digest()
    return urlsafe_b64encode(digest[:18]).decode()


def hash_of(secret: str) -> str:
    """Return the SHA-256 of a secret, as stored."""
    return hashlib.sha256(secret.encode()).hexdigest()


def is_right_secret(secret: str, stored_hash: str | None) -> bool:
    """Compare in constant time; an unknown booking (None) takes as long and is never right."""
    matches = constant_time_compare(hash_of(secret), stored_hash or _NOBODY)
    return matches and stored_hash is not None
