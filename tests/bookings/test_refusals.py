"""Departures that cannot be booked say so and offer the next; hostile input gets a clear answer and changes nothing."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.core import signing
from django.utils import timezone

from bookings import services
from bookings.drafts import Draft, sign, ticket
from bookings.errors import PartyNeedsAdult, PartyTooLarge, PartyTooSmall, TrailClosed
from bookings.models import Booking, CancelReason
from bookings.parties import SYSTEM
from content.trails.models import Closure
from tests.bookings.factories import counter, make_booking, make_departure, make_request, make_trail
from tests.bookings.journeys import TYPED, fill_in, hidden, soup_of

pytestmark = pytest.mark.django_db


def in_hours(hours: float):
    return timezone.now() + timedelta(hours=hours)


def make_full():
    departure = make_departure(capacity=2)
    make_booking(departure, 2)
    return departure


def make_cancelled():
    departure = make_departure()
    services.cancel_departure(departure.pk, CancelReason.FIRE, SYSTEM)
    return departure


def make_trail_closed():
    departure = make_departure()
    Closure.objects.create(trail=departure.trail, reason_id="fire", starts_on=departure.local_day)
    return departure


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (make_full, "All places on this departure are taken."),
        (make_cancelled, "The reserve has cancelled this departure: fire danger."),
        (make_trail_closed, "The trail is closed on that day: fire danger."),
        (lambda: make_departure(starts_at=in_hours(-1)), "This walk has already begun or is over."),
        (lambda: make_departure(closes_at=in_hours(-1)), "Booking for this departure has ended."),
        (lambda: make_departure(state="closed"), "Booking for this departure has ended."),
    ],
)
def test_departure_says_why_not_and_offers_the_next(client, site, make, words):
    departure = make()
    free = make_departure(departure.trail, starts_at=in_hours(24 * 6 - 30))
    response = client.get(f"/en/bookings/departures/{departure.pk}/")
    soup = soup_of(response)
    assert response.status_code == 200
    assert words in soup.find(role="alert").get_text()
    assert soup.find("input", {"name": "ticket"}) is None
    offers = [link["href"] for link in soup.select(".booking-offers a")]
    assert offers == [f"/en/bookings/departures/{free.pk}/"]


@pytest.mark.parametrize("make", [make_full, make_cancelled, make_trail_closed])
def test_posting_to_it_all_the_same_books_nothing(client, site, make):
    departure = make()
    before = counter(departure), Booking.objects.count()
    own = ticket(Draft(departure.pk, "k" * 27))
    response = client.post(f"/en/bookings/departures/{departure.pk}/", {**TYPED, "ticket": own})
    assert response.status_code == 409
    assert (counter(departure), Booking.objects.count()) == before


def test_drafts_and_unknown_departures_are_not_found(client, site):
    draft = make_departure(state="draft")
    for pk in (draft.pk, 10**6):
        assert client.get(f"/en/bookings/departures/{pk}/").status_code == 404
        assert client.post(f"/en/bookings/departures/{pk}/review/").status_code == 404


def test_full_and_closed_ones_stay_in_the_list(client, site):
    make_full(), make_cancelled(), make_departure(state="closed"), make_departure(state="draft")
    make_departure(starts_at=in_hours(-1))
    soup = soup_of(client.get("/en/bookings/departures/"))
    texts = sorted(line.get_text() for line in soup.select(".departure__places"))
    assert texts == ["Booking closed", "Cancelled", "Full"]


@pytest.mark.parametrize(
    "query",
    [
        "page=x",
        "page=-1",
        "page=99999999999999999999",
        "trail=nothing",
        "trail=%00",
        "month=2026-99",
        "month=%00",
        "side=XX",
        "places=-3",
        "places=x",
        "places=99999999999999999999",
        "q=%00&q=%22",
    ],
)
def test_nonsense_in_the_filters_is_ignored(client, site, query):
    make_departure()
    response = client.get(f"/en/bookings/departures/?{query}")
    assert response.status_code == 200
    assert len(soup_of(response).select(".departure")) == 1


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("adults", "0"),
        ("adults", "-2"),
        ("adults", "99999999999999999999"),
        ("adults", "two"),
        ("children", "-1"),
        ("name", ""),
        ("name", " "),
        ("name", "a\0b"),
        ("name", "a\u202eb"),
        ("name", "x" * 5000),
        ("email", "a@b"),
        ("email", "a@example.org\nBcc: b@example.org"),
        ("email", f"a@{'ж' * 60}.рф"),
        ("email", "почта@example.org"),
        ("name", "\u200d"),
        ("name", "a\ufffeb"),
        ("phone", "1" * 39),
        ("phone", "call me"),
        ("consent", ""),
        ("guardian", ""),
        ("website", "http://spam.example"),
    ],
)
def test_hostile_values_are_refused_with_a_reason(client, site, field, value):
    departure = make_departure(capacity=50)
    response = fill_in(client, departure, **{field: value})
    assert response.status_code == 200
    assert len(soup_of(response).select(".error-summary li")) == 1
    assert Booking.objects.with_contact().count() == 0


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  Anna \u00a0 Ковалёва\r\n安娜 ", "Anna Ковалёва 安娜"),
        ("\u200eAnna\u200b\ufeff", "Anna"),  # what comes along with a copied name
        ("مه\u200cسا", "مه\u200cسا"),
        ("👨\u200d👩\u200d👧", "👨\u200d👩\u200d👧"),
        ("王\U00031350", "王\U00031350"),  # a rare letter, younger than some Unicode tables
        ("O’Neill-Ng‘weno", "O’Neill-Ng‘weno"),
    ],
)
def test_names_of_any_script_are_taken(client, site, typed, kept):
    departure = make_departure()
    assert fill_in(client, departure, name=typed).status_code == 302
    review = soup_of(client.get(f"/en/bookings/departures/{departure.pk}/review/"))
    assert kept in [fact.get_text() for fact in review.find_all("dd")]


def test_unknown_filters_are_named_in_plain_words_and_can_be_cleared(client, site):
    make_departure()
    soup = soup_of(client.get("/en/bookings/departures/?month=2026-13&trail=x"))
    errors = [error.get_text() for error in soup.select(".filters .errorlist")]
    assert errors == ["This choice is not known; it was left out."] * 2
    assert soup.find("a", string="Clear filters")["href"] == "/en/bookings/departures/"


def test_open_departure_says_until_when_it_can_be_booked(client, site, time_machine):
    start = datetime(2027, 6, 5, 0, 0, tzinfo=UTC)
    departure = make_departure(starts_at=start, closes_at=start - timedelta(hours=10))
    page = f"/en/bookings/departures/{departure.pk}/"
    until = "Saturday, 5 June 2027, 00:00"
    time_machine.move_to(start - timedelta(days=2))
    assert until in soup_of(client.get(page)).find("aside").get_text()
    time_machine.move_to(start - timedelta(hours=9))
    assert until not in soup_of(client.get(page)).find("aside").get_text()


def test_markup_in_a_name_stays_text(client, site):
    departure = make_departure()
    name = "<script>alert(1)</script>"
    fill_in(client, departure, name=name)
    review = client.get(f"/en/bookings/departures/{departure.pk}/review/").content.decode()
    assert name not in review
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in review


def test_altered_foreign_and_old_drafts_lead_back_to_the_form(client, site, time_machine):
    departure, other = make_departure(), make_departure()
    url = f"/en/bookings/departures/{departure.pk}/review/"
    fill_in(client, departure)
    good = hidden(client.get(url), "draft")
    foreign = sign(Draft(other.pk, "k", "", {"adults": 1}, {"version": "x"}))
    for bad in ("", "x", good[:-2] + "xx", foreign, signing.dumps([1, 2])):
        response = client.post(url, {"draft": bad})
        assert (response.status_code, response["Location"]) == (
            302,
            f"/en/bookings/departures/{departure.pk}/",
        )
    time_machine.move_to(timezone.now() + timedelta(hours=25))
    assert client.post(url, {"draft": good}).status_code == 302
    assert Booking.objects.with_contact().count() == 0


def test_party_rules(sides):
    trail = make_trail(max_party=4)
    departure = make_departure(trail)
    with pytest.raises(PartyTooLarge) as caught:
        services.place_booking(make_request(departure, 3, 2))
    assert caught.value.limit == 4
    with pytest.raises(PartyNeedsAdult):
        services.place_booking(make_request(departure, 0, 2))
    Closure.objects.create(trail=trail, reason_id="flood", starts_on=date(2020, 1, 1))
    with pytest.raises(TrailClosed):
        services.place_booking(make_request(departure, 1))
    assert counter(departure) == 0


def test_party_smaller_than_the_trail_allows_is_refused_and_one_as_large_is_taken():
    departure = make_departure(make_trail(min_party=3))
    with pytest.raises(PartyTooSmall) as caught:
        make_booking(departure, adults=1, children=1)
    assert caught.value.message == "For safety, a party on this trail has at least 3 people."
    assert counter(departure) == 0
    make_booking(departure, adults=2, children=1)
    assert counter(departure) == 3
