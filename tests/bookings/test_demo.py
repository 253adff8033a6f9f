"""The sample departures: 90 days ahead whenever they are loaded, some full, some nearly, nothing twice."""

from datetime import timedelta

import pytest
from django.utils import timezone

from bookings import demo
from bookings.models import Booking, Departure, OutboxMail
from bookings.reconciliation import differences
from content.demo.loading.sample import Sample
from tests.bookings.factories import make_trail

pytestmark = pytest.mark.django_db


def test_sample_departures(time_machine):
    time_machine.move_to("2027-05-10T03:00:00+00:00")
    for side, slug in (("RU", "leopard-trail"), ("CN", "jingxin")):
        make_trail(side, slug=slug)
    demo.load(Sample())
    departures = Departure.objects.with_trail()
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
    assert Departure.objects.count() == before[0] + 8
