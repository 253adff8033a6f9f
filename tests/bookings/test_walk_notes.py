"""Animals and incidents noted on the way: each comes in once, in any order, and no report loses one."""

from datetime import timedelta
from itertools import permutations
from uuid import UUID, uuid4

import pytest
import time_machine
from django.core import mail
from django.core.management import call_command
from django.db import DatabaseError, connection, transaction
from django.urls import reverse

from bookings import reporting, walk_notes
from bookings.late_words import Verdict
from bookings.models import AuditEvent, CancelReason, Incident, Sighting, WalkNote
from bookings.parties import SYSTEM
from bookings.reporting import Told
from bookings.services import cancel_departure
from bookings.walk_notes import Note
from staff.granting import setup_roles
from staff.mailing.models import StaffMail
from staff.overdue import telling
from tests.bookings.racing import race
from tests.bookings.test_checkin import START, booked
from tests.bookings.test_late_words import IN_THE_EVENING, post, sent, word
from tests.bookings.test_reporting import lines
from tests.staff.factories import make_staff

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("leopard")]
ON_THE_WAY = START + timedelta(hours=1)
LEOPARD = {"what": "animal", "species": "amur-leopard", "sign": "tracks", "count": 2}
FALL = {"what": "incident", "incident": "injury", "severity": "serious", "text": "A fall"}


def noted(walk, said=LEOPARD, at=ON_THE_WAY) -> Note:
    return Note(uuid4(), walk.pk, at, said)


def send(*notes: Note, side: str = "RU", device: str = "a", sent_at=IN_THE_EVENING) -> list:
    verdicts = walk_notes.enter(
        list(notes), side=side, device=device, sent_at=sent_at, actor=SYSTEM
    )
    return [verdicts[note.id] for note in notes]


def what_is_told() -> tuple[list, list]:
    seen = Sighting.objects.values_list("species", "sign", "count")
    return sorted(seen), sorted(Incident.objects.values_list("kind", "severity", "text"))


def waiting() -> set[UUID]:
    return set(WalkNote.objects.filter(taken_at=None).values_list("pk", flat=True))


def test_two_devices_in_any_order_and_repeated_enter_each_note_once(evening):
    """The answer to a sending may get lost after the commit: the device sends the same again."""
    for order in permutations(range(3)):
        walk = booked(start=START + timedelta(minutes=sum(order[:2]) * 10 + order[0])).departure
        notes = [noted(walk), noted(walk, FALL), noted(walk, {**LEOPARD, "count": 1})]
        for place in order:
            assert send(notes[place], device=str(place)) == [Verdict.ENTERED]
            assert send(notes[place], device="b") == [Verdict.KNOWN]
        assert send(*notes) == [Verdict.KNOWN] * 3
        assert set(walk.walk_notes.values_list("pk", flat=True)) == {note.id for note in notes}
    assert AuditEvent.objects.filter(kind="noted-on-walk").count() == WalkNote.objects.count() == 18


def test_what_cannot_be_entered_is_said(evening):
    own, other = booked().departure, booked("CN").departure
    with time_machine.travel(START - timedelta(days=2), tick=False):
        off = booked(start=START + timedelta(minutes=30)).departure
        cancel_departure(off.pk, CancelReason.FIRE, SYSTEM)
    first = noted(own)
    assert send(
        first,
        noted(other),
        noted(own, at=START - timedelta(days=1)),
        noted(own, {**LEOPARD, "species": "unicorn"}),
        noted(off),
        Note(uuid4(), 10**9 - 1, ON_THE_WAY, FALL),
    ) == [
        Verdict.ENTERED,
        Verdict.UNKNOWN_WALK,
        Verdict.WRONG_DAY,
        Verdict.UNKNOWN_ANIMAL,
        Verdict.CALLED_OFF,
        Verdict.UNKNOWN_WALK,
    ]
    with time_machine.travel(START + timedelta(days=15), tick=False):
        assert send(noted(own), sent_at=START + timedelta(days=15)) == [Verdict.TOO_LATE]
    assert WalkNote.objects.get().pk == first.id


def test_clock_of_a_device_that_is_wrong_is_put_right(evening):
    wrong = timedelta(days=400)
    send(noted(booked().departure, at=ON_THE_WAY - wrong), sent_at=IN_THE_EVENING - wrong)
    assert WalkNote.objects.get().at == ON_THE_WAY


def test_note_cannot_be_changed_in_the_database_itself(evening):
    send(noted(booked().departure))
    for change in ("count = 1", "species = 'x'", "at = received_at", "actor_name = 'x'"):
        with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(f"UPDATE bookings_walknote SET {change}")


def opened(client, walk) -> dict:
    """Return the values of the page of a report as a browser would send them back."""
    page = client.get(reverse("walk_report", args=[walk.pk]))
    values = {"headcount": 3, "notes": page.context["form"]["notes"].value()}
    for name in ("incidents", "sightings"):
        formset = page.context[name]
        values |= {
            f"{name}-TOTAL_FORMS": formset.total_form_count(),
            f"{name}-INITIAL_FORMS": formset.initial_form_count(),
        }
        for form in formset:
            values |= {field.html_name: field.value() or "" for field in form}
    return values


def save(client, walk, values: dict) -> None:
    assert client.post(reverse("walk_report", args=[walk.pk]), values).status_code == 302


def test_report_opens_with_the_notes_and_takes_those_it_showed(client, site, ranger, evening):
    walk = booked().departure
    send(noted(walk), noted(walk, FALL))
    client.force_login(ranger)
    assert "2 notes from the way" in client.get(reverse("check_in")).content.decode()
    values = opened(client, walk)
    at = ON_THE_WAY + timedelta(minutes=5)
    later = noted(walk, {**LEOPARD, "sign": "seen", "count": 1}, at)
    send(later)
    values |= {"sightings-1-species": "amur-leopard", "sightings-1-sign": "seen"}
    values["sightings-1-count"] = 1  # the same again, met by the hand of the writer
    save(client, walk, values)
    seen = [("amur-leopard", "seen", 1), ("amur-leopard", "tracks", 2)]
    assert what_is_told() == (seen, [("injury", "serious", "A fall")])
    assert waiting() == {later.id}
    assert "1 note from the way" in client.get(reverse("check_in")).content.decode()
    save(client, walk, opened(client, walk))
    assert (len(what_is_told()[0]), waiting()) == (3, set())
    assert send(later) == [Verdict.KNOWN]
    save(client, walk, opened(client, walk))
    assert (len(what_is_told()[0]), waiting()) == (3, set())


def test_report_of_who_had_not_seen_a_note_lets_it_wait_again(client, site, ranger, evening):
    walk = booked().departure
    client.force_login(ranger)
    early = opened(client, walk)
    late = noted(walk)
    send(late)
    save(client, walk, opened(client, walk))
    assert waiting() == set()
    save(client, walk, early)
    assert (what_is_told(), waiting()) == (([], []), {late.id})
    save(client, walk, opened(client, walk))
    assert what_is_told()[0] == [("amur-leopard", "tracks", 2)]


def test_line_a_writer_empties_is_not_offered_again(client, site, ranger, evening):
    walk = booked().departure
    send(noted(walk))
    client.force_login(ranger)
    save(client, walk, {**opened(client, walk), "sightings-0-species": ""})
    assert (what_is_told(), waiting()) == (([], []), set())


def test_more_notes_than_lines_wait_for_the_next_time(client, site, ranger, evening):
    walk = booked().departure
    send(*[noted(walk, {**LEOPARD, "count": number}) for number in range(1, 33)])
    client.force_login(ranger)
    save(client, walk, opened(client, walk))
    assert (Sighting.objects.count(), len(waiting())) == (30, 2)


def test_hostile_numbers_of_notes_take_nothing(client, site, ranger, evening):
    walk, other = booked().departure, booked(start=START + timedelta(minutes=30)).departure
    note = noted(other)
    send(note)
    client.force_login(ranger)
    values = {"headcount": 1, **lines("incidents"), **lines("sightings")}
    address = reverse("walk_report", args=[walk.pk])
    assert client.post(address, {**values, "notes": "'; --"}).status_code == 200
    save(client, walk, {**values, "notes": str(note.id)})
    assert waiting() == {note.id}


@pytest.mark.concurrency
@pytest.mark.django_db(transaction=True)
def test_note_that_arrives_while_a_report_is_saved_is_told_or_waits(evening):
    walk = booked().departure
    for _round in range(4):
        first, second = noted(walk), noted(walk, FALL)
        send(first)
        told = Told(3, [], [Sighting(species="amur-leopard", sign="tracks", count=2)])
        told = Told(told.headcount, [], told.sightings, frozenset({first.id}) | _taken())
        race(
            lambda told=told: reporting.report_walk(walk.pk, told, SYSTEM),
            lambda second=second: send(second),
            lambda second=second: send(second, device="b"),
        )
        assert waiting() == {second.id}
        reporting.report_walk(walk.pk, Told(3, [], [], told.notes | {second.id}), SYSTEM)
        assert waiting() == set()


def _taken() -> frozenset[UUID]:
    return frozenset(WalkNote.objects.exclude(taken_at=None).values_list("pk", flat=True))


def test_words_of_an_incident_go_with_the_persons(settings):
    walk = booked().departure
    with time_machine.travel(IN_THE_EVENING, tick=False):
        send(noted(walk, FALL), noted(walk))
    days = timedelta(days=settings.BOOKING_RETENTION_DAYS)
    for seconds, text in ((-1, "A fall"), (1, ""), (2, "")):
        with time_machine.travel(START + days + timedelta(seconds=seconds), tick=False):
            call_command("purge_personal_data")
        assert WalkNote.objects.get(what="incident").text == text
    assert AuditEvent.objects.filter(kind="report-erased").count() == 1
    assert WalkNote.objects.get(what="incident").incident == "injury"


def test_officers_of_the_side_are_told_once_of_a_grave_incident(
    client,
    evening,
    django_capture_on_commit_callbacks,
):
    setup_roles()
    for side, language in (("RU", "ru"), ("CN", "zh-hans")):
        for role in ("booking-officer", "moderator", "editor"):
            user = make_staff(role, side, language)
            user.email = f"{role}-{side}@example.org".lower()
            user.save()
    walk = booked("CN").departure
    grave = noted(walk, {**FALL, "severity": "grave", "text": "Anna fell"})
    send(grave, noted(walk, FALL), side="CN")
    with django_capture_on_commit_callbacks(execute=True):
        telling.look()
        telling.look()
        WalkNote.objects.update(told_at=None)  # the process ended before it could note it
        telling.look()
    letters = {letter.to[0]: letter for letter in mail.outbox}
    assert len(mail.outbox) == 2
    assert set(letters) == {"booking-officer-cn@example.org", "moderator-cn@example.org"}
    for letter in letters.values():
        assert letter.subject.startswith("步道上发生重大事件") and "Anna" not in letter.body
    for row in StaffMail.objects.all():  # each link opens for whom it is meant
        client.force_login(row.recipient)
        page = client.get(row.facts["path"])
        assert page.status_code == 200
        assert ("Anna fell" in page.content.decode()) == ("officer" in row.recipient.email)


def note(walk, **fields) -> dict:
    values = {"id": str(UUID(int=3)), "departure": walk.pk, **LEOPARD}
    return {**values, "at": ON_THE_WAY.isoformat(), **fields}


def test_telephone_sends_words_and_notes_at_once(client, site, ranger, evening):
    booking = booked()
    client.force_login(ranger)
    told = {"id": str(UUID(int=4)), **FALL}
    body = sent(word(booking)) | {
        "notes": [note(booking.departure), note(booking.departure, **told)]
    }
    verdicts = {str(UUID(int=number)): "entered" for number in (1, 3, 4)}
    assert post(client, body) == (200, {"verdicts": verdicts})
    data = client.get(reverse("ranger_sheet_data")).json()
    texts = [(one["text"], one["waits"]) for one in data["walks"][0]["noted"]]
    assert set(texts) == {("Amur leopard · tracks · 2", True), ("Injury · serious", True)}
    assert data["species"] == [["amur-leopard", "Amur leopard"]]


@pytest.mark.parametrize(
    "fields",
    [
        {"what": "ufo"},
        {"species": ""},
        {"count": 0},
        {"sign": "smelt"},
        {"departure": 10**30},
        {"at": "then"},
        {"what": "incident"},
        {**FALL, "text": "x" * 1001},
        {**FALL, "severity": "funny"},
        {"id": None},
    ],
)
def test_nonsense_is_refused_whole(client, site, ranger, evening, fields):
    booking = booked()
    client.force_login(ranger)
    body = sent(word(booking)) | {"notes": [note(booking.departure, **fields)]}
    assert post(client, body)[0] == 400
    assert not WalkNote.objects.exists() and not booking.attendance_events.exists()
