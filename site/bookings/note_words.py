"""Notes from the way in words of the active language."""

from dataclasses import dataclass

from django.utils.text import capfirst

from bookings.models import Departure, NoteKind, WalkNote
from content.base.facts import fact_text
from content.base.formats import format_time
from content.reserve.models import Species


@dataclass(frozen=True)
class Noted:
    """What a ranger noted on the way; it waits until a report has it. The words of an incident are not repeated."""

    id: str
    text: str
    time: str
    by: str
    waits: bool


def noted(note: WalkNote, departure: Departure, species: dict[str, str]) -> Noted:
    return Noted(
        id=str(note.pk),
        text=note_text(note, species),
        time=format_time(note.at, departure.time_zone),
        by=note.actor_name,
        waits=note.taken_at is None,
    )


def note_text(note: WalkNote, species: dict[str, str]) -> str:
    """Return what was noted in a line, such as “Amur leopard · tracks · 2”, without the words about an incident."""
    if note.what == NoteKind.ANIMAL:
        name = species.get(note.species, note.species)
        return f"{name} · {note.get_sign_display()} · {note.count}"
    return f"{capfirst(note.get_incident_display())} · {note.get_severity_display()}"


def species_names() -> dict[str, str]:
    """Return slug → name of every species, in the order of the active language."""
    names = {one.slug: fact_text(one, "name").text for one in Species.objects.all()}
    return dict(sorted(names.items(), key=lambda pair: pair[1]))
