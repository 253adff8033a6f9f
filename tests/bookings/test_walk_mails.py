"""A reminder before the walk and thanks after it: to whom, when, once, in the visitor's language."""

from datetime import UTC, datetime, timedelta

import pytest
from django.core.management import call_command
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext, override

from bookings import checkin, history, outbox, services
from bookings.models import Booking, CancelReason, EventKind, MailKind, OutboxMail
from bookings.parties import SYSTEM
from bookings.walk_mails import remind_due, thank_due
from content.trails.models import Closure
from tests.bookings.factories import make_booking, make_departure, make_trail
from tests.bookings.racing import race
from tests.smtp import parts

NOW = datetime(2027, 5, 3, 1, tzinfo=UTC)  # eleven o'clock in Vladivostok
START = datetime(2027, 5, 10, 0, tzinfo=UTC)  # ten o'clock there


@pytest.fixture(autouse=True)
def _now(time_machine):
    time_machine.move_to(NOW, tick=False)


def kinds_of(booking: Booking) -> list[str]:
    return list(booking.mails.order_by("pk").values_list("kind", flat=True))


def walked(**fields) -> Booking:
    """Return a party that was checked in; its walk begins at this moment."""
    departure = make_departure(make_trail(), starts_at=NOW + timedelta(minutes=5))
    booking = make_booking(departure, **fields).booking
    checkin.check_in(booking.pk, 2, SYSTEM)
    return booking


@pytest.mark.django_db
def test_reminder_comes_days_before_and_once(time_machine):
    booking = make_booking(make_departure(starts_at=START)).booking
    time_machine.move_to(START - timedelta(days=4), tick=False)
    assert remind_due() == 0
    time_machine.move_to(START - timedelta(days=3), tick=False)
    assert (remind_due(), remind_due()) == (1, 0)
    assert kinds_of(booking) == [MailKind.CONFIRMED, MailKind.REMINDER]
    assert booking.events.filter(kind=EventKind.REMINDED).count() == 1


@pytest.mark.django_db
@pytest.mark.parametrize(("days", "written"), [(0, 0), (1, 0), (2, 1), (5, 1)])
def test_setting_says_how_many_days_before(settings, time_machine, days, written):
    settings.BOOKING_REMINDER_DAYS = days
    make_booking(make_departure(starts_at=START))
    time_machine.move_to(START - timedelta(days=2), tick=False)
    assert remind_due() == written


@pytest.mark.django_db
def test_reminder_leaves_out_whom_it_does_not_help(time_machine):
    departure = make_departure(starts_at=START, capacity=30)
    services.cancel_booking(make_booking(departure).booking.pk)
    make_booking(departure, is_sample=True)
    time_machine.move_to(START - timedelta(days=2), tick=False)
    make_booking(departure)  # has just had the confirmation
    assert remind_due() == 0


@pytest.mark.django_db
def test_nobody_is_reminded_of_a_walk_on_a_closed_trail(time_machine):
    trail = make_trail()
    make_booking(make_departure(trail, starts_at=START))
    day = START.date()
    closure = Closure.objects.create(trail=trail, starts_on=day, ends_on=day, reason_id="fire")
    time_machine.move_to(START - timedelta(days=2), tick=False)
    assert remind_due() == 0
    closure.delete()
    assert remind_due() == 1


@pytest.mark.django_db
def test_reminder_that_was_late_is_not_sent(time_machine):
    booking = make_booking(make_departure(starts_at=START)).booking
    time_machine.move_to(START - timedelta(days=2), tick=False)
    remind_due()
    mail = booking.mails.get(kind=MailKind.REMINDER)
    assert outbox.is_still_due(mail)
    time_machine.move_to(START, tick=False)
    assert not outbox.is_still_due(mail)


@pytest.mark.django_db
def test_thanks_go_to_those_who_came_the_day_after_and_once(time_machine):
    came = walked()
    absent = make_booking(came.departure).booking
    checkin.note_absence(absent.pk, SYSTEM)
    make_booking(came.departure)  # nobody looked for them
    time_machine.move_to(NOW + timedelta(hours=10), tick=False)
    assert thank_due() == 0  # the same day on the trail's clock
    time_machine.move_to(NOW + timedelta(hours=14), tick=False)
    assert (thank_due(), thank_due()) == (1, 0)
    assert OutboxMail.objects.get(kind=MailKind.THANKS).booking == came


@pytest.mark.django_db
def test_thanks_that_come_a_week_late_are_left_out(time_machine):
    walked()
    time_machine.move_to(NOW + timedelta(days=8), tick=False)
    assert thank_due() == 0


@pytest.mark.django_db
def test_erased_party_is_not_thanked(time_machine):
    booking = walked()
    Booking.objects.filter(pk=booking.pk).update(email="")
    time_machine.move_to(NOW + timedelta(days=1), tick=False)
    assert thank_due() == 0


@pytest.mark.django_db
def test_database_refuses_a_second_reminder():
    booking = make_booking(make_departure(starts_at=START)).booking
    for refused in (False, True):
        entry = history.record(EventKind.REMINDED, SYSTEM, NOW, booking=booking)
        if not refused:
            outbox.owe(entry, MailKind.REMINDER)
            continue
        with pytest.raises(IntegrityError), transaction.atomic():
            outbox.owe(entry, MailKind.REMINDER)


@pytest.mark.concurrency
@pytest.mark.django_db(transaction=True)
def test_several_runs_at_once_write_each_reminder_once(time_machine):
    departure = make_departure(starts_at=START)
    for _party in range(3):
        make_booking(departure)
    time_machine.move_to(START - timedelta(days=2), tick=False)
    race(*[remind_due] * 4)
    assert OutboxMail.objects.filter(kind=MailKind.REMINDER).count() == 3


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("language", ["en", "ru", "zh-hans"])
def test_words_links_and_files_of_both(sink, time_machine, language):
    sink.start()
    placed = make_booking(make_departure(starts_at=START), language=language)
    time_machine.move_to(START - timedelta(days=2), tick=False)
    call_command("write_walk_mails")
    time_machine.move_to(START, tick=False)
    checkin.check_in(placed.booking.pk, 2, SYSTEM)
    time_machine.move_to(START + timedelta(days=1), tick=False)
    call_command("write_walk_mails")
    _confirmed, reminder, thanks = map(parts, sink.mails)
    assert set(reminder) == {"text/plain", "text/html", "text/calendar", "application/pdf"}
    assert set(thanks) == {"text/plain", "text/html"}
    with override(language):
        near, thank_you = gettext("Your walk is only days away"), gettext("Thank you for coming")
    private = f"/{language}/bookings/{placed.booking.reference}/{placed.secret}/"
    for form in ("text/plain", "text/html"):
        assert near in reminder[form]
        assert private in reminder[form]
        assert thank_you in thanks[form]
        assert private not in thanks[form]
        assert f"/{language}/galleries/" in thanks[form]
        assert f"/{language}/schools/" in thanks[form]


@pytest.mark.django_db
def test_walk_that_was_called_off_has_neither(time_machine):
    departure = make_departure(starts_at=START)
    make_booking(departure)
    services.cancel_departure(departure.pk, CancelReason.FIRE, SYSTEM, {})
    time_machine.move_to(START - timedelta(days=2), tick=False)
    assert remind_due() == 0
    time_machine.move_to(START + timedelta(days=2), tick=False)
    assert (timezone.now() > START, thank_due()) == (True, 0)
