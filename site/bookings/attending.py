"""Where a party is, read from the words of rangers by one rule that no order and no repetition of them changes.

A word stands unless another replaces it. Of standing words that disagree the more careful one counts, and the
disagreement is told: in doubt somebody is still out there.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from bookings.models import AttendanceEvent, AttendanceKind, AttendanceState

GATE = (AttendanceKind.ARRIVED, AttendanceKind.NO_SHOW)
EXITS = (AttendanceKind.TURNED_BACK, AttendanceKind.LEFT, AttendanceKind.BACK)


@dataclass(frozen=True)
class Whereabouts:
    """What is known of one party; `people` came, `off_trail` of them are out there no longer."""

    state: AttendanceState
    people: int
    off_trail: int
    is_disputed: bool
    noted_at: datetime


def standing(words: Iterable[AttendanceEvent]) -> list[AttendanceEvent]:
    """Return the words that no other replaces, oldest first."""
    known = {word.pk: word for word in words}
    replaced = {UUID(pk) for word in known.values() for pk in word.replaces if pk != str(word.pk)}
    alive = [word for word in known.values() if word.pk not in replaced]
    alive = [word for word in alive if word.kind != AttendanceKind.UNDONE]
    return sorted(alive, key=lambda word: (word.at, word.pk))


def whereabouts(words: Iterable[AttendanceEvent], booked: int) -> Whereabouts | None:
    """Return where a party is that booked so many places; None as long as nobody has looked."""
    alive = standing(words)
    if not alive:
        return None
    gate = [word for word in alive if word.kind in GATE]
    left = sum(
        min(word.people for word in alive if word.kind == kind)
        for kind in EXITS
        if any(word.kind == kind for word in alive)
    )
    people = max((word.people for word in gate), default=0) or left
    off_trail = min(left, people)
    return Whereabouts(
        state=_state(alive, people, off_trail),
        people=people,
        off_trail=off_trail,
        is_disputed=_is_disputed(alive, people, left, booked),
        noted_at=alive[-1].at,
    )


def _state(alive: list[AttendanceEvent], people: int, off_trail: int) -> AttendanceState:
    if not people:
        return AttendanceState.NO_SHOW
    if off_trail < people:
        return AttendanceState.ARRIVED
    exits = [word for word in alive if word.kind in EXITS]
    last = max(exits, key=lambda word: (word.at, EXITS.index(word.kind)))
    return AttendanceState(last.kind)


def _is_disputed(alive: list[AttendanceEvent], people: int, left: int, booked: int) -> bool:
    gate = {(word.kind, word.people) for word in alive if word.kind in GATE}
    exits = {(word.kind, word.people) for word in alive if word.kind in EXITS}
    came_without_coming = bool(exits) and any(kind == AttendanceKind.NO_SHOW for kind, _n in gate)
    return (
        len(gate) > 1
        or len({kind for kind, _n in exits}) < len(exits)
        or came_without_coming
        or left > people
        or people > booked
    )
