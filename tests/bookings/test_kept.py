"""Queries whose SQL is made once give the answers of their querysets; few of them are asked under the lock."""

import time
from datetime import datetime, timedelta
from threading import Event, local

import pytest
from django.db import connection, transaction
from django.utils import timezone

from bookings import holding, locked, places
from bookings.errors import DepartureFull, TrailClosed
from bookings.kept import KeptQuery
from bookings.models import Booking, Departure
from bookings.parties import Contact
from content.trails.models import Closure
from tests.bookings.factories import counter, make_booking, make_departure, make_request
from tests.bookings.racing import race
from tests.trails.factories import make_reason

EMAILS = ["o'neil+50%@example.org", "back\\slash@example.org", "a_b@example.org"]


def of_email(email: str, since: datetime):
    return Booking.objects.filter(email=email, created_at__gte=since).order_by("pk")


def columns(booking: Booking) -> dict:
    return {name: value for name, value in vars(booking).items() if name != "_state"}


@pytest.mark.django_db
def test_a_kept_query_answers_as_its_queryset_does():
    begun = timezone.now()
    for email in EMAILS:
        make_booking(contact=Contact("Sample Visitor", email, ""))
    kept = KeptQuery(of_email, email="sample", since=locked.MOMENT)
    for email in [*EMAILS, "nobody@example.org"]:
        for since in (begun, timezone.now()):
            found = kept.first("default", email=email, since=since)
            expected = of_email(email, since).first()
            assert found == expected
            assert found is None or columns(found) == columns(expected)


@pytest.mark.django_db
def test_a_kept_update_puts_its_values_in_both_places():
    departure = make_departure(capacity=10)
    now = timezone.now()
    taken = {"number": departure.pk, "moment": now}
    assert [places._TAKE.run("default", **taken, places=people) for people in (4, 7, 6)] == [
        1,
        0,
        1,
    ]
    assert counter(departure) == 10


@pytest.mark.django_db
def test_a_sample_the_query_does_not_depend_on_is_refused():
    kept = KeptQuery(lambda email, other: Booking.objects.filter(email=email), email="a", other="b")
    with pytest.raises(ValueError, match="other"):
        kept.rows("default", email="x@example.org", other="y")


@pytest.mark.django_db
def test_a_booking_asks_so_much_and_no_more(settings, django_assert_num_queries):
    """Beginning and end of the transaction are two of them: savepoints here."""
    settings.MAILS_BESIDE_REQUESTS = True
    departure = make_departure()
    holding.submit_booking(make_request(departure))
    with django_assert_num_queries(11):
        booking = holding.submit_booking(make_request(departure)).booking
    with django_assert_num_queries(8):
        holding.confirm_booking(booking.pk, departure_id=departure.pk)


def closed_while_somebody_waits(departure: Departure) -> list:
    """Hold the lock, close the trail, let go; a visitor has waited for the lock since before that."""
    is_held, comes = Event(), Event()

    def neighbour():
        with transaction.atomic():
            places.lock(departure.pk)
            is_held.set()
            comes.wait(30)
            time.sleep(0.5)  # the visitor is at the lock by now
            day = departure.local_day
            Closure.objects.create(trail=departure.trail, reason=make_reason(), starts_on=day)

    def visitor():
        is_held.wait(30)
        comes.set()
        return holding.submit_booking(make_request(departure))

    return race(neighbour, visitor)


@pytest.mark.concurrency
@pytest.mark.django_db(transaction=True)
def test_what_is_committed_while_we_wait_for_the_lock_is_seen():
    departure = make_departure()
    assert isinstance(closed_while_somebody_waits(departure)[1], TrailClosed)
    assert counter(departure) == 0


@pytest.mark.concurrency
@pytest.mark.django_db(transaction=True)
def test_what_was_asked_before_the_lock_is_out_of_date(monkeypatch):
    """The control. SQLite lets nobody in before it is their turn, so there nothing can be asked too early."""
    if connection.vendor == "sqlite":
        pytest.skip("SQLite begins with the lock.")
    departure = make_departure()
    early, real = local(), locked._OF_TRAIL_TOO

    class Early:
        def first(self, alias, number):
            now = timezone.now()
            day = now.date() - timedelta(days=1)
            early.rows = real.rows(alias, number=number, moment=now, day=day)
            return kept.first(alias, number=number)

        def rows(self, alias, **values):
            return early.rows

    kept = locked._TO_BOOK
    monkeypatch.setattr(locked, "_TO_BOOK", Early())
    monkeypatch.setattr(locked, "_OF_TRAIL_TOO", Early())
    assert closed_while_somebody_waits(departure)[1].is_new


@pytest.mark.django_db
def test_a_full_walk_refuses_before_the_lock_once_it_has_refused(django_assert_num_queries):
    departure = make_departure(capacity=3)
    booked = holding.submit_booking(make_request(departure, 2))
    with pytest.raises(DepartureFull):
        holding.submit_booking(make_request(departure, 2))
    with django_assert_num_queries(1), pytest.raises(DepartureFull) as refused:
        holding.submit_booking(make_request(departure, 2))
    assert refused.value.places_left == 1
    again = make_request(departure, 2, key=booked.booking.idempotency_key)
    assert not holding.submit_booking(again).is_new, "who holds places is no newcomer"
    assert holding.submit_booking(make_request(departure, 1)).is_new, "one place was left"


@pytest.mark.django_db
def test_places_whose_time_is_over_are_not_plainly_taken():
    departure = make_departure(capacity=2)
    held = holding.submit_booking(make_request(departure, 2)).booking
    with pytest.raises(DepartureFull):
        holding.submit_booking(make_request(departure, 2))
    Booking.objects.filter(pk=held.pk).update(hold_expires_at=timezone.now())
    assert holding.submit_booking(make_request(departure, 2)).is_new
