"""A visitor with a browser that follows the pages' own forms."""

from bs4 import BeautifulSoup
from django.test import Client

from bookings.databases import aliases
from bookings.models import Booking
from bookings.references import secret_for
from bookings.views.private import confirm_url

PARTY = {"adults": "2", "children": "1"}
CONTACT = {
    "guardian": "on",
    "name": "Sample Visitor",
    "email": "visitor@example.org",
    "phone": "+7 914 123-45-67",
    "consent": "on",
}
TYPED = {**PARTY, **CONTACT}


def soup_of(response) -> BeautifulSoup:
    return BeautifulSoup(response.content, "html.parser")


def hidden(response, name: str) -> str:
    """Return the value of a hidden field."""
    return soup_of(response).find("input", {"name": name})["value"]


def step_url(departure, step: str = "", language: str = "en") -> str:
    return f"/{language}/bookings/departures/{departure.pk}/{step}"


def choose_party(client: Client, departure, language: str = "en", **typed):
    """Open the departure and say who comes; return the answer, which holds the places."""
    url = step_url(departure, "", language)
    ticket = hidden(client.get(url), "ticket")
    return client.post(url, {**PARTY, "ticket": ticket, **typed})


def say_who(client: Client, departure, language: str = "en", **typed):
    """Send the form of the second step; return the answer."""
    url = step_url(departure, "details/", language)
    return client.post(url, {**CONTACT, "draft": hidden(client.get(url), "draft"), **typed})


def fill_in(client: Client, departure, language: str = "en", **typed):
    """Fill in both steps; return the first answer that does not lead on, or the one that leads to the review."""
    party = {
        name: typed.pop(name)
        for name in ("adults", "children", "groups", "website")
        if name in typed
    }
    response = choose_party(client, departure, language, **party)
    if response.status_code != 302:
        return response
    return say_who(client, departure, language, **typed)


def send_in(client: Client, departure, language: str = "en"):
    """Press the button of the review page; return the answer."""
    url = step_url(departure, "review/", language)
    return client.post(url, {"draft": hidden(client.get(url), "draft")})


def confirm_link(booking: Booking) -> str:
    """Return the address that the mail carries, in the active language."""
    return confirm_url(booking, secret_for(booking.idempotency_key))


def press_confirm(client: Client, booking: Booking):
    """Open the link of the mail and press the button; return the answer."""
    url = confirm_link(booking)
    assert client.get(url).status_code == 200
    return client.post(url)


def book(client: Client, departure, language: str = "en", **typed) -> str:
    """Go the whole way; return the address of the private page."""
    assert fill_in(client, departure, language, **typed).status_code == 302
    response = send_in(client, departure, language)
    assert response.status_code == 303
    private = response["Location"].partition("?")[0]
    booking = booking_at(private)
    assert press_confirm(client, booking).status_code == 303
    return private


def booking_at(private: str) -> Booking:
    """Return the booking of a private page, from whichever database it lies in."""
    reference = private.split("/")[3]
    found = [Booking.objects.using(alias).filter(reference=reference) for alias in aliases()]
    (booking,) = [one for rows in found for one in rows]
    return booking
