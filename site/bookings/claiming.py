"""When a mail that is owed may be sent, and making it ours first, so that no other sender takes it: for all queues."""

from collections.abc import Callable
from datetime import timedelta

from django.conf import settings
from django.core.cache import cache
from django.db import transaction
from django.db.models import F, Model, QuerySet
from django.utils import timezone

PAUSE_KEY, PAUSE_SECONDS = "bookings:mail-server-down", 60
# Minutes to the next attempt, by number of attempts made; the last one repeats.
WAITS = (1, 2, 5, 15, 60, 180, 360)


def claim(owed: QuerySet, pk: int) -> Model | None:
    """Return the row of a queue if it is due and now ours: its next attempt moves into the future.

    The rows have `attempts` and `next_try`; `owed` are those not sent yet.
    """
    row = owed.filter(pk=pk).first()
    if row is None:
        return None
    now = timezone.now()
    wait = timedelta(minutes=WAITS[min(row.attempts, len(WAITS) - 1)])
    mine = owed.filter(pk=pk, attempts=row.attempts, next_try__lte=now)
    return row if mine.update(attempts=F("attempts") + 1, next_try=now + wait) else None


def send_after_commit(row: Model, send: Callable[[int], object]) -> None:
    """Leave a new row to the postman beside the web server; without one send it within this request, after the commit.

    Not while the mail server was just found dead.
    """

    def send_at_once() -> None:
        if not cache.get(PAUSE_KEY):
            send(row.pk)

    if not settings.MAILS_BESIDE_REQUESTS:
        # A function with a name: Django cannot log the failure of a partial, and what was done would look failed.
        transaction.on_commit(send_at_once, using=row._state.db, robust=True)
