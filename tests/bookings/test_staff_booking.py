"""What staff do to one booking: its papers decided upon, another date, and what the screen says of each state."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from bookings import services, settling
from bookings.models import Booking, BookingState, Departure
from bookings.parties import SYSTEM
from bookings.reconciliation import differences
from tests.bookings.factories import counter, make_booking, make_departure, make_trail, under_review
from tests.bookings.journeys import soup_of
from tests.bookings.test_holding import hold, send_in
from tests.bookings.test_waiting import full_departure, wait

pytestmark = pytest.mark.django_db


@pytest.fixture
def officer(client, make_officer):
    user = make_officer("RU")
    client.force_login(user)
    return user


def url(view: str, booking: Booking) -> str:
    return reverse(f"booking:{view}", args=[booking.pk])


def screen(client, booking: Booking) -> str:
    answer = client.get(url("inspect", booking))
    assert answer.status_code == 200
    return " ".join(soup_of(answer).select_one("main").get_text(" ").split())


def links(client, booking: Booking) -> set[str]:
    """Return what the screen of a booking offers to do."""
    found = soup_of(client.get(url("inspect", booking))).select("main a[href]")
    views = ("accept_papers", "refuse_papers", "move", "cancel")
    hrefs = {link["href"] for link in found}
    return {view for view in views if url(view, booking) in hrefs}


def test_papers_stand_with_the_passports_the_rule_and_the_last_day(client, officer):
    booking = under_review()
    shown = screen(client, booking)
    assert "Papers being looked at" in shown
    assert "Citizens of China" in shown or "China" in shown
    assert "A pass of the border service" in shown
    assert "Decide before" in shown
    assert links(client, booking) == {"accept_papers", "refuse_papers", "move", "cancel"}


@pytest.mark.parametrize(
    ("view", "state", "mail", "places"),
    [
        ("accept_papers", BookingState.CONFIRMED, "confirmed", 2),
        ("refuse_papers", BookingState.REJECTED, "rejected", 0),
    ],
)
def test_decision_asks_once_more_and_tells_the_party(client, officer, view, state, mail, places):
    booking = under_review()
    assert client.get(url(view, booking)).status_code == 200
    booking.refresh_from_db()
    assert booking.state == BookingState.PERMIT_REVIEW
    assert client.post(url(view, booking)).status_code == 302
    booking.refresh_from_db()
    assert booking.state == state
    assert [one.kind for one in booking.mails.order_by("pk")] == ["under-review", mail]
    assert booking.events.first().actor_name == "officer-RU"
    assert counter(booking.departure) == places
    again = client.post(url(view, booking)).content.decode()
    assert "nothing to decide about the papers" in again
    assert differences() == []


def test_viewer_sees_the_papers_and_may_not_decide(client, make_officer):
    booking = under_review()
    client.force_login(make_officer("RU", "view_booking"))
    assert links(client, booking) == set()
    for view in ("accept_papers", "refuse_papers", "move", "cancel"):
        assert client.post(url(view, booking)).status_code in (302, 403)
    booking.refresh_from_db()
    assert booking.state == BookingState.PERMIT_REVIEW


def test_move_offers_the_dates_that_fit_and_both_bookings_know_each_other(client, officer):
    trail = make_trail("RU")
    old, new, small = (
        make_departure(trail),
        make_departure(trail),
        make_departure(trail, capacity=1),
    )
    booking = make_booking(old, 2).booking
    choices = soup_of(client.get(url("move", booking))).select("input[name=departure]")
    assert [choice["value"] for choice in choices] == [str(new.pk)]
    assert client.post(url("move", booking), {"departure": small.pk}).status_code == 200
    answer = client.post(url("move", booking), {"departure": new.pk})
    moved = new.bookings.get()
    assert answer["Location"] == url("inspect", moved)
    assert (counter(old), counter(new)) == (0, 2)
    assert moved.events.order_by("pk").first().actor_name == "officer-RU"
    assert f"Moved to {moved.reference}" in screen(client, booking)
    assert f"moved to: {moved.reference}" in screen(client, booking)
    assert f"Moved from {booking.reference}" in screen(client, moved)
    assert links(client, booking) == set()


def test_without_another_date_the_page_says_so(client, officer):
    booking = make_booking().booking
    page = soup_of(client.get(url("move", booking)))
    assert "No other date on this trail fits" in page.get_text()
    assert not page.select("main form button[type=submit]")


def test_whom_the_reserve_called_off_can_be_moved_and_not_cancelled_again(client, officer):
    booking = make_booking().booking
    services.cancel_departure(booking.departure_id, "fire", SYSTEM)
    assert links(client, booking) == {"move"}
    assert "no longer counts" in client.post(url("cancel", booking)).content.decode()


def test_after_the_start_nothing_is_moved(client, officer):
    booking = make_booking().booking
    past = timezone.now() - timedelta(hours=1)
    Departure.objects.filter(pk=booking.departure_id).update(starts_at=past, closes_at=past)
    assert "move" not in links(client, booking)


def test_hold_of_nobody_breaks_no_screen_and_is_in_no_list(client, officer):
    booking = hold(make_departure(make_trail("RU")))
    shown = screen(client, booking)
    assert "not given yet" in shown and "Holds places until" in shown
    assert links(client, booking) == set()
    assert booking.reference not in client.get(reverse("booking:index")).content.decode()


def test_each_state_says_what_it_is_about(client, officer):
    submitted = send_in(make_departure(make_trail("RU")))
    assert "Holds places until" in screen(client, submitted)
    departure, (two, _four) = full_departure(2, 4)
    wait(departure, 3)
    second = wait(departure, 4, fewest=1)
    assert "Place on the waiting list 2" in screen(client, second)
    services.cancel_booking(two.pk)
    assert "Places offered 2" in screen(client, second)


def listed(client, **asked) -> set[str]:
    rows = soup_of(client.get(reverse("booking:index"), asked)).select("tbody tr")
    return {row.select_one("a").get_text(strip=True) for row in rows}


def test_list_leaves_out_what_ran_out_until_somebody_asks(client, officer, time_machine):
    booked = make_booking().booking
    ran_out = send_in(make_departure())
    reviewed = under_review()
    time_machine.move_to(timezone.now() + timedelta(days=2), tick=False)
    settling.settle_all()
    client.force_login(officer)
    assert listed(client) == {booked.reference, reviewed.reference}
    assert listed(client, state="expired") == {ran_out.reference}
    assert listed(client, q=ran_out.reference) == {ran_out.reference}
    assert listed(client, departure=ran_out.departure_id, state="all") == {ran_out.reference}
    assert listed(client, state="permit_review") == {reviewed.reference}
    assert len(listed(client, state="all")) == 3
