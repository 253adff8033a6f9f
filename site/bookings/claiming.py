"""Making a mail that is owed ours before it is sent, so that no other sender takes it: for every queue alike."""

from datetime import timedelta

from django.db.models import F, Model, QuerySet
from django.utils import timezone

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
