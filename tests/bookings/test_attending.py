"""One state from the words of rangers: whatever their order, however often they come, whoever says them."""

from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bookings.attending import whereabouts
from bookings.models import AttendanceEvent, AttendanceKind, AttendanceState

NOON = datetime(2027, 5, 10, 2, tzinfo=UTC)
NOBODY = {AttendanceKind.NO_SHOW, AttendanceKind.UNDONE}
BOOKED = 3


def said(number: int, kind: str, people: int = 0, replaces=(), minutes: int | None = None):
    """Return a word that was not written anywhere."""
    at = NOON + timedelta(minutes=number if minutes is None else minutes)
    replaced = [str(UUID(int=one)) for one in replaces]
    return AttendanceEvent(pk=UUID(int=number), kind=kind, people=people, replaces=replaced, at=at)


def told(*words: AttendanceEvent) -> tuple | None:
    found = whereabouts(words, BOOKED)
    return found and (found.state, found.people, found.off_trail, found.is_disputed)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ([], None),
        ([said(1, "arrived", 3)], ("arrived", 3, 0, False)),
        ([said(1, "no-show")], ("no-show", 0, 0, False)),
        ([said(1, "arrived", 3), said(2, "arrived", 2, [1])], ("arrived", 2, 0, False)),
        ([said(1, "arrived", 3), said(2, "undone", 0, [1])], None),
        ([said(1, "arrived", 3), said(2, "turned-back", 1)], ("arrived", 3, 1, False)),
        (
            [said(1, "arrived", 3), said(2, "turned-back", 1), said(3, "back", 2)],
            ("back", 3, 3, False),
        ),
        ([said(1, "arrived", 3), said(2, "left", 3)], ("left", 3, 3, False)),
        # at one moment the return has the last word
        (
            [said(1, "arrived", 3), said(2, "back", 2, minutes=9), said(3, "left", 1, minutes=9)],
            ("back", 3, 3, False),
        ),
        ([said(2, "back", 3)], ("back", 3, 3, False)),  # who was at the gate has no signal yet
    ],
)
def test_party_is_where_the_words_say(words, expected):
    assert told(*words) == expected


def test_two_rangers_who_say_the_same_agree():
    assert told(said(1, "arrived", 3), said(2, "arrived", 3)) == ("arrived", 3, 0, False)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ([said(1, "arrived", 3), said(2, "arrived", 2)], ("arrived", 3, 0, True)),
        ([said(1, "arrived", 2), said(2, "no-show")], ("arrived", 2, 0, True)),
        (
            [said(1, "arrived", 3), said(2, "back", 3), said(3, "back", 2)],
            ("arrived", 3, 2, True),
        ),
        ([said(1, "no-show"), said(2, "back", 2)], ("back", 2, 2, True)),
        ([said(1, "arrived", 2), said(2, "left", 1), said(3, "back", 2)], ("back", 2, 2, True)),
        ([said(1, "arrived", 4)], ("arrived", 4, 0, True)),  # more than booked
    ],
)
def test_rangers_who_disagree_are_told_and_in_doubt_somebody_is_out_there(words, expected):
    assert told(*words) == expected


def test_word_that_saw_both_ends_the_dispute():
    words = [said(1, "arrived", 3), said(2, "no-show"), said(3, "arrived", 2, [1, 2])]
    assert told(*words) == ("arrived", 2, 0, False)


@st.composite
def histories(draw) -> list[AttendanceEvent]:
    """Words of several devices, each of which has heard of some of the earlier ones."""
    words = []
    for number in range(1, draw(st.integers(1, 8)) + 1):
        kind = draw(st.sampled_from(AttendanceKind.values))
        people = 0 if kind in NOBODY else draw(st.integers(1, 4))
        heard = draw(st.sets(st.integers(1, number), max_size=3))
        words.append(said(number, kind, people, heard, draw(st.integers(0, 5))))
    return words


@given(histories(), st.randoms(use_true_random=False), st.integers(0, 8))
def test_neither_order_nor_repetition_nor_the_way_to_the_server_matters(words, chance, cut):
    """Two devices send their parts, mixed and again, in any order: the state is that of the words."""
    first, second = words[:cut], words[cut:]
    sent = [*second, *first, *words[: chance.randint(0, len(words))]]
    chance.shuffle(sent)
    assert whereabouts(sent, BOOKED) == whereabouts(words, BOOKED)


@given(histories())
def test_state_fits_its_numbers(words):
    found = whereabouts(words, BOOKED)
    if found is None:
        return
    assert 0 <= found.off_trail <= found.people
    assert (found.people == 0) == (found.state == AttendanceState.NO_SHOW)
    out = found.people - found.off_trail
    assert (out > 0) == (found.state == AttendanceState.ARRIVED)
