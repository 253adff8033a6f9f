"""Who may walk where from which day on: leads in calendar and working days, validity, several passports."""

from datetime import UTC, date, datetime

import pytest
from django.db import IntegrityError, transaction

from content.reserve.holidays import load_holidays
from content.trails.entry import EntryCalendar
from content.trails.models import EntryRule
from tests.trails.factories import make_entry_zone, make_pages, make_trail

NOW = datetime(2026, 9, 28, 3, tzinfo=UTC)  # a Monday, in the morning on both sides
TODAY = date(2026, 9, 28)


def calendar_with(*rules: dict, side: str = "RU", now: datetime = NOW) -> EntryCalendar:
    trail = make_trail(side)
    make_entry_zone(side, *rules, trail=trail)
    return EntryCalendar.of(trail, now)


def test_trail_in_no_zone_asks_nothing(sides, django_assert_num_queries):
    trail = make_trail()
    assert trail.side.time_zone == "Asia/Vladivostok"
    with django_assert_num_queries(1):
        calendar = EntryCalendar.of(trail, NOW)
        assert calendar.rules_on(TODAY) == []
        assert calendar.first_day(["other"]) == TODAY


def test_first_day_follows_the_strictest_passport(sides):
    calendar = calendar_with({"group": "RU"}, {"group": "other", "lead_days": 10})
    assert calendar.first_day(["RU"]) == TODAY
    assert calendar.first_day(["RU", "other"]) == date(2026, 10, 8)
    assert calendar.first_day(["CN"]) == TODAY  # no rule means them


def test_working_days_follow_the_holidays_of_the_side_of_the_zone(sides):
    for side in sides.values():
        load_holidays(side, 2026)
    rule = {"group": "other", "lead_days": 3, "lead_kind": "working"}
    assert calendar_with(rule, side="RU").first_day(["other"]) == date(2026, 10, 1)
    assert calendar_with(rule, side="CN").first_day(["other"]) == date(2026, 10, 8)


def test_today_is_the_day_on_the_clock_of_the_trail(sides):
    late = datetime(
        2026, 9, 28, 14, 30, tzinfo=UTC
    )  # after midnight in Vladivostok, not yet in Hunchun
    assert calendar_with({"group": "RU"}, side="RU", now=late).first_day(["RU"]) == date(
        2026, 9, 29
    )
    assert calendar_with({"group": "RU"}, side="CN", now=late).first_day(["RU"]) == TODAY


def test_rule_counts_only_while_it_is_valid(sides):
    calendar = calendar_with(
        {"group": "other", "lead_days": 100, "valid_until": date(2026, 10, 5)},
        {"group": "other", "lead_days": 2, "valid_from": date(2026, 10, 6)},
    )
    assert calendar.first_day(["other"]) == date(2026, 10, 6)
    assert not calendar.is_in_time(["other"], date(2026, 10, 5))
    assert calendar.is_in_time(["other"], date(2026, 10, 6))


def test_no_day_in_sight_is_said(sides):
    rules = [{"group": "other", "lead_days": 365, "valid_from": date(2026, 1, 1)}]
    assert calendar_with(*rules).first_day(["other"]) == date(2027, 9, 28)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("content.trails.entry.LOOK_AHEAD_DAYS", 100)
        assert calendar_with(*rules).first_day(["other"]) is None


@pytest.mark.parametrize(
    "wrong",
    [
        {"valid_from": date(2026, 2, 2), "valid_until": date(2026, 2, 1)},
        {"lead_days": 366},
    ],
)
def test_database_refuses_a_rule_that_cannot_be(sides, wrong):
    zone = make_entry_zone()
    with pytest.raises(IntegrityError), transaction.atomic():
        EntryRule.objects.create(zone=zone, group="RU", papers="x", **wrong)


@pytest.mark.parametrize(
    ("code", "heading", "words"),
    [
        ("en", "Who needs which papers", "Citizens of other countries"),
        ("ru", "Кому какие документы нужны", "Граждане других стран"),
        ("zh-hans", "各国访客所需证件", "其他国家公民"),
    ],
)
def test_page_says_who_needs_what(client, indexes, code, heading, words):
    trail = make_trail()
    pages = make_pages(indexes, trail)
    assert heading not in client.get(pages[code].url).content.decode()
    make_entry_zone("RU", {"group": "RU"}, {"group": "other", "lead_days": 9}, trail=trail)
    html = client.get(pages[code].url).content.decode()
    assert heading in html and words in html
