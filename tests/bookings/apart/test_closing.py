"""A closure lies in the main database, the walks in their side's: still nobody is confirmed behind its back."""

from functools import partial
from threading import Event

import pytest

from bookings import holding
from bookings.databases import alias_of, in_charge
from bookings.errors import TrailClosed
from bookings.standing_still import stand_still
from content.trails.models import Closure
from content.trails.standing_still import closing
from tests.bookings.factories import make_departure, make_trail
from tests.bookings.racing import race
from tests.bookings.test_closing import close, coming, confirm_slowly, submitted

pytestmark = [
    pytest.mark.concurrency,
    pytest.mark.django_db(transaction=True, databases="__all__"),
]


def close_while_one_begins_to_confirm(monkeypatch, side: str) -> tuple[set[int], set[int]]:
    """Return who came when the closure stood, and who comes after all is done.

    The party begins while the closure is written and not committed: it reads that the trail is open.
    """
    trail = make_trail(side)
    with in_charge(alias_of(side)):
        booking = submitted(make_departure(trail))
    looked, is_closed = confirm_slowly(monkeypatch)
    may_begin, save = Event(), Closure.save

    def slow_save(closure, *args, **kwargs) -> None:
        save(closure, *args, **kwargs)
        may_begin.set()
        assert looked.wait(30)

    monkeypatch.setattr(Closure, "save", slow_save)

    def closer() -> set[int]:
        close(trail)
        with in_charge(alias_of(side)):
            listed = coming(trail)
        is_closed.set()
        return listed

    def confirmer():
        assert may_begin.wait(30)
        return holding.confirm_booking(booking.pk)

    listed, _confirmed = race(closer, partial(confirmer))
    with in_charge(alias_of(side)):
        return listed, coming(trail)


@pytest.mark.parametrize("side", ["RU", "CN"])
def test_whoever_began_before_the_closure_stood_is_in_its_list(monkeypatch, side):
    listed, come = close_while_one_begins_to_confirm(monkeypatch, side)
    assert len(come) == 1
    assert listed == come


def test_without_waiting_somebody_slips_in(monkeypatch):
    """The control: the closure stands, the list is made, and then one more is confirmed under it."""
    closing.disconnect(dispatch_uid="bookings")
    try:
        listed, come = close_while_one_begins_to_confirm(monkeypatch, "CN")
    finally:
        closing.connect(stand_still, dispatch_uid="bookings")
    assert (len(listed), len(come)) == (0, 1)


@pytest.mark.parametrize("side", ["RU", "CN"])
def test_whoever_begins_when_the_closure_stands_meets_it(side):
    trail = make_trail(side)
    with in_charge(alias_of(side)):
        booking = submitted(make_departure(trail))
        close(trail)
        with pytest.raises(TrailClosed):
            holding.confirm_booking(booking.pk)
        assert coming(trail) == set()
