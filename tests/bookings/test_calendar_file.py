"""Calendar files: the trail's own clock, with its zone inside the file."""

from datetime import UTC, datetime, timedelta

import pytest
from django.utils import translation
from icalendar import Calendar

from bookings import services
from bookings.calendars import calendar_of
from bookings.models import Booking
from bookings.parties import Party
from tests.bookings.factories import make_booking, make_departure, make_trail

pytestmark = pytest.mark.django_db
START = datetime(2027, 6, 5, 23, 30, tzinfo=UTC)


def event_of(booking: Booking):
    calendar = Calendar.from_ical(calendar_of(booking))
    return calendar, calendar.walk("VEVENT")[0]


@pytest.mark.parametrize(
    ("side", "zone", "local", "offset"),
    [
        ("RU", "Asia/Vladivostok", "20270606T093000", "+1000"),
        ("CN", "Asia/Shanghai", "20270606T073000", "+0800"),
    ],
)
def test_times_are_local_with_the_zone_inside(side, zone, local, offset):
    booking = make_booking(make_departure(make_trail(side), starts_at=START)).booking
    text = calendar_of(booking).decode()
    assert f"DTSTART;TZID={zone}:{local}" in text
    assert f"TZOFFSETTO:{offset}" in text
    calendar, event = event_of(booking)
    assert [str(part["TZID"]) for part in calendar.walk("VTIMEZONE")] == [zone]
    assert event.decoded("dtstart") == START
    assert event.decoded("dtend") - event.decoded("dtstart") == timedelta(minutes=90)
    assert (calendar["method"], event["status"]) == ("PUBLISH", "CONFIRMED")


def test_change_and_cancellation_replace_the_same_entry():
    booking = make_booking().booking
    _, first = event_of(booking)
    services.change_party_size(booking.pk, Party(3))
    _, second = event_of(Booking.objects.get(pk=booking.pk))
    services.cancel_booking(booking.pk)
    calendar, third = event_of(Booking.objects.get(pk=booking.pk))
    assert first["uid"] == second["uid"] == third["uid"]
    assert [int(event["sequence"]) for event in (first, second, third)] == [0, 1, 2]
    assert (calendar["method"], third["status"]) == ("CANCEL", "CANCELLED")


def test_private_link_and_name_are_not_in_the_file():
    placed = make_booking()
    text = calendar_of(placed.booking).decode()
    assert placed.secret not in text
    assert "Sample Visitor" not in text


@pytest.mark.parametrize(
    ("language", "summary", "place"),
    [
        ("en", "Trail RU", "At the gate"),
        ("ru", "Тропа RU", "У ворот"),
        ("zh-hans", "步道 RU", "大门口"),
    ],
)
def test_words_are_in_the_readers_language(language, summary, place):
    booking = make_booking().booking
    with translation.override(language):
        _, event = event_of(booking)
    assert (str(event["summary"]), str(event["location"])) == (summary, place)


def test_file_is_served_with_its_name(client, site):
    placed = make_booking()
    url = f"/ru/bookings/{placed.booking.reference}/{placed.secret}/calendar.ics"
    response = client.get(url)
    assert response["Content-Type"] == "text/calendar; charset=utf-8"
    name = f"land-of-big-cats-{placed.booking.reference}.ics"
    assert response["Content-Disposition"] == f'attachment; filename="{name}"'
