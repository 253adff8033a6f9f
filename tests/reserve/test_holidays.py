"""The calendar of each country: what the library knows, what staff changed, and counting working days with it."""

from datetime import date

import pytest
from django.core.management import call_command
from django.db import IntegrityError, transaction

from content.reserve.holidays import load_holidays
from content.reserve.models import DayKind, Holiday
from content.reserve.working_days import WorkingCalendar


def test_year_of_china_holds_days_off_and_moved_working_days(sides):
    load_holidays(sides["CN"], 2026)
    days = dict(Holiday.objects.filter(side="CN").values_list("day", "kind"))
    assert days[date(2026, 10, 1)] == DayKind.OFF
    assert days[date(2026, 9, 20)] == DayKind.WORKING
    eve = Holiday.objects.get(day=date(2026, 2, 17))
    assert (eve.name_en, eve.name_ru, eve.name_zh_hans) == (
        "Chinese New Year",
        "Китайский Новый год (Праздник весны)",
        "春节",
    )


@pytest.mark.parametrize("side", ["RU", "CN"])
@pytest.mark.parametrize("year", [2025, 2026, 2027, 2028])
def test_every_day_has_its_name_in_three_languages(sides, side, year):
    load_holidays(sides[side], year)
    for holiday in Holiday.objects.all():
        assert holiday.name_en and holiday.name_ru and holiday.name_zh_hans, holiday.name_en


def test_loading_again_leaves_what_staff_changed(sides):
    load_holidays(sides["RU"], 2026)
    Holiday.objects.filter(day=date(2026, 11, 4)).update(kind=DayKind.WORKING, name_en="Changed")
    assert load_holidays(sides["RU"], 2026) == 0
    assert Holiday.objects.get(day=date(2026, 11, 4)).name_en == "Changed"


def test_command_loads_both_countries(sides, capsys):
    call_command("load_holidays", "2026")
    assert set(Holiday.objects.values_list("side_id", flat=True)) == {"RU", "CN"}
    assert "2026 RU" in capsys.readouterr().out


def test_one_day_stands_once_in_a_country(sides):
    Holiday.objects.create(side=sides["RU"], day=date(2026, 5, 1))
    Holiday.objects.create(side=sides["CN"], day=date(2026, 5, 1))
    with pytest.raises(IntegrityError), transaction.atomic():
        Holiday.objects.create(side=sides["RU"], day=date(2026, 5, 1))


def test_working_days_leave_out_weekends_and_holidays_and_count_moved_ones(sides):
    load_holidays(sides["CN"], 2026)
    calendar = WorkingCalendar.of("CN", date(2026, 9, 1))
    assert calendar.works_on(date(2026, 9, 20))  # a Sunday, worked for the National Day
    assert not calendar.works_on(date(2026, 10, 1))
    assert calendar.after(date(2026, 9, 30), 1) == date(2026, 10, 8)
    assert calendar.after(date(2026, 9, 30), 3) == date(2026, 10, 10)  # a Saturday, worked too
    assert calendar.after(date(2026, 9, 30), 0) == date(2026, 9, 30)


def test_the_other_country_keeps_its_own_calendar(sides):
    load_holidays(sides["RU"], 2026)
    load_holidays(sides["CN"], 2026)
    assert WorkingCalendar.of("RU", date(2026, 9, 30)).after(date(2026, 9, 30), 1) == date(
        2026, 10, 1
    )
