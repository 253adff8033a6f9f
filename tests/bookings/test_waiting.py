"""The waiting list: parties kept whole, first come first, offers that hold the places, nobody overtaken."""

from datetime import timedelta

import pytest
from django.utils import timezone

from bookings import holding, outbox, scheduling, services, settling, waiting
from bookings.errors import DepartureFull, MoreThanOffered, OfferOver, PlacesAreFree
from bookings.models import Booking, BookingState, Departure, MailKind
from bookings.parties import SYSTEM, Party
from bookings.reconciliation import differences
from bookings.requests import HoldRequest
from bookings.waiting import WaitRequest
from tests.bookings.factories import counter, make_booking, make_departure, make_request

pytestmark = pytest.mark.django_db


def wait(departure: Departure, people: int = 2, fewest: int = 0, **fields) -> Booking:
    asked = make_request(departure, people, **fields).__dict__
    return waiting.join_waiting_list(WaitRequest(**asked, fewest=fewest or people)).booking


def full_departure(*parties: int) -> tuple[Departure, list[Booking]]:
    departure = make_departure(capacity=sum(parties))
    return departure, [make_booking(departure, people).booking for people in parties]


def states(*bookings: Booking) -> list[str]:
    return [Booking.objects.get(pk=booking.pk).state for booking in bookings]


def test_nobody_waits_while_the_party_fits():
    with pytest.raises(PlacesAreFree):
        wait(make_departure(capacity=2), 2)


def test_places_that_come_free_are_offered_to_the_first_who_fits():
    departure, (two, four) = full_departure(2, 4)
    large, small = wait(departure, 4), wait(departure, 2)
    assert [waiting.rank(large), waiting.rank(small)] == [1, 2]
    services.cancel_booking(two.pk)
    assert states(large, small) == [BookingState.WAITING, BookingState.OFFERED]
    assert counter(departure) == 6
    services.cancel_booking(four.pk)
    assert states(large, small) == [BookingState.OFFERED, BookingState.OFFERED]
    assert differences() == []


def test_a_newcomer_does_not_overtake_a_party_that_fits():
    departure, (two,) = full_departure(2)
    wait(departure, 2)
    services.cancel_booking(two.pk)
    with pytest.raises(DepartureFull):
        make_booking(departure, 1)


def test_a_newcomer_may_take_what_no_waiting_party_could():
    departure, (one, _three) = full_departure(1, 3)
    wait(departure, 2)
    services.cancel_booking(one.pk)
    assert make_booking(departure, 1).booking.state == BookingState.CONFIRMED


def test_more_places_are_offered_at_once():
    departure, _parties = full_departure(2)
    waiter = wait(departure, 3)
    departure.refresh_from_db()
    departure.capacity = 5
    scheduling.change_departure(departure, SYSTEM)
    assert states(waiter) == [BookingState.OFFERED]
    assert counter(departure) == 5


def test_fewer_would_come_too():
    departure, (two, _other) = full_departure(2, 3)
    waiter = wait(departure, 4, fewest=2)
    services.cancel_booking(two.pk)
    waiter.refresh_from_db()
    assert (waiter.state, waiter.offered_places, waiter.places) == (BookingState.OFFERED, 2, 2)
    with pytest.raises(MoreThanOffered):
        waiting.accept_offer(waiter.pk, Party(3))
    accepted = waiting.accept_offer(waiter.pk, Party(1)).booking
    assert (accepted.state, accepted.party_size, counter(departure)) == (
        BookingState.CONFIRMED,
        1,
        4,
    )
    assert differences() == []


def test_what_an_offer_leaves_over_goes_to_the_next():
    departure, (three,) = full_departure(3)
    first, second = wait(departure, 3), wait(departure, 1)
    services.cancel_booking(three.pk)
    waiting.accept_offer(first.pk, Party(2))
    assert states(first, second) == [BookingState.CONFIRMED, BookingState.OFFERED]


def test_an_offer_runs_out_and_the_next_is_asked(time_machine, mailoutbox):
    departure, (two,) = full_departure(2)
    first, second = wait(departure, 2), wait(departure, 2)
    services.cancel_booking(two.pk)
    time_machine.move_to(timezone.now() + timedelta(hours=12, minutes=1))
    settling.settle_all()
    assert states(first, second) == [BookingState.EXPIRED, BookingState.OFFERED]
    with pytest.raises(OfferOver):
        waiting.accept_offer(first.pk, Party(2))
    assert [mail.kind for mail in first.mails.all()] == [
        MailKind.WAITING,
        MailKind.OFFERED,
        MailKind.OFFER_LAPSED,
    ]


def test_an_offer_never_outlives_booking_itself():
    departure, (two,) = full_departure(2)
    closes = timezone.now() + timedelta(hours=3)
    Departure.objects.filter(pk=departure.pk).update(closes_at=closes)
    waiter = wait(departure, 2)
    services.cancel_booking(two.pk)
    waiter.refresh_from_db()
    assert waiter.hold_expires_at == closes


def test_declining_leaves_the_list_and_frees_the_places_for_the_next():
    departure, (two,) = full_departure(2)
    first, second = wait(departure, 2), wait(departure, 2)
    services.cancel_booking(two.pk)
    services.cancel_booking(first.pk)
    assert states(first, second) == [BookingState.CANCELLED_BY_VISITOR, BookingState.OFFERED]


def test_the_list_closes_with_booking_and_says_so(time_machine):
    departure, _parties = full_departure(2)
    waiter = wait(departure, 2)
    time_machine.move_to(departure.closes_at + timedelta(minutes=1))
    settling.settle_all()
    assert states(waiter) == [BookingState.EXPIRED]
    assert waiter.mails.last().kind == MailKind.WAIT_OVER
    assert settling.settle_all() == 0


def test_a_hold_that_runs_out_reaches_the_waiting_list(time_machine):
    departure = make_departure(capacity=2)
    request = HoldRequest(departure_id=departure.pk, party=Party(2), language="en", key="k" * 20)
    holding.hold_places(request)
    waiter = wait(departure, 2)
    time_machine.move_to(timezone.now() + timedelta(minutes=16))
    settling.settle_all()
    assert states(waiter) == [BookingState.OFFERED]


def test_joined_twice_with_one_key_is_one_place_on_the_list():
    departure, _parties = full_departure(2)
    key = "k" * 20
    assert wait(departure, 2, key=key).pk == wait(departure, 2, key=key).pk
    assert departure.bookings.waiting().count() == 1


@pytest.mark.parametrize("language", ["en", "ru", "zh-hans"])
def test_mails_of_the_list_are_written_in_the_language_of_the_party(language, mailoutbox):
    departure, (two,) = full_departure(2)
    wait(departure, 2, language=language)
    services.cancel_booking(two.pk)
    outbox.send_due()
    subjects = [mail.subject for mail in mailoutbox]
    words = {
        "en": "Places have come free",
        "ru": "Для вас освободились места",
        "zh-hans": "已为您空出名额",
    }
    assert any(words[language] in subject for subject in subjects)
