"""What devices send later: nothing is lost, nothing is entered twice, nobody's word reaches the other country."""

import json
from datetime import timedelta
from itertools import permutations
from uuid import UUID, uuid4

import pytest
import time_machine
from django.db import DatabaseError, connection, transaction
from django.urls import reverse

from bookings import checkin, late_words, services
from bookings.late_words import Verdict, Word
from bookings.models import Attendance, AttendanceEvent, AuditEvent
from bookings.parties import SYSTEM
from tests.bookings.factories import make_booking, make_departure, make_trail
from tests.bookings.racing import race
from tests.bookings.test_checkin import START, booked, told

pytestmark = pytest.mark.django_db
AT_THE_GATE = START - timedelta(minutes=10)
IN_THE_EVENING = START + timedelta(hours=9)


def noted(booking, kind: str, people: int = 0, **fields) -> Word:
    return Word(
        id=uuid4(), booking=booking.pk, kind=kind, people=people, **{"at": AT_THE_GATE, **fields}
    )


def send(
    *words: Word, side: str = "RU", device: str = "a", sent_at=IN_THE_EVENING
) -> list[Verdict]:
    verdicts = late_words.enter(
        list(words), side=side, device=device, sent_at=sent_at, actor=SYSTEM
    )
    return [verdicts[word.id] for word in words]


def state_of(booking) -> tuple | None:
    row = Attendance.objects.filter(booking=booking).first()
    return row and (row.state, row.people, row.off_trail, row.is_disputed)


def test_words_of_the_day_are_entered_in_the_evening(evening):
    booking = booked()
    came = noted(booking, "arrived", 3)
    back = noted(booking, "back", 3, at=START + timedelta(hours=2))
    assert send(came, back) == [Verdict.ENTERED, Verdict.ENTERED]
    assert state_of(booking) == ("back", 3, 3, False)
    assert Attendance.objects.get().noted_at == START + timedelta(hours=2)
    assert told(booking) == [("checked-in", 3), ("came-back", 3)]


def test_word_sent_again_is_known_and_enters_nothing(evening):
    came = noted(booked(), "arrived", 3)
    assert [send(came), send(came), send(came, device="b")] == [
        [Verdict.ENTERED],
        [Verdict.KNOWN],
        [Verdict.KNOWN],
    ]
    assert AttendanceEvent.objects.count() == 1
    assert Attendance.objects.get().people == 3


def test_two_devices_in_any_order_give_one_state(evening):
    results = set()
    for order in permutations(range(3)):
        booking = booked(start=START + timedelta(minutes=len(results)))
        first = noted(booking, "arrived", 3)
        words = [
            first,
            noted(
                booking, "arrived", 2, replaces=(first.id,), at=AT_THE_GATE + timedelta(minutes=5)
            ),
            noted(booking, "turned-back", 1, at=START + timedelta(hours=1)),
        ]
        for place in order:
            assert send(words[place], device=str(place)) == [Verdict.ENTERED]
        results.add(state_of(booking))
    assert results == {("arrived", 2, 1, False)}


def test_devices_that_disagree_are_both_kept_and_shown(evening):
    booking = booked()
    assert send(noted(booking, "arrived", 3)) == [Verdict.ENTERED]
    assert send(noted(booking, "no-show"), device="b") == [Verdict.ENTERED]
    assert state_of(booking) == ("arrived", 3, 0, True)


def test_party_cancelled_meanwhile_is_noted_as_it_came(evening):
    """The visitor cancelled at home after the list was fetched, and a ranger met somebody all the same."""
    with time_machine.travel(START - timedelta(days=2), tick=False):
        departure = make_departure(make_trail(), starts_at=START)
        booking = make_booking(departure, adults=2).booking
        services.cancel_booking(booking.pk, SYSTEM)
    assert send(noted(booking, "arrived", 2)) == [Verdict.ENTERED]
    assert state_of(booking) == ("arrived", 2, 0, True)


def test_word_about_the_other_country_is_unknown(evening):
    other, own = booked("CN"), booked("RU")
    assert send(noted(other, "no-show"), noted(own, "no-show")) == [
        Verdict.UNKNOWN_PARTY,
        Verdict.ENTERED,
    ]
    assert list(AttendanceEvent.objects.values_list("booking_id", flat=True)) == [own.pk]


def test_word_of_another_day_is_refused(evening):
    assert send(noted(booked(), "no-show", at=START - timedelta(days=1))) == [Verdict.WRONG_DAY]
    assert not AttendanceEvent.objects.exists()


def test_clock_of_a_device_that_is_wrong_is_put_right(evening):
    booking = booked()
    wrong = timedelta(days=400)
    came = noted(booking, "arrived", 3, at=AT_THE_GATE - wrong)
    assert send(came, sent_at=IN_THE_EVENING - wrong) == [Verdict.ENTERED]
    assert AttendanceEvent.objects.get().at == AT_THE_GATE


def test_number_of_a_word_about_another_party_enters_nothing(evening):
    first, second = booked(), booked(start=START + timedelta(minutes=30))
    came = noted(first, "arrived", 3)
    send(came)
    assert send(Word(came.id, second.pk, "arrived", 3, AT_THE_GATE)) == [Verdict.UNKNOWN_PARTY]
    assert state_of(second) is None


def test_word_cannot_be_changed_in_the_database_itself(evening):
    send(noted(booked(), "arrived", 3))
    word = AttendanceEvent.objects.get()
    for change in (word.save, word.delete, AttendanceEvent.objects.all().delete):
        with pytest.raises(TypeError):
            change()
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("UPDATE bookings_attendanceevent SET people = 1")


@pytest.mark.concurrency
@pytest.mark.django_db(transaction=True)
def test_devices_that_send_at_once_enter_every_word_once(evening):
    booking = booked()
    same, other = noted(booking, "arrived", 3), noted(booking, "arrived", 2)
    results = race(*[lambda word=word: send(word) for word in (same, same, other, other)])
    assert sorted(results) == [[Verdict.ENTERED]] * 2 + [[Verdict.KNOWN]] * 2
    assert AttendanceEvent.objects.count() == 2
    assert AuditEvent.objects.filter(kind="checked-in").count() == 2
    assert state_of(booking) == ("arrived", 3, 0, True)


def post(client, body) -> tuple[int, dict]:
    text = body if isinstance(body, str) else json.dumps(body)
    answer = client.post(reverse("ranger_sheet_words"), text, content_type="application/json")
    return answer.status_code, answer.json()


def sent(*words: dict) -> dict:
    return {"device": str(UUID(int=7)), "sent_at": IN_THE_EVENING.isoformat(), "words": list(words)}


def word(party, **fields) -> dict:
    values = {"id": str(UUID(int=1)), "booking": party.pk, "kind": "arrived", "people": 2}
    return {**values, "at": AT_THE_GATE.isoformat(), "replaces": [], **fields}


def test_telephone_sends_and_is_told(client, site, ranger, evening):
    booking = booked()
    client.force_login(ranger)
    assert post(client, sent(word(booking))) == (200, {"verdicts": {str(UUID(int=1)): "entered"}})
    entered = AttendanceEvent.objects.get()
    assert (entered.actor_name, entered.device) == (ranger.username, str(UUID(int=7)))


@pytest.mark.parametrize(
    "fields",
    [
        {"people": -1},
        {"people": "<script>"},
        {"people": 0},
        {"kind": "no-show"},
        {"kind": "eaten"},
        {"id": "1"},
        {"booking": 0},
        {"booking": 10**30},
        {"at": "yesterday"},
        {"replaces": ["x"]},
        {"replaces": 5},
    ],
)
def test_nonsense_is_refused_whole(client, site, ranger, evening, fields):
    booking = booked()
    client.force_login(ranger)
    good = word(booking, id=str(UUID(int=2)))
    assert post(client, sent(good, word(booking, **fields)))[0] == 400
    assert not AttendanceEvent.objects.exists()


@pytest.mark.parametrize("body", ["", "[]", "5", '{"words": 5}', '{"words": []}', "\x00"])
def test_what_is_no_list_of_words_is_refused(client, site, ranger, body):
    client.force_login(ranger)
    assert post(client, body)[0] == 400


def test_data_are_those_of_the_own_country(client, site, ranger, evening):
    own = booked()
    booked("CN")
    client.force_login(ranger)
    data = client.get(reverse("ranger_sheet_data"))
    assert [p["reference"] for walk in data.json()["walks"] for p in walk["parties"]] == [
        own.reference
    ]
    assert data.json()["owner"] == ranger.username
    assert "no-store" in data.headers["Cache-Control"]


def test_page_that_telephones_keep_names_nobody(client, site, ranger, evening):
    own = booked()
    client.force_login(ranger)
    for name in ("ranger_sheet", "ranger_worker", "ranger_manifest"):
        text = client.get(reverse(name)).content.decode()
        assert own.name not in text and own.reference not in text and ranger.username not in text


@pytest.mark.parametrize(
    "name",
    ["ranger_sheet", "ranger_sheet_data", "ranger_worker", "ranger_manifest", "ranger_paper"],
)
def test_nobody_else_opens_the_sheet(client, site, make_officer, name):
    client.force_login(make_officer("RU"))
    assert client.get(reverse(name)).status_code in (302, 403)


def test_reading_the_words_of_a_party_finds_it_on_the_screen(client, site, ranger, evening):
    booking = booked()
    booked(start=START + timedelta(hours=1))
    client.force_login(ranger)
    for typed in (booking.reference, booking.reference.lower(), "sample vis"):
        page = client.get(reverse("check_in"), {"q": typed}).content.decode()
        assert booking.reference in page
    assert (
        "No party with this number"
        in client.get(reverse("check_in"), {"q": "zzz"}).content.decode()
    )


def test_screen_shows_what_rangers_disagree_about(client, site, ranger, evening):
    booking = booked()
    send(noted(booking, "arrived", 3))
    send(noted(booking, "no-show"), device="b")
    client.force_login(ranger)
    assert "Rangers disagree:" in client.get(reverse("check_in")).content.decode()
    client.post(reverse("check_in"), {"booking": booking.pk, "action": "in", "people": 3})
    assert state_of(booking) == ("arrived", 3, 0, False)


def test_part_of_a_party_turns_back(client, site, ranger, evening):
    booking = booked()
    checkin.check_in(booking.pk, 3, SYSTEM)
    client.force_login(ranger)
    client.post(reverse("check_in"), {"booking": booking.pk, "action": "turned-back", "people": 1})
    assert state_of(booking) == ("arrived", 3, 1, False)
    client.post(reverse("check_in"), {"booking": booking.pk, "action": "back"})
    assert state_of(booking) == ("back", 3, 3, False)


def test_sheet_names_the_persons_where_a_rule_asked_for_them(client, site, ranger, evening):
    booking = booked()
    booking.participants.create(
        number=1, band="child", group="RU", name="ANNA SAMPLE", name_original="Анна Образцова"
    )
    client.force_login(ranger)
    (walk,) = client.get(reverse("ranger_sheet_data")).json()["walks"]
    assert walk["parties"][0]["persons"] == [
        "ANNA SAMPLE · Анна Образцова · child · citizens of Russia"
    ]
    for name in ("check_in", "ranger_paper"):
        assert "ANNA SAMPLE" in client.get(reverse(name)).content.decode()
