"""One message to everybody who is booked on a departure, each in their own language."""

from bookings import databases, history, outbox, places
from bookings.models import DepartureMessage, EventKind, MailKind
from bookings.parties import Actor
from bookings.staff_errors import NobodyToWriteTo


def write_to_parties(departure_id: int, texts: dict[str, str], actor: Actor, key: str) -> int:
    """Owe each live party one mail; return how many parties. The same key writes once, however often it is sent.

    `texts` are the columns `text_en`, `text_ru`, `text_zh_hans`, at least one of them filled. Raises NobodyToWriteTo.
    """
    with databases.transaction_for(departure_id):
        departure, now = places.lock(departure_id)
        if sent := departure.messages.filter(idempotency_key=key).first():
            return sent.mails.count()
        parties = list(departure.bookings.live().exclude(email="").order_by("pk"))
        if not parties:
            raise NobodyToWriteTo
        message = DepartureMessage.objects.create(
            departure=departure, idempotency_key=key, author=actor.name, sent_at=now, **texts
        )
        kind = EventKind.MESSAGE_SENT
        history.record(kind, actor, now, departure=departure, parties=len(parties))
        for booking in parties:
            entry = history.record(kind, actor, now, booking=booking)
            outbox.owe(entry, MailKind.MESSAGE, message)
        return len(parties)
