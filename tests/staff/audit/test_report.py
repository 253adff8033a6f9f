"""Who did what: over all logs, and of the other side's bookings nothing."""

import pytest
from django.urls import reverse
from django.utils import timezone
from wagtail.log_actions import log

from bookings.models import ActorKind, AuditEvent, EventKind
from content.cameratraps.models import Event
from tests.staff.approving.test_approval import act, submit, write
from tests.staff.factories import make_area, make_departure, make_message, make_staff

REPORT = "/staff/reports/who-did-what/"


def make_event(side: str, by: str = "") -> AuditEvent:
    departure = make_departure(side)
    return AuditEvent.objects.create(
        kind=EventKind.DEPARTURE_ADDED,
        actor_kind=ActorKind.STAFF,
        actor_name=by,
        departure=departure,
        at=timezone.now(),
        details={"capacity": 5},
    )


def lines(client, **asked) -> list:
    return list(client.get(REPORT, asked).context["object_list"])


@pytest.fixture
def history(staffed, client) -> dict:
    """What happens on a day: an approval of one side, a departure of each, a changed fact."""
    officer, moderator = make_staff("booking-officer", "CN"), make_staff("moderator", "RU", "ru")
    page = submit(write(staffed["visit"]["en"], "Ticks"), make_staff("editor", "CN"))
    act(client, page, moderator, comment="Хорошо")
    area = make_area("RU")
    log(instance=area, action="wagtail.edit", user=moderator)
    return {
        "moderator": moderator,
        "officer": officer,
        "area": area,
        "events": {"RU": make_event("RU"), "CN": make_event("CN", officer.username)},
    }


def test_moderator_sees_pages_and_facts_and_no_booking(client, history):
    client.force_login(history["moderator"])
    shown = lines(client)
    things = {line.thing for line in shown}
    assert {"Ticks", str(history["area"])} <= things
    assert ("Одобрить от одной стороны", "Российская сторона · Хорошо") in {
        (line.what, line.note) for line in shown
    }
    assert not things & {str(event.departure.trail) for event in history["events"].values()}


@pytest.mark.parametrize(("own", "other"), [("RU", "CN"), ("CN", "RU")])
@pytest.mark.parametrize("asked", [{}, {"side": "RU"}, {"side": "CN"}, {"kind": "bookings"}])
def test_other_sides_bookings_are_out_of_reach(client, history, own, other, asked):
    client.force_login(make_staff("booking-officer", own))
    things = {line.thing for line in lines(client, **asked)}
    assert str(history["events"][other].departure.trail) not in things
    if asked.get("side") != other:
        assert str(history["events"][own].departure.trail) in things
    export = b"".join(client.get(REPORT, asked | {"export": "csv"}).streaming_content).decode()
    assert str(history["events"][other].departure.trail) not in export


@pytest.mark.parametrize("role", ["editor", "translator", "photo-curator", "education-officer"])
@pytest.mark.parametrize("address", [REPORT, "/staff/reports/site-history/"])
def test_log_is_not_everybodys_business(staffed, client, role, address):
    client.force_login(make_staff(role, "RU"))
    assert client.get(address).url == "/staff/"


def test_administrator_sees_everything_but_a_visitors_name(client, history):
    admin = make_staff("administrator")
    message = make_message("RU")
    message.name = "Visitor Nameless"
    log(instance=message, action="wagtail.delete", user=admin)
    client.force_login(admin)
    things = {line.thing for line in lines(client)}
    assert {str(event.departure.trail) for event in history["events"].values()} <= things
    assert f"№ {message.pk}" in things
    assert not any("Nameless" in thing for thing in things)


@pytest.mark.parametrize(("own", "other"), [("RU", "CN"), ("CN", "RU")])
@pytest.mark.parametrize("asked", [{}, {"kind": "records"}, {"side": "RU"}, {"side": "CN"}])
def test_other_sides_messages_are_out_of_reach(staffed, client, own, other, asked):
    """What one side alone may open (a visitor's message) leaves no line with the other; facts of both do."""
    messages = {side: make_message(side) for side in (own, other)}
    deleted, area = make_message(other), make_area(other)
    for thing in (*messages.values(), deleted, area):
        log(instance=thing, action="wagtail.edit", user=make_staff("moderator", other))
    number = deleted.pk
    deleted.delete()
    client.force_login(make_staff("moderator", own))
    things = {line.thing for line in lines(client, **asked)}
    assert not things & {f"№ {messages[other].pk}", f"№ {number}"}
    if asked.get("side") != own:  # who did it was of the other side
        assert {f"№ {messages[own].pk}", str(area)} <= things
    export = b"".join(client.get(REPORT, asked | {"export": "csv"}).streaming_content).decode()
    assert f"№ {messages[other].pk}" not in export


def test_filters_by_person_side_and_day(client, history):
    client.force_login(make_staff("administrator"))
    officer, moderator = history["officer"], history["moderator"]
    assert {line.who for line in lines(client, person=officer.pk)} == {officer.username}
    assert {line.side for line in lines(client, side="RU")} == {"Russian side"}
    assert {line.who for line in lines(client, person=moderator.pk, kind="pages")} == {
        moderator.username
    }
    assert lines(client, day_from="2020-01-01", day_to="2020-01-02") == []
    assert lines(client, day_from=timezone.localdate().isoformat())


@pytest.mark.parametrize(
    "asked", [{"person": "1 OR 1=1"}, {"day_from": "morgen"}, {"kind": "x"}, {"p": "-9"}]
)
def test_nonsense_is_answered(client, history, asked):
    client.force_login(history["moderator"])
    assert client.get(REPORT, asked).status_code in (200, 404)


def test_decisions_on_footage_are_in_the_log(staffed, client):
    from content.cameratraps.services import release_event
    from tests.cameratraps.factories import SAID
    from tests.cameratraps.factories import make_event as make_visit

    curator = make_staff("photo-curator", "CN", "zh-hans")
    release_event(make_visit(released=False), curator, **SAID)
    client.force_login(make_staff("moderator", "CN", "zh-hans"))
    assert ("许可公开", f"中方 · {SAID['reason']}") in {
        (line.what, line.note) for line in lines(client, kind="records")
    }
    assert Event.objects.count() == 1


@pytest.mark.parametrize("size", [1, 3])
def test_asks_the_same_however_long_the_log_is(client, history, django_assert_num_queries, size):
    for _number in range(size):
        make_event("CN", history["officer"].username)
        log(instance=history["area"], action="wagtail.edit", user=history["moderator"])
    client.force_login(make_staff("administrator"))
    client.get(REPORT)
    with django_assert_num_queries(QUERIES):
        client.get(REPORT)


def test_export_to_a_spreadsheet(client, history):
    client.force_login(history["moderator"])
    answer = client.get(REPORT, {"export": "xlsx"})
    assert answer["Content-Type"].endswith("spreadsheetml.sheet")
    csv = b"".join(client.get(REPORT, {"export": "csv"}).streaming_content).decode("utf-8-sig")
    assert csv.splitlines()[0].startswith("Время,Кто,Сторона,Что")
    assert reverse("wagtailadmin_home") == "/staff/"


QUERIES = 21
