"""The private page: whoever has the link, and nobody else; no trace, no guessing."""

from datetime import timedelta

import pytest
from django.core.cache import cache

from bookings.models import Booking
from bookings.references import hash_of, read_reference, secret_for
from bookings.throttling import FAILURES_OF_CLIENT
from tests.bookings.factories import counter, make_booking, make_departure
from tests.bookings.journeys import soup_of

pytestmark = pytest.mark.django_db
LANGUAGES = ["en", "ru", "zh-hans"]


def link(placed, language: str = "en") -> str:
    return f"/{language}/bookings/{placed.booking.reference}/{placed.secret}/"


def test_only_the_hash_of_the_secret_is_stored():
    placed = make_booking()
    row = Booking.objects.filter(pk=placed.booking.pk).values().get()
    assert row["secret_hash"] == hash_of(placed.secret)
    assert placed.secret not in {str(value) for value in row.values()}
    assert len(placed.secret) == 24


def test_secret_follows_the_key_and_the_secret_key(settings):
    placed = make_booking()
    assert secret_for(placed.booking.idempotency_key) == placed.secret
    settings.SECRET_KEY = "another"
    assert secret_for(placed.booking.idempotency_key) != placed.secret


@pytest.mark.parametrize(
    ("suffix", "policy"),
    [
        ("", "no-referrer"),
        ("calendar.ics", "no-referrer"),
        ("change/", "strict-origin"),
        ("cancel/", "strict-origin"),
    ],
)
def test_headers_keep_the_address_secret(client, site, suffix, policy):
    response = client.get(link(make_booking()) + suffix)
    assert response.status_code == 200
    assert response["Referrer-Policy"] == policy
    assert response["Cache-Control"] == "no-store, private"
    assert response["X-Robots-Tag"] == "noindex, nofollow"


def test_the_page_that_is_only_read_has_no_form_of_ours(client, site):
    """With no-referrer a browser would send “Origin: null”, and a form there would be refused."""
    soup = soup_of(client.get(link(make_booking())))
    assert soup.find("main").find_all("form", method="post") == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_language_switcher_leads_to_the_same_booking(client, site, language):
    placed = make_booking()
    soup = soup_of(client.get(link(placed, language)))
    addresses = {a["href"] for a in soup.find_all("a", href=True)}
    assert {link(placed, other) for other in LANGUAGES if other != language} <= addresses


def test_known_and_unknown_numbers_get_the_same_answer(client, site):
    placed = make_booking()
    known = client.get(f"/en/bookings/{placed.booking.reference}/{'x' * 24}/")
    unknown = client.get(f"/en/bookings/ZZZZZZZZ/{'x' * 24}/")
    assert known.status_code == unknown.status_code == 404
    same = known.content.replace(placed.booking.reference.encode(), b"ZZZZZZZZ")
    assert same == unknown.content
    assert dict(known.headers) == dict(unknown.headers)


def test_known_and_unknown_numbers_cost_the_same_queries(client, site, django_assert_num_queries):
    placed = make_booking()
    client.get("/en/bookings/ZZZZZZZZ/warm/")
    for reference in (placed.booking.reference, "ZZZZZZZZ"):
        with django_assert_num_queries(3):
            client.get(f"/en/bookings/{reference}/wrong/")


@pytest.mark.parametrize("tail", ["change/", "cancel/", "calendar.ics", ""])
def test_wrong_links_do_nothing_anywhere(client, site, tail):
    placed = make_booking()
    wrong = f"/en/bookings/{placed.booking.reference}/{placed.secret[:-1]}/{tail}"
    assert client.get(wrong).status_code == 404
    if tail in {"change/", "cancel/"}:
        assert client.post(wrong, {"adults": 1, "children": 0}).status_code == 404
    placed.booking.refresh_from_db()
    assert (placed.booking.is_live, placed.booking.adults) == (True, 2)


@pytest.mark.parametrize("secret", ["%00", "%F0%9F%90%86", "x" * 3000, "..%2F", "%22%3E"])
def test_strange_links_are_not_found(client, site, secret):
    placed = make_booking()
    assert client.get(f"/en/bookings/{placed.booking.reference}/{secret}/").status_code == 404
    assert client.get(f"/en/bookings/%00{secret[:9]}/abc/").status_code == 404


def test_number_may_be_written_as_people_write(client, site):
    placed = make_booking()
    Booking.objects.filter(pk=placed.booking.pk).update(reference="10AB0C1D")
    assert client.get(f"/en/bookings/ioab-0cld/{placed.secret}/").status_code == 200
    assert read_reference("ioab 0cld") == "10AB0C1D"


def test_guessing_is_braked_for_the_client_and_for_the_number(client, site):
    placed = make_booking()
    for _attempt in range(FAILURES_OF_CLIENT):
        assert client.get(f"/en/bookings/{placed.booking.reference}/wrong/").status_code == 404
    braked = client.get(f"/en/bookings/{placed.booking.reference}/wrong/")
    assert (braked.status_code, braked.headers["Retry-After"]) == (429, "900")
    assert client.get("/en/bookings/ZZZZZZZZ/wrong/").status_code == 429
    elsewhere = {"REMOTE_ADDR": "203.0.113.9"}
    assert client.get("/en/bookings/ZZZZZZZZ/wrong/", **elsewhere).status_code == 404
    assert client.get(link(placed), **elsewhere).status_code == 429
    cache.clear()
    assert client.get(link(placed)).status_code == 200


def test_brake_stores_nothing_personal(client, site, monkeypatch):
    keys = []
    real_add = cache.add
    monkeypatch.setattr(
        cache, "add", lambda key, *a, **k: (keys.append(key), real_add(key, *a, **k))[1]
    )
    client.get("/en/bookings/ZZZZZZZZ/wrong/", REMOTE_ADDR="203.0.113.9")
    assert len(keys) == 2
    assert not any("203.0.113" in key or "ZZZZ" in key for key in keys)


def test_change_says_how_many_are_free_and_keeps_the_booking(client, site):
    departure = make_departure(capacity=5)
    placed = make_booking(departure, 2)
    make_booking(departure, 2)
    response = client.post(f"{link(placed)}change/", {"adults": "4", "children": "0"})
    assert response.status_code == 409
    assert "Only 1 more place is free." in response.content.decode()
    assert soup_of(response).find(id="id_adults")["value"] == "4"
    assert counter(departure) == 4


def test_after_the_start_nothing_can_be_changed(client, site, time_machine):
    departure = make_departure()
    placed = make_booking(departure)
    time_machine.move_to(departure.starts_at + timedelta(minutes=1))
    page = client.get(link(placed)).content.decode()
    assert "This walk has begun or is over" in page
    for tail in ("change/", "cancel/"):
        answer = client.post(link(placed) + tail, {"adults": 1, "children": 0})
        assert answer["Location"] == link(placed)
    assert counter(departure) == 2


def test_cancelled_booking_offers_other_dates(client, site):
    departure = make_departure()
    other = make_departure(departure.trail, starts_at=departure.starts_at.replace(minute=30))
    placed = make_booking(departure)
    client.post(f"{link(placed)}cancel/")
    again = client.post(f"{link(placed)}cancel/")
    assert again["Location"] == f"{link(placed)}?done=cancelled"
    page = soup_of(client.get(link(placed)))
    assert [a["href"] for a in page.select(".booking-offers a")] == [
        f"/en/bookings/departures/{other.pk}/"
    ]
    assert counter(departure) == 0


def test_only_a_booking_that_can_change_asks_to_be_kept_private(client, site):
    placed = make_booking()
    warning = "Keep this page to yourself"
    assert warning in client.get(link(placed)).content.decode()
    client.post(f"{link(placed)}cancel/")
    assert warning not in client.get(link(placed)).content.decode()


@pytest.mark.parametrize("is_sample", [True, False])
def test_booking_of_a_sample_walk_says_that_it_is_a_sample(client, site, is_sample):
    placed = make_booking(make_departure(is_sample=is_sample))
    header = soup_of(client.get(link(placed))).select_one(".page-header")
    assert (header.select_one(".sample-mark") is not None) is is_sample


def test_change_names_the_walk(client, site):
    placed = make_booking(make_departure(), 2)
    page = soup_of(client.get(f"{link(placed)}change/")).find("main")
    assert "Trail RU: 2 adults." in page.get_text()
