"""The consents to keep personal data: their words, their version, and the proof of which words were shown.

Each purpose has a consent of its own, apart from the terms of the visit, and is asked for only where it is needed: the
one for children when children come along, the one for papers where an entry rule asks who comes.
"""

import hashlib

from django.conf import settings
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from bookings.models import ConsentPurpose, Departure
from bookings.parties import ConsentGiven
from content.base.choices import SideCode
from content.base.facts import fact_text
from content.base.formats import semicolon
from content.reserve.models import Side

VERSION = "2026-12-01.3"  # raise it with every change of the words


def consent_paragraphs(departure: Departure) -> list[str]:
    """Return the words a visitor agrees to, in the active language."""
    return [
        _(
            "I agree that the organisation that runs the trail (%(organisation)s) stores and uses "
            "my name, my e-mail address, my telephone number if I give it, my language, the "
            "size of my party and, where entry rules ask for it, the countries of our passports."
        )
        % {"organisation": _organisation(departure.trail.side)},
        ngettext(
            "The purpose is to book and run this visit, to write to me about it and to keep the "
            "group safe. The data are not passed on to others and are erased %(days)d day after "
            "the walk.",
            "The purpose is to book and run this visit, to write to me about it and to keep the "
            "group safe. The data are not passed on to others and are erased %(days)d days after "
            "the walk.",
            settings.BOOKING_RETENTION_DAYS,
        )
        % {"days": settings.BOOKING_RETENTION_DAYS},
        _(
            "I may have the data shown, corrected or erased, and take this consent back, at any "
            "time through the office. Taking it back before the visit cancels the booking."
        ),
    ]


def papers_paragraphs(departure: Departure, *, with_documents: bool) -> list[str]:
    """Return the words about the persons of a party, in the active language; documents only where a rule asks them."""
    organisation = {"organisation": _organisation(departure.trail.side)}
    if not with_documents:
        return [
            _(
                "I agree that the organisation that runs the trail (%(organisation)s) stores the "
                "names of the persons in my party, so that it can be checked at the entrance who "
                "comes. The names are erased together with the booking."
            )
            % organisation,
            _they_agree(),
        ]
    return [
        _(
            "I agree that the organisation that runs the trail (%(organisation)s) stores the names "
            "of the persons in my party and, where an entry rule asks for them, their citizenship, "
            "dates of birth and document numbers, and hands them to the border authority of that "
            "country. The purpose is the permission to enter, and nothing else."
        )
        % organisation,
        ngettext(
            "The documents are stored encrypted. Every reading is recorded. They are deleted "
            "%(days)d day after the walk, and at once when I cancel or take this consent back.",
            "The documents are stored encrypted. Every reading is recorded. They are deleted "
            "%(days)d days after the walk, and at once when I cancel or take this consent back.",
            settings.DOCUMENT_RETENTION_DAYS,
        )
        % {"days": settings.DOCUMENT_RETENTION_DAYS},
        _they_agree(),
    ]


def _they_agree() -> str:
    return _(
        "The adults I name know of this and agree. I can take this consent back at any time on the "
        "page of my booking; whoever needs a permit then cannot come."
    )


def guardian_text(departure: Departure, *, is_named: bool = False) -> str:
    """Return the words about everybody under 18; `is_named` where an entry rule asks who they are.

    Russian law lets a legal representative act for whoever is under 18 (152-FZ, art. 9 part 6); Chinese law wants the
    guardian's own consent to keep data of whoever is under 14 (PIPL, art. 31). So all are asked about, and the words
    name the law's age where it is another.
    """
    if departure.side_id == SideCode.CN:
        return _guardian_text_of_china(is_named=is_named)
    if is_named:
        return _(
            "I am the parent or another legal representative of everybody under 18 in my party, or "
            "have that person’s consent. On their behalf I agree that their names and, where a rule "
            "asks for them, their papers are stored and used as described."
        )
    return _(
        "I am the parent or another legal representative of everybody under 18 in my party, or have "
        "that person’s consent. Of children only their number is stored."
    )


def _guardian_text_of_china(*, is_named: bool) -> str:
    if is_named:
        return _(
            "I am the parent or guardian of everybody under 18 in my party, or have the guardian’s "
            "consent. For those under 14 this is the guardian’s separate consent, for the others "
            "theirs and the guardian’s: their names and, where a rule asks for them, their papers "
            "are stored and used as described."
        )
    return _(
        "I am the parent or guardian of everybody under 18 in my party, or have the guardian’s "
        "consent. Of children only their number is stored."
    )


def booking_consent(departure: Departure) -> ConsentGiven:
    """Return the record of the consent to the words shown in the active language."""
    return _given(ConsentPurpose.BOOKING, consent_paragraphs(departure))


def guardian_consent(departure: Departure, *, is_named: bool = False) -> ConsentGiven:
    """Return the record of the guardian's consent."""
    return _given(ConsentPurpose.GUARDIAN, [guardian_text(departure, is_named=is_named)])


def papers_consent(departure: Departure, *, with_documents: bool) -> ConsentGiven:
    """Return the record of the consent to keep who comes, and hand it on."""
    words = papers_paragraphs(departure, with_documents=with_documents)
    return _given(ConsentPurpose.PAPERS, words)


def _given(purpose: ConsentPurpose, words: list[str]) -> ConsentGiven:
    return ConsentGiven(VERSION, _hash(words), get_language(), purpose)


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
        ngettext(
            "The data are not passed on to others and are erased %(days)d day after the day I wish "
            "for. I may have them shown, corrected or erased, and take this consent back, at any "
            "time through the office.",
            "The data are not passed on to others and are erased %(days)d days after the day I wish "
            "for. I may have them shown, corrected or erased, and take this consent back, at any "
            "time through the office.",
            settings.BOOKING_RETENTION_DAYS,
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
