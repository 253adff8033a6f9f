"""Everything on one person's desk, found in a number of questions that does not grow with what is there."""

from collections.abc import Callable
from dataclasses import dataclass

from staff.desk import (
    ageing,
    approving,
    editions,
    identities,
    links,
    notices,
    overdue,
    papers,
    scans,
    translating,
    walks,
    writing,
)
from staff.desk.lists import DeskList
from staff.models import User
from staff.waiting import Waiting, waiting_for

# The most urgent first.
LISTS: tuple[Callable[[User], DeskList | None], ...] = (
    overdue.overdue,
    scans.scans,
    approving.to_approve,
    walks.departures,
    walks.decisions,
    papers.papers,
    identities.identities,
    editions.editions,
    translating.to_translate,
    writing.drafts,
    notices.notices,
    links.broken_links,
    ageing.to_review,
    approving.sent,
    writing.comments,
    writing.locked,
)


@dataclass(frozen=True)
class Desk:
    """What a person finds: numbers that wait, and the lists behind them."""

    waiting: list[Waiting]
    lists: list[DeskList]


def desk_of(user: User) -> Desk:
    """Return the desk of a person; nothing empty is on it."""
    lists = [one for find in LISTS if (one := find(user)) and one.rows]
    numbers = [
        Waiting(one.total, one.words, one.icon, f"#desk-{one.key}") for one in lists if one.words
    ]
    return Desk([*numbers, *waiting_for(user)], lists)
