from decimal import Decimal

import pytest
from django.utils import translation

from content.trails import words
from content.trails.models import Trail
from content.trails.months import to_bits


def plain(text: str) -> str:
    """Return a text with ordinary spaces: which kind CLDR uses is not ours to test."""
    return text.replace("\xa0", " ").replace("\u202f", " ")


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"length_km": Decimal("1.80")}, "1.8 km"),
        ({"length_km": Decimal("10.00"), "length_is_certain": False}, "about 10 km"),
        ({"length_km": None}, ""),
    ],
)
def test_length(changes, expected):
    with translation.override("en"):
        assert plain(words.length_text(Trail(**changes))) == expected


@pytest.mark.parametrize(
    ("times", "expected"),
    [
        ((None, None), ""),
        ((60, None), "1 hr"),
        ((90, 90), "1 hr 30 mins"),
        ((60, 120), "1 hr to 2 hrs"),
    ],
)
def test_duration(times, expected):
    with translation.override("en"):
        trail = Trail(duration_min=times[0], duration_max=times[1])
        assert plain(words.duration_text(trail)) == expected


@pytest.mark.parametrize(
    ("months", "expected"),
    [
        (range(1, 13), "all year"),
        ([], "not open at present"),
        ([5, 6, 7], "May–July"),
        ([1, 2, 3, 10, 11, 12], "October–March"),
        ([2, 3, 10], "February–March and October"),
    ],
)
def test_season(months, expected):
    with translation.override("en"):
        assert words.season_text(Trail(open_months=to_bits(months))) == expected


@pytest.mark.parametrize(
    ("side", "price", "child", "expected"),
    [
        ("RU", None, None, ""),
        ("RU", Decimal(0), None, "free of charge"),
        ("RU", Decimal(200), Decimal(100), "RUB 200, children RUB 100"),
        ("CN", Decimal("50.50"), None, "CN¥50.50"),
    ],
)
def test_price_is_in_the_currency_of_the_side(sides, side, price, child, expected):
    trail = Trail(side=sides[side], price=price, price_child=child)
    with translation.override("en"):
        assert plain(words.price_text(trail)) == expected


def test_russian_numbers_use_the_comma():
    with translation.override("ru"):
        assert plain(words.length_text(Trail(length_km=Decimal("1.80")))) == "1,8 км"
