"""Dates, numbers, units and money as each language writes them."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from django.utils.translation import override

from content.base import formats

NBSP = "\u00a0"


@pytest.mark.parametrize(
    ("language", "written"),
    [("en", "16 May 2024"), ("ru", f"16{NBSP}мая 2024{NBSP}г."), ("zh-hans", "2024年5月16日")],
)
def test_date_is_written_as_the_language_does(language, written):
    with override(language):
        assert formats.format_date(date(2024, 5, 16)).replace("\u202f", NBSP) == written.replace(
            "\u202f", NBSP
        )


@pytest.mark.parametrize(
    ("language", "written"),
    [("en", "1,800 m"), ("ru", f"1800{NBSP}м"), ("zh-hans", "1800米")],
)
def test_length_has_the_languages_unit_and_separator(language, written):
    with override(language):
        assert formats.format_unit(1800, "m") == written


def test_time_is_told_in_the_zone_of_the_place():
    moment = datetime(2026, 11, 23, 0, 30, tzinfo=UTC)
    with override("en"):
        assert formats.format_time(moment, "Asia/Vladivostok") == "10:30"
        assert formats.format_time(moment, "Asia/Shanghai") == "08:30"


@pytest.mark.parametrize(
    ("minutes", "written"), [(45, "45 mins"), (60, "1 hr"), (150, "2 hrs 30 mins")]
)
def test_duration_is_told_in_hours_and_minutes(minutes, written):
    with override("en"):
        assert formats.format_duration(minutes) == written


def test_whole_amounts_have_no_decimals():
    with override("ru"):
        assert formats.format_money(Decimal("200.00"), "RUB") == f"200{NBSP}₽"
    with override("en"):
        assert formats.format_money(Decimal("12.50"), "CNY") == "CN¥12.50"


@pytest.mark.parametrize(
    ("amount", "currency", "written"),
    [("50", "CNY", "50元"), ("12.50", "CNY", "12.50元"), ("1200.00", "RUB", "1200卢布")],
)
def test_chinese_writes_the_currency_behind_the_amount(amount, currency, written):
    with override("zh-hans"):
        assert formats.format_money(Decimal(amount), currency) == written


@pytest.mark.parametrize(
    ("language", "written"),
    [("en", "14,065"), ("ru", f"14{NBSP}065"), ("zh-hans", "14065")],
)
def test_thousands_are_parted_as_the_language_does(language, written):
    with override(language):
        assert formats.format_number(14065) == written


def test_russian_parts_numbers_of_five_digits_and_more():
    with override("ru"):
        assert [formats.format_number(number) for number in (2689, 10000, 7.7)] == [
            "2689",
            f"10{NBSP}000",
            "7,7",
        ]
        assert formats.format_unit(2689, "km2") == f"2689{NBSP}км²"


@pytest.mark.parametrize(
    ("language", "dash", "names"),
    [("en", " – ", "Biology, Maths"), ("ru", " — ", "Biology, maths")],
)
def test_dash_and_names_follow_the_language(language, dash, names):
    with override(language):
        assert formats.dash() == dash
        assert formats.enumeration(["Biology", "Maths"]) == names


@pytest.mark.parametrize(
    ("language", "digits", "written"), [("en", 2, "1,234.50"), ("zh-hans", 0, "1234")]
)
def test_decimals_are_fixed_when_asked_for(language, digits, written):
    with override(language):
        assert formats.format_number(Decimal("1234.5"), digits) == written


@pytest.mark.parametrize(
    ("language", "span", "text"),
    [("en", "8–12", "One. Two."), ("ru", "8–12", "One. Two."), ("zh-hans", "8—12", "One.Two.")],
)
def test_spans_and_sentences_are_joined_as_the_language_does(language, span, text):
    with override(language):
        assert formats.between(8, 12) == span
        assert formats.sentences("One.", "", "Two.") == text


def test_list_is_joined_as_the_language_does():
    with override("ru"):
        assert formats.format_list(["а", "б", "в"]) == "а, б и в"
    with override("zh-hans"):
        assert formats.format_list(["甲", "乙", "丙"]) == "甲、乙和丙"
