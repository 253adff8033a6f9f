"""Series: the rule, the days it leaves out, and what it may do to departures that people count on."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone

from bookings import scheduling, series, services
from bookings.models import (
    Booking,
    BookingState,
    CancelReason,
    Departure,
    DepartureSeries,
    DepartureState,
)
from bookings.parties import SYSTEM
from bookings.reconciliation import differences
from bookings.staff_errors import GuideOfOtherSide
from bookings.wording import rule_text
from content.reserve.models import Holiday
from tests.bookings.factories import (
    make_booking,
    make_departure,
    make_guide,
    make_series,
    make_trail,
)
from tests.bookings.journeys import soup_of
from tests.bookings.racing import race

pytestmark = pytest.mark.django_db
MONDAY = datetime(2027, 5, 3, 1, tzinfo=UTC)  # eleven o'clock in Vladivostok, nine in Beijing


@pytest.fixture(autouse=True)
def _now(time_machine):
    time_machine.move_to(MONDAY, tick=False)


def days(one: DepartureSeries, **found) -> list[str]:
    rows = one.departures.filter(**found).order_by("starts_at")
    return [f"{departure.local_start:%m-%d %H:%M}" for departure in rows]


def changed(one: DepartureSeries, since: date | None = None, **fields) -> series.SeriesOutcome:
    wanted = DepartureSeries.objects.get(pk=one.pk)
    for name, value in fields.items():
        setattr(wanted, name, value)
    return series.change_series(wanted, SYSTEM, since)


def test_departures_come_by_the_rule():
    one = make_series(weekdays=[5, 6])
    assert days(one) == ["05-08 10:00", "05-09 10:00", "05-15 10:00", "05-16 10:00"]
    fortnight = make_series(make_trail("CN"), weekdays=[2], every_weeks=2, days_ahead=30)
    assert days(fortnight) == ["05-05 10:00", "05-19 10:00", "06-02 10:00"]
    assert {event.kind for event in one.departures.first().events.all()} == {"departure-added"}


def test_today_counts_only_until_its_hour():
    assert days(make_series(weekdays=[0], clock=time(10), days_ahead=6)) == []
    assert days(make_series(make_trail("CN"), weekdays=[0], clock=time(10), days_ahead=6)) == [
        "05-03 10:00"
    ]


def test_local_time_stays_where_clocks_are_changed(sides):
    trail = make_trail()
    trail.side.time_zone = "Europe/Berlin"
    trail.side.save()
    one = make_series(trail, weekdays=[6], days_ahead=200)
    found = one.departures.order_by("starts_at")
    assert {f"{departure.local_start:%H:%M}" for departure in found} == {"10:00"}
    assert {departure.starts_at.hour for departure in found} == {8, 9}


def test_days_left_out_and_holidays_of_either_country(sides):
    trail = make_trail()
    for side, day in (("RU", 9), ("CN", 15)):
        Holiday.objects.create(side_id=side, day=date(2027, 5, day), name_en="Holiday")
    Holiday.objects.create(side_id="RU", day=date(2027, 5, 16), kind="working", name_en="Moved")
    one = make_series(trail, holidays_of=["RU", "CN"], left_out=["2027-05-08"])
    assert days(one) == ["05-16 10:00"]


def test_each_night_adds_what_has_become_due_and_nothing_twice(time_machine, capsys):
    one = make_series(weekdays=[5])
    for _twice in range(2):
        call_command("tend_departures")
    assert days(one) == ["05-08 10:00", "05-15 10:00"]
    time_machine.move_to(MONDAY + timedelta(days=7))
    for _twice in range(2):
        call_command("tend_departures")
    assert days(one) == ["05-08 10:00", "05-15 10:00", "05-22 10:00"]
    assert "1 departures of series added." in capsys.readouterr().out


def test_a_walk_that_stands_there_already_is_not_doubled():
    trail = make_trail()
    make_departure(trail, starts_at=datetime(2027, 5, 8, 0, tzinfo=UTC))
    assert days(make_series(trail, weekdays=[5])) == ["05-15 10:00"]


def test_all_coming_departures_change():
    one = make_series(weekdays=[5])
    outcome = changed(one, clock=time(9, 30), capacity=7, weekdays=[5, 6])
    assert (outcome.added, outcome.changed, outcome.withdrawn, outcome.kept) == (2, 2, 0, [])
    assert days(one) == ["05-08 09:30", "05-09 09:30", "05-15 09:30", "05-16 09:30"]
    assert set(one.departures.values_list("capacity", flat=True)) == {7}
    again = changed(one)
    assert (again.added, again.changed, again.withdrawn) == (0, 0, 0)


def test_a_day_that_falls_out_leaves_the_calendar_and_may_come_back():
    one = make_series()
    assert changed(one, left_out=["2027-05-08"]).withdrawn == 1
    assert days(one, state=DepartureState.DRAFT) == ["05-08 10:00"]
    assert changed(one, left_out=[]).changed == 1
    assert days(one, state=DepartureState.OPEN) == days(one)


def test_parties_keep_their_walk_as_it_was_and_staff_are_told():
    one = make_series(weekdays=[5])
    booked = one.departures.order_by("starts_at")[0]
    make_booking(booked)
    outcome = changed(one, clock=time(12), capacity=4)
    assert outcome.kept == [booked]
    assert days(one) == ["05-08 10:00", "05-15 12:00"]
    assert Departure.objects.get(pk=booked.pk).capacity == 10
    assert changed(one, weekdays=[6]).kept == [booked]
    assert Departure.objects.get(pk=booked.pk).state == DepartureState.OPEN


def test_what_staff_changed_by_hand_stays_so():
    one = make_series(weekdays=[5])
    by_hand = Departure.objects.get(pk=one.departures.order_by("starts_at")[0].pk)
    by_hand.capacity = 3
    scheduling.change_departure(by_hand, SYSTEM)
    assert Departure.objects.get(pk=by_hand.pk).is_detached
    changed(one, capacity=8, clock=time(11))
    assert days(one) == ["05-08 10:00", "05-15 11:00"]
    assert Departure.objects.get(pk=by_hand.pk).capacity == 3


def test_saving_a_departure_without_a_change_detaches_nothing():
    one = make_series(weekdays=[5])
    scheduling.change_departure(Departure.objects.get(pk=one.departures.first().pk), SYSTEM)
    assert not one.departures.filter(is_detached=True).exists()


def test_one_cancelled_walk_stays_cancelled():
    one = make_series(weekdays=[5])
    first = one.departures.order_by("starts_at")[0]
    services.cancel_departure(first.pk, CancelReason.GUIDE, SYSTEM)
    changed(one, clock=time(12))
    series.continue_series()
    assert days(one, state=DepartureState.CANCELLED) == ["05-08 10:00"]
    assert len(days(one)) == 2


def test_change_from_a_day_on_parts_the_series():
    one = make_series(weekdays=[5], days_ahead=27)
    outcome = changed(one, since=date(2027, 5, 16), clock=time(8))
    later = DepartureSeries.objects.exclude(pk=one.pk).get()
    one.refresh_from_db()
    assert days(one) == ["05-08 10:00", "05-15 10:00"]
    assert days(later) == ["05-22 08:00", "05-29 08:00"]
    assert (one.last_day, later.first_day, outcome.changed) == (
        date(2027, 5, 15),
        date(2027, 5, 22),
        2,
    )
    series.continue_series()
    assert Departure.objects.count() == 4


def test_parted_series_keeps_its_rhythm():
    one = make_series(weekdays=[5], every_weeks=2, days_ahead=40)
    before = days(one)
    changed(one, since=date(2027, 5, 10), capacity=6)
    later = DepartureSeries.objects.exclude(pk=one.pk).get()
    assert days(one) + days(later) == before


def test_whole_series_is_called_off_with_one_mail_to_each_party(
    mailoutbox, django_capture_on_commit_callbacks
):
    one = make_series(weekdays=[5, 6])
    first, second, *_rest = one.departures.order_by("starts_at")
    for departure in (first, second, second):
        make_booking(departure)
    with django_capture_on_commit_callbacks(execute=True):
        done = series.cancel_series(one.pk, date(2027, 5, 9), CancelReason.FIRE, SYSTEM)
    assert done == (3, 2)
    assert len(mailoutbox) == 2
    assert days(one, state=DepartureState.CANCELLED) == [
        "05-09 10:00",
        "05-15 10:00",
        "05-16 10:00",
    ]
    assert days(one, state=DepartureState.OPEN) == ["05-08 10:00"]
    states = Booking.objects.values_list("state", flat=True).order_by("pk")
    assert list(states) == [BookingState.CONFIRMED, *[BookingState.CANCELLED_BY_OPERATOR] * 2]
    assert series.continue_series() == 0
    assert differences() == []


@pytest.mark.concurrency
@pytest.mark.django_db(transaction=True)
def test_two_nights_at_once_make_each_departure_once():
    one = make_series(weekdays=[0, 1, 2, 3, 4, 5, 6], days_ahead=1)
    DepartureSeries.objects.update(days_ahead=20)
    results = race(*[series.continue_series] * 4)
    assert sorted(results) == [0, 0, 0, 19]
    assert one.departures.count() == 20


@pytest.mark.concurrency
@pytest.mark.django_db(transaction=True)
def test_change_against_bookings_moves_no_party():
    one = make_series(weekdays=[5], days_ahead=6)
    departure = one.departures.get()

    def book():
        return make_booking(Departure.objects.get(pk=departure.pk))

    race(lambda: changed(one, clock=time(14)), *[book] * 3)
    now = Departure.objects.get(pk=departure.pk)
    assert now.bookings.live().count() == 3
    first = now.events.filter(kind="booked").order_by("pk").first()
    moved = now.events.filter(kind="departure-changed").first()
    assert moved is None or moved.pk < first.pk
    assert differences() == []


def values(one: DepartureSeries, **more) -> dict:
    return {
        "trail": one.trail_id,
        "clock": "10:00",
        "every_weeks": "1",
        "weekdays": ["5", "6"],
        "first_day": "2027-05-03",
        "last_day": "",
        "left_out": "",
        "capacity": "10",
        "price": "",
        "closes_hours": "12",
        "days_ahead": "13",
        "state": "open",
        "note_en": "",
        "note_ru": "",
        "note_zh_hans": "",
        **more,
    }


def test_officer_adds_a_series(client, site, make_officer):
    client.force_login(make_officer("RU"))
    draft = DepartureSeries(trail=make_trail("RU"))
    wrong = {"left_out": "2027-05-09\nsoon", "last_day": "2027-05-01", "weekdays": []}
    page = client.post(reverse("series:add"), values(draft, **wrong)).content.decode()
    assert "“soon” is not a day." in page
    assert "The last day is before the first one." in page
    assert not DepartureSeries.objects.exists()
    answer = client.post(reverse("series:add"), values(draft, left_out="9.05.2027\n2027-05-08"))
    if answer.status_code == 200:
        answer = client.post(reverse("series:add"), values(draft, left_out="2027-05-08"))
    assert answer.status_code == 302
    one = DepartureSeries.objects.get()
    assert (one.weekdays, one.left_out) == ([5, 6], ["2027-05-08"])
    assert days(one) == ["05-09 10:00", "05-15 10:00", "05-16 10:00"]
    assert {e.actor_name for d in one.departures.all() for e in d.events.all()} == {"officer-RU"}


def test_series_on_a_trail_of_the_other_country_is_refused(client, site, make_officer):
    client.force_login(make_officer("CN"))
    draft = DepartureSeries(trail=make_trail("RU"))
    assert client.post(reverse("series:add"), values(draft)).status_code == 200
    assert not DepartureSeries.objects.exists()


def test_officer_changes_a_series_from_a_departure_on(client, site, make_officer):
    client.force_login(make_officer("RU"))
    one = make_series()
    make_booking(one.departures.order_by("starts_at").last())
    second = one.departures.order_by("starts_at")[1]
    page = soup_of(client.get(reverse("departure:inspect", args=[second.pk])))
    url = f"{reverse('series:edit', args=[one.pk])}?from=2027-05-09"
    assert [link["href"] for link in page.select("a") if "from=" in link.get("href", "")] == [url]
    form = soup_of(client.get(url))
    assert form.select_one("#id_since")["value"] == "2027-05-09"
    assert client.get(f"{reverse('series:edit', args=[one.pk])}?from=2027-99-99").status_code == 200
    answer = client.post(url, values(one, clock="08:00", since="2027-05-09"), follow=True)
    text = answer.content.decode()
    assert "2 departures changed." in text
    assert "has parties and stays as it is." in text
    later = DepartureSeries.objects.exclude(pk=one.pk).get()
    assert days(later) == ["05-09 08:00", "05-15 08:00", "05-16 10:00"]


def test_officer_sees_what_a_change_would_do_and_nothing_is_done(client, site, make_officer):
    client.force_login(make_officer("RU"))
    one = make_series()
    make_booking(one.departures.order_by("starts_at").last())
    url = reverse("series:edit", args=[one.pk])
    before = days(one)
    asked = values(one, clock="08:00", weekdays=["5", "6", "0"], foresee="1")
    page = soup_of(client.post(url, asked))
    lines = [line.get_text() for line in page.select("#foreseen li")]
    assert lines[:2] == ["1 departure would be added.", "3 departures would change."]
    assert lines[2].endswith("has parties and stays as it is.") and len(lines) == 3
    assert page.select_one("#id_clock")["value"] == "08:00"
    assert days(one) == before and DepartureSeries.objects.get().clock == time(10)
    page = soup_of(client.post(url, {**asked, "capacity": "0"}))
    assert page.select("#foreseen") == [] and page.select_one("#id_capacity")["value"] == "0"


def test_officer_sees_that_a_change_would_do_nothing(client, site, make_officer):
    client.force_login(make_officer("RU"))
    one = make_series()
    url = reverse("series:edit", args=[one.pk])
    client.post(url, values(one))
    page = soup_of(client.post(url, values(one, foresee="1")))
    lines = [line.get_text() for line in page.select("#foreseen li")]
    assert lines == ["Nothing in the calendar would change."]


def test_guides_lead_the_walks_of_a_series_also_those_to_come(time_machine):
    one = make_series()
    guide = make_guide(languages=["zh-hans", "ru"])
    busy = make_departure(one.trail, starts_at=one.departures.last().starts_at)
    busy.guides.add(guide)
    outcome = series.lead_series(one.pk, [guide], date(2027, 5, 9), SYSTEM)
    assert outcome.changed == 2 and outcome.kept == [one.departures.last()]
    led = [list(walk.guides.all()) for walk in one.departures.order_by("starts_at")]
    assert led == [[], [guide], [guide], []]
    assert one.departures.order_by("starts_at")[1].guide_languages == ["ru", "zh-hans"]
    time_machine.move_to(MONDAY + timedelta(days=7), tick=False)
    assert series.continue_series() == 2
    assert list(one.departures.last().guides.all()) == [guide]


def test_guides_of_the_other_country_lead_no_series():
    one = make_series()
    with pytest.raises(GuideOfOtherSide):
        series.lead_series(one.pk, [make_guide("CN")], date(2027, 5, 9), SYSTEM)
    assert list(one.guides.all()) == []


def test_parted_series_keeps_its_guides():
    one = make_series()
    guide = make_guide()
    series.lead_series(one.pk, [guide], date(2027, 5, 3), SYSTEM)
    changed(one, date(2027, 5, 15), clock=time(8))
    later = DepartureSeries.objects.exclude(pk=one.pk).get()
    assert list(later.guides.all()) == [guide]
    assert [list(walk.guides.all()) for walk in later.departures.all()] == [[guide], [guide]]


def test_officer_chooses_the_guides_of_a_series(client, site, make_officer):
    one, guide, other = make_series(), make_guide(), make_guide("CN")
    url = reverse("series:guides", args=[one.pk])
    client.force_login(make_officer("CN"))
    assert client.get(url).status_code == 404
    client.force_login(make_officer("RU"))
    page = soup_of(client.get(url))
    assert [box["value"] for box in page.select("[name=guides]")] == [str(guide.pk)]
    asked = {"guides": [guide.pk], "since": "2027-05-09"}
    answer = client.post(url, asked, follow=True).content.decode()
    assert "3 departures changed." in answer and "<dd>Guide RU</dd>" in answer
    assert client.post(url, {"guides": [other.pk], "since": "2027-05-09"}).status_code == 200
    assert list(one.guides.all()) == [guide]


def test_officer_calls_a_series_off(client, site, make_officer):
    client.force_login(make_officer("RU"))
    one = make_series()
    url = reverse("series:cancel", args=[one.pk])
    assert client.post(url, {"reason": "fire"}).status_code == 200
    answer = client.post(url, {"reason": "fire", "since": "2027-05-09"}, follow=True)
    assert "Departures cancelled: 3. Parties told by e-mail: 0." in answer.content.decode()


def test_screen_of_a_series_names_its_coming_days(client, site, make_officer, sides):
    client.force_login(make_officer("RU"))
    Holiday.objects.create(side_id="RU", day=date(2027, 5, 9), name_en="Victory Day")
    one = make_series(holidays_of=["RU"], left_out=["2027-05-15"])
    page = soup_of(client.get(reverse("series:inspect", args=[one.pk])))
    rows = [[cell.get_text() for cell in row.select("td")] for row in page.select("tbody tr")]
    assert [row[1:] for row in rows[:5]] == [
        ["open", "0 / 10"],
        ["left out: Victory Day", ""],
        ["left out", ""],
        ["open", "0 / 10"],
        ["not yet in the calendar", ""],
    ]


def test_copy_is_a_new_series(client, site, make_officer):
    client.force_login(make_officer("RU"))
    one = make_series(capacity=7)
    page = soup_of(client.get(reverse("series:copy", args=[one.pk])))
    assert page.select_one("#id_capacity")["value"] == "7"
    assert page.select_one("form[action$='/new/']")


@pytest.mark.parametrize("rows", [1, 3])
def test_list_of_series_asks_the_same_whatever_its_length(
    client, make_officer, django_assert_num_queries, rows
):
    for _row in range(rows):
        make_series()
    client.force_login(make_officer("RU"))
    client.get(reverse("series:index"))
    with django_assert_num_queries(12):
        client.get(reverse("series:index"))


def test_rule_in_words():
    trail = make_trail()
    weekly = DepartureSeries(
        trail=trail, clock=time(10), weekdays=[5, 6], first_day=timezone.localdate()
    )
    assert rule_text(weekly) == "Every week: Sat and Sun, 10:00"
    weekly.every_weeks = 2
    assert rule_text(weekly) == "Every 2 weeks: Sat and Sun, 10:00"
