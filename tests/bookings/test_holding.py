"""Places held for some minutes, details sent in, the address confirmed; every clock is the database's own row."""

from datetime import timedelta

import pytest
from django.utils import timezone

from bookings import holding, outbox, services, settling
from bookings.errors import (
    BookingNotActive,
    DepartureFull,
    HoldNotExtended,
    HoldRanOut,
    PartyTooLarge,
    TooManyBookings,
    TrailClosed,
)
from bookings.models import AuditEvent, Booking, BookingState, Departure, MailKind
from bookings.parties import SYSTEM, Party
from bookings.reconciliation import differences
from bookings.references import new_key
from bookings.requests import HoldRequest
from bookings.retention import erase_due
from content.trails.models import Closure
from tests.bookings.factories import counter, make_booking, make_departure, make_request

pytestmark = pytest.mark.django_db


def hold(departure: Departure, people: int = 2, key: str = "") -> Booking:
    request = HoldRequest(
        departure_id=departure.pk, party=Party(people), language="en", key=key or new_key()
    )
    return holding.hold_places(request).booking


def send_in(departure: Departure, people: int = 2, **fields) -> Booking:
    return holding.submit_booking(make_request(departure, people, **fields)).booking


def minutes(time_machine, number: int) -> None:
    time_machine.move_to(timezone.now() + timedelta(minutes=number), tick=False)


def kinds() -> list[str]:
    return list(AuditEvent.objects.order_by("pk").values_list("kind", flat=True))


def test_hold_takes_the_places_and_nobodys_name():
    departure = make_departure(capacity=3)
    booking = hold(departure)
    assert (booking.state, booking.email, booking.consent_at) == (BookingState.HELD, "", None)
    assert timedelta(minutes=14) < booking.hold_expires_at - timezone.now() <= timedelta(minutes=15)
    assert counter(departure) == 2
    with pytest.raises(DepartureFull):
        hold(departure)
    assert differences() == []


def test_same_key_changes_the_party_and_not_the_time(time_machine):
    departure = make_departure()
    first = hold(departure, 2, "one")
    minutes(time_machine, 5)
    again = hold(departure, 5, "one")
    assert (again.pk, again.party_size, again.hold_expires_at) == (
        first.pk,
        5,
        first.hold_expires_at,
    )
    assert counter(departure) == 5
    hold(departure, 1, "one")
    assert counter(departure) == 1


def test_time_over_gives_back_once_and_only_that_departure(time_machine):
    departure, other = make_departure(), make_departure()
    hold(departure, 4)
    hold(other, 2)
    minutes(time_machine, 16)
    assert settling.settle_all() == 2
    assert settling.settle_all() == 0
    assert (counter(departure), counter(other)) == (0, 0)
    assert kinds().count("ran-out") == 2
    assert differences() == []


def test_a_newcomer_finds_places_whose_time_is_over_without_any_clean_up(time_machine):
    departure = make_departure(capacity=2)
    old = hold(departure)
    minutes(time_machine, 16)
    assert hold(departure).state == BookingState.HELD
    old.refresh_from_db()
    assert (old.state, counter(departure)) == (BookingState.EXPIRED, 2)


def test_extended_once():
    departure = make_departure()
    booking = hold(departure, 2, "one")
    longer = holding.extend_hold("one")
    assert longer.hold_expires_at - booking.hold_expires_at == timedelta(minutes=15)
    with pytest.raises(HoldNotExtended):
        holding.extend_hold("one")
    with pytest.raises(HoldNotExtended):
        holding.extend_hold("never heard of")


def test_sent_in_then_confirmed(mailoutbox, django_capture_on_commit_callbacks):
    departure = make_departure()
    request = make_request(departure, 2)
    hold(departure, 2, request.key)
    with django_capture_on_commit_callbacks(execute=True):
        booking = holding.submit_booking(request).booking
    assert (booking.state, counter(departure)) == (BookingState.SUBMITTED, 2)
    with django_capture_on_commit_callbacks(execute=True):
        assert holding.confirm_booking(booking.pk).is_changed
    assert not holding.confirm_booking(booking.pk).is_changed
    assert [mail.kind for mail in booking.mails.all()] == [
        MailKind.PLEASE_CONFIRM,
        MailKind.CONFIRMED,
    ]
    assert len(mailoutbox) == 2
    assert kinds() == ["held", "submitted", "booked"]
    assert counter(departure) == 2


def test_sent_in_twice_is_one_booking():
    departure = make_departure()
    request = make_request(departure, 2)
    first, second = holding.submit_booking(request), holding.submit_booking(request)
    assert (first.is_new, second.is_new, second.booking.pk) == (True, False, first.booking.pk)
    assert (counter(departure), first.booking.mails.count()) == (2, 1)


def test_time_to_confirm_begins_when_the_mail_has_left(
    settings, django_capture_on_commit_callbacks, mailoutbox
):
    departure = make_departure()
    with django_capture_on_commit_callbacks() as owed:
        booking = send_in(departure)
    assert booking.hold_expires_at - timezone.now() > timedelta(hours=23)
    for callback in owed:
        callback()
    booking.refresh_from_db()
    assert booking.hold_expires_at - timezone.now() <= timedelta(hours=2)
    assert len(mailoutbox) == 1


def test_not_confirmed_in_time_is_released_and_told(time_machine, mailoutbox):
    departure = make_departure()
    booking = send_in(departure)
    outbox.send_due()
    minutes(time_machine, 121)
    settling.settle_all()
    booking.refresh_from_db()
    assert (booking.state, counter(departure)) == (BookingState.EXPIRED, 0)
    outbox.send_due()
    assert [mail.subject.split(":")[0] for mail in mailoutbox] == [
        "Please confirm your booking",
        "Your places were released",
    ]


def test_confirmed_too_late_takes_the_places_anew_or_says_so(time_machine):
    departure = make_departure(capacity=4)
    late, later = send_in(departure), send_in(departure)
    outbox.send_due()
    minutes(time_machine, 121)
    assert holding.confirm_booking(late.pk).booking.state == BookingState.CONFIRMED
    make_booking(departure, 2)
    with pytest.raises(HoldRanOut):
        holding.confirm_booking(later.pk)
    assert counter(departure) == 4
    assert differences() == []


def test_nothing_is_confirmed_on_a_closed_trail():
    departure = make_departure()
    booking = send_in(departure)
    Closure.objects.create(trail=departure.trail, reason_id="fire", starts_on=departure.local_day)
    with pytest.raises(TrailClosed):
        holding.confirm_booking(booking.pk)
    booking.refresh_from_db()
    assert booking.state == BookingState.SUBMITTED


def test_held_in_time_may_be_confirmed_after_booking_has_ended(time_machine):
    departure = make_departure(closes_at=timezone.now() + timedelta(minutes=5))
    booking = send_in(departure)
    minutes(time_machine, 30)
    with pytest.raises(Exception, match="DepartureClosed"):
        hold(departure)
    assert holding.confirm_booking(booking.pk).booking.state == BookingState.CONFIRMED


def test_corrected_address_gets_the_mail_and_spoils_the_old_link(mailoutbox):
    departure = make_departure()
    booking = send_in(departure)
    outbox.send_due()
    corrected = holding.correct_address(booking.pk, "right@example.org").booking
    outbox.send_due()
    assert [mail.to for mail in mailoutbox] == [["visitor@example.org"], ["right@example.org"]]
    links = [line for mail in mailoutbox for line in mail.body.splitlines() if "/confirm/" in line]
    assert len(set(links)) == 2
    holding.confirm_booking(corrected.pk)
    with pytest.raises(BookingNotActive):
        holding.correct_address(booking.pk, "late@example.org")


def test_one_address_has_only_so_many_coming_walks(settings):
    settings.BOOKINGS_PER_ADDRESS = 2
    for _walk in range(2):
        send_in(make_departure())
    with pytest.raises(TooManyBookings):
        send_in(make_departure())
    assert send_in(
        make_departure(),
        contact=make_request(make_departure()).contact.__class__("B", "b@example.org"),
    )


def test_party_rules_hold_for_a_hold_too():
    departure = make_departure()
    departure.trail.max_party = 3
    departure.trail.save()
    with pytest.raises(PartyTooLarge):
        hold(departure, 4)
    hold(departure, 3, "one")
    with pytest.raises(PartyTooLarge):
        hold(departure, 4, "one")


def test_departure_called_off_ends_holds_and_tells_those_with_an_address():
    departure = make_departure()
    anonymous, sent, booked = hold(departure), send_in(departure), make_booking(departure).booking
    assert services.cancel_departure(departure.pk, "fire", SYSTEM) == 2
    states = {one.pk: Booking.objects.get(pk=one.pk).state for one in (anonymous, sent, booked)}
    assert states == {
        anonymous.pk: BookingState.EXPIRED,
        sent.pk: BookingState.CANCELLED_BY_OPERATOR,
        booked.pk: BookingState.CANCELLED_BY_OPERATOR,
    }
    assert counter(departure) == 0
    assert differences() == []


def test_an_address_never_confirmed_is_forgotten_after_a_week(time_machine):
    departure = make_departure(starts_at=timezone.now() + timedelta(days=60))
    never, booked = send_in(departure), make_booking(departure).booking
    outbox.send_due()
    minutes(time_machine, 121)
    settling.settle_all()
    assert erase_due() == 0
    minutes(time_machine, 7 * 24 * 60 + 1)
    assert erase_due() == 1
    for booking in (never, booked):
        booking.refresh_from_db()
    assert (never.email, never.name) == ("", "")
    assert booked.email == "visitor@example.org"
