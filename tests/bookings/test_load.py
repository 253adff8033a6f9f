"""The public calendar of busy days: words for days and places, holidays of both countries, nothing about anybody."""

from datetime import UTC, date, datetime

import pytest
import time_machine

from bookings.load import Load, load_calendar
from content.reserve.models import Holiday, Side
from content.reserve.models.holidays import DayKind
from content.trails.models import Closure
from tests.bookings.factories import make_booking, make_departure, make_sides, make_trail
from tests.bookings.journeys import soup_of
from tests.staff.factories import make_area

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 6, 10, 3, tzinfo=UTC)  # the 10th on both sides
JUNE = date(2026, 6, 1)


@pytest.fixture(autouse=True)
def _in_june():
    with time_machine.travel(NOW, tick=False):
        yield


def start(day: int, hour: int = 1) -> datetime:
    return datetime(2026, 6, day, hour, tzinfo=UTC)


def calendar(**filters):
    return load_calendar(JUNE, list(Side.objects.all()), NOW, **filters)


def loads(calendar) -> dict[int, list]:
    return {day.day.day: day.loads for day in calendar.days if any(day.loads)}


@pytest.mark.parametrize(
    ("taken", "load"), [(0, Load.FREE), (5, Load.FREE), (6, Load.FILLING), (10, Load.FULL)]
)
def test_load_follows_the_places_taken(taken, load):
    departure = make_departure(starts_at=start(20))
    if taken:
        make_booking(departure, taken)
    assert loads(calendar()) == {20: [load]}


def test_walks_of_an_area_count_together_and_each_trail_alone():
    make_sides()
    area = make_area("RU")
    first, second = (make_trail(slug=slug, area=area, name_en=slug) for slug in ("oak", "ash"))
    make_booking(make_departure(first, starts_at=start(20)), 10)
    make_departure(second, starts_at=start(20, 5))
    assert [place.name for place in calendar().places] == [area.name_en]
    assert loads(calendar()) == {20: [Load.FREE]}
    assert loads(calendar(trail=first)) == {20: [Load.FULL]}


def test_closed_paused_and_cancelled_walks_are_not_offered():
    trail = make_trail()
    make_departure(trail, starts_at=start(20))
    make_departure(trail, starts_at=start(21), state="paused")
    make_departure(trail, starts_at=start(22), state="cancelled")
    make_departure(trail, starts_at=start(23), state="draft")
    Closure.objects.create(
        trail=trail, reason_id="fire", starts_on=date(2026, 6, 20), ends_on=date(2026, 6, 20)
    )
    assert loads(calendar()) == {20: [Load.CLOSED], 21: [Load.CLOSED]}


def test_day_is_that_of_the_places_own_clock_and_past_days_are_left_out():
    make_departure(make_trail("RU"), starts_at=start(20, 15))  # 01:00 of the 21st in Vladivostok
    make_departure(make_trail("CN"), starts_at=start(20, 15))  # 23:00 of the 20th in China
    shown = calendar()
    assert loads(shown) == {20: [None, Load.FREE], 21: [Load.FREE, None]}
    assert (shown.days[0].day, shown.days[-1].day) == (date(2026, 6, 10), date(2026, 6, 30))


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("en", ["getting full", "Russia: Russia Day", "How busy"]),
        ("ru", ["заполняется", "День России", "Загруженность"]),
        ("zh-hans", ["渐满", "俄罗斯日", "名额情况"]),
    ],
)
def test_page_tells_loads_and_holidays_in_each_language(client, site, code, words):
    departure = make_departure(starts_at=start(12))
    placed = make_booking(departure, 7)
    Holiday.objects.create(
        side_id="RU",
        day=date(2026, 6, 12),
        kind=DayKind.OFF,
        name_en="Russia Day",
        name_ru="День России",
        name_zh_hans="俄罗斯日",
    )
    answer = client.get(f"/{code}/bookings/load/")
    text = soup_of(answer).main.get_text(" ", strip=True)
    for word in words:
        assert word in text
    assert placed.booking.reference not in answer.content.decode()
    assert "Sample Visitor" not in text


def test_month_and_trail_are_chosen_and_nonsense_is_named(client, site):
    make_departure(make_trail(slug="oak", name_en="Oak"), starts_at=start(20))
    make_departure(
        make_trail(slug="ash", name_en="Ash"), starts_at=datetime(2026, 7, 2, tzinfo=UTC)
    )
    july = soup_of(client.get("/en/bookings/load/?month=2026-07&trail=ash"))
    assert july.select_one("caption").get_text() == "July 2026"
    assert [cell.get_text() for cell in july.select("thead th")] == ["Day", "Ash"]
    wrong = client.get("/en/bookings/load/?month=2026-13&side=KP")
    assert wrong.status_code == 200
    assert soup_of(wrong).select_one("caption").get_text() == "June 2026"


def test_page_without_walks_says_so(client, site):
    make_sides()
    assert "No departures match" in client.get("/en/bookings/load/").content.decode()


@pytest.mark.parametrize("number", [1, 3])
def test_month_asks_the_same_whatever_it_holds(client, site, number, django_assert_num_queries):
    make_sides()
    for turn in range(number):
        trail = make_trail(slug=f"way-{turn}", area=make_area("RU"))
        make_departure(trail, starts_at=start(20 + turn))
        Closure.objects.create(trail=trail, reason_id="fire", starts_on=JUNE)
    client.get("/en/bookings/load/")
    with django_assert_num_queries(7):
        client.get("/en/bookings/load/")
