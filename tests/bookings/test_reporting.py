"""After the walk: what is told of it, who may tell and read it, and the numbers that are left when names are gone."""

from datetime import date, timedelta
from io import BytesIO

import pytest
import time_machine
from django.core.management import call_command
from django.urls import reverse
from openpyxl import load_workbook

from bookings import checkin, reporting, retention
from bookings.errors import DepartureCancelled
from bookings.models import (
    AuditEvent,
    Booking,
    CancelReason,
    Departure,
    DepartureState,
    Incident,
    Sighting,
    WalkReport,
)
from bookings.parties import SYSTEM
from bookings.reporting import Told
from bookings.services import cancel_departure
from bookings.staff_errors import NotYetWalked
from bookings.statistics import together, walk_statistics
from tests.bookings.factories import make_booking, make_departure, make_trail
from tests.bookings.test_checkin import START, booked

pytestmark = pytest.mark.django_db
AFTER = START + timedelta(hours=3)
MAY = (date(2027, 5, 1), date(2027, 5, 31))


def told(headcount: int = 3) -> Told:
    return Told(
        headcount,
        [Incident(kind="injury", severity="minor", text="Anna fell")],
        [Sighting(species="amur-leopard", sign="tracks", count=1)],
    )


@pytest.fixture
def afterwards():
    with time_machine.travel(AFTER, tick=False):
        yield


def test_report_says_that_the_walk_took_place(afterwards):
    walk = booked().departure
    reporting.report_walk(walk.pk, told(), SYSTEM)
    assert Departure.objects.get(pk=walk.pk).state == DepartureState.COMPLETED
    assert (Incident.objects.count(), Sighting.objects.count()) == (1, 1)
    assert AuditEvent.objects.get(kind="reported").details == {"people": 3, "incidents": 1}


def test_report_of_nobody_leaves_the_walk_open(afterwards):
    walk = booked().departure
    reporting.report_walk(walk.pk, Told(0), SYSTEM)
    assert Departure.objects.get(pk=walk.pk).state == DepartureState.OPEN


def test_report_written_again_replaces_the_first(afterwards):
    walk = booked().departure
    reporting.report_walk(walk.pk, told(), SYSTEM)
    reporting.report_walk(walk.pk, Told(2), SYSTEM)
    assert WalkReport.objects.get().headcount == 2
    assert (Incident.objects.count(), Sighting.objects.count()) == (0, 0)


def test_walk_to_come_has_no_report():
    walk = booked().departure
    with time_machine.travel(START - timedelta(hours=1), tick=False), pytest.raises(NotYetWalked):
        reporting.report_walk(walk.pk, told(), SYSTEM)


def test_walk_called_off_has_no_report():
    walk = booked().departure
    with time_machine.travel(START - timedelta(hours=1), tick=False):
        cancel_departure(walk.pk, CancelReason.FIRE, SYSTEM)
    with time_machine.travel(AFTER, tick=False), pytest.raises(DepartureCancelled):
        reporting.report_walk(walk.pk, told(), SYSTEM)


def lines(name: str, *rows: dict, total: int = 2) -> dict:
    values = {f"{name}-TOTAL_FORMS": total, f"{name}-INITIAL_FORMS": 0}
    for number, row in enumerate(rows):
        values |= {f"{name}-{number}-{key}": value for key, value in row.items()}
    return values


def test_ranger_fills_in_the_report(client, site, ranger, leopard, afterwards):
    booking = booked()
    with time_machine.travel(START, tick=False):
        checkin.check_in(booking.pk, 3, SYSTEM)
    client.force_login(ranger)
    address = reverse("walk_report", args=[booking.departure_id])
    assert 'value="3"' in client.get(address).content.decode()  # what was noted at the gate
    values = {
        "headcount": 2,
        **lines("incidents", {"kind": "lost", "severity": "serious", "text": "For an hour"}),
        **lines("sightings", {"species": "amur-leopard", "sign": "tracks", "count": 2}),
    }
    assert client.post(address, values).url == reverse("check_in")
    report = WalkReport.objects.get()
    assert (report.headcount, report.author_name) == (2, ranger.username)
    assert list(report.incidents.values_list("kind", "severity", "text")) == [
        ("lost", "serious", "For an hour")
    ]
    assert list(report.sightings.values_list("species", "sign", "count")) == [
        ("amur-leopard", "tracks", 2)
    ]


def test_officer_reads_the_report_on_the_screen_of_the_walk(
    client, site, make_officer, leopard, afterwards
):
    walk = booked().departure
    reporting.report_walk(walk.pk, told(), SYSTEM)
    client.force_login(make_officer("RU"))
    page = client.get(reverse("departure:inspect", args=[walk.pk])).content.decode()
    assert "Amur leopard · tracks · 1" in page and "Anna fell" in page


@pytest.mark.parametrize(
    "wrong",
    [
        {"headcount": -1},
        {"headcount": ""},
        {"incidents-0-text": "no kind"},
        {"sightings-0-species": "unicorn"},
        {"sightings-0-species": "amur-leopard", "sightings-0-count": 0},
    ],
)
def test_wrong_report_is_kept_on_the_page_and_writes_nothing(
    client, site, ranger, leopard, afterwards, wrong
):
    client.force_login(ranger)
    values = {"headcount": 2, **lines("incidents"), **lines("sightings"), **wrong}
    answer = client.post(reverse("walk_report", args=[booked().departure_id]), values)
    assert (answer.status_code, WalkReport.objects.count()) == (200, 0)
    assert "help-critical" in answer.content.decode()


def test_walk_of_the_other_country_is_not_found(client, site, ranger, afterwards):
    client.force_login(ranger)
    address = reverse("walk_report", args=[booked("CN").departure_id])
    assert client.get(address).status_code == 404
    values = {"headcount": 2, **lines("incidents"), **lines("sightings")}
    assert client.post(address, values).status_code == 404


def test_text_of_an_incident_goes_with_the_persons_and_its_kind_stays(settings):
    booking = booked()
    with time_machine.travel(AFTER, tick=False):
        reporting.report_walk(booking.departure_id, told(), SYSTEM)
    days = timedelta(days=settings.BOOKING_RETENTION_DAYS)
    with time_machine.travel(START + days - timedelta(minutes=1), tick=False):
        call_command("purge_personal_data")
        assert Incident.objects.get().text == "Anna fell"
    with time_machine.travel(START + days + timedelta(minutes=1), tick=False):
        call_command("purge_personal_data")
        call_command("purge_personal_data")
    incident = Incident.objects.get()
    assert (incident.kind, incident.text) == ("injury", "")
    assert AuditEvent.objects.filter(kind="report-erased").count() == 1


def a_month(side: str = "RU"):
    """Two walks of May, one called off: parties that came, came in part, and did not come; one that waited."""
    with time_machine.travel(START - timedelta(days=9), tick=False):
        trail = make_trail(side)
        walk = make_departure(trail, starts_at=START, capacity=6)
        came = make_booking(walk, adults=3, language="ru").booking
        absent = make_booking(walk, adults=2, language="zh-hans").booking
        other = make_departure(trail, starts_at=START + timedelta(days=1), capacity=4)
        off = make_departure(trail, starts_at=START + timedelta(days=2))
        cancel_departure(off.pk, CancelReason.FIRE, SYSTEM)
    with time_machine.travel(START, tick=False):
        checkin.check_in(came.pk, 2, SYSTEM)
        checkin.note_absence(absent.pk, SYSTEM)
    return walk, other


def numbers(line) -> dict:
    names = ("walks", "cancelled", "capacity", "booked", "load", "present", "missing", "incidents")
    return {name: getattr(line, name) for name in names} | {"languages": dict(line.languages)}


EXPECTED = {
    "walks": 2,
    "cancelled": 1,
    "capacity": 10,
    "booked": 5,
    "load": 50,
    "present": 2,
    "missing": 3,
    "incidents": 0,
    "languages": {"ru": 3, "zh-hans": 2},
}


def test_statistics_count_the_own_country(site):
    a_month()
    a_month("CN")
    (line,) = walk_statistics("RU", *MAY)
    assert (line.month, line.trail) == (date(2027, 5, 1), "Trail RU")
    assert numbers(line) == EXPECTED
    assert walk_statistics("RU", date(2027, 6, 1), date(2027, 6, 30)) == []


def test_head_count_of_a_report_outweighs_the_gate(site):
    walk, _other = a_month()
    with time_machine.travel(AFTER, tick=False):
        reporting.report_walk(walk.pk, told(4), SYSTEM)
    (line,) = walk_statistics("RU", *MAY)
    assert numbers(line) == {**EXPECTED, "present": 4, "incidents": 1}


def test_numbers_outlive_the_persons(site):
    a_month()
    with time_machine.travel(START + timedelta(days=400), tick=False):
        assert retention.erase_due() == Booking.objects.count()
    assert [numbers(line) for line in walk_statistics("RU", *MAY)] == [EXPECTED]


def test_sum_of_nothing_is_nothing():
    assert together([]).booked == 0 and together([]).load is None


@pytest.mark.parametrize("size", [1, 3])
def test_statistics_ask_the_same_for_one_walk_as_for_three(django_assert_num_queries, size):
    for number in range(size):
        booked(start=START + timedelta(days=number))
    with django_assert_num_queries(8):
        walk_statistics("RU", *MAY)


def test_officer_downloads_the_table(client, site, make_officer):
    a_month()
    client.force_login(make_officer("RU"))
    period = {"first": "2027-05-01", "last": "2027-05-31"}
    page = client.get(reverse("walk_statistics"), period).content.decode()
    assert "Trail RU" in page and "May 2027" in page
    sheet = client.get(reverse("walk_statistics"), {**period, "export": "xlsx"})
    rows = list(load_workbook(BytesIO(b"".join(sheet.streaming_content))).active.values)
    assert rows[1][:11] == ("May 2027", "Trail RU", 2, 1, 10, 5, 50, 2, 3, 0, 0)
    assert rows[1][11:] == (0, 3, 2)
    csv = client.get(reverse("walk_statistics"), {**period, "export": "csv"})
    assert "May 2027,Trail RU,2,1,10,5,50,2,3,0,0,0,3,2" in b"".join(csv.streaming_content).decode()


@pytest.mark.parametrize("period", [{"first": "x"}, {"first": "2027-05-02", "last": "2027-05-01"}])
def test_wrong_period_is_said(client, site, make_officer, period):
    client.force_login(make_officer("RU"))
    answer = client.get(reverse("walk_statistics"), {**period, "export": "csv"})
    assert "help-critical" in answer.content.decode()


def test_ranger_reads_no_statistics(client, site, ranger):
    client.force_login(ranger)
    assert client.get(reverse("walk_statistics")).status_code in (302, 403)
