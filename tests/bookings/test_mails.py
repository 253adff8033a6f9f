"""Mails leave after the commit, by a real SMTP server, and none is lost while that server is away."""

import email
from datetime import timedelta
from email import policy

import pytest
from django.core.mail import EmailMessage
from django.core.management import call_command
from django.utils import timezone
from django.utils.translation import gettext, override
from icalendar import Calendar

from bookings import outbox, services
from bookings.mails import sender
from bookings.models import Booking, CancelReason, OutboxMail
from bookings.parties import SYSTEM, Contact, Party
from tests.bookings.factories import counter, make_booking, make_departure, make_request, make_trail
from tests.bookings.racing import race
from tests.smtp import parts

LANGUAGES = ["en", "ru", "zh-hans"]


@pytest.mark.django_db(transaction=True)
def test_chinese_sentences_of_a_mail_stand_without_a_space_between(sink):
    sink.start()
    departure = make_departure(make_trail("CN"))
    make_booking(departure, 1, language="zh-hans")
    services.cancel_departure(departure.pk, CancelReason.FIRE, SYSTEM, {})
    found = parts(sink.mails[-1])
    for text in (found["text/plain"], found["text/html"]):
        assert "原因：森林火险。非常抱歉：" in text


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("language", LANGUAGES)
def test_confirmation_is_text_html_calendar_and_ticket_in_the_visitors_language(sink, language):
    sink.start()
    placed = make_booking(make_departure(make_trail("CN")), 2, 1, language=language)
    (message,) = sink.mails
    found = parts(message)
    assert set(found) == {"text/plain", "text/html", "text/calendar", "application/pdf"}
    with override(language):
        heading = gettext("Your places are booked")
    link = f"/{language}/bookings/{placed.booking.reference}/{placed.secret}/"
    for text in (found["text/plain"], found["text/html"]):
        assert heading in text
        assert placed.booking.reference in text
        assert link in text
        assert "UTC+8" in text
    calendar = Calendar.from_ical(found["text/calendar"])
    assert calendar.walk("VEVENT")[0].decoded("dtstart") == placed.booking.departure.starts_at
    assert message["To"] == "visitor@example.org"
    assert message["Reply-To"] == "cn@example.org"
    assert message["Content-Language"] == language


@pytest.mark.parametrize(
    ("configured", "written"),
    [
        ("Land of Big Cats <no-reply@example.org>", "Земля больших кошек"),
        ("Park office <no-reply@example.org>", "Park office"),
        ("no-reply@example.org", ""),
    ],
)
def test_sender_bears_the_sites_name_in_the_visitors_language(settings, configured, written):
    settings.DEFAULT_FROM_EMAIL = configured
    with override("ru"):
        message = EmailMessage("Subject", "Body", sender(), ["visitor@example.org"]).message()
    parsed = email.message_from_bytes(message.as_bytes(), policy=policy.default)
    (address,) = parsed["From"].addresses
    assert (address.display_name, address.addr_spec) == (written, "no-reply@example.org")


@pytest.mark.django_db(transaction=True)
def test_dead_server_delays_the_mail_and_loses_nothing(sink, time_machine):
    departure = make_departure()
    placed = make_booking(departure, 2)
    assert counter(departure) == 2
    mail = OutboxMail.objects.get()
    assert (mail.sent_at, mail.attempts) == (None, 1)
    assert mail.last_error == "ConnectionRefusedError"
    assert mail.next_try > timezone.now()
    second = make_booking(departure, 1)  # the server is known to be down: the visitor need not wait
    assert second.booking.mails.get().attempts == 0
    sink.start()
    assert outbox.send_due() == (1, 1)
    time_machine.move_to(timezone.now() + timedelta(minutes=2))
    assert outbox.send_due() == (1, 0)
    assert outbox.send_due() == (0, 0)
    references = {placed.booking.reference, second.booking.reference}
    assert len(sink.mails) == 2
    assert all(any(number in mail["Subject"] for number in references) for mail in sink.mails)


@pytest.mark.django_db(transaction=True)
def test_server_that_goes_away_and_comes_back(sink, time_machine, capsys):
    departure = make_departure(capacity=30)
    sink.start()
    make_booking(departure, 1)
    sink.stop()
    for _party in range(4):
        make_booking(departure, 1)
    assert len(sink.mails) == 1
    call_command("send_mail_queue")
    sink.start()
    time_machine.move_to(timezone.now() + timedelta(minutes=6))
    call_command("send_mail_queue")
    assert len(sink.mails) == 5
    assert OutboxMail.objects.filter(sent_at=None).count() == 0
    assert "4 mails sent, 0 still owed." in capsys.readouterr().out


@pytest.mark.django_db(transaction=True)
def test_one_refused_recipient_does_not_hold_up_the_others(sink):
    sink.start()
    sink.answer = "550 no such mailbox"
    departure = make_departure()
    make_booking(departure, 1)
    mail = OutboxMail.objects.get()
    assert (mail.sent_at, mail.last_error) == (None, "SMTPDataError 550")
    sink.answer = "250 OK"
    make_booking(departure, 1)
    assert len(sink.mails) == 1


@pytest.mark.django_db(transaction=True)
def test_mail_that_cannot_be_written_does_not_hold_up_the_others(sink):
    departure = make_departure()
    make_booking(departure, 1)
    Booking.objects.update(email=f"a@{'ж' * 60}.рф")
    make_booking(departure, 1)
    OutboxMail.objects.update(next_try=timezone.now(), attempts=0)
    sink.start()
    assert outbox.send_due() == (1, 1)
    assert [mail.last_error for mail in OutboxMail.objects.order_by("pk")] == ["UnicodeError", ""]


@pytest.mark.django_db(transaction=True)
def test_defect_of_ours_in_a_mail_does_not_undo_or_hide_the_booking(monkeypatch):
    def broken(mail):
        raise RuntimeError("no such template")

    monkeypatch.setattr(outbox, "compose", broken)
    placed = make_booking(make_departure(), 2)
    assert placed.is_new
    assert OutboxMail.objects.get().sent_at is None


@pytest.mark.concurrency
@pytest.mark.django_db(transaction=True)
def test_several_senders_send_each_mail_once(sink):
    departure = make_departure(capacity=20)
    for _party in range(6):
        make_booking(departure, 1)
    OutboxMail.objects.update(next_try=timezone.now())
    sink.start()
    race(*[outbox.send_due] * 4)
    assert len(sink.mails) == 6
    assert OutboxMail.objects.filter(sent_at=None).count() == 0


@pytest.mark.django_db(transaction=True)
def test_booking_that_is_rolled_back_sends_nothing(sink, monkeypatch):
    sink.start()
    from django.db import transaction

    with pytest.raises(RuntimeError), transaction.atomic():
        services.place_booking(make_request(make_departure()))
        raise RuntimeError
    assert (sink.mails, Booking.objects.count()) == ([], 0)


@pytest.mark.django_db
def test_each_change_owes_one_mail_of_its_kind(mailoutbox, django_capture_on_commit_callbacks):
    departure = make_departure()
    with django_capture_on_commit_callbacks(execute=True):
        first = make_booking(departure, 2).booking
        second = make_booking(departure, 1, language="ru").booking
    with django_capture_on_commit_callbacks(execute=True):
        services.change_party_size(first.pk, Party(3))
        services.change_party_size(first.pk, Party(3))
        services.cancel_booking(first.pk)
        services.cancel_booking(first.pk)
        services.cancel_departure(
            departure.pk, CancelReason.FIRE, SYSTEM, {"cancel_note_ru": "Берегите себя."}
        )
    kinds = OutboxMail.objects.order_by("pk").values_list("kind", "booking")
    assert list(kinds) == [
        ("confirmed", first.pk),
        ("confirmed", second.pk),
        ("changed", first.pk),
        ("cancelled", first.pk),
        ("cancelled-by-us", second.pk),
    ]
    # The change was no longer true when its turn came: the party had cancelled.
    sent = list(
        OutboxMail.objects.exclude(sent_at=None).order_by("pk").values_list("kind", flat=True)
    )
    assert sent == ["confirmed", "confirmed", "cancelled", "cancelled-by-us"]
    assert "Берегите себя." in mailoutbox[-1].body
    assert first.reference not in mailoutbox[-1].body


@pytest.mark.django_db
def test_mail_waits_for_the_commit(mailoutbox, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks() as callbacks:
        make_booking()
    assert (len(mailoutbox), len(callbacks)) == (0, 1)


@pytest.mark.django_db
def test_sample_parties_get_no_mail():
    make_booking(is_sample=True)
    assert OutboxMail.objects.count() == 0


@pytest.mark.django_db
def test_hostile_name_stays_text_and_out_of_the_headers(
    mailoutbox, django_capture_on_commit_callbacks
):
    name = "<b>Bobby</b>\r\nBcc: x@example.org"
    with django_capture_on_commit_callbacks(execute=True):
        make_booking(contact=Contact(name, "visitor@example.org"))
    (message,) = mailoutbox
    assert message.recipients() == ["visitor@example.org"]
    assert "Bobby" not in str(message.message()["Subject"])
    assert "<b>Bobby</b>" not in message.alternatives[0][0]


@pytest.mark.django_db
def test_after_a_change_of_secret_key_mails_name_the_first_mail_instead_of_a_dead_link(
    settings, mailoutbox, django_capture_on_commit_callbacks
):
    placed = make_booking()
    settings.SECRET_KEY = "another"
    with django_capture_on_commit_callbacks(execute=True):
        services.change_party_size(placed.booking.pk, Party(4))
    (message,) = mailoutbox
    assert f"/{placed.booking.reference}/" not in message.body
    assert "use the link in the first mail we sent you" in message.body
