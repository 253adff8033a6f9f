"""The sample departures: 90 days ahead whenever they are loaded, some full, some nearly, nothing twice."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from bookings import demo
from bookings.models import (
    Attendance,
    AttendanceState,
    Booking,
    Departure,
    OutboxMail,
    Participant,
    PermitCase,
    TravelDocument,
)
from bookings.queries import needing_decision
from bookings.ranger_sheet import walks_at_hand
from bookings.reconciliation import differences
from content.demo.loading.sample import Sample
from tests.bookings.factories import make_trail
from tests.trails.factories import make_entry_zone

pytestmark = pytest.mark.django_db


def test_sample_departures(time_machine):
    time_machine.move_to("2027-05-10T03:00:00+00:00")
    for side, slug in (("RU", "leopard-trail"), ("CN", "jingxin")):
        make_trail(side, slug=slug)
    demo.load(Sample())
    departures = Departure.objects.with_trail().filter(starts_at__gt=timezone.now())
    now = timezone.now()
    assert {departure.trail.slug for departure in departures} == {"leopard-trail", "jingxin"}
    assert all(now < d.starts_at <= now + timedelta(days=91) for d in departures)
    assert max(d.starts_at for d in departures) > now + timedelta(days=85)
    statuses = {departure.status.value for departure in departures}
    assert {"open", "few", "full"} <= statuses
    assert all(departure.is_sample for departure in departures)
    assert all(
        email.endswith("@example.org") for email in Booking.objects.values_list("email", flat=True)
    )
    assert differences() == []
    assert OutboxMail.objects.count() == 0
    before = Departure.objects.count(), Booking.objects.count()
    demo.load(Sample())
    assert (Departure.objects.count(), Booking.objects.count()) == before
    time_machine.move_to("2027-05-17T03:00:00+00:00")
    demo.load(Sample())
    # The patterns reach a week further; today and tomorrow have their own walks again.
    assert Departure.objects.count() == before[0] + 8 + 2


def test_sample_closure_holds_from_the_day_of_loading_and_leaves_bookings_to_be_decided(
    time_machine,
):
    time_machine.move_to("2027-02-10T03:00:00+00:00")
    trail = make_trail("CN", slug="jingxin")
    demo.load(Sample())
    demo.load(Sample())
    (closure,) = trail.closures.all()
    assert (closure.starts_on, closure.ends_on) == (date(2027, 2, 10), date(2027, 2, 15))
    closed = Departure.objects.filter(trail=trail, starts_at__date__lte=closure.ends_on)
    assert sum(departure.places_taken for departure in closed) > 0
    assert set(needing_decision(Departure.objects.all(), timezone.now())) == {
        one for one in closed if one.places_taken
    }


@pytest.mark.parametrize(
    ("side", "slug", "walks"), [("RU", "leopard-trail", 2), ("CN", "fangchuan", 3)]
)
def test_sample_walks_of_today_and_tomorrow_have_parties(time_machine, side, slug, walks):
    time_machine.move_to("2027-05-10T09:00:00+00:00")  # the walks of today have begun
    make_trail(side, slug=slug)
    demo.load(Sample())
    sheet = walks_at_hand(side, timezone.now())
    assert [(walk.day, len(walk.parties) > 1) for walk in sheet] == [
        *[(0, True)] * (walks - 1),
        (1, True),
    ]
    at_hand = list(Departure.objects.filter(pk__in=[walk.id for walk in sheet]))
    arrived = Attendance.objects.filter(booking__departure__in=at_hand)
    assert {one.state for one in arrived} <= {AttendanceState.ARRIVED, AttendanceState.BACK}
    assert not any(walk.is_overdue for walk in sheet)
    assert arrived.count() == walks - 1
    assert all(one.closes_at < one.starts_at for one in at_hand)
    assert differences() == []


def test_sample_parties_in_a_border_zone_are_named_and_wait_for_permits(time_machine):
    time_machine.move_to("2027-05-10T03:00:00+00:00")
    trail = make_trail("RU", slug="leopards-lair")
    make_entry_zone(
        "RU",
        {"group": "RU", "asks": "name"},
        {"group": "other", "asks": "document", "is_reviewed": True, "lead_days": 20},
        trail=trail,
    )
    demo.load(Sample())
    foreign = Booking.objects.filter(nationality_groups=["other"])
    assert {booking.state for booking in foreign} == {"permit_review", "waiting"}
    states = set(PermitCase.objects.values_list("state", flat=True))
    assert "ready" in states <= {"ready", "docs_missing"}
    assert Participant.objects.filter(group="RU").exclude(name="").exists()
    assert {one.participant.group for one in TravelDocument.objects.all()} == {"other"}
    assert OutboxMail.objects.count() == 0 and differences() == []
