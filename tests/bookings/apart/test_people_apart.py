"""Names, papers and permits of one side lie in its database, and the office of that side works on them there."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from bookings import databases, papers_due, permits, retention
from bookings.models import PermitCase, PermitState
from bookings.parties import staff_actor
from tests.bookings.apart.rows import OTHER, all_text, count
from tests.bookings.persons import book_party, border_departure

pytestmark = [pytest.mark.django_db(databases="__all__"), pytest.mark.usefixtures("site")]
SIDES = ["RU", "CN"]
TABLES = {"participant": 2, "traveldocument": 2, "permitcase": 2, "consent": 2}


@pytest.mark.parametrize("side", SIDES)
def test_party_from_abroad_is_known_to_one_side_alone(client, make_officer, time_machine, side):
    booking, private = book_party(client, border_departure(side))
    assert client.get(f"{private}data.json").status_code == 200
    assert {table: count(side, table) for table in TABLES} == TABLES
    assert {count(OTHER[side], table) for table in TABLES} == {0}
    assert "Sample Person 1" not in all_text(databases.alias_of(OTHER[side]))
    user = make_officer(side)
    client.force_login(user)
    for name in ("inspect", "permits", "without", "documents"):
        assert client.get(reverse(f"booking:{name}", args=[booking.pk])).status_code == 200
    shown = client.post(reverse("booking:documents", args=[booking.pk]))
    assert "7512345671" in shown.content.decode()
    people = reverse("departure:people", args=[booking.departure_id])
    assert client.get(people).status_code == 200
    made = client.post(
        reverse("departure:border_list", args=[booking.departure_id]), {"as": "xlsx"}
    )
    assert made.status_code == 200
    listed = client.get(reverse("booking:index"), {"papers": "ready"})
    assert booking.reference in listed.content.decode()
    with databases.at(booking.pk):
        keys = list(PermitCase.objects.values_list("pk", flat=True))
    permits.decide_cases(booking.pk, keys, PermitState.GRANTED, staff_actor(user))
    booking.refresh_from_db()
    assert booking.state == "confirmed"
    time_machine.move_to(timezone.now() + timedelta(days=40), tick=False)
    assert (papers_due.remind_of_papers(), papers_due.expire_papers()) == (0, 0)
    assert retention.delete_documents().deleted == 2
    assert count(side, "traveldocument") == 0


@pytest.mark.parametrize("side", SIDES)
def test_persons_are_changed_and_forgotten_where_they_lie(client, side):
    _booking, private = book_party(client, border_departure(side))
    assert client.post(f"{private}people/2/").status_code == 303
    assert count(side, "participant") == 1
    assert client.post(f"{private}papers/").status_code == 303
    assert count(side, "traveldocument") == 0
    assert client.post(f"{private}erase/").status_code == 303
    assert count(side, "participant") == 0
