"""Small sentences about prices."""

from decimal import Decimal

import pytest
from django.utils import translation

from bookings.wording import price_text
from tests.bookings.factories import make_departure, make_trail

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("trail", "own", "expected"),
    [
        ({}, None, ""),
        ({"price": 0}, None, "free of charge"),
        ({"price": 200}, None, "RUB200 per adult, paid at the visitor centre"),
        (
            {"price": 200, "price_child": 100},
            None,
            "RUB200 per adult, RUB100 per child, paid at the visitor centre",
        ),
        # A departure with a price of its own says nothing of children: the trail's price may not hold.
        (
            {"price": 200, "price_child": 100},
            Decimal(500),
            "RUB500 per adult, paid at the visitor centre",
        ),
    ],
)
def test_price_says_what_each_person_pays(trail, own, expected):
    departure = make_departure(make_trail(**trail), price=own)
    assert price_text(departure).replace("\N{NO-BREAK SPACE}", "") == expected


@pytest.mark.parametrize(
    ("language", "currency"), [("en", "CN¥50"), ("ru", "50 ¥"), ("zh-hans", "50元")]
)
def test_price_is_in_the_money_of_the_trail(language, currency):
    departure = make_departure(make_trail("CN", price=50))
    with translation.override(language):
        assert currency in price_text(departure).replace("\N{NO-BREAK SPACE}", " ")
