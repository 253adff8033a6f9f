"""Small sentences about prices."""

from decimal import Decimal

import pytest
from django.utils import translation

from bookings.wording import price_text
from tests.bookings.factories import make_booking, make_departure, make_series, make_trail

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
        (
            {"price": 200, "price_child": 0, "price_concession": 100},
            None,
            "RUB200 per adult, children free of charge, concessions RUB100, paid at the visitor centre",
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


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        (
            "en",
            "CN¥50 per adult, children free of charge, concessions CN¥25, paid at the visitor centre",
        ),
        ("ru", "50 ¥ со взрослого, дети — бесплатно, льготный билет — 25 ¥, оплата в визит-центре"),
        ("zh-hans", "成人50元，儿童免费，优惠票25元，在访客中心支付"),
    ],
)
def test_bands_of_a_departure_in_each_language(language, expected):
    own = {"price": 50, "price_child": 0, "price_concession": 25}
    departure = make_departure(make_trail("CN", price=99), **own)
    with translation.override(language):
        assert price_text(departure).replace("\N{NO-BREAK SPACE}", " ") == expected


def test_own_meeting_point_and_prices_stand_everywhere(
    client, site, mailoutbox, django_capture_on_commit_callbacks
):
    departure = make_departure(
        make_trail("RU", price=900, meeting_lat=43.0, meeting_lon=131.0),
        price=500,
        price_concession=0,
        meeting_point_ru="У моста",
        meeting_point_en="At the bridge",
    )
    with django_capture_on_commit_callbacks(execute=True):
        placed = make_booking(departure)
    private = f"/en/bookings/{placed.booking.reference}/{placed.secret}/"
    price = "500 per adult, concessions free of charge, paid at the visitor centre"
    shown = [
        client.get(f"/en/bookings/departures/{departure.pk}/").content.decode(),
        client.get(private).content.decode(),
        mailoutbox[0].body,
        mailoutbox[0].alternatives[0][0],
    ]
    for text in shown:
        assert "At the bridge" in text
        assert "At the gate" not in text
        assert price in text
    calendar = client.get(f"{private}calendar.ics").content.decode()
    assert "LOCATION:At the bridge" in calendar
    assert "GEO:" not in calendar


def test_series_writes_prices_and_meeting_point_into_its_walks():
    one = make_series(price=500, price_child=100, meeting_point_en="At the bridge")
    assert {(d.price_child, d.meeting_point_en) for d in one.departures.all()} == {
        (100, "At the bridge")
    }
