"""The rows of the persons in a party: as many as come, with what a rule asks of them and no more.

Everything here runs in the transaction of a verb that has locked the booking; the verbs are in `naming` and `permits`.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.conf import settings

from bookings import history, vault
from bookings.models import (
    Band,
    Booking,
    Departure,
    EventKind,
    Participant,
    TravelDocument,
)
from bookings.parties import Actor
from bookings.vault import Papers

# Whoever has typed papers and not sent the booking in may come back so long.
DAYS_UNSENT = 1


@dataclass(frozen=True, kw_only=True)
class Person:
    """What a visitor says of one person; without `papers` those that are stored stay."""

    number: int
    group: str
    name: str = ""
    name_original: str = ""
    papers: Papers | None = None


def listed(booking: Booking) -> list[Participant]:
    """Return the persons of a party as they stand; whoever is not named yet is blank and not stored."""
    kept, _spare = _matched(booking)
    return kept


def fit(booking: Booking) -> list[Participant]:
    """Let the rows match the numbers of the party: blank ones are added, unnamed ones go first."""
    kept, spare = _matched(booking)
    if spare:
        booking.participants.filter(pk__in=[one.pk for one in spare]).delete()
    for one in kept:
        if one.pk is None:
            one.save(force_insert=True)
        elif one.group not in ("", *booking.nationality_groups):
            one.group = _only_group(booking)
            one.save(update_fields=["group"])
    return kept


def _matched(booking: Booking) -> tuple[list[Participant], list[Participant]]:
    """Return the persons to keep, in their order, and those who are too many."""
    people = list(booking.participants.select_related("document").order_by("number"))
    kept, spare = [], []
    last = max((one.number for one in people), default=0)
    for band, wanted in ((Band.ADULT, booking.adults), (Band.CHILD, booking.children)):
        of_band = [one for one in people if one.band == band]
        of_band.sort(key=lambda one: (not one.name, one.number))
        kept += of_band[:wanted]
        spare += of_band[wanted:]
        for _more in range(wanted - len(of_band)):
            last += 1
            group = _only_group(booking)
            kept.append(Participant(booking=booking, number=last, band=band, group=group))
    return sorted(kept, key=lambda one: one.number), spare


def _only_group(booking: Booking) -> str:
    groups = booking.nationality_groups
    return groups[0] if len(groups) == 1 else ""


def write_person(one: Participant, person: Person, delete_on: date, now: datetime) -> bool:
    """Write what was said of a person; say whether it is another one, or has other papers.

    The document of whoever was replaced is deleted at once.
    """
    said = {"group": person.group, "name": person.name, "name_original": person.name_original}
    is_other = bool(person.papers) or one.group != person.group
    if one.name != person.name:
        is_other = True
        _drop(one)
        one.birth_year = None
    for name, value in said.items():
        setattr(one, name, value)
    if person.papers:
        one.birth_year = person.papers.birth_date.year
        _store(one, person.papers, delete_on, now)
    one.save()
    return is_other


def _drop(one: Participant) -> None:
    TravelDocument.objects.using(one._state.db).filter(participant=one).delete()
    one._state.fields_cache.pop("document", None)


def _store(one: Participant, papers: Papers, delete_on: date, now: datetime) -> None:
    _drop(one)
    TravelDocument.objects.create(
        participant=one,
        sealed=vault.seal(papers),
        ends_with=papers.number[-2:],
        stored_at=now,
        delete_on=delete_on,
    )


def delete_date(booking: Booking, departure: Departure, now: datetime) -> date:
    """Return the day on which the documents of a booking are deleted."""
    if booking.submitted_at is None:
        return now.date() + timedelta(days=DAYS_UNSENT)
    return departure.local_day + timedelta(days=settings.DOCUMENT_RETENTION_DAYS)


def keep_documents(booking: Booking, departure: Departure, now: datetime) -> None:
    """Keep the documents of a booking until some days after the walk of this departure."""
    documents_of(booking).update(delete_on=delete_date(booking, departure, now))


def documents_of(booking: Booking):
    return TravelDocument.objects.using(booking._state.db).filter(participant__booking=booking)


def drop_documents(booking: Booking) -> int:
    """Delete the documents of a booking; return how many."""
    return documents_of(booking).delete()[0] if booking.nationality_groups else 0


def forget(booking: Booking) -> None:
    """Delete the persons of a booking, with their documents and permits."""
    booking.participants.all().delete()


def read_papers(
    booking: Booking, people: Iterable[Participant], actor: Actor, now: datetime
) -> dict[int, Papers]:
    """Open the documents of these persons, by the key of the person, and write it into the history."""
    documents = documents_of(booking).filter(participant__in=list(people))
    found = {one.participant_id: vault.unseal(one.sealed) for one in documents}
    if found:
        history.record(EventKind.DOCUMENT_READ, actor, now, booking=booking, people=len(found))
    return found
