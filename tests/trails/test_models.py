from datetime import UTC, date, datetime

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from content.trails.models import Closure
from content.trails.places import stops
from tests.trails.factories import NORTHWARD, make_point, make_trail


@pytest.mark.parametrize(
    "wrong",
    [
        {"duration_min": 90, "duration_max": 60},
        {"min_height_m": 200, "max_height_m": 100},
        {"meeting_lon": 131.4},
    ],
)
def test_the_database_refuses_what_cannot_be(sides, wrong):
    with pytest.raises(IntegrityError), transaction.atomic():
        make_trail(**wrong)
    trail = make_trail()
    for name, value in wrong.items():
        setattr(trail, name, value)
    with pytest.raises(ValidationError):
        trail.full_clean()


def test_a_closure_cannot_end_before_it_begins(sides):
    days = {"starts_on": date(2026, 5, 2), "ends_on": date(2026, 5, 1)}
    with pytest.raises(IntegrityError), transaction.atomic():
        Closure.objects.create(trail=make_trail(), reason_id="fire", **days)


@pytest.mark.parametrize(
    ("ends_on", "day", "holds"),
    [
        (date(2026, 5, 3), date(2026, 4, 30), False),
        (date(2026, 5, 3), date(2026, 5, 1), True),
        (date(2026, 5, 3), date(2026, 5, 3), True),
        (date(2026, 5, 3), date(2026, 5, 4), False),
        (None, date(2030, 1, 1), True),
    ],
)
def test_a_closure_holds_on_its_first_and_last_day(sides, ends_on, day, holds):
    closure = Closure.objects.create(
        trail=make_trail(), reason_id="fire", starts_on=date(2026, 5, 1), ends_on=ends_on
    )
    assert closure.holds_on(day) is holds
    assert Closure.objects.active_on(day).exists() is holds
    assert Closure.objects.overlapping(day, day).exists() is holds


def test_each_trail_lives_on_its_own_calendar(sides):
    """At 15:00 UTC it is already tomorrow in Primorye (UTC+10), not yet in Jilin (UTC+8)."""
    now = datetime(2026, 5, 1, 15, 0, tzinfo=UTC)
    russian, chinese = make_trail("RU"), make_trail("CN")
    assert russian.time_zone == "Asia/Vladivostok"
    assert russian.today(now) == date(2026, 5, 2)
    assert chinese.today(now) == date(2026, 5, 1)
    assert (russian.currency, chinese.currency) == ("RUB", "CNY")


def test_stops_are_numbered_along_the_way(sides):
    trail = make_trail(track=NORTHWARD)
    make_point(trail, name_en="end", at=1.0)
    make_point(trail, name_en="beside", lon=131.401, lat=43.21)
    make_point(trail, name_en="far away", lon=131.6, lat=43.21)
    make_point(trail, name_en="nowhere")
    found = [
        (stop.number, stop.name.text, stop.km_text.replace("\xa0", " ")) for stop in stops(trail)
    ]
    assert found == [(1, "beside", "1.1 km"), (2, "end", "4.4 km"), (3, "far away", "")]


def test_stops_without_a_track_need_coordinates(sides):
    trail = make_trail()
    make_point(trail, at=0.5)
    make_point(trail, name_en="placed", lon=131.4, lat=43.2)
    assert [(stop.name.text, stop.share) for stop in stops(trail)] == [("placed", None)]
