"""The report of a walk in words, for the screen of its departure."""

from dataclasses import dataclass
from datetime import datetime

from bookings import walk_notes
from bookings.models import Departure, Incident, WalkReport
from bookings.note_words import note_text, species_names


@dataclass(frozen=True)
class ReportLines:
    """`sightings` are words such as “Amur leopard · tracks · 2”."""

    headcount: int
    author: str
    at: datetime
    incidents: list[Incident]
    sightings: list[str]


def report_lines(departure: Departure) -> ReportLines | None:
    """Return what was told of a walk, if anything was."""
    found = WalkReport.objects.using(departure._state.db).filter(departure=departure).first()
    if found is None:
        return None
    seen = list(found.sightings.all())
    names = species_names() if seen else {}
    return ReportLines(
        headcount=found.headcount,
        author=found.author_name,
        at=found.written_at,
        incidents=list(found.incidents.all()),
        sightings=[
            f"{names.get(one.species, one.species)} · {one.get_sign_display()} · {one.count}"
            for one in seen
        ],
    )


@dataclass(frozen=True)
class WaitingNote:
    """A note from the way that no report has yet."""

    line: str
    text: str
    by: str
    at: datetime


def waiting_notes(departure: Departure) -> list[WaitingNote]:
    """Return in words what waits to be taken into the report of a walk."""
    rows = list(walk_notes.of_walk(departure).filter(taken_at=None))
    names = species_names() if rows else {}
    return [WaitingNote(note_text(one, names), one.text, one.actor_name, one.at) for one in rows]
