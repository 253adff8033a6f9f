"""People who are not back in time: told once to those who can do something, and again when they are."""

from datetime import timedelta

import pytest
import time_machine
from django.core import mail
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone

from bookings import checkin
from bookings.models import AttendanceKind, AuditEvent, EventKind, OverdueAlarm
from bookings.overdue import overdue_departures
from bookings.parties import SYSTEM
from staff.desk.desk import desk_of
from staff.mailing.models import MailPreference, Rhythm, StaffMail
from staff.overdue import telling
from tests.bookings.test_checkin import START, booked
from tests.staff.factories import make_staff

pytestmark = pytest.mark.django_db
END = START + timedelta(minutes=90)
LIMIT = END + timedelta(minutes=60)


def look(at) -> tuple[int, int]:
    with time_machine.travel(at, tick=False):
        return telling.look()


def arrived(side: str = "RU", start=START):
    booking = booked(side, start)
    with time_machine.travel(start, tick=False):
        checkin.check_in(booking.pk, 3, SYSTEM)
    return booking


def returned(booking, at, kind=AttendanceKind.BACK, people=None) -> None:
    with time_machine.travel(at, tick=False):
        checkin.note_return(booking.pk, SYSTEM, kind, people)


@pytest.fixture
def officers(staffed):
    """An officer, a moderator, a ranger and an editor of each side, each reading another language."""
    made = {}
    for side, language in (("RU", "ru"), ("CN", "zh-hans")):
        for role in ("booking-officer", "moderator", "ranger", "editor"):
            user = make_staff(role, side, language)
            user.email = f"{role}-{side}@example.org".lower()
            user.save()
            made[role, side] = user
    return made


def told() -> dict[str, str]:
    return {letter.to[0]: letter.subject for letter in mail.outbox}


@pytest.mark.parametrize(("seconds", "raised"), [(-1, 0), (0, 1), (3600, 1)])
def test_alarm_comes_when_the_margin_is_over(officers, seconds, raised):
    arrived()
    assert look(LIMIT + timedelta(seconds=seconds)) == (raised, 0)


def test_margin_is_what_the_operator_sets(officers, settings):
    settings.OVERDUE_MARGIN_MINUTES = 15
    arrived()
    assert look(END + timedelta(minutes=15)) == (1, 0)


@pytest.mark.parametrize(
    ("side", "subject"),
    [
        ("RU", "Не вернулись с тропы: Тропа RU"),
        ("CN", "步道上有人未返回：步道 CN"),
    ],
)
def test_officers_and_moderators_of_the_side_are_told_once_in_their_language(
    officers, side, subject, django_capture_on_commit_callbacks
):
    arrived(side)
    late = time_machine.travel(LIMIT + timedelta(hours=1), tick=False)
    with late, django_capture_on_commit_callbacks(execute=True):
        assert [telling.look(), telling.look()] == [(1, 0), (0, 0)]
    assert set(told()) == {
        f"booking-officer-{side}@example.org".lower(),
        f"moderator-{side}@example.org".lower(),
    }
    assert all(one.startswith(subject) for one in told().values())
    texts = " ".join(letter.body for letter in mail.outbox)
    assert "Sample Visitor" not in texts and "+7914" not in texts


def test_mail_the_server_refuses_is_still_owed(
    officers, settings, django_capture_on_commit_callbacks
):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1
    arrived()
    with time_machine.travel(LIMIT, tick=False), django_capture_on_commit_callbacks(execute=True):
        telling.look()
    assert StaffMail.objects.filter(sent_at=None).count() == 2


def test_who_wants_no_mails_is_told_of_people_in_danger(officers):
    MailPreference.objects.create(user=officers["booking-officer", "RU"], rhythm=Rhythm.NEVER)
    MailPreference.objects.create(user=officers["moderator", "RU"], rhythm=Rhythm.DAILY)
    arrived()
    look(LIMIT)
    assert list(StaffMail.objects.values_list("in_digest", flat=True)) == [False, False]


@pytest.mark.parametrize(
    "kind", [AttendanceKind.BACK, AttendanceKind.LEFT, AttendanceKind.TURNED_BACK]
)
def test_alarm_ends_when_everybody_is_off_the_trail(officers, kind):
    booking = arrived()
    look(LIMIT)
    returned(booking, LIMIT + timedelta(minutes=5), kind)
    assert look(LIMIT + timedelta(minutes=6)) == (0, 1)
    assert look(LIMIT + timedelta(minutes=7)) == (0, 0)
    kinds = list(
        AuditEvent.objects.filter(booking=None).order_by("pk").values_list("kind", flat=True)
    )
    assert kinds == [EventKind.OVERDUE, EventKind.OVERDUE_ENDED]


def test_alarm_lasts_while_one_is_out_there(officers):
    booking = arrived()
    look(LIMIT)
    returned(booking, LIMIT, AttendanceKind.TURNED_BACK, 2)
    assert look(LIMIT + timedelta(minutes=6)) == (0, 0)
    assert OverdueAlarm.objects.get().ended_at is None


@pytest.mark.parametrize("note", ["nobody looked", "no show", "back"])
def test_who_is_not_on_the_trail_is_not_overdue(officers, note):
    booking = arrived() if note == "back" else booked()
    if note == "back":
        returned(booking, END)
    elif note == "no show":
        with time_machine.travel(START, tick=False):
            checkin.note_absence(booking.pk, SYSTEM)
    assert look(LIMIT + timedelta(hours=1)) == (0, 0)


def test_desk_and_sheet_show_the_own_country_in_red(officers, client):
    arrived()
    arrived("CN")
    with time_machine.travel(LIMIT + timedelta(minutes=1), tick=False):
        for side in ("RU", "CN"):
            for role in ("booking-officer", "moderator", "ranger"):
                first = desk_of(officers[role, side]).lists[0]
                assert (first.key, [(row.title, row.tone) for row in first.rows]) == (
                    "overdue",
                    [(f"Trail {side}", "danger")],
                )
            assert "overdue" not in {one.key for one in desk_of(officers["editor", side]).lists}
        client.force_login(officers["ranger", "RU"])
        page = client.get(reverse("check_in")).content.decode()
        assert page.count("staff-checkin__walk--overdue") == 1


def test_walk_of_long_ago_is_looked_for_no_more(officers):
    arrived()
    with time_machine.travel(START + timedelta(days=4), tick=False):
        assert list(overdue_departures(timezone.now())) == []


def test_command_says_what_it_did(officers, capsys):
    arrived()
    with time_machine.travel(LIMIT, tick=False):
        call_command("look_for_overdue")
    assert capsys.readouterr().out == "1 alarms raised, 0 ended.\n"


def test_who_is_interrupted_after_telling_tells_nobody_twice(officers):
    """The mails lie in the main database, the alarm perhaps in another: no transaction holds both."""
    booking = arrived()
    look(LIMIT)
    OverdueAlarm.objects.update(told_at=None)  # the process ended before it could note it
    assert look(LIMIT + timedelta(minutes=1)) == (0, 0)
    assert StaffMail.objects.count() == 2
    returned(booking, LIMIT + timedelta(minutes=5))
    look(LIMIT + timedelta(minutes=6))
    OverdueAlarm.objects.update(end_told_at=None)
    look(LIMIT + timedelta(minutes=7))
    assert StaffMail.objects.count() == 4


def test_who_is_interrupted_before_telling_tells_the_next_time(officers, monkeypatch):
    def dies(*_args) -> None:
        raise OSError

    arrived()
    with monkeypatch.context() as meanwhile:
        meanwhile.setattr(telling, "tell_officers", dies)
        with pytest.raises(OSError):
            look(LIMIT)
    assert (OverdueAlarm.objects.count(), StaffMail.objects.count()) == (1, 0)
    assert look(LIMIT + timedelta(minutes=1)) == (0, 0)
    assert StaffMail.objects.count() == 2


def test_a_second_alarm_of_the_same_walk_is_told_anew(officers):
    booking = arrived()
    look(LIMIT)
    returned(booking, LIMIT + timedelta(minutes=5))
    look(LIMIT + timedelta(minutes=6))
    with time_machine.travel(LIMIT + timedelta(minutes=7), tick=False):
        checkin.take_back(booking.pk, SYSTEM)
        checkin.check_in(booking.pk, 3, SYSTEM)
    assert look(LIMIT + timedelta(minutes=8)) == (1, 0)
    assert StaffMail.objects.count() == 6
