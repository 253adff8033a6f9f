"""A closure and its walks: who is under it, what becomes of each, and that nobody slips in."""

from datetime import timedelta
from functools import partial
from threading import Event

import pytest
from django.db import connection, transaction
from django.utils import timezone

from bookings import holding
from bookings.closing import Settled, settle_closure
from bookings.errors import TrailClosed
from bookings.models import Booking, BookingState, Departure, DepartureState, MailKind, OutboxMail
from bookings.parties import SYSTEM
from bookings.queries import needing_decision
from bookings.reconciliation import differences
from bookings.requests import Changed
from bookings.standing_still import stand_still, walks_under
from content.trails.closing import close_trails
from content.trails.models import Closure
from content.trails.standing_still import closing
from staff.models import User
from tests.bookings.factories import make_booking, make_departure, make_request, make_trail
from tests.bookings.racing import race
from tests.trails.factories import make_reason


def close(trail, days: int | None = 1, **fields) -> Closure:
    """Close a trail on the day of the walks, and so many days from then on."""
    first = timezone.localdate() + timedelta(days=6)
    user = User.objects.get_or_create(username="officer")[0]
    last = None if days is None else first + timedelta(days=1 + days)
    values = {"effect": "cancel", **fields}
    return close_trails([trail], make_reason(), first, last, {}, user, **values)[0]


@pytest.mark.django_db
def test_walks_under_a_closure_are_those_of_its_days_and_its_place():
    trail, other = make_trail(), make_trail(slug="other")
    start = make_departure(other).starts_at
    inside = make_departure(trail, starts_at=start)
    make_departure(trail, starts_at=start + timedelta(days=5))
    make_departure(trail, starts_at=start, state=DepartureState.CANCELLED)
    later = make_departure(trail, starts_at=start + timedelta(days=30))
    assert list(walks_under(close(trail))) == [inside]
    assert later in walks_under(close(trail, days=None))


@pytest.mark.django_db
def test_each_walk_is_called_off_or_kept_and_each_party_told_once_in_its_language():
    trail = make_trail()
    off, kept = make_departure(trail), make_departure(trail)
    parties = [make_booking(off, 2, language=code).booking for code in ("en", "ru", "zh-hans")]
    stays = make_booking(kept, 2).booking
    closure = close(trail)
    words = {"cancel_note_en": "Smoke.", "cancel_note_ru": "Дым.", "cancel_note_zh_hans": "有烟。"}
    fates = {off.pk: True, kept.pk: False}
    assert settle_closure(closure, fates, words, SYSTEM) == Settled(1, 3, 1)
    assert settle_closure(closure, {off.pk: True}, words, SYSTEM) == Settled(0, 0, 0)
    told = OutboxMail.objects.filter(kind=MailKind.CANCELLED_BY_US).values_list(
        "booking", flat=True
    )
    assert sorted(told) == [one.pk for one in parties]
    stays.refresh_from_db()
    off.refresh_from_db()
    assert (stays.state, off.cancel_reason, off.cancel_note_ru) == ("confirmed", "fire", "Дым.")
    assert [event.kind for event in kept.events.filter(booking=None)] == ["departure-kept"]
    assert differences() == []


@pytest.mark.django_db
def test_what_is_kept_needs_no_decision_until_the_next_closure():
    trail = make_trail()
    walk = make_departure(trail)
    make_booking(walk, 2)
    now = timezone.now()
    settle_closure(close(trail), {walk.pk: False}, {}, SYSTEM)
    assert not needing_decision(Departure.objects.all(), now).exists()
    close(trail)
    assert needing_decision(Departure.objects.all(), now).get() == walk


def submitted(departure: Departure) -> Booking:
    return holding.submit_booking(make_request(departure, 1)).booking


def coming(trail) -> set[int]:
    """Return who comes on a trail: the list staff have to decide upon."""
    rows = Booking.objects.filter(departure__trail=trail, state=BookingState.CONFIRMED)
    return set(rows.values_list("pk", flat=True))


def confirm_slowly(monkeypatch) -> tuple[Event, Event]:
    """Let whoever confirms look at the closures, and then wait for one to be written meanwhile."""
    looked, is_closed = Event(), Event()
    real = holding.confirm_refusal

    def refusal(departure, now):
        answer = real(departure, now)
        looked.set()
        is_closed.wait(2)
        return answer

    monkeypatch.setattr(holding, "confirm_refusal", refusal)
    return looked, is_closed


def close_while_one_confirms(monkeypatch) -> tuple[set[int], set[int]]:
    """Return who came when the closure stood, and who comes after all is done."""
    trail = make_trail()
    booking = submitted(make_departure(trail))
    looked, is_closed = confirm_slowly(monkeypatch)

    def closer():
        looked.wait(30)
        close(trail)
        is_closed.set()
        return coming(trail)

    listed, _confirmed = race(closer, partial(holding.confirm_booking, booking.pk))
    return listed, coming(trail)


@pytest.mark.concurrency
@pytest.mark.django_db(transaction=True)
def test_a_closure_waits_for_whoever_is_confirming(monkeypatch):
    listed, come = close_while_one_confirms(monkeypatch)
    assert len(come) == 1
    assert listed == come


@pytest.mark.concurrency
@pytest.mark.django_db(transaction=True)
def test_without_standing_still_somebody_slips_in(monkeypatch):
    """The control: the closure stands, the list is made, and then one more is confirmed under it."""
    if connection.vendor == "sqlite":
        pytest.skip("SQLite has one writer: a closure waits for a booking by itself.")
    closing.disconnect(dispatch_uid="bookings")
    try:
        listed, come = close_while_one_confirms(monkeypatch)
    finally:
        closing.connect(stand_still, dispatch_uid="bookings")
    assert (len(listed), len(come)) == (0, 1)


@pytest.mark.concurrency
@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("racers", [2, 8])
def test_each_who_confirms_is_in_the_list_or_meets_the_closure(settings, racers):
    settings.BOOKINGS_PER_ADDRESS = 100
    trail = make_trail()
    walks = [make_departure(trail) for _walk in range(2)]
    bookings = [submitted(walks[racer % 2]) for racer in range(racers)]

    def closer():
        with transaction.atomic():
            close(trail)
        return coming(trail)

    results = race(closer, *[partial(holding.confirm_booking, one.pk) for one in bookings])
    assert all(isinstance(result, Changed | TrailClosed) for result in results[1:])
    confirmed = {one.booking.pk for one in results[1:] if isinstance(one, Changed)}
    assert results[0] == confirmed == coming(trail)
