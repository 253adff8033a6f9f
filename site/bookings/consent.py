"""The consents to keep personal data: their words, their version, and the proof of which words were shown.

A consent is a document of its own, apart from the terms of the visit; the one for children is asked for only when
children come along.
"""

import hashlib

from django.conf import settings
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from bookings.models import Departure
from bookings.parties import ConsentGiven
from content.base.facts import fact_text
from content.base.formats import semicolon
from content.reserve.models import Side

VERSION = "2026-11-30"  # raise it with every change of the words


def consent_paragraphs(departure: Departure) -> list[str]:
    """Return the words a visitor agrees to, in the active language."""
    return [
        _(
            "I agree that the organisation that runs the trail (%(organisation)s) stores and uses "
            "my name, my e-mail address, my telephone number if I give it, my language, the "
            "size of my party and, where entry rules ask for it, the countries of our passports."
        )
        % {"organisation": _organisation(departure.trail.side)},
        _(
            "The purpose is to book and run this visit, to write to me about it and to keep the "
            "group safe. The data are not passed on to others and are erased %(days)d days after "
            "the walk."
        )
        % {"days": settings.BOOKING_RETENTION_DAYS},
        _(
            "I may have the data shown, corrected or erased, and take this consent back, at any "
            "time through the office. Taking it back before the visit cancels the booking."
        ),
    ]


def guardian_text() -> str:
    """Return the words about children."""
    return _(
        "I am the parent or guardian of the children in my party, or have the guardian’s consent. "
        "Of children only their number is stored."
    )


def class_paragraphs() -> list[str]:
    """Return the words a teacher agrees to who asks for a class visit, in the active language."""
    return [
        _(
            "I agree that the organisation that runs the trail I choose (%(organisations)s) stores "
            "and uses my name, my e-mail address, my telephone number if I give it, the name of the "
            "school, the number and age of the pupils and what I write, to answer this request and "
            "to prepare the visit."
        )
        % {"organisations": semicolon().join(_organisation(side) for side in Side.objects.all())},
        _(
            "The data are not passed on to others and are erased %(days)d days after the day I wish "
            "for. I may have them shown, corrected or erased, and take this consent back, at any "
            "time through the office."
        )
        % {"days": settings.BOOKING_RETENTION_DAYS},
    ]


def class_consent() -> ConsentGiven:
    """Return the record of a teacher’s consent to the words shown in the active language."""
    return ConsentGiven(f"{VERSION}+class", _hash(class_paragraphs()), get_language())


def _organisation(side: Side) -> str:
    return fact_text(side, "organisation").text or fact_text(side, "name").text


def _hash(words: list[str]) -> str:
    return hashlib.sha256("\n".join(words).encode()).hexdigest()


def consent_given(departure: Departure, *, with_children: bool) -> ConsentGiven:
    """Return the record of a consent to the words shown in the active language."""
    words = consent_paragraphs(departure) + ([guardian_text()] if with_children else [])
    version = f"{VERSION}+children" if with_children else VERSION
    return ConsentGiven(version, _hash(words), get_language())
