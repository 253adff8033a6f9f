"""When booking opens, how many a walk needs, and what is said and decided about it."""

from datetime import UTC, datetime, timedelta

import pytest
from django.core.management import call_command
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone, translation

from bookings import scheduling, services
from bookings.deciding import Decided, decide_due
from bookings.errors import DepartureCancelled, DepartureClosed, DeparturePaused, NotYetOpen
from bookings.models import CancelReason, Departure, DepartureState, EventKind
from bookings.parties import SYSTEM
from bookings.queries import needing_decision, next_fitting
from bookings.wording import places_text, runs_text
from tests.bookings.factories import (
    make_booking,
    make_departure,
    make_request,
    make_series,
    make_trail,
)
from tests.bookings.journeys import soup_of
from tests.bookings.racing import race
from tests.bookings.test_staff import form_values

pytestmark = pytest.mark.django_db
NOW = datetime(2027, 5, 3, 1, tzinfo=UTC)
START = datetime(2027, 5, 10, 0, tzinfo=UTC)  # ten o'clock in Vladivostok


@pytest.fixture(autouse=True)
def _now(time_machine):
    time_machine.move_to(NOW, tick=False)


def make_short(booked: int = 2, **fields) -> Departure:
    """Return a walk whose day of decision has come, that needs five."""
    values = {"min_to_run": 5, "decide_at": NOW - timedelta(hours=1), "starts_at": START, **fields}
    departure = make_departure(**values)
    if booked:
        make_booking(departure, booked)
    return Departure.objects.with_trail().get(pk=departure.pk)


def told(departure: Departure) -> str:
    return places_text(departure, departure.status)


def test_nobody_books_before_it_opens(time_machine):
    departure = make_departure(opens_at=NOW + timedelta(hours=2), starts_at=START)
    with pytest.raises(NotYetOpen) as refused:
        make_booking(departure)
    assert refused.value.message == (
        "Booking for this departure opens on Monday, 3 May 2027, 13:00 (Vladivostok time, UTC+10)."
    )
    other = make_departure(departure.trail, starts_at=START + timedelta(days=1))
    assert next_fitting(other) == []
    time_machine.move_to(NOW + timedelta(hours=2))
    make_booking(departure)
    assert next_fitting(other) == [departure]


@pytest.mark.parametrize(
    ("state", "error"),
    [("paused", DeparturePaused), ("closed", DepartureClosed), ("guaranteed", None)],
)
def test_state_says_whether_it_can_be_booked(state, error):
    departure = make_departure(state=state)
    if error is None:
        assert make_booking(departure).is_new
        return
    with pytest.raises(error):
        services.place_booking(make_request(departure))


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en", ["8 places free, needs 3 more", "Opens on 4 May, 10:00", "Booking paused"]),
        (
            "ru",
            [
                "8 свободных мест, нужно ещё 3 человека",
                "Запись с 4\u00a0мая, 10:00",
                "Запись приостановлена",
            ],
        ),
        ("zh-hans", ["剩余8个名额，还差3人成团", "5月4日 10:00开放预订", "暂停预订"]),
    ],
)
def test_lines_say_it_in_each_language(language, expected):
    short = make_short()
    later = make_departure(starts_at=START, opens_at=NOW.replace(hour=0) + timedelta(days=1))
    paused = make_departure(starts_at=START, state="paused")
    with translation.override(language):
        assert [told(one) for one in (short, later, paused)] == expected


def test_promise_is_told_instead_of_what_is_missing():
    departure = make_short(state="guaranteed")
    assert told(departure) == "8 places free, guaranteed"
    assert runs_text(departure) == "It is certain that this walk takes place."
    assert "at least 5 people book. We decide by" in runs_text(make_short())
    assert runs_text(make_departure()) == ""


def test_enough_by_the_day_of_decision_is_a_promise():
    departure = make_short(booked=5)
    early = make_short(booked=5, decide_at=NOW + timedelta(hours=1))
    assert decide_due() == Decided(guaranteed=1)
    assert decide_due() == Decided()
    departure.refresh_from_db()
    early.refresh_from_db()
    assert (departure.state, early.state) == (DepartureState.GUARANTEED, DepartureState.OPEN)
    event = departure.events.get(kind=EventKind.DEPARTURE_CHANGED)
    assert (event.actor_kind, event.details["state"]) == ("system", "guaranteed")


def test_too_few_are_called_off_where_staff_chose_so(
    mailoutbox, django_capture_on_commit_callbacks
):
    by_itself, asked = make_short(cancels_itself=True), make_short()
    with django_capture_on_commit_callbacks(execute=True):
        assert decide_due() == Decided(cancelled=1)
    by_itself.refresh_from_db()
    asked.refresh_from_db()
    assert (by_itself.state, by_itself.cancel_reason) == ("cancelled", CancelReason.FEW)
    assert asked.state == DepartureState.OPEN
    (mail,) = mailoutbox
    assert "too few people booked" in mail.body


def test_closed_and_paused_walks_are_not_opened_by_a_promise():
    closed = make_short(booked=5)
    Departure.objects.filter(pk=closed.pk).update(state="closed")
    assert decide_due() == Decided()
    assert Departure.objects.get(pk=closed.pk).state == "closed"


def test_staff_are_asked_until_they_decide(client, site, make_officer):
    short, enough, nobody = make_short(), make_short(booked=5), make_short(booked=0)
    make_short(decide_at=NOW + timedelta(hours=1))
    found = list(needing_decision(Departure.objects.all(), timezone.now()))
    assert found == [short, nobody]
    client.force_login(make_officer("RU"))
    page = client.get(reverse("departure:inspect", args=[short.pk])).content.decode()
    assert reverse("departure:guarantee", args=[short.pk]) in page
    done = client.post(reverse("departure:guarantee", args=[short.pk]), follow=True)
    assert "Visitors now read that this walk is guaranteed." in done.content.decode()
    page = client.get(reverse("departure:inspect", args=[enough.pk])).content.decode()
    assert reverse("departure:guarantee", args=[enough.pk]) not in page
    assert list(needing_decision(Departure.objects.all(), timezone.now())) == [nobody]


def test_parties_are_told_once_that_their_walk_is_certain(
    mailoutbox, django_capture_on_commit_callbacks
):
    departure, certain_anyway = make_short(booked=0), make_departure(starts_at=START)
    with django_capture_on_commit_callbacks(execute=True):
        for language in ("en", "ru", "zh-hans"):
            make_booking(departure, adults=1, language=language)
        make_booking(departure, adults=1, is_sample=True)
        make_booking(certain_anyway)
    mailoutbox.clear()
    with django_capture_on_commit_callbacks(execute=True):
        for walk in (departure, departure, certain_anyway):
            scheduling.guarantee_departure(walk.pk, SYSTEM)
    assert [mail.subject.split(":")[0].split("：")[0] for mail in mailoutbox] == [
        "Your walk takes place",
        "Ваша экскурсия состоится",
        "导览确定成行",
    ]


def test_cancelled_walk_cannot_be_promised():
    departure = make_short()
    services.cancel_departure(departure.pk, CancelReason.FEW, SYSTEM)
    with pytest.raises(DepartureCancelled):
        scheduling.guarantee_departure(departure.pk, SYSTEM)


def test_confirmation_and_pages_say_on_what_it_depends(
    client, site, mailoutbox, django_capture_on_commit_callbacks
):
    departure = make_short(booked=0, decide_at=START - timedelta(days=2))
    words = "It takes place if at least 5 people book. We decide by 8 May 2027, 10:00"
    assert words in client.get(f"/en/bookings/departures/{departure.pk}/").content.decode()
    with django_capture_on_commit_callbacks(execute=True):
        placed = make_booking(departure)
    assert words in mailoutbox[0].body
    assert words in mailoutbox[0].alternatives[0][0]
    page = client.get(f"/en/bookings/{placed.booking.reference}/{placed.secret}/")
    assert words in page.content.decode()


def test_page_says_when_booking_opens(client, site):
    departure = make_departure(opens_at=NOW + timedelta(days=1), starts_at=START)
    page = soup_of(client.get(f"/en/bookings/departures/{departure.pk}/"))
    assert "opens on Tuesday, 4 May 2027, 11:00" in page.find(role="alert").get_text()
    assert page.find("input", {"name": "ticket"}) is None
    lines = soup_of(client.get("/en/bookings/departures/")).select(".departure--soon")
    assert ["Opens on 4 May, 11:00" in line.get_text() for line in lines] == [True]


def test_times_are_reckoned_from_the_start_on_the_trails_clock(client, site, make_officer):
    client.force_login(make_officer("CN"))
    draft = Departure(trail=make_trail("CN"), starts_at=START, capacity=8)
    values = form_values(
        draft, state="open", opens_days="3", opens_clock="09:00", min_to_run="4", decide_hours="48"
    )
    assert client.post(reverse("departure:add"), values).status_code == 302
    made = Departure.objects.get()
    assert made.opens_at == datetime(2027, 5, 7, 1, tzinfo=UTC)
    assert made.decide_at == START - timedelta(days=2)
    page = soup_of(client.get(reverse("departure:edit", args=[made.pk])))
    shown = {
        name: page.select_one(f"#id_{name}")["value"] for name in ("opens_days", "opens_clock")
    }
    assert shown == {"opens_days": "3", "opens_clock": "09:00"}
    for wrong, words in [
        ({"min_to_run": "9"}, "More than there are places."),
        ({"decide_hours": ""}, "Say when it is decided."),
        ({"opens_days": "0", "opens_clock": "23:00"}, "Booking would open after it has ended."),
    ]:
        answer = client.post(reverse("departure:edit", args=[made.pk]), {**values, **wrong})
        assert words in answer.content.decode()


def test_series_gives_each_walk_its_own_moments():
    one = make_series(weekdays=[5], opens_days=7, min_to_run=4, decide_hours=24)
    first, second = one.departures.order_by("starts_at")
    assert second.opens_at - first.opens_at == timedelta(days=7)
    assert first.decide_at == first.starts_at - timedelta(days=1)
    assert {first.min_to_run, second.min_to_run} == {4}


def test_database_keeps_the_order_of_the_moments():
    for wrong in (
        {"opens_at": START},
        {"decide_at": START + timedelta(hours=1)},
        {"min_to_run": 99},
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            make_departure(starts_at=START, **{"closes_at": START - timedelta(hours=2), **wrong})


def test_command_says_what_it_decided(capsys):
    make_short(booked=5)
    call_command("tend_departures")
    assert "1 departures guaranteed, 0 cancelled for want of people." in capsys.readouterr().out


@pytest.mark.concurrency
@pytest.mark.django_db(transaction=True)
def test_decision_against_the_last_booking_is_one_or_the_other():
    departure = make_short(booked=4, cancels_itself=True)
    race(decide_due, decide_due, lambda: make_booking(departure, 1))
    departure.refresh_from_db()
    live = departure.bookings.live().count()
    assert (departure.state, live) in {("cancelled", 0), ("open", 2), ("guaranteed", 2)}
    decide_due()
    departure.refresh_from_db()
    assert departure.state in {"cancelled", "guaranteed"}
