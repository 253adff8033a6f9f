"""Identity papers: sealed, turned to new keys, deleted on their own day; what a person may see and what is left."""

from datetime import timedelta
from io import StringIO

import pytest
from cryptography.fernet import Fernet, InvalidToken
from django.core import mail
from django.core.management import call_command
from django.utils import timezone

from bookings import naming, papers_due, people, personal_data, retention, vault
from bookings.models import Booking, MailKind, Participant, PermitCase, TravelDocument
from bookings.outbox import send_due
from bookings.parties import ConsentGiven, Party, staff_actor
from tests.bookings.factories import make_booking, make_departure, make_trail
from tests.bookings.persons import (
    CONSENTS,
    border_departure,
    border_trail,
    hold_party,
    name_all,
    name_in_step,
    typed,
)
from tests.bookings.test_people_verbs import named, place, states
from tests.trails.factories import make_entry_zone

pytestmark = pytest.mark.django_db


def call(name: str, **options) -> str:
    out = StringIO()
    call_command(name, stdout=out, **options)
    return out.getvalue()


def test_documents_go_on_their_own_day_and_the_report_says_what_is_left(settings, time_machine):
    settings.DOCUMENT_RETENTION_DAYS = 5
    now = timezone.now()
    early = named(departure=border_departure(starts_at=now + timedelta(days=3)))
    late = named(departure=border_departure(starts_at=now + timedelta(days=30)))
    last = late.departure.local_day + timedelta(days=5)
    time_machine.move_to(early.departure.starts_at + timedelta(days=6), tick=False)
    assert "2 identity papers are due" in call("purge_personal_data", dry_run=True)
    said = call("purge_personal_data")
    assert f"2 identity papers deleted, 2 left, the last until {last}." in said
    assert "0 identity papers deleted, 2 left" in call("purge_personal_data")
    assert {one.participant.booking for one in TravelDocument.objects.all()} == {late}
    assert early.events.get(kind="documents-deleted").details == {"documents": 2}
    early.refresh_from_db()
    assert early.email  # the contact stays for longer


def test_erased_booking_keeps_counts_alone(make_officer):
    booking = named()
    naming.name_people(booking.pk, [], [ConsentGiven("test", "1" * 64, "en", "papers")])
    assert personal_data.erase_on_request(booking.pk)
    assert not any(model.objects.exists() for model in (Participant, TravelDocument, PermitCase))
    assert booking.events.get(kind="erased").details == {"persons": 2}
    assert not booking.consents.filter(withdrawn_at=None).exists()


def test_persons_of_a_booking_never_sent_in_go_after_a_day(client, site, time_machine):
    hold_party(client, departure := border_departure(), 1)
    name_in_step(client, departure, **typed(1), **CONSENTS)
    now = timezone.now()
    time_machine.move_to(now + timedelta(hours=1), tick=False)
    call("settle_bookings")
    retention.delete_documents()
    assert Participant.objects.count() == 1
    time_machine.move_to(now + timedelta(days=1, hours=2), tick=False)
    retention.delete_documents()
    assert not Participant.objects.exists() and not TravelDocument.objects.exists()


def test_new_key_reads_what_the_old_one_sealed_until_it_is_turned(settings):
    named()
    old, new = settings.DOCUMENT_KEYS[0], Fernet.generate_key().decode()
    settings.DOCUMENT_KEYS = [new, old]
    sealed = TravelDocument.objects.first().sealed
    assert vault.unseal(sealed).citizenship == "DE"
    assert "2 identity papers sealed anew." in call("rotate_document_keys")
    settings.DOCUMENT_KEYS = [new]
    assert vault.unseal(TravelDocument.objects.first().sealed).number == "AB123451"
    with pytest.raises(InvalidToken):
        vault.unseal(sealed)


def test_every_reading_is_written_into_the_history(make_officer):
    booking = named()
    actor = staff_actor(make_officer("RU"))
    found = people.read_papers(booking, booking.participants.all(), actor, timezone.now())
    assert [papers.number for papers in found.values()] == ["AB123451", "AB123452"]
    event = booking.events.get(kind="document-read")
    assert (event.actor_name, event.details) == ("officer-RU", {"people": 2})


def test_person_is_shown_everything_but_the_whole_number():
    booking = named(1)
    naming.name_people(booking.pk, [], [ConsentGiven("test", "1" * 64, "en", "papers")])
    held = personal_data.held_about(booking)
    [one] = held["persons"]
    assert (one["name"], one["birth_year"], one["document"]["number"]) == (
        "Sample Person 1",
        1980,
        "…51",
    )
    assert [case["state"] for case in one["permits"]] == ["ready"]
    assert [consent["purpose"] for consent in held["consents"]] == ["booking", "papers"]
    assert "AB12345" not in str(held)


@pytest.mark.parametrize(
    ("code", "words"),
    [("en", "Papers are missing"), ("ru", "Не хватает документов"), ("zh-hans", "证件不全")],
)
def test_party_is_reminded_once_as_the_last_day_nears(time_machine, code, words):
    now = timezone.now()
    trail = border_trail(lead_days=5)
    booking = place(make_departure(trail, starts_at=now + timedelta(days=12)))
    type(booking).objects.update(language=code)
    assert papers_due.remind_of_papers() == 0
    time_machine.move_to(now + timedelta(days=5), tick=False)
    assert [papers_due.remind_of_papers(), papers_due.remind_of_papers()] == [1, 0]
    send_due()
    letter = mail.outbox[-1]
    assert words in letter.subject and words in letter.body
    assert booking.events.filter(kind="papers-reminded").count() == 1


def test_who_has_given_the_papers_is_not_reminded(time_machine):
    now = timezone.now()
    departure = make_departure(border_trail(lead_days=5), starts_at=now + timedelta(days=12))
    booking = place(departure)
    name_all(booking)
    time_machine.move_to(now + timedelta(days=5), tick=False)
    assert papers_due.remind_of_papers() == 0


def test_papers_that_never_came_end_the_permit_and_the_office_decides(time_machine):
    now = timezone.now()
    departure = make_departure(border_trail(lead_days=5), starts_at=now + timedelta(days=9))
    booking = place(departure)
    time_machine.move_to(now + timedelta(days=7), tick=False)
    assert "2 permits closed" in call("tend_departures")
    booking.refresh_from_db()
    assert (booking.state, states(booking)) == ("permit_review", ["expired", "expired"])


def test_no_mail_names_a_person_or_a_document():
    booking = named()
    send_due()
    assert mail.outbox
    for letter in mail.outbox:
        assert "Sample Person 1" not in letter.body and "AB12345" not in letter.body
    assert booking.mails.count() == 1


def unnamed_party(**fields) -> Booking:
    """Return a confirmed party of whom a rule asks the names alone, and who has named nobody."""
    departure = make_departure(border_trail(), **fields)
    return make_booking(departure, 2, party=Party(2, 0, ("RU",))).booking


@pytest.mark.parametrize(
    ("code", "subject", "words"),
    [
        ("en", "Names are missing", "Of 2 persons in your party we still have no name."),
        ("ru", "Не хватает имён", "О 2 участниках вашей группы"),
        ("zh-hans", "姓名不全", "还有2位"),
    ],
)
def test_party_that_lacks_names_alone_is_reminded_once(time_machine, code, subject, words):
    now = timezone.now()
    booking = unnamed_party(starts_at=now + timedelta(days=30))
    type(booking).objects.update(language=code)
    assert (booking.state, papers_due.remind_of_names()) == ("confirmed", 0)
    time_machine.move_to(now + timedelta(days=27), tick=False)
    assert [papers_due.remind_of_names(), papers_due.remind_of_names()] == [1, 0]
    assert papers_due.remind_of_papers() == 0
    send_due()
    letter = mail.outbox[-1]
    assert subject in letter.subject
    assert words in letter.body
    [entry] = booking.events.filter(kind="names-reminded")
    assert entry.details == {"people": 2}


def test_who_names_everybody_before_the_reminder_leaves_gets_none(time_machine):
    now = timezone.now()
    booking = unnamed_party(starts_at=now + timedelta(days=30))
    time_machine.move_to(now + timedelta(days=27), tick=False)
    assert papers_due.remind_of_names() == 1
    booking.participants.update(name="Ada Sample")
    send_due()
    assert booking.mails.get(kind=MailKind.NAMES_MISSING).dropped_at


def test_nobody_is_reminded_of_names_no_rule_asks_for(time_machine):
    """Rows of persons are kept for a rule that wants each looked at, but no name."""
    now = timezone.now()
    trail = make_trail(slug="looked-at")
    make_entry_zone("RU", {"group": "RU", "asks": "nothing", "is_reviewed": True}, trail=trail)
    departure = make_departure(trail, starts_at=now + timedelta(days=3))
    booking = make_booking(departure, 2, party=Party(2, 0, ("RU",))).booking
    assert booking.participants.count() == 2
    type(booking).objects.update(state="confirmed", submitted_at=now - timedelta(days=2))
    assert papers_due.remind_of_names() == 0
