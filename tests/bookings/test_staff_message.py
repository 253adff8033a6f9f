"""One message to the parties of a departure: once to each, in their own language, to nobody who no longer comes."""

import pytest
from django.urls import reverse

from bookings import announcing, outbox, services
from bookings.models import AuditEvent, DepartureMessage, MailKind, OutboxMail
from bookings.parties import SYSTEM, Contact
from bookings.retention import erase_person
from bookings.staff_errors import NobodyToWriteTo
from tests.bookings.factories import make_booking, make_departure, make_trail, under_review
from tests.bookings.journeys import hidden, soup_of
from tests.bookings.test_holding import hold, send_in

pytestmark = pytest.mark.django_db
TEXTS = {"text_en": "Bring boots.", "text_ru": "Возьмите сапоги.", "text_zh_hans": ""}


def party(departure, name: str, language: str = "en"):
    contact = Contact(name, f"{name}@example.org")
    return make_booking(departure, contact=contact, language=language).booking


def messages_to(booking) -> int:
    return booking.mails.filter(kind=MailKind.MESSAGE).count()


def test_each_party_gets_one_mail_in_its_own_language_or_the_first_there_is(
    mailoutbox, django_capture_on_commit_callbacks
):
    departure = make_departure()
    for language in ("en", "ru", "zh-hans"):
        party(departure, language, language)
    with django_capture_on_commit_callbacks(execute=True):
        assert announcing.write_to_parties(departure.pk, TEXTS, SYSTEM, "key") == 3
        assert announcing.write_to_parties(departure.pk, TEXTS, SYSTEM, "key") == 3
    written = {mail.to[0].partition("@")[0]: mail for mail in mailoutbox}
    assert len(mailoutbox) == 3
    assert "Bring boots." in written["en"].body and "About your walk" in written["en"].subject
    assert "Возьмите сапоги." in written["ru"].body and "Bring boots." not in written["ru"].body
    assert "Bring boots." in written["zh-hans"].body
    html = written["zh-hans"].alternatives[0][0]
    assert '<div lang="en"><p>Bring boots.</p></div>' in html
    assert DepartureMessage.objects.count() == 1
    kinds = AuditEvent.objects.filter(kind="message-sent")
    assert [event.details for event in kinds.filter(booking=None)] == [{"parties": 3}]
    assert kinds.exclude(booking=None).count() == 3


def test_who_no_longer_comes_or_does_not_come_yet_gets_none():
    reviewed = under_review(capacity=30)
    departure = reviewed.departure
    request = {"contact": Contact("x", "x@example.org")}
    plain = make_departure()
    coming, gone, erased = (party(plain, name) for name in ("coming", "gone", "erased"))
    submitted = send_in(plain, **request)
    hold(plain)
    services.cancel_booking(gone.pk)
    erase_person(erased.pk, SYSTEM)
    assert announcing.write_to_parties(plain.pk, TEXTS, SYSTEM, "one") == 1
    assert [messages_to(one) for one in (coming, gone, erased, submitted)] == [1, 0, 0, 0]
    assert announcing.write_to_parties(departure.pk, TEXTS, SYSTEM, "two") == 1
    assert messages_to(reviewed) == 1


def test_who_cancels_before_the_mail_leaves_is_not_written_to(mailoutbox):
    booking = make_booking().booking
    announcing.write_to_parties(booking.departure_id, TEXTS, SYSTEM, "key")
    services.cancel_booking(booking.pk)
    outbox.send_due()
    assert not any("About your walk" in mail.subject for mail in mailoutbox)
    assert OutboxMail.objects.get(kind=MailKind.MESSAGE).dropped_at


def test_without_parties_nothing_is_kept():
    with pytest.raises(NobodyToWriteTo):
        announcing.write_to_parties(make_departure().pk, TEXTS, SYSTEM, "key")
    assert not DepartureMessage.objects.exists()


def test_officer_writes_from_the_screen_of_the_departure(client, make_officer):
    departure = make_departure(make_trail("RU"))
    booking = party(departure, "visitor")
    client.force_login(make_officer("RU"))
    screen = reverse("departure:inspect", args=[departure.pk])
    url = reverse("departure:message", args=[departure.pk])
    assert soup_of(client.get(screen)).select(f'a[href="{url}"]')
    empty = {**TEXTS, "text_en": " ", "text_ru": "", "key": "x"}
    assert "at least one language" in client.post(url, empty).content.decode()
    values = {**TEXTS, "text_en": "<b>Boots</b>", "key": hidden(client.get(url), "key")}
    for _twice in range(2):
        assert client.post(url, values)["Location"] == screen
    assert messages_to(booking) == 1
    page = client.get(screen).content.decode()
    assert page.count("&lt;b&gt;Boots&lt;/b&gt;") == 1
    assert DepartureMessage.objects.get().author == "officer-RU"


def test_markup_in_a_message_is_text_in_the_mail(mailoutbox):
    booking = make_booking().booking
    texts = {**TEXTS, "text_en": "<script>alert(1)</script>"}
    announcing.write_to_parties(booking.departure_id, texts, SYSTEM, "key")
    outbox.send_due()
    html = mailoutbox[-1].alternatives[0][0]
    assert "<script>" not in html and "&lt;script&gt;" in html
