"""Mails give way while many people book: who waits for a page comes before who waits for a mail.

Composing a confirmation with its ticket costs as much as several bookings. So while mails come in faster than they can
be composed, a few leave in their order and the others rest; none rests longer than LONGEST_REST, rush or not.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import QuerySet

RECENT = timedelta(seconds=10)
MANY = 50  # mails that have come within RECENT and are still owed: a rush
IN_A_RUSH = 2  # mails that leave all the same, each time somebody looks
LONGEST_REST = timedelta(minutes=2)
ROUND = 10  # mails between two looks whether there is a rush


@dataclass(frozen=True)
class Round:
    """The mails to send now; `is_last`: the others rest, or there are none."""

    numbers: list[int]
    is_last: bool


def next_round(owed: QuerySet, after: int, now: datetime) -> Round:
    """Return what of the mails owed is to be sent now, in their order, beyond number `after`."""
    due = owed.filter(next_try__lte=now)
    if due.filter(next_try__gt=now - RECENT).count() < MANY:
        return _first(due, after, ROUND)
    late = _first(due.filter(next_try__lte=now - LONGEST_REST), after, ROUND)
    return late if late.numbers else Round(_first(due, after, IN_A_RUSH).numbers, is_last=True)


def _first(due: QuerySet, after: int, most: int) -> Round:
    rows = due.filter(pk__gt=after).order_by("pk").values_list("pk", flat=True)
    numbers = list(rows[:most])
    return Round(numbers, is_last=len(numbers) < most)
