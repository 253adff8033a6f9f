"""The visitor's way through the pages, in three languages, without JavaScript."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from bookings.consent import VERSION
from bookings.models import Booking, BookingState, OutboxMail
from tests.bookings.factories import counter, make_booking, make_departure, make_trail
from tests.bookings.journeys import (
    PARTY,
    TYPED,
    book,
    choose_party,
    confirm_link,
    fill_in,
    hidden,
    press_confirm,
    say_who,
    send_in,
    soup_of,
    step_url,
)

pytestmark = pytest.mark.django_db
LANGUAGES = ["en", "ru", "zh-hans"]
SUBJECTS = {
    "en": [
        "Please confirm your booking",
        "Your places are booked",
        "Your booking has changed",
        "Your booking is cancelled",
    ],
    "ru": [
        "Подтвердите бронь",
        "Места забронированы",
        "Бронь изменена",
        "Бронь отменена",
    ],
    "zh-hans": ["请确认您的预订", "名额已预订", "预订已变更", "预订已取消"],
}
TRAIL_NAMES = {"en": "Trail CN", "ru": "Тропа CN", "zh-hans": "步道 CN"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_whole_journey(client, site, mailoutbox, django_capture_on_commit_callbacks, language):
    departure = make_departure(make_trail("CN"), capacity=4)
    listing = client.get(f"/{language}/bookings/departures/")
    assert TRAIL_NAMES[language] in listing.content.decode()
    fill_in(client, departure, language)
    with django_capture_on_commit_callbacks(execute=True):
        private = send_in(client, departure, language)["Location"].partition("?")[0]
    booking = Booking.objects.get()
    assert confirm_link(booking) in mailoutbox[0].body
    with django_capture_on_commit_callbacks(execute=True):
        press_confirm(client, booking)
    booking.refresh_from_db()
    assert private.startswith(f"/{language}/bookings/{booking.reference}/")
    assert (booking.adults, booking.children, booking.party_size) == (2, 1, 3)
    assert (booking.name, booking.email) == ("Sample Visitor", "visitor@example.org")
    assert (booking.phone, booking.language) == ("+79141234567", language)
    assert set(booking.consents.values_list("purpose", "version", "language")) == {
        ("booking", VERSION, language),
        ("guardian", VERSION, language),
    }
    assert counter(departure) == 3
    page = client.get(private)
    assert page.status_code == 200
    assert booking.reference in page.content.decode()
    assert soup_of(page).html["lang"] == {"zh-hans": "zh-Hans"}.get(language, language)
    with django_capture_on_commit_callbacks(execute=True):
        changed = client.post(f"{private}change/", {"adults": "4", "children": "0"})
    assert changed["Location"] == f"{private}?done=changed"
    assert counter(departure) == 4
    assert client.get(f"{private}cancel/").status_code == 200
    with django_capture_on_commit_callbacks(execute=True):
        cancelled = client.post(f"{private}cancel/")
    assert cancelled["Location"] == f"{private}?done=cancelled"
    booking.refresh_from_db()
    assert booking.state == BookingState.CANCELLED_BY_VISITOR
    assert counter(departure) == 0
    assert [mail.subject.split(":")[0].split("：")[0] for mail in mailoutbox] == SUBJECTS[language]
    assert all(TRAIL_NAMES[language] in mail.subject for mail in mailoutbox)
    assert {mail.to[0] for mail in mailoutbox} == {"visitor@example.org"}


def test_places_are_held_from_the_second_step_and_the_pages_say_how_long(client, site):
    departure = make_departure()
    choose_party(client, departure)
    details = client.get(step_url(departure, "details/")).content.decode()
    assert "held for 15 more minutes" in details
    say_who(client, departure)
    review = client.get(step_url(departure, "review/")).content.decode()
    assert "held for 15 more minutes" in review
    booking = Booking.objects.get()
    assert (booking.state, booking.name, booking.email) == (BookingState.HELD, "", "")
    assert counter(departure) == 3


def test_review_survives_a_change_of_language(client, site):
    departure = make_departure()
    fill_in(client, departure)
    page = client.get(f"/en/bookings/departures/{departure.pk}/review/")
    switch = soup_of(page).find("a", {"hreflang": "ru"}) or soup_of(page).find("a", lang="ru")
    assert switch["href"] == f"/ru/bookings/departures/{departure.pk}/review/"
    russian = client.get(switch["href"])
    assert (russian.status_code, "Sample Visitor" in russian.content.decode()) == (200, True)
    send_in(client, departure, "ru")
    booking = Booking.objects.get()
    assert (booking.language, booking.consents.first().language) == ("ru", "en")


def test_form_keeps_what_was_typed_when_something_is_wrong(client, site):
    departure = make_departure()
    response = fill_in(client, departure, email="not an address", name="Анна О’Нил", phone="12")
    assert response.status_code == 200
    soup = soup_of(response)
    assert soup.find(id="id_name")["value"] == "Анна О’Нил"
    assert soup.find(id="id_email")["value"] == "not an address"
    assert soup.find(id="id_phone")["value"] == "12"
    assert len(soup.select(".error-summary li")) == 2


def test_back_to_the_form_finds_it_filled_in(client, site):
    departure = make_departure()
    fill_in(client, departure, adults="3")
    form = soup_of(client.get(step_url(departure)))
    assert form.find(id="id_adults")["value"] == "3"
    form = soup_of(client.get(step_url(departure, "details/")))
    assert form.find(id="id_email")["value"] == "visitor@example.org"


def test_replayed_confirmation_books_once(client, site):
    departure = make_departure()
    fill_in(client, departure)
    url = f"/en/bookings/departures/{departure.pk}/review/"
    draft = hidden(client.get(url), "draft")
    answers = [client.post(url, {"draft": draft})["Location"] for _press in range(3)]
    assert answers[0].endswith("?done=sent")
    assert [answer.partition("?")[2] for answer in answers[1:]] == ["done=again"] * 2
    assert len({answer.partition("?")[0] for answer in answers}) == 1
    assert (Booking.objects.count(), OutboxMail.objects.count()) == (1, 1)


def test_two_tabs_are_one_booking(client, site):
    departure = make_departure()
    url = f"/en/bookings/departures/{departure.pk}/"
    first, second = client.get(url), client.get(url)
    client.post(url, {**PARTY, "ticket": hidden(first, "ticket")})
    say_who(client, departure)
    private = send_in(client, departure)["Location"].partition("?")[0]
    answer = client.post(url, {**TYPED, "ticket": hidden(second, "ticket"), "adults": "5"})
    assert answer["Location"] == f"{private}?done=again"
    assert Booking.objects.count() == 1


def test_the_same_visitor_may_book_again_afterwards(client, site):
    departure = make_departure()
    assert book(client, departure) != book(client, departure)
    assert Booking.objects.count() == 2


def test_typed_data_travel_to_another_departure_with_a_key_of_its_own(client, site):
    first, second = make_departure(), make_departure()
    fill_in(client, first)
    choose_party(client, second)
    form = client.get(step_url(second, "details/"))
    assert soup_of(form).find(id="id_name")["value"] == "Sample Visitor"
    say_who(client, second)
    send_in(client, second)
    assert Booking.objects.with_contact().get().departure == second
    assert (counter(first), counter(second)) == (0, 3), "what was held on the first is released"


def test_draft_cookie_reaches_the_booking_pages_only(client, site):
    departure = make_departure()
    fill_in(client, departure)
    cookies = {name: morsel for name, morsel in client.cookies.items() if "draft" in name}
    assert {(name, morsel["path"]) for name, morsel in cookies.items()} == {
        (f"booking_draft_{code}", f"/{code}/bookings/") for code in LANGUAGES
    }
    assert all(morsel["httponly"] and morsel["samesite"] == "Lax" for morsel in cookies.values())
    send_in(client, departure)
    assert {client.cookies[name].value for name in cookies} == {""}


def test_places_lost_after_the_time_was_over(client, site, time_machine):
    departure = make_departure(capacity=4)
    later = make_departure(departure.trail, starts_at=departure.starts_at.replace(minute=30))
    fill_in(client, departure)
    time_machine.move_to(timezone.now() + timedelta(minutes=16))
    make_booking(departure, 2)
    response = send_in(client, departure)
    text = response.content.decode()
    assert response.status_code == 409
    assert "Meanwhile only 2 places are free" in text
    assert f"/en/bookings/departures/{later.pk}/" in text
    assert soup_of(response).find(id="id_adults")["value"] == "2"
    assert counter(departure) == 2


def test_time_over_but_places_still_free_goes_on(client, site, time_machine):
    departure = make_departure(capacity=4)
    fill_in(client, departure)
    time_machine.move_to(timezone.now() + timedelta(minutes=16))
    assert "Your time is over." in client.get(step_url(departure, "review/")).content.decode()
    assert send_in(client, departure)["Location"].endswith("?done=sent")
    assert counter(departure) == 3


def test_more_time_once_and_giving_up(client, site):
    departure = make_departure()
    choose_party(client, departure)
    page = client.get(step_url(departure, "details/"))
    assert "I need more time" in page.content.decode()
    draft = hidden(page, "draft")
    client.post(step_url(departure, "more-time/"), {"draft": draft})
    page = client.get(step_url(departure, "details/")).content.decode()
    assert "held for 30 more minutes" in page
    assert "I need more time" not in page
    client.post(step_url(departure, "more-time/"), {"draft": draft})
    assert Booking.objects.get().hold_expires_at < timezone.now() + timedelta(minutes=31)
    client.post(step_url(departure, "give-up/"), {"draft": draft})
    assert (counter(departure), Booking.objects.get().state) == (0, BookingState.EXPIRED)


def test_a_link_that_is_only_opened_confirms_nothing(client, site):
    departure = make_departure()
    fill_in(client, departure)
    private = send_in(client, departure)["Location"].partition("?")[0]
    booking = Booking.objects.get()
    assert client.get(f"{private}confirm/{'x' * 24}/").status_code == 404
    assert client.post(f"{private}confirm/{'x' * 24}/").status_code == 404
    booking.refresh_from_db()
    assert booking.state == BookingState.SUBMITTED
    assert press_confirm(client, booking)["Location"].endswith("?done=booked")
    booking.refresh_from_db()
    assert booking.state == BookingState.CONFIRMED


def test_csrf_is_checked(site):
    departure = make_departure()
    strict = Client(enforce_csrf_checks=True)
    url = f"/en/bookings/departures/{departure.pk}/"
    page = strict.get(url)
    assert strict.post(url, TYPED).status_code == 403
    token = soup_of(page).find("main").find("input", {"name": "csrfmiddlewaretoken"})["value"]
    answer = strict.post(
        url, {**TYPED, "ticket": hidden(page, "ticket"), "csrfmiddlewaretoken": token}
    )
    assert answer.status_code == 302
    assert counter(departure) == 3


def test_nothing_personal_in_addresses_or_logs(client, site, caplog):
    caplog.set_level("DEBUG")
    departure = make_departure()
    private = book(client, departure)
    client.get(private)
    client.post(f"{private}cancel/")
    everything = private + caplog.text
    for personal in ("Sample Visitor", "visitor@example.org", "9141234567"):
        assert personal not in everything
