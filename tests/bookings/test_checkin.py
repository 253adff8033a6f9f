"""Rangers at the meeting point: each party once, on its day, of the own country only."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.urls import reverse

from bookings import checkin, services
from bookings.errors import BookingNotActive
from bookings.models import Attendance, AuditEvent, EventKind
from bookings.parties import SYSTEM, Contact
from bookings.staff_errors import MorePeopleThanBooked, NotCheckedIn, NotTheDayOfTheWalk
from tests.bookings.factories import make_booking, make_departure, make_trail
from tests.bookings.journeys import soup_of

pytestmark = pytest.mark.django_db

START = datetime(2027, 5, 10, 10, 0, tzinfo=ZoneInfo("Asia/Vladivostok"))
EARLIER = datetime(2027, 5, 1, tzinfo=ZoneInfo("UTC"))


def booked(side: str = "RU", start: datetime = START, **fields):
    """Return a booking made well before its walk."""
    with time_machine.travel(EARLIER, tick=False):
        departure = make_departure(make_trail(side), starts_at=start)
        return make_booking(departure, adults=2, children=1, **fields).booking


def told(booking) -> list[tuple[str, int | None]]:
    events = AuditEvent.objects.filter(booking=booking).order_by("pk")
    return [(e.kind, e.details.get("people")) for e in events if e.kind != EventKind.BOOKED]


@pytest.fixture
def at_the_gate():
    with time_machine.travel(START - timedelta(minutes=10), tick=False):
        yield


def test_party_arrives_and_comes_back(at_the_gate):
    booking = booked()
    checkin.check_in(booking.pk, 2, SYSTEM)
    checkin.note_return(booking.pk, SYSTEM)
    attendance = Attendance.objects.get(booking=booking)
    assert (attendance.state, attendance.people) == ("back", 2)
    assert told(booking) == [("checked-in", 2), ("came-back", 2)]


def test_the_same_word_twice_counts_once_and_a_correction_counts(at_the_gate):
    booking = booked()
    for people in (3, 3, 2):
        checkin.check_in(booking.pk, people, SYSTEM)
    assert Attendance.objects.get(booking=booking).people == 2
    assert told(booking) == [("checked-in", 3), ("checked-in", 2)]


def test_taking_back_leaves_the_history(at_the_gate):
    booking = booked()
    checkin.note_absence(booking.pk, SYSTEM)
    checkin.take_back(booking.pk, SYSTEM)
    checkin.take_back(booking.pk, SYSTEM)
    assert not Attendance.objects.exists()
    assert told(booking) == [("not-come", 0), ("check-in-undone", None)]


@pytest.mark.parametrize(
    ("act", "error"),
    [
        (lambda pk: checkin.check_in(pk, 4, SYSTEM), MorePeopleThanBooked),
        (lambda pk: checkin.note_return(pk, SYSTEM), NotCheckedIn),
    ],
)
def test_refusals_change_nothing(at_the_gate, act, error):
    booking = booked()
    with pytest.raises(error) as refused:
        act(booking.pk)
    assert refused.value.message
    assert (Attendance.objects.count(), told(booking)) == (0, [])


def test_cancelled_party_is_not_checked_in(at_the_gate):
    booking = booked()
    services.cancel_booking(booking.pk, SYSTEM)
    with pytest.raises(BookingNotActive):
        checkin.check_in(booking.pk, 2, SYSTEM)


@pytest.mark.parametrize(
    ("hours", "open_"),
    [(-10.5, False), (-9.5, True), (13.5, True), (37.5, True), (38.5, False)],
)
def test_a_party_is_noted_from_its_day_to_the_end_of_the_next(hours, open_):
    """The day is that of the trail: at 10.5 hours before ten in the morning it is still yesterday there."""
    booking = booked()
    with time_machine.travel(START + timedelta(hours=hours), tick=False):
        if open_:
            assert checkin.check_in(booking.pk, 1, SYSTEM).people == 1
            return
        with pytest.raises(NotTheDayOfTheWalk):
            checkin.check_in(booking.pk, 1, SYSTEM)


def test_screen_shows_the_parties_of_the_own_country(client, site, ranger, at_the_gate):
    own = booked(contact=Contact("Анна Образцова", "a@example.org", "+79141234567"))
    booked("CN", contact=Contact("示例访客", "f@example.org"))
    client.force_login(ranger)
    page = soup_of(client.get(reverse("check_in")))
    parties = page.select(".staff-party")
    assert [party["id"] for party in parties] == [own.reference]
    assert "Анна Образцова" in parties[0].get_text()
    assert [b["value"] for b in parties[0].select("button[name=action]")] == ["in", "absent"]


def test_button_checks_the_party_in(client, site, ranger, at_the_gate):
    own = booked()
    client.force_login(ranger)
    values = {"booking": own.pk, "action": "in", "people": 3}
    answer = client.post(reverse("check_in"), values)
    assert answer.url == f"{reverse('check_in')}#{own.reference}"
    event = AuditEvent.objects.get(booking=own, kind=EventKind.CHECKED_IN)
    assert (event.actor_name, event.details) == (ranger.username, {"people": 3})


@pytest.mark.parametrize("values", [{"action": "in", "people": "-1"}, {"action": "<script>"}, {}])
def test_nonsense_is_answered_and_changes_nothing(client, site, ranger, at_the_gate, values):
    client.force_login(ranger)
    answer = client.post(reverse("check_in"), {"booking": booked().pk, **values}, follow=True)
    assert "whole number" in answer.content.decode()
    assert not Attendance.objects.exists()


def test_party_of_the_other_country_is_not_found(client, site, make_officer, at_the_gate):
    other = booked("CN")
    client.force_login(make_officer("RU", "check_in_party"))
    values = {"booking": other.pk, "action": "absent"}
    assert client.post(reverse("check_in"), values).status_code == 404
    assert not Attendance.objects.exists()


@pytest.mark.parametrize("count", [1, 3])
def test_screen_asks_the_same_for_one_party_as_for_three(
    client, site, ranger, at_the_gate, django_assert_num_queries, count
):
    for number in range(count):
        booked(start=START + timedelta(hours=number))
    client.force_login(ranger)
    client.get(reverse("check_in"))
    with django_assert_num_queries(18):
        client.get(reverse("check_in"))


def test_yesterdays_walk_stays_for_late_notes(client, site, ranger):
    own = booked()
    with time_machine.travel(START + timedelta(days=1), tick=False):
        client.force_login(ranger)
        headings = [h.get_text() for h in soup_of(client.get(reverse("check_in"))).select("h2")]
        client.post(reverse("check_in"), {"booking": own.pk, "action": "absent"})
    assert headings == ["Today", "Yesterday"]
    assert Attendance.objects.get().noted_at == START + timedelta(days=1)
