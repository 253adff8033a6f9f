"""Bookings made before a side had a database of its own, brought there: all of them, unchanged, or none."""

from contextlib import contextmanager
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import DEFAULT_DB_ALIAS, connections

from bookings import databases, relocating, services
from bookings.class_visits import verbs
from bookings.databases import FIRST_OF_SECOND, alias_of
from bookings.models import AuditEvent, Booking, BookingState, Departure, OutboxMail, TravelDocument
from bookings.parties import SYSTEM, Party
from bookings.reconciliation import day_differences, differences
from bookings.references import secret_for
from tests.bookings.factories import (
    make_booking,
    make_class_visit,
    make_departure,
    make_guide,
    make_series,
    make_trail,
    make_zone,
)
from tests.bookings.persons import border_trail, name_all

pytestmark = pytest.mark.django_db(transaction=True, databases="__all__")
SIDES = ("RU", "CN")
NOTE = "Осторожно, лёд"


@contextmanager
def together(settings):
    """Let both sides lie in the main database, as before they were taken apart."""
    apart = settings.BOOKING_DATABASES
    settings.BOOKING_DATABASES = dict.fromkeys(SIDES, DEFAULT_DB_ALIAS)
    try:
        yield
    finally:
        settings.BOOKING_DATABASES = apart


@pytest.fixture
def main():
    """The tables of bookings in the main database, which is not migrated for them where the sides lie apart."""
    connection = connections[DEFAULT_DB_ALIAS]
    made = [model for model in relocating._models() if not model._meta.auto_created]
    with connection.schema_editor() as editor:
        for model in made:
            editor.create_model(model)
    yield connection
    with connection.cursor() as cursor:
        for model in reversed(relocating._models()):
            cursor.execute(f'DROP TABLE "{model._meta.db_table}" CASCADE')


@pytest.fixture
def lived_in(main, settings, site) -> dict[str, list[str]]:
    """A main database with a life of both sides in it; return the booking numbers of each."""
    with together(settings):
        return {side: _life_of(side) for side in SIDES}


def _life_of(side: str) -> list[str]:
    trail = make_trail(side)
    make_zone(trail, limit=40)
    make_series(trail)
    walk = make_departure(trail, note_ru=NOTE, note_en="")
    walk.guides.add(make_guide(side))
    stays, goes = (make_booking(walk, 2).booking for _party in range(2))
    services.cancel_booking(goes.pk)
    border = make_departure(border_trail(side, lead_days=1))
    foreign = make_booking(border, 1, party=Party(1, 0, ("other",))).booking
    name_all(foreign)
    visit = make_class_visit(trail)
    with databases.transaction_for(visit.pk):
        verbs._erase(visit, SYSTEM, stays.created_at)
    return [stays.reference, goes.reference, foreign.reference]


def call(side: str, *options: str) -> str:
    out = StringIO()
    call_command("move_bookings", "--side", side, *options, stdout=out)
    return out.getvalue()


def stored(model, alias: str) -> list[dict]:
    return list(relocating._plain(model, alias).order_by("pk").values())


def test_everything_of_a_side_arrives_unchanged_and_goes_on_working(lived_in):
    before = {model: stored(model, DEFAULT_DB_ALIAS) for model in (Departure, Booking, AuditEvent)}
    for side in ("CN", "RU"):
        assert f"rows of {side} copied." in call(side)
    assert {model: stored(model, DEFAULT_DB_ALIAS) for model in before} == before
    for side in SIDES:
        alias = alias_of(side)
        assert {one["reference"] for one in stored(Booking, alias)} == set(lived_in[side])
    assert [len(stored(TravelDocument, alias_of(side))) for side in SIDES] == [1, 1]
    russian = [row for row in before[Booking] if row["reference"] in lived_in["RU"]]
    assert stored(Booking, alias_of("RU")) == russian
    assert {row["note_ru"] for row in stored(Departure, alias_of("CN"))} >= {NOTE}
    assert (differences(), day_differences()) == ([], [])
    for side in SIDES:
        with databases.in_charge(alias_of(side)):
            booking = Booking.objects.get(reference=lived_in[side][0])
            assert (booking.pk >= FIRST_OF_SECOND) == (side == "CN")
            assert services.cancel_booking(booking.pk).is_changed
            assert booking.events.count() == 2
            walk = booking.departure
            newcomer = make_booking(walk, 1).booking
            assert newcomer.pk > booking.pk
            assert databases.alias_by_number(newcomer.pk) == alias_of(side)
            assert secret_for(booking.idempotency_key)
            assert OutboxMail.objects.filter(booking=booking).exists()
    assert differences() == []


def test_the_history_names_records_by_their_new_numbers(lived_in):
    call("CN")
    visits = [
        row["details"]["visit"]
        for row in stored(AuditEvent, alias_of("CN"))
        if "visit" in row["details"]
    ]
    assert visits
    assert all(number >= FIRST_OF_SECOND for number in visits)


def test_a_trial_changes_nothing(lived_in):
    told = call("CN", "--dry-run")
    assert "bookings.Booking: 3" in told
    assert "would be moved" in told
    assert stored(Booking, alias_of("CN")) == []


def test_what_is_not_empty_is_left_alone(lived_in):
    make_departure(make_trail("CN"))
    with pytest.raises(CommandError, match="holds bookings already"):
        call("CN")
    with pytest.raises(CommandError, match="not the same"):
        call("CN", "--remove-moved")
    assert len(stored(Departure, alias_of("CN"))) == 1
    assert len(stored(Booking, DEFAULT_DB_ALIAS)) == 6


def test_only_what_has_arrived_is_removed_from_the_main_database(lived_in):
    call("CN")
    assert "moved and removed here" in call("CN", "--remove-moved")
    left = {row["reference"] for row in stored(Booking, DEFAULT_DB_ALIAS)}
    assert left == set(lived_in["RU"])
    assert "moved and removed here" in call("RU", "--remove-moved")
    assert all(stored(model, DEFAULT_DB_ALIAS) == [] for model in relocating._models())
    with databases.in_charge(alias_of("RU")):
        assert Booking.objects.filter(state=BookingState.CONFIRMED).count() == 1


def test_an_interrupted_copy_leaves_nothing(lived_in, monkeypatch):
    real = relocating._compare

    def dies(rows, alias):
        real(rows, alias)
        raise OSError

    monkeypatch.setattr(relocating, "_compare", dies)
    with pytest.raises(OSError):
        call("RU")
    assert stored(Departure, alias_of("RU")) == []
    assert len(stored(Booking, DEFAULT_DB_ALIAS)) == 6


def test_the_first_side_waits_for_the_second_one_that_stays_behind(lived_in, settings):
    settings.BOOKING_DATABASES = {**settings.BOOKING_DATABASES, "CN": DEFAULT_DB_ALIAS}
    with pytest.raises(CommandError, match="Move those of CN first"):
        call("RU")
    with pytest.raises(CommandError, match="BOOKINGS_CN_DATABASE_URL is not set"):
        call("CN")
