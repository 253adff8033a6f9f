"""The guardian's word: asked for every child who joins, never ticked beforehand, and kept as proof."""

from hashlib import sha256

import pytest
from django.utils import timezone, translation

from bookings import services
from bookings.consent import VERSION, guardian_text
from bookings.models import BookingState, Consent, ConsentPurpose
from bookings.references import secret_for
from bookings.requests import Placed
from tests.bookings.factories import make_booking, make_departure, make_trail
from tests.bookings.test_private_link import link
from tests.bookings.test_waiting import wait

pytestmark = pytest.mark.django_db


def guardians(booking) -> list[Consent]:
    return list(booking.consents.filter(purpose=ConsentPurpose.GUARDIAN, withdrawn_at=None))


@pytest.mark.parametrize("language", ["en", "ru", "zh-hans"])
def test_a_child_who_joins_brings_a_consent_with_words_language_and_time(client, site, language):
    placed = make_booking(adults=2)
    with translation.override(language):
        address = link(placed, language) + "change/"
        words = guardian_text(placed.booking.departure)
        page = client.get(address).content.decode()
        assert words in page
        assert "checked" not in page
        refused = client.post(address, {"adults": 2, "children": 1})
        assert refused.status_code == 200
        assert guardians(placed.booking) == []
        before = timezone.now()
        sent = {"adults": 2, "children": 1, "guardian": "on"}
        assert client.post(address, sent).status_code == 303
    [consent] = guardians(placed.booking)
    assert consent.text_hash == sha256(words.encode()).hexdigest()
    assert (consent.version, consent.language) == (VERSION, language)
    assert before <= consent.given_at <= timezone.now()


def test_the_word_given_once_holds_for_as_many_children_and_for_fewer(client, site):
    placed = make_booking(adults=2)
    address = link(placed) + "change/"
    client.post(address, {"adults": 2, "children": 2, "guardian": "on"})
    assert client.post(address, {"adults": 3, "children": 2}).status_code == 303
    assert client.post(address, {"adults": 3, "children": 1}).status_code == 303
    assert client.post(address, {"adults": 3, "children": 2}).status_code == 200
    assert len(guardians(placed.booking)) == 1


def test_a_tick_without_children_is_no_consent(client, site):
    placed = make_booking(adults=2)
    client.post(link(placed) + "change/", {"adults": 3, "children": 0, "guardian": "on"})
    placed.booking.refresh_from_db()
    assert (placed.booking.adults, guardians(placed.booking)) == (3, [])


def test_what_is_refused_leaves_no_consent(client, site):
    departure = make_departure(capacity=2)
    placed = make_booking(departure, 2)
    sent = {"adults": 2, "children": 1, "guardian": "on"}
    assert client.post(link(placed) + "change/", sent).status_code == 409
    assert guardians(placed.booking) == []


def test_an_offer_taken_up_with_a_child_brings_the_consent_too(client, site):
    departure = make_departure(capacity=3)
    first = make_booking(departure, 3).booking
    waiting = wait(departure, 3)
    services.cancel_booking(first.pk)
    placed = Placed(waiting, secret_for(waiting.idempotency_key), is_new=False)
    address = link(placed) + "accept/"
    assert client.post(address, {"adults": 2, "children": 1}).status_code == 200
    assert client.post(address, {"adults": 2, "children": 1, "guardian": "on"}).status_code == 303
    waiting.refresh_from_db()
    assert waiting.state == BookingState.CONFIRMED
    assert [one.language for one in guardians(waiting)] == ["en"]


@pytest.mark.parametrize(
    ("side", "is_named", "words"),
    [
        ("RU", False, "another legal representative"),
        ("RU", True, "On their behalf I agree"),
        ("CN", False, "or have the guardian’s consent"),
        ("CN", True, "For those under 14 this is the guardian’s separate consent"),
    ],
)
def test_each_law_has_its_words(side, is_named, words):
    departure = make_departure(make_trail(side))
    assert words in guardian_text(departure, is_named=is_named)
    assert "under 18" in guardian_text(departure, is_named=is_named)
