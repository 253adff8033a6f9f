"""The page of a ticket that a visitor keeps: whole in three languages, for the holder of the link only."""

from datetime import timedelta

import pytest
import time_machine

from bookings import services
from bookings.parties import VISITOR
from tests.bookings.factories import make_booking, make_departure
from tests.bookings.journeys import soup_of
from tests.bookings.test_private_link import LANGUAGES, link

pytestmark = pytest.mark.django_db
WORDS = {"en": "Your party", "ru": "Ваша группа", "zh-hans": "您的团队"}


def kept(placed, language: str = "en") -> str:
    return f"{link(placed, language)}kept/"


@pytest.mark.parametrize("language", LANGUAGES)
def test_kept_ticket_says_what_is_needed_and_can_change_nothing(client, site, language):
    placed = make_booking()
    answer = client.get(kept(placed, language))
    page = soup_of(answer)
    text = page.get_text()
    assert {placed.booking.reference, placed.booking.name} <= {one.strip() for one in page.strings}
    assert WORDS[language] in text and "UTC+10" in text
    assert page.select_one(".kept-ticket__code svg") and not page.find("form")
    assert placed.booking.email not in text and placed.booking.phone not in text
    assert answer["Cache-Control"] == "no-store, private"


def test_button_forgets_the_ticket_hours_after_the_walk(client, site):
    placed = make_booking()
    box = soup_of(client.get(link(placed))).select_one("[data-keep]")
    ends = placed.booking.departure.ends_at + timedelta(hours=6)
    assert box["data-keep"] == placed.booking.reference
    assert int(box["data-until"]) == ends.timestamp() * 1000
    assert box["data-page"] == kept(placed)
    assert "hidden" in box.attrs  # without JavaScript there is nothing to press


def test_wrong_link_keeps_nothing(client, site):
    placed = make_booking()
    assert client.get(f"/en/bookings/{placed.booking.reference}/wrong/kept/").status_code == 404


def test_there_is_no_ticket_to_keep_of_a_cancelled_booking_or_a_past_walk(client, site):
    cancelled, past = make_booking(), make_booking(make_departure())
    services.cancel_booking(cancelled.booking.pk, VISITOR)
    assert client.get(kept(cancelled)).status_code == 303
    assert soup_of(client.get(link(cancelled))).select_one("[data-keep]") is None
    with time_machine.travel(past.booking.departure.ends_at + timedelta(minutes=1)):
        assert client.get(kept(past)).status_code == 303


@pytest.mark.parametrize("language", LANGUAGES)
def test_keeper_sees_the_pages_of_bookings_only(client, site, language):
    answer = client.get(f"/{language}/bookings/ticket-keeper.js")
    assert answer["Content-Type"] == "text/javascript; charset=utf-8"
    assert "Service-Worker-Allowed" not in answer.headers
    assert answer["Cache-Control"] == "no-cache"
