"""Invented persons of the sample parties that an entry rule asks for; the last of a larger party is still missing."""

from datetime import date

from bookings.demo_parties import FOREIGN, PEOPLE, SAMPLE_CONSENT
from bookings.models import Band, Booking, Participant
from bookings.naming import name_people
from bookings.parties import SYSTEM, ConsentGiven
from bookings.people import Person
from bookings.vault import Papers

BIRTHDAYS = {Band.ADULT: date(1984, 2, 29), Band.CHILD: date(2016, 5, 20)}
LARGER = 3


def name_sample(booking: Booking) -> None:
    """Name the persons of a sample booking, where there are any."""
    people = list(booking.participants.all())
    known = people[:-1] if len(people) >= LARGER else people
    if known:
        agreed = ConsentGiven("sample", SAMPLE_CONSENT, booking.language, "papers")
        persons = [_person(one, booking.language) for one in known]
        name_people(booking.pk, persons, [agreed], SYSTEM)


def _person(one: Participant, language: str) -> Person:
    names = PEOPLE[language]
    papers = Papers(f"SAMPLE{one.pk:04}", BIRTHDAYS[Band(one.band)], "DE")
    return Person(
        number=one.number,
        group=one.group,
        name=f"{names[one.number % len(names)]} {one.number}",
        papers=papers if one.group == FOREIGN else None,
    )
