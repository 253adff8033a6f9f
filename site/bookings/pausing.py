"""The verbs that let booking of a walk rest for a while and open it again. Who has booked keeps the places."""

from datetime import datetime

from django.conf import settings

from bookings import databases, history, outbox, places
from bookings.errors import DepartureCancelled, DepartureClosed, DeparturePast
from bookings.models import BookingState, Departure, DepartureState, EventKind, MailKind
from bookings.models.states import TAKING_BOOKINGS
from bookings.parties import Actor
from bookings.scheduling import forget_pause
from bookings.settling import bring_up_to_date
from content.base.texts.columns import column_of

PAUSABLE = (*TAKING_BOOKINGS, DepartureState.PAUSED)


def pause_booking(departure_id: int, texts: dict[str, str], actor: Actor) -> int:
    """Pause booking, or say anew why it is paused; return how many waiting parties are told, once a pause.

    `texts` are the columns of `pause_reason` and `pause_note`. Raises DepartureCancelled, DeparturePast or
    DepartureClosed: what cannot be booked anyway cannot be paused.
    """
    with databases.transaction_for(departure_id):
        departure, now = _lock(departure_id)
        is_new = departure.state != DepartureState.PAUSED
        if is_new:
            departure.paused_from = departure.state
        departure.state = DepartureState.PAUSED
        for name, text in texts.items():
            setattr(departure, name, text)
        departure.save()
        history.record(
            EventKind.DEPARTURE_PAUSED, actor, now, departure=departure, words=_words(departure)
        )
        return _tell(departure, actor, now) if is_new else 0


def _lock(departure_id: int) -> tuple[Departure, datetime]:
    departure, now = places.lock(departure_id)
    if departure.state == DepartureState.CANCELLED:
        raise DepartureCancelled
    if departure.starts_at <= now or departure.state == DepartureState.COMPLETED:
        raise DeparturePast
    if departure.state not in PAUSABLE:
        raise DepartureClosed
    return departure, now


def _words(departure: Departure) -> dict[str, str]:
    """Return the reason, else the words, by language."""
    found = {}
    for language, _name in settings.LANGUAGES:
        names = (column_of(field, language) for field in ("pause_reason", "pause_note"))
        found[language] = next((text for name in names if (text := getattr(departure, name))), "")
    return {language: text for language, text in found.items() if text}


def _tell(departure: Departure, actor: Actor, now: datetime) -> int:
    waiting = departure.bookings.filter(state=BookingState.WAITING, is_sample=False)
    parties = list(waiting.exclude(email="").order_by("pk"))
    for booking in parties:
        entry = history.record(EventKind.PAUSE_TOLD, actor, now, booking=booking)
        outbox.owe(entry, MailKind.PAUSED)
    return len(parties)


def resume_booking(departure_id: int, actor: Actor) -> bool:
    """Open booking as it was before the pause and offer free places to those who wait; say whether it was paused."""
    with databases.transaction_for(departure_id):
        departure, now = _lock(departure_id)
        if departure.state != DepartureState.PAUSED:
            return False
        departure.state = departure.paused_from or DepartureState.OPEN
        forget_pause(departure)
        departure.save()
        history.record(EventKind.DEPARTURE_RESUMED, actor, now, departure=departure)
        bring_up_to_date(departure, now)
        return True
