"""Brakes on guessing private links and on holding places in numbers: counts by booking number and by client.

They are kept as keyed hashes only. Behind one address there may be a whole school or hotel: limits are generous.
"""

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest
from django.utils.crypto import salted_hmac

WINDOW_SECONDS = 15 * 60
FAILURES_OF_CLIENT = 30
FAILURES_OF_REFERENCE = 30


def is_braked(request: HttpRequest, reference: str) -> bool:
    """Say whether this client, or this number from anywhere, has failed too often of late."""
    limits = _limits(request, reference)
    counts = cache.get_many(limits)
    return any(counts.get(key, 0) >= limit for key, limit in limits.items())


def note_failure(request: HttpRequest, reference: str) -> None:
    """Count a wrong link, whether or not the booking number exists."""
    for key in _limits(request, reference):
        _count(key)


def are_holds_braked(request: HttpRequest) -> bool:
    """Say whether this client has held places too often of late."""
    return cache.get(_key("holds", client_address(request)), 0) >= settings.HOLDS_PER_CLIENT


def note_hold(request: HttpRequest) -> None:
    """Count new places held, or a new party on a waiting list."""
    _count(_key("holds", client_address(request)))


def _count(key: str) -> None:
    cache.add(key, 0, WINDOW_SECONDS)
    try:
        cache.incr(key)
    except ValueError:  # it expired between the two calls
        cache.set(key, 1, WINDOW_SECONDS)


def _limits(request: HttpRequest, reference: str) -> dict[str, int]:
    return {
        _key("client", client_address(request)): FAILURES_OF_CLIENT,
        _key("reference", reference): FAILURES_OF_REFERENCE,
    }


def _key(kind: str, value: str) -> str:
    digest = salted_hmac("bookings.throttling", f"{kind}:{value}", algorithm="sha256").hexdigest()
    return f"bookings:brake:{digest[:32]}"


def client_address(request: HttpRequest) -> str:
    """Return the client's address; behind a trusted proxy, the one the proxy itself saw."""
    forwarded = request.headers.get("X-Forwarded-For", "")
    if forwarded and getattr(settings, "SECURE_PROXY_SSL_HEADER", None):
        return forwarded.rsplit(",", 1)[-1].strip()
    return request.META.get("REMOTE_ADDR", "")
