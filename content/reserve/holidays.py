"""Fills the calendar of a country for a year; what staff have entered or changed stays as it is."""

import holidays
from django.db import transaction

from content.base.choices import SideCode
from content.reserve.models import Holiday, Side
from content.reserve.models.holidays import DayKind

MOVED_OFF = ("Day off, moved", "Перенесённый выходной", "调休放假")
MOVED_WORKING = ("Working day, moved", "Перенесённый рабочий день", "调休上班")
# English names as the library gives them, without its remarks in brackets: Russian, Chinese.
NAMES = {
    "New Year Holidays": ("Новогодние каникулы", "新年假期"),
    "Christmas Day": ("Рождество Христово", "东正教圣诞节"),
    "Defender of the Fatherland Day": ("День защитника Отечества", "祖国保卫者日"),
    "International Women's Day": ("Международный женский день", "国际妇女节"),
    "Holiday of Spring and Labor": ("Праздник Весны и Труда", "春天与劳动节"),
    "Victory Day": ("День Победы", "胜利日"),
    "Russia Day": ("День России", "俄罗斯日"),
    "Unity Day": ("День народного единства", "人民团结日"),
    "New Year's Day": ("Новый год", "元旦"),
    "Chinese New Year's Eve": ("Канун китайского Нового года", "农历除夕"),
    "Chinese New Year": ("Китайский Новый год (Праздник весны)", "春节"),
    "Tomb-Sweeping Day": ("Цинмин, день поминовения", "清明节"),
    "Labor Day": ("День труда", "劳动节"),
    "Dragon Boat Festival": ("Праздник драконьих лодок", "端午节"),
    "Mid-Autumn Festival": ("Праздник середины осени", "中秋节"),
    "National Day": ("День образования КНР", "国庆节"),
}


def load_holidays(side: Side, year: int) -> int:
    """Add the days of a year that the calendar of a side does not hold yet; return how many.

    The days come from the `holidays` library: decreed where its release knows the decree, else by the standing law.
    """
    known = set(Holiday.objects.filter(side=side, day__year=year).values_list("day", flat=True))
    new = [day for day in _days(SideCode(side.code), year) if day.day not in known]
    with transaction.atomic():
        Holiday.objects.bulk_create(new)
    return len(new)


def _days(side: SideCode, year: int) -> list[Holiday]:
    decreed = holidays.country_holidays(side, years=year, language="en_US")
    off = [Holiday(side_id=side, day=day, **_names(name)) for day, name in sorted(decreed.items())]
    moved = sorted(day for day in decreed.weekend_workdays if day.year == year)
    return off + [
        Holiday(side_id=side, day=day, kind=DayKind.WORKING, **_columns(MOVED_WORKING))
        for day in moved
    ]


def _names(english: str) -> dict[str, str]:
    """Return the name columns of a day; a name this page does not know stays in English."""
    if english.startswith("Day off"):
        return _columns(MOVED_OFF)
    plain = english.split("; ")[0].partition(" (")[0]
    return _columns((plain, *NAMES.get(plain, ("", ""))))


def _columns(names: tuple[str, str, str]) -> dict[str, str]:
    return dict(zip(("name_en", "name_ru", "name_zh_hans"), names, strict=True))
