"""History, retention, reconciliation, numbers and names: what is kept and what is not."""

from datetime import UTC, date, datetime, timedelta
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import DatabaseError, IntegrityError, connection, transaction
from django.template import Context, Template
from django.utils import timezone, translation

from bookings import queries, requests, services
from bookings.models import AuditEvent, Booking, Departure, OutboxMail
from bookings.outbox import send_due
from bookings.phones import international
from bookings.reconciliation import differences
from bookings.references import ALPHABET, new_reference
from bookings.zones import zone_label
from content.trails.models import Trail
from tests.bookings.factories import counter, make_booking, make_departure, make_sides, make_trail

pytestmark = pytest.mark.django_db


def call(name: str, **options) -> str:
    out = StringIO()
    call_command(name, stdout=out, **options)
    return out.getvalue()


def test_every_change_of_state_has_its_event():
    placed = make_booking()
    services.cancel_booking(placed.booking.pk)
    events = AuditEvent.objects.order_by("pk").values_list("kind", "actor_kind", "details")
    assert list(events) == [
        ("booked", "visitor", {"adults": 2, "children": 0}),
        ("cancelled-visitor", "visitor", {"people": 2}),
    ]


def test_history_cannot_be_changed_even_in_the_database():
    make_booking()
    event = AuditEvent.objects.get()
    for attempt in (
        event.save,
        event.delete,
        AuditEvent.objects.all().delete,
        lambda: AuditEvent.objects.update(kind="x"),
    ):
        with pytest.raises(TypeError):
            attempt()
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("UPDATE bookings_auditevent SET kind = 'x'")


def test_database_refuses_more_than_the_capacity():
    departure = make_departure(capacity=3)
    with pytest.raises(IntegrityError), transaction.atomic():
        Departure.objects.filter(pk=departure.pk).update(places_taken=4)


def test_purge_erases_persons_and_keeps_numbers(settings, time_machine):
    settings.BOOKING_RETENTION_DAYS = 30
    departure = make_departure()
    old = make_booking(departure, 2, 1).booking
    kept = make_booking(make_departure(starts_at=departure.starts_at + timedelta(days=1))).booking
    time_machine.move_to(departure.starts_at + timedelta(days=30, minutes=1))
    assert "1 bookings are older" in call("purge_personal_data", dry_run=True)
    assert "1 bookings older than 30 days erased." in call("purge_personal_data")
    old.refresh_from_db()
    kept.refresh_from_db()
    assert (old.name, old.email, old.phone) == ("", "", "")
    assert (old.adults, old.children, old.party_size, counter(departure)) == (2, 1, 3, 3)
    assert kept.name == "Sample Visitor"
    assert "0 bookings" in call("purge_personal_data")
    assert [event.kind for event in old.events.order_by("pk")] == ["booked", "erased"]
    for model in (Booking, AuditEvent, OutboxMail):
        rows = str(list(model.objects.exclude(pk=kept.pk if model is Booking else 0).values()))
        assert "visitor@example.org" not in rows
        assert "9141234567" not in rows


def test_mail_still_owed_after_the_purge_is_dropped():
    placed = make_booking()
    Booking.objects.update(email="")
    assert send_due(timezone.now() + timedelta(days=1)) == (0, 0)
    assert placed.booking.mails.get().dropped_at is not None


def test_reconcile_reports_and_repairs_nothing():
    departure = make_departure()
    make_booking(departure, 2)
    assert "1 departures agree" in call("reconcile_bookings")
    Departure.objects.filter(pk=departure.pk).update(places_taken=5)
    with pytest.raises(CommandError):
        call("reconcile_bookings")
    assert [(found.counted, found.held) for found in differences()] == [(5, 2)]
    assert counter(departure) == 5


def test_references_are_short_and_unambiguous():
    made = {new_reference() for _number in range(500)}
    assert len(made) == 500
    assert all(len(number) == 8 and set(number) <= set(ALPHABET) for number in made)
    assert not set("ILOU") & set(ALPHABET)


def test_taken_reference_is_replaced_by_another(monkeypatch):
    first = make_booking().booking
    numbers = iter([first.reference, first.reference, "ABCDEFGH"])
    monkeypatch.setattr(requests, "new_reference", lambda: next(numbers))
    assert make_booking(first.departure).booking.reference == "ABCDEFGH"
    assert counter(first.departure) == 4


@pytest.mark.parametrize(
    ("typed", "language", "side", "expected"),
    [
        ("8 (914) 123-45-67", "ru", "CN", "+79141234567"),
        ("138 0013 8000", "zh-hans", "RU", "+8613800138000"),
        ("13800138000", "en", "CN", "+8613800138000"),
        ("+44 20 7946 0958", "ru", "RU", "+442079460958"),
        ("0049 30 901820", "ru", "RU", "+4930901820"),
        ("123", "en", "RU", None),
        ("+7 999", "ru", "RU", None),
        ("١٢٣", "en", "RU", None),
    ],
)
def test_phones_of_any_country(typed, language, side, expected):
    assert international(typed, language, side) == expected


@pytest.mark.parametrize(
    ("language", "zone", "label"),
    [
        ("en", "Asia/Vladivostok", "Vladivostok time, UTC+10"),
        ("en", "Asia/Shanghai", "Beijing time, UTC+8"),
        ("en", "Asia/Kolkata", "India Time, UTC+5:30"),
    ],
)
def test_zones_have_names(language, zone, label):
    with translation.override(language):
        assert zone_label(datetime(2027, 1, 1, tzinfo=UTC), zone) == label


def test_month_is_judged_by_each_sides_own_clock():
    sides = make_sides().values()
    late_may = datetime(
        2027, 5, 31, 14, 30, tzinfo=UTC
    )  # 1 June 00:30 in Vladivostok, 22:30 in China
    russian = make_departure(make_trail("RU"), starts_at=late_may)
    chinese = make_departure(make_trail("CN"), starts_at=late_may)
    found = {
        month: set(Departure.objects.filter(queries.in_month(month, sides)))
        for month in (date(2027, 5, 1), date(2027, 6, 1))
    }
    assert found == {date(2027, 5, 1): {chinese}, date(2027, 6, 1): {russian}}
    now = late_may - timedelta(days=9)
    assert queries.coming_months(now, sides) == [date(2027, 5, 1), date(2027, 6, 1)]


def render_next(**context) -> list:
    template = Template("{% load booking_tags %}{% next_departures trail=trail limit=3 as found %}")
    filled = Context({"trail": None, **context})
    template.render(filled)
    return filled["found"]


@pytest.mark.parametrize("rows", [1, 3])
def test_next_departures_of_a_trail_and_of_the_site(django_assert_num_queries, rows):
    trail, other = make_trail("RU"), make_trail("CN")
    start = timezone.now() + timedelta(days=2)
    for row in range(rows):
        make_departure(trail, starts_at=start + timedelta(hours=row))
    full = make_departure(trail, capacity=1, starts_at=start - timedelta(hours=1))
    make_booking(full, 1)
    make_departure(other, starts_at=start - timedelta(hours=2))
    bare = Trail.objects.get(pk=trail.pk)
    with django_assert_num_queries(3):
        of_trail = render_next(trail=bare)
    with django_assert_num_queries(1):
        render_next(trail=bare)
    assert [line.status for line in of_trail] == ["full", *["open"] * rows][:3]
    assert of_trail[0].title == ""
    with django_assert_num_queries(2):
        of_site = render_next()
    assert [line.title for line in of_site] == ["Trail CN", *["Trail RU"] * rows][:3]


PAGE_QUERIES = {"list": 6, "form": 4, "private": 5}


@pytest.mark.parametrize("rows", [1, 3])
def test_pages_ask_few_questions(client, site, django_assert_num_queries, rows):
    trail = make_trail("RU")
    departures = [make_departure(trail) for _row in range(rows)]
    placed = make_booking(departures[0])
    pages = {
        "list": "/en/bookings/departures/",
        "form": f"/en/bookings/departures/{departures[0].pk}/",
        "private": f"/en/bookings/{placed.booking.reference}/{placed.secret}/",
    }
    for name, url in pages.items():
        client.get(url)
        with django_assert_num_queries(PAGE_QUERIES[name]):
            client.get(url)
