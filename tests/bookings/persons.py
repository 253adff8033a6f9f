"""Parties whose persons an entry rule asks for, and what such a visitor types."""

from datetime import date

from django.test import Client

from bookings.models import Booking, Departure
from bookings.naming import name_people
from bookings.people import Person
from bookings.vault import Papers
from content.trails.models import Trail
from tests.bookings.factories import make_departure, make_trail
from tests.bookings.journeys import (
    booking_at,
    choose_party,
    confirm_link,
    hidden,
    say_who,
    send_in,
    step_url,
)
from tests.trails.factories import make_entry_zone

NUMBER = "75 1234567"
BORN = date(1980, 2, 29)
CONSENTS = {"papers": "on", "guardian": "on"}


def border_trail(side: str = "RU", **rule) -> Trail:
    """Return a trail on which people of other countries need a permit, and of the own country a name."""
    trail = make_trail(side, slug=f"border-{side.lower()}")
    if trail.entry_zones.exists():
        return trail
    foreign = {"group": "other", "asks": "document", "is_reviewed": True, **rule}
    make_entry_zone(side, {"group": side, "asks": "name"}, foreign, trail=trail)
    return trail


def border_departure(side: str = "RU", **fields) -> Departure:
    return make_departure(border_trail(side), **fields)


def typed(person: int, name: str = "Ada Sample", **changes) -> dict[str, str]:
    """Return what is typed about one foreign adult."""
    fields = {
        "name": name,
        "birth_date": "1980-02-29",
        "number": f"{NUMBER}{person}",
        "citizenship": "DE",
        **changes,
    }
    return {f"person-{person}-{field}": value for field, value in fields.items()}


def name_in_step(client: Client, departure: Departure, language: str = "en", **fields):
    """Send the step that asks who comes; return the answer."""
    url = step_url(departure, "people/", language)
    return client.post(url, {"draft": hidden(client.get(url), "draft"), **fields})


def hold_party(client: Client, departure: Departure, adults: int = 2, children: int = 0, **typed):
    """Hold the places of a foreign party; return the answer, which leads on to who comes."""
    party = {"adults": str(adults), "children": str(children), "groups": "other", **typed}
    return choose_party(client, departure, **party)


def book_party(client: Client, departure: Departure, adults: int = 2, *, later: bool = False):
    """Book a foreign party the whole way; return it, with its private address."""
    hold_party(client, departure, adults)
    people = {"later": "1"} if later else {**CONSENTS}
    for number in range(1, adults + 1):
        people |= {} if later else typed(number, f"Sample Person {number}")
    assert name_in_step(client, departure, **people).status_code == 302
    say_who(client, departure)
    private = send_in(client, departure)["Location"].partition("?")[0]
    booking = booking_at(private)
    client.post(confirm_link(booking))
    booking.refresh_from_db()
    return booking, private


def person(number: int, **changes) -> Person:
    """Return a foreign person with papers, as the verbs take one."""
    fields = {
        "number": number,
        "group": "other",
        "name": f"Sample Person {number}",
        "papers": Papers(f"AB12345{number}", BORN, "DE"),
        **changes,
    }
    return Person(**fields)


def name_all(booking: Booking) -> None:
    """Name everybody in a party with papers."""
    name_people(booking.pk, [person(number) for number in range(1, booking.party_size + 1)])
