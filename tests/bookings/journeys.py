"""A visitor with a browser that follows the pages' own forms."""

from bs4 import BeautifulSoup
from django.test import Client

TYPED = {
    "adults": "2",
    "children": "1",
    "guardian": "on",
    "name": "Sample Visitor",
    "email": "visitor@example.org",
    "phone": "+7 914 123-45-67",
    "consent": "on",
}


def soup_of(response) -> BeautifulSoup:
    return BeautifulSoup(response.content, "html.parser")


def hidden(response, name: str) -> str:
    """Return the value of a hidden field."""
    return soup_of(response).find("input", {"name": name})["value"]


def fill_in(client: Client, departure, language: str = "en", **typed):
    """Open the form and send it; return the answer."""
    url = f"/{language}/bookings/departures/{departure.pk}/"
    ticket = hidden(client.get(url), "ticket")
    return client.post(url, {**TYPED, "ticket": ticket, **typed})


def confirm(client: Client, departure, language: str = "en"):
    """Press the button of the review page; return the answer."""
    url = f"/{language}/bookings/departures/{departure.pk}/review/"
    return client.post(url, {"draft": hidden(client.get(url), "draft")})


def book(client: Client, departure, language: str = "en", **typed) -> str:
    """Go the whole way; return the address of the private page."""
    assert fill_in(client, departure, language, **typed).status_code == 302
    response = confirm(client, departure, language)
    assert response.status_code == 303
    return response["Location"].partition("?")[0]
