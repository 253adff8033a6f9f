"""Invented visitors of the sample departures."""

import hashlib
from dataclasses import replace

from bookings.models import Departure
from bookings.parties import ConsentGiven, Contact, Party
from bookings.references import new_key
from bookings.requests import BookingRequest
from content.trails.entry import EntryCalendar
from content.trails.models import NationalityGroup

FOREIGN = NationalityGroup.OTHER.value
SAMPLE_CONSENT = hashlib.sha256(b"sample").hexdigest()
# Plainly invented: every name says "sample" in its language.
PEOPLE = {
    "en": ["Sample Visitor", "Example Walker", "Specimen Family"],
    "ru": ["Пример Посетителев", "Образец Туристов", "Шаблон Гостев"],
    "zh-hans": ["示例访客", "示例游客", "示例家庭"],
}


def sample_request(
    departure: Departure, party: Party, turn: int, *, may_be_foreign: bool = True
) -> BookingRequest:
    """Return what an invented visitor asks for, in a language of the guide."""
    languages = departure.guide_languages or ["en"]
    language = languages[turn % len(languages)]
    names = PEOPLE[language]
    calendar, day = EntryCalendar.of(departure.trail), departure.local_day
    if calendar.rules_on(day):
        is_foreign = may_be_foreign and turn % 2 == 0 and calendar.is_in_time([FOREIGN], day)
        party = replace(party, groups=(FOREIGN if is_foreign else departure.trail.side_id,))
    return BookingRequest(
        departure_id=departure.pk,
        party=party,
        contact=Contact(f"{names[turn % len(names)]} {turn}", f"sample-{turn}@example.org"),
        consent=ConsentGiven("sample", SAMPLE_CONSENT, language),
        language=language,
        key=new_key(),
        is_sample=True,
    )
