"""Another date with one press: the party whole, the old places free, both rows knowing each other."""

import pytest

from bookings import moving, services
from bookings.errors import DepartureFull, NotToBeMoved
from bookings.models import BookingState, MailKind
from bookings.parties import SYSTEM
from bookings.reconciliation import differences
from tests.bookings.factories import counter, make_booking, make_departure, make_trail

pytestmark = pytest.mark.django_db


def test_a_live_booking_moves_whole():
    old, new = make_departure(), make_departure()
    booking = make_booking(old, 2, 1).booking
    moved = moving.move_booking(booking.pk, new.pk).booking
    booking.refresh_from_db()
    assert (booking.state, booking.moved_to) == (BookingState.MOVED, moved)
    assert (moved.state, moved.party_size, moved.email) == (
        BookingState.CONFIRMED,
        3,
        booking.email,
    )
    assert (counter(old), counter(new)) == (0, 3)
    assert [mail.kind for mail in moved.mails.all()] == [MailKind.MOVED]
    assert differences() == []


def test_pressed_twice_it_moves_once():
    old, new, other = make_departure(), make_departure(), make_departure()
    booking = make_booking(old, 2).booking
    first = moving.move_booking(booking.pk, new.pk)
    again = moving.move_booking(booking.pk, other.pk)
    assert (again.booking.pk, again.is_new) == (first.booking.pk, False)
    assert (counter(new), counter(other)) == (2, 0)


def test_without_room_nothing_changes():
    old, new = make_departure(), make_departure(capacity=2)
    booking = make_booking(old, 3).booking
    with pytest.raises(DepartureFull):
        moving.move_booking(booking.pk, new.pk)
    booking.refresh_from_db()
    assert (booking.state, counter(old), counter(new)) == (BookingState.CONFIRMED, 3, 0)


def test_who_was_called_off_moves_with_the_link_of_the_mail(client, site):
    old, new = make_departure(), make_departure(capacity=2)
    placed = make_booking(old, 2)
    services.cancel_departure(old.pk, "fire", SYSTEM)
    page = f"/en/bookings/{placed.booking.reference}/{placed.secret}/"
    assert f"{page}move/" in client.get(page).content.decode()
    assert f'value="{new.pk}"' in client.get(f"{page}move/").content.decode()
    answer = client.post(f"{page}move/", {"departure": new.pk})
    assert answer.status_code == 303 and answer["Location"].endswith("?done=moved")
    assert "Your booking is moved" in client.get(answer["Location"]).content.decode()
    assert answer["Location"].partition("?")[0] in client.get(page).content.decode()
    assert (counter(old), counter(new)) == (0, 2)


def test_never_over_the_border_and_never_after_an_end():
    russian, chinese = make_departure(), make_departure(make_trail("CN"))
    booking = make_booking(russian).booking
    with pytest.raises(NotToBeMoved):
        moving.move_booking(booking.pk, chinese.pk)
    services.cancel_booking(booking.pk)
    with pytest.raises(NotToBeMoved):
        moving.move_booking(booking.pk, make_departure().pk)


@pytest.mark.parametrize("chosen", ["", "x", "-1", "9" * 30, "999999"])
def test_nonsense_moves_nothing(client, site, chosen):
    placed = make_booking()
    page = f"/en/bookings/{placed.booking.reference}/{placed.secret}/move/"
    assert client.post(page, {"departure": chosen}).status_code in (200, 409)
    placed.booking.refresh_from_db()
    assert placed.booking.state == BookingState.CONFIRMED
