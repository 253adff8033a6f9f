"""What the page of a report begins with: the report there is, and below it the notes from the way it has not got."""

from dataclasses import dataclass

from bookings import reporting, walk_notes
from bookings.models import Departure, NoteKind, WalkNote, WalkReport
from bookings.staff_views.report_forms import MOST_LINES
from content.base.formats import format_time


@dataclass(frozen=True)
class Beginning:
    """The first values of the three forms; a line from a note says in `noted` whose it is and from when."""

    head: dict
    incidents: list[dict]
    sightings: list[dict]


def beginning_of(departure: Departure, report: WalkReport | None) -> Beginning:
    """Fill in what is known. A note for which there is no line left is not shown, and waits."""
    incidents = list(report.incidents.values("kind", "severity", "text")) if report else []
    sightings = list(report.sightings.values("species", "sign", "count")) if report else []
    rows = list(walk_notes.of_walk(departure))
    seen = [note for note in rows if note.taken_at]
    for note in rows:
        lines = sightings if note.what == NoteKind.ANIMAL else incidents
        if note.taken_at is None and len(lines) < MOST_LINES:
            lines.append(_line(note, departure))
            seen.append(note)
    came = report.headcount if report else reporting.people_seen(departure) or None
    head = {"headcount": came, "notes": " ".join(str(note.pk) for note in seen)}
    return Beginning(head, incidents, sightings)


def _line(note: WalkNote, departure: Departure) -> dict:
    by = f"{note.actor_name}, {format_time(note.at, departure.time_zone)}"
    if note.what == NoteKind.ANIMAL:
        return {"species": note.species, "sign": note.sign, "count": note.count, "noted": by}
    return {"kind": note.incident, "severity": note.severity, "text": note.text, "noted": by}
