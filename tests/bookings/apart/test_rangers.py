"""Rangers and officers where the bookings of the two sides lie apart: each side's words, alarms and numbers at home."""

from datetime import timedelta
from uuid import uuid4

import pytest
import time_machine
from django.core.management import call_command
from django.utils import timezone

from bookings import checkin, databases, late_words, reporting
from bookings.late_words import Verdict, Word
from bookings.models import AttendanceEvent, Incident, OverdueAlarm
from bookings.overdue import overdue_departures
from bookings.parties import SYSTEM
from bookings.ranger_sheet import walks_at_hand
from bookings.reporting import Told
from bookings.statistics import walk_statistics
from staff.granting import setup_roles
from staff.mailing.models import StaffMail
from staff.overdue import telling
from tests.bookings.factories import make_booking
from tests.staff.factories import make_staff

pytestmark = pytest.mark.django_db(databases="__all__")
SIDES = ("RU", "CN")


@pytest.fixture
def parties(walks) -> dict:
    return {side: make_booking(walk, adults=2).booking for side, walk in walks.items()}


def of_each_side(model) -> dict:
    return {side: model.objects.using(databases.alias_of(side)).count() for side in SIDES}


def test_words_stay_with_the_side_of_the_party(walks, parties):
    with time_machine.travel(walks["RU"].starts_at, tick=False):
        now = timezone.now()
        words = [Word(uuid4(), party.pk, "arrived", 2, now) for party in parties.values()]
        for side, found in (("RU", 1), ("", 2)):
            heard = late_words.enter(words, side=side, device="", sent_at=now, actor=SYSTEM)
            assert sum(one != Verdict.UNKNOWN_PARTY for one in heard.values()) == found
        assert of_each_side(AttendanceEvent) == {"RU": 1, "CN": 1}
        assert {side: len(walks_at_hand(side, now)) for side in ("RU", "CN", "")} == {
            "RU": 1,
            "CN": 1,
            "": 2,
        }


def test_alarms_and_reports_stay_with_their_side(walks, parties):
    with time_machine.travel(walks["RU"].starts_at, tick=False):
        for party in parties.values():
            checkin.check_in(party.pk, 2, SYSTEM)
    with time_machine.travel(walks["RU"].starts_at + timedelta(hours=9), tick=False):
        assert len(list(overdue_departures(timezone.now()))) == 2
        assert [telling.look(), telling.look()] == [(2, 0), (0, 0)]
        assert of_each_side(OverdueAlarm) == {"RU": 1, "CN": 1}
        for side, party in parties.items():
            checkin.note_return(party.pk, SYSTEM)
            told = Told(2, [Incident(kind="lost", severity="minor", text="x")])
            reporting.report_walk(walks[side].pk, told, SYSTEM)
        assert telling.look() == (0, 2)
        day = walks["RU"].local_day
        period = (day - timedelta(days=1), day + timedelta(days=1))
        assert [line.present for line in walk_statistics("CN", *period)] == [2]
        assert [line.present for line in walk_statistics("", *period)] == [2, 2]
    with time_machine.travel(walks["RU"].starts_at + timedelta(days=400), tick=False):
        call_command("purge_personal_data")
    with databases.in_charge(databases.alias_of("CN")):
        assert Incident.objects.get().text == ""


def test_nobody_is_told_twice_of_an_alarm_whose_database_forgot_it(walks, parties):
    """Between the main database, which holds the mails, and the side's a process may end at any moment."""
    setup_roles()
    officers = {}
    for side in SIDES:
        officers[side] = make_staff("booking-officer", side)
        officers[side].email = f"officer-{side}@example.org".lower()
        officers[side].save()
    with time_machine.travel(walks["RU"].starts_at, tick=False):
        for party in parties.values():
            checkin.check_in(party.pk, 2, SYSTEM)
    with time_machine.travel(walks["RU"].starts_at + timedelta(hours=9), tick=False):
        assert telling.look() == (2, 0)
        for side in SIDES:
            OverdueAlarm.objects.using(databases.alias_of(side)).update(told_at=None)
        assert telling.look() == (0, 0)
    assert set(StaffMail.objects.values_list("recipient__email", "sent_at")) == {
        ("officer-ru@example.org", None),
        ("officer-cn@example.org", None),
    }
    assert StaffMail.objects.count() == 2
    assert of_each_side(OverdueAlarm) == {"RU": 1, "CN": 1}
