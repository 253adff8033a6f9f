"""By what a record that was imported is known again: a keyed digest, never an identifier of the package.

Identifiers name cameras, stations and days (`PA001_H2RXHO05109538`). HMAC-SHA256 with a key that lies in the settings,
not in the database, tells nothing to whoever holds the database alone, even if they guess identifiers.
"""

import hmac

from django.conf import settings

LENGTH = 16  # bytes; written as 32 hexadecimal digits


class Digester:
    """Makes digests of identifiers within one project of one side."""

    def __init__(self, side: str, project: str) -> None:
        self._key = settings.CAMTRAP_DIGEST_KEY.encode()
        self._scope = f"{side}\0{project}\0".encode()

    def of(self, kind: str, *identifiers: str | bytes) -> bytes:
        """Return the digest of what is named by these identifiers, `kind` keeping tables apart."""
        message = self._scope + kind.encode()
        for identifier in identifiers:
            part = identifier.encode() if isinstance(identifier, str) else identifier
            message += b"\0%d:" % len(part) + part
        return hmac.digest(self._key, message, "sha256")[:LENGTH]
