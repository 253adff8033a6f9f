"""Where the rows lie: whatever is done about one side's bookings, the other databases learn nothing of it."""

from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import call_command
from django.db import DEFAULT_DB_ALIAS, IntegrityError, connections
from django.db.models import ProtectedError
from django.utils import timezone

from bigcats.regular_work import SCHEDULE
from bookings import checkin, guiding, outbox, retention, series, services, settling
from bookings.databases import (
    FIRST_OF_SECOND,
    NobodyInCharge,
    OtherDatabase,
    alias_of,
    aliases,
    in_charge,
)
from bookings.errors import NotToBeMoved
from bookings.models import Booking, BookingState, CancelReason, Departure
from bookings.moving import move_booking
from bookings.parties import SYSTEM
from bookings.reconciliation import differences
from bookings.waiting import WaitRequest, accept_offer, join_waiting_list
from tests.bookings.apart.rows import OTHER, all_text, count, tables
from tests.bookings.factories import (
    counter,
    make_booking,
    make_departure,
    make_guide,
    make_request,
    make_series,
)
from tests.bookings.journeys import book, booking_at

pytestmark = pytest.mark.django_db(databases="__all__")
SIDES = ["RU", "CN"]


def test_main_database_has_no_table_of_bookings_and_the_others_no_more_than_these():
    assert [one for one in tables(DEFAULT_DB_ALIAS) if one.startswith("bookings_")] == []
    for side in SIDES:
        names = set(tables(alias_of(side)))
        assert {"bookings_departure", "bookings_booking", "bookings_auditevent"} <= names
        assert {one for one in names if not one.startswith("bookings_")} == {"django_migrations"}


@pytest.mark.parametrize("side", SIDES)
def test_way_through_the_pages_leaves_its_traces_on_its_own_side_only(
    client, walks, mailoutbox, side
):
    departure, other_day = walks[side], make_departure(walks[side].trail, capacity=3)
    private = book(client, departure, name=f"Nobody Else {side}", email=f"only-{side}@example.org")
    booking = booking_at(private)
    assert booking._state.db == departure._state.db == alias_of(side)
    assert (booking.pk >= FIRST_OF_SECOND) == (side == "CN")
    assert client.get(private).status_code == 200
    changed = client.post(f"{private}change/", {"adults": "3", "children": "0"})
    assert changed["Location"] == f"{private}?done=changed"
    moved = client.post(f"{private}move/", {"departure": other_day.pk})
    assert (counter(departure), counter(other_day)) == (0, 3)
    private = moved["Location"].partition("?")[0]
    assert client.post(f"{private}cancel/")["Location"] == f"{private}?done=cancelled"
    assert (counter(departure), counter(other_day)) == (0, 0)
    outbox.send_due()
    assert {mail.to[0] for mail in mailoutbox} == {f"only-{side}@example.org"}
    name = f"Nobody Else {side}"
    assert name in all_text(alias_of(side))
    assert name not in all_text(alias_of(OTHER[side])) + all_text(DEFAULT_DB_ALIAS)
    for table in ("booking", "auditevent", "outboxmail"):
        assert count(side, table) > 0
        assert count(OTHER[side], table) == 0
    assert differences() == []


@pytest.mark.parametrize("side", SIDES)
def test_waiting_list_works_within_its_side(walks, side):
    departure = walks[side]
    placed = make_booking(departure, 6)
    asked = make_request(departure, 2)
    waiting = join_waiting_list(WaitRequest(**asked.__dict__, fewest=2)).booking
    services.cancel_booking(placed.booking.pk)
    waiting.refresh_from_db()
    assert (waiting.state, waiting._state.db) == (BookingState.OFFERED, alias_of(side))
    accept_offer(waiting.pk, asked.party)
    assert counter(departure) == 2
    assert count(OTHER[side], "booking") == 0
    assert differences() == []


def test_no_verb_moves_a_booking_across(walks):
    booking = make_booking(walks["RU"], 2).booking
    with pytest.raises(NotToBeMoved):
        move_booking(booking.pk, walks["CN"].pk)
    assert (counter(walks["RU"]), counter(walks["CN"])) == (2, 0)


def test_nobody_in_charge_and_the_wrong_database_are_errors(walks):
    with pytest.raises(NobodyInCharge):
        Booking.objects.count()
    with in_charge(alias_of("RU")), pytest.raises(OtherDatabase):
        Departure.objects.create(
            trail=walks["CN"].trail, starts_at=timezone.now(), closes_at=timezone.now(), capacity=1
        )
    with in_charge(alias_of("RU")), pytest.raises(Departure.DoesNotExist):
        Departure.objects.get(pk=walks["CN"].pk)
    walk = walks["RU"]
    walk.trail = walks["CN"].trail
    with pytest.raises(OtherDatabase):
        walk.save()


def test_commands_go_through_both_sides(walks, mailoutbox):
    for side in SIDES:
        make_booking(walks[side], 2)
        held = make_booking(walks[side], 1).booking
        late = {"state": BookingState.SUBMITTED, "hold_expires_at": timezone.now() - timedelta(1)}
        Booking.objects.using(alias_of(side)).filter(pk=held.pk).update(**late)
    assert settling.settle_all() == 2
    assert [counter(walk) for walk in walks.values()] == [2, 2]
    call_command("send_mail_queue")
    assert len(mailoutbox) > 3
    call_command("reconcile_bookings")
    Departure.objects.using(alias_of("CN")).update(places_taken=3)
    assert [found.departure_id for found in differences()] == [walks["CN"].pk]
    later = timezone.now() + timedelta(days=365)
    assert retention.erase_due(later) == 4
    for side in SIDES:
        assert "Sample Visitor" not in all_text(alias_of(side))


@pytest.mark.parametrize("side", SIDES)
def test_series_guides_and_check_in_of_a_side(walks, side):
    made = make_series(walks[side].trail)
    guide = make_guide(side, name=f"Guide only of {side}")
    departure = made.departures.first()
    guiding.assign_guides(departure.pk, [guide], SYSTEM)
    assert series.continue_series() == 0
    booking, now = make_booking(departure, 2).booking, timezone.now()
    Departure.objects.using(alias_of(side)).filter(pk=departure.pk).update(
        starts_at=now, closes_at=now
    )
    assert checkin.check_in(booking.pk, 2, SYSTEM)._state.db == alias_of(side)
    text = all_text(alias_of(OTHER[side])) + all_text(DEFAULT_DB_ALIAS)
    assert f"Guide only of {side}" not in text
    assert {count(OTHER[side], one) for one in ("attendance", "guide", "departureseries")} == {0}


def test_walk_called_off_tells_its_own_parties(walks, mailoutbox):
    for side in SIDES:
        make_booking(walks[side], 2)
    outbox.send_due()
    mailoutbox.clear()
    assert services.cancel_departure(walks["CN"].pk, CancelReason.FIRE, SYSTEM) == 1
    outbox.send_due()
    assert len(mailoutbox) == 1
    assert counter(walks["RU"]) == 2


def test_trail_side_and_account_are_kept_while_a_database_points_to_them(walks, make_officer):
    for record in (walks["CN"].trail, walks["RU"].trail.side):
        with pytest.raises(ProtectedError):
            record.delete()
    user = make_officer("CN")
    guide = make_guide("CN", user=user)
    user.delete()
    guide.refresh_from_db()
    assert guide.user_id is None


def test_database_itself_refuses_a_row_that_hangs_on_the_other_sides(walks):
    booking = make_booking(walks["CN"], 2).booking
    booking.pk, booking.reference, booking.idempotency_key = None, "00000000", "other"
    with pytest.raises(IntegrityError):
        booking.save(using=alias_of("RU"), force_insert=True)
        connections[alias_of("RU")].check_constraints()


def test_all_databases_are_ready(client):
    answer = client.get("/readyz?format=json")
    assert answer.status_code == 200
    assert sum("Database" in line for line in answer.json()) == 1 + len(aliases())


@pytest.mark.parametrize("command", sorted(set(SCHEDULE) - {"check_links", "scan_public_files"}))
def test_regular_work_reaches_both_sides(walks, command):
    for walk in walks.values():
        make_booking(walk, 2)
    call_command(command, stdout=StringIO())
