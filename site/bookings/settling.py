"""Bringing a departure up to date before anything is decided on it: what ran out gives its places back, and they are
offered to those who wait. So a newcomer never sees places that a waiting party could have.

Every verb that takes or frees places begins or ends with it, under the lock; `settle_all` does it where nobody comes
by.
"""

from collections.abc import Iterable
from datetime import datetime, timedelta

from django.conf import settings
from django.db.models import F, Q
from django.utils import timezone

from bookings import databases, history, outbox, places, quotas
from bookings.eligibility import departure_refusal, entry_refusal
from bookings.models import (
    TIMED_STATES,
    Booking,
    BookingState,
    Departure,
    EventKind,
    MailKind,
)
from bookings.parties import SYSTEM
from bookings.transitions import end

# By the state whose time is over: the state it ends in, the event, the mail. A mere hold has no address.
_RUN_OUT = {
    BookingState.HELD: (EventKind.RAN_OUT, None),
    BookingState.SUBMITTED: (EventKind.RAN_OUT, MailKind.RAN_OUT),
    BookingState.OFFERED: (EventKind.OFFER_LAPSED, MailKind.OFFER_LAPSED),
    BookingState.WAITING: (EventKind.WAIT_OVER, MailKind.WAIT_OVER),
}


def settle(departure_id: int) -> tuple[Departure, datetime]:
    """Lock a departure and bring it up to date; return it, and the time read after the lock."""
    departure, now = places.lock_to_book(departure_id)
    if not departure.is_settled:
        bring_up_to_date(departure, now)
    return departure, now


def settle_several(departure_ids: set[int]) -> dict[int, tuple[Departure, datetime]]:
    """Lock departures, then bring each up to date; return what `settle` returns, by number."""
    locked = places.lock_all_to_book(departure_ids)
    now = timezone.now()
    for departure in locked:
        bring_up_to_date(departure, now)
        places.read_again(departure)
    return {departure.pk: (departure, now) for departure in locked}


def bring_up_to_date(departure: Departure, now: datetime) -> None:
    """End what is over on a locked departure, then offer the free places to those who wait, first come first."""
    timed = Q(state__in=TIMED_STATES, hold_expires_at__lte=now)
    rows = departure.bookings.filter(timed | Q(state=BookingState.WAITING))
    if not rows.exists():  # the usual case, asked without reading a row
        return
    rows = list(rows.order_by("submitted_at", "pk"))
    is_over = departure.closes_at <= now
    waiting = [] if is_over else [row for row in rows if row.state == BookingState.WAITING]
    for booking in rows:
        if booking not in waiting:
            _run_out(booking, now)
    places.read_again(departure)
    _offer(departure, waiting, now)


def _run_out(booking: Booking, now: datetime) -> None:
    kind, mail = _RUN_OUT[booking.state]
    if end(booking, BookingState.EXPIRED, now):
        entry = history.record(kind, SYSTEM, now, booking=booking, people=booking.party_size)
        if mail and not booking.is_sample:
            outbox.owe(entry, mail)


def _offer(departure: Departure, waiting: Iterable[Booking], now: datetime) -> None:
    if departure.places_left == 0 or departure_refusal(departure, now):
        return
    for booking in waiting:
        offered = min(booking.party_size, departure.places_left)
        if offered < (booking.fewest or booking.party_size):
            continue
        if entry_refusal(departure, booking.nationality_groups, now):
            continue
        if not places.take(departure, offered, now):
            return
        departure.places_taken += offered
        _write_offer(departure, booking, offered, now)


def _write_offer(departure: Departure, booking: Booking, offered: int, now: datetime) -> None:
    booking.state, booking.offered_places = BookingState.OFFERED, offered
    ends = now + timedelta(hours=settings.BOOKING_OFFER_HOURS)
    booking.hold_expires_at = min(ends, departure.closes_at)
    booking.save(update_fields=["state", "offered_places", "hold_expires_at"])
    entry = history.record(EventKind.OFFERED, SYSTEM, now, booking=booking, people=offered)
    if not booking.is_sample:
        outbox.owe(entry, MailKind.OFFERED)


def unsettled(now: datetime) -> list[int]:
    """Return the departures on which something is over, or on which somebody waits for places that are free."""
    is_over = Q(bookings__state__in=TIMED_STATES, bookings__hold_expires_at__lte=now)
    free = Q(places_taken__lt=F("capacity")) | Q(closes_at__lte=now)
    waits = Q(bookings__state=BookingState.WAITING) & free
    found = Departure.objects.filter(is_over | waits).order_by("pk").distinct()
    return list(found.values_list("pk", flat=True))


def settle_beside(departure_id: int) -> None:
    """Bring up to date the departures that share a day limit with one on which places came free."""
    with databases.at(departure_id):
        beside = quotas.departures_beside(departure_id)
    for pk in beside:
        with databases.transaction_for(pk):
            settle(pk)


def settle_all(now: datetime | None = None) -> int:
    """Bring every departure up to date that is not; return how many were looked at."""
    now, count = now or timezone.now(), 0
    for _alias in databases.in_turn():
        for pk in unsettled(now):
            with databases.transaction_for(pk):
                settle(pk)
            count += 1
    return count
