"""The sessions of a person: which there are, when each was last used, and ending them."""

from collections.abc import Iterable
from datetime import timedelta

from allauth.account.adapter import get_adapter
from allauth.account.authentication import AUTHENTICATION_METHODS_SESSION_KEY
from allauth.usersessions.models import UserSession
from django.contrib.auth import HASH_SESSION_KEY
from django.contrib.sessions.models import Session
from django.core.cache import cache
from django.db import transaction
from django.http import HttpRequest
from django.utils import timezone
from django.utils.crypto import constant_time_compare

from staff.models import User

NOTED_EVERY = timedelta(minutes=5)


def sessions_of(user: User) -> list[UserSession]:
    """Return the sessions in which a person is signed in, the latest used first."""
    noted = UserSession.objects.filter(user=user).order_by("-last_seen_at")
    alive = _alive(user, [one.session_key for one in noted])
    return [one for one in noted if one.session_key in alive]


def _alive(user: User, keys: list[str]) -> set[str]:
    """Return the keys that still open something: not expired, and from after the last change of password."""
    stored = Session.objects.filter(session_key__in=keys, expire_date__gt=timezone.now())
    password = user.get_session_auth_hash()
    return {
        session.session_key
        for session in stored
        if constant_time_compare(session.get_decoded().get(HASH_SESSION_KEY, ""), password)
    }


@transaction.atomic
def end_sessions(sessions: Iterable[UserSession]) -> int:
    """End sessions at once; return how many."""
    keys = [one.session_key for one in sessions]
    Session.objects.filter(session_key__in=keys).delete()
    UserSession.objects.filter(session_key__in=keys).delete()
    return len(keys)


def end_all_sessions(user: User, *, but: str = "") -> int:
    """End every session of a person except the one of a key."""
    return end_sessions(UserSession.objects.filter(user=user).exclude(session_key=but))


def note_activity(request: HttpRequest) -> None:
    """Write down, every few minutes, that a session is in use; only those that began with our sign-in."""
    key = request.session.session_key
    if not request.session.get(AUTHENTICATION_METHODS_SESSION_KEY):
        return
    if not cache.add(f"staff:seen:{key}", True, NOTED_EVERY.total_seconds()):
        return
    now_seen = {
        "last_seen_at": timezone.now(),
        "ip": get_adapter().get_client_ip(request),
        "user_agent": request.headers.get("User-Agent", "")[:200],
    }
    # A change of password gives the session a new key.
    if not UserSession.objects.filter(session_key=key, user=request.user).update(**now_seen):
        UserSession.objects.create(session_key=key, user=request.user, **now_seen)
