"""Sample requests of schools, so that the staff see what one looks like."""

from datetime import timedelta

from django.utils import timezone

from bookings.class_visits import verbs
from bookings.databases import alias_of
from bookings.demo_parties import SAMPLE_CONSENT
from bookings.models import ClassVisit, VisitState
from bookings.parties import SYSTEM
from content.trails.models import Trail

_PLAIN = ("school", "pupils", "adults", "age", "name")


def load(records: list[dict], trails: dict[str, Trail], codes: dict[str, str]) -> None:
    """Add the requests that are missing, with their answers; `codes` gives for a record's language that of the site."""
    for number, record in enumerate(records, start=1):
        key = f"sample-class-{number}"
        trail = trails.get(record["trail"])
        if trail and not _rows_of(trail).filter(key=key).exists():
            visit = verbs.ask(_visit(key, trail, record, codes))
            if words := record.get("answer"):
                verbs.answer(visit.pk, VisitState.AGREED, words, SYSTEM)


def _rows_of(trail: Trail):
    return ClassVisit.objects.using(alias_of(trail.side_id))


def _visit(key: str, trail: Trail, record: dict, codes: dict[str, str]) -> ClassVisit:
    return ClassVisit(
        key=key,
        trail=trail,
        side=trail.side,
        wished_on=trail.today() + timedelta(days=record["days"]),
        other_days=record.get("other_days", ""),
        words=record["words"],
        email=f"{key}@example.org",
        language=codes[record["language"]],
        consent_version="sample",
        consent_hash=SAMPLE_CONSENT,
        consent_at=timezone.now(),
        is_sample=True,
        **{name: record[name] for name in _PLAIN},
    )
