"""Texts of facts that another language has left behind.

A text is out of date when another language of it was written anew after it was last settled: written, translated or
found to be still right. Filling in a missing text, or changing one that was itself out of date, is translating: it
leaves nobody behind.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models import Model
from django.utils import timezone

from content.base.models.texts import TextState
from content.base.texts.columns import LANGUAGES, column_of, owed_texts, text_fields, words

States = dict[str, TextState]  # language → state of one field


@dataclass(frozen=True)
class Overtaken:
    """A text that may be out of date: the language that has changed since, and when."""

    field: str
    language: str
    by: str
    at: datetime


def outdated_texts(record: Model) -> list[Overtaken]:
    """Return the texts of a record that may be out of date, in one query."""
    if record.pk is None or not text_fields(type(record)):
        return []
    return outdated_by_record([record]).get(str(record.pk), [])


def outdated_by_record(records: Iterable[Model]) -> dict[str, list[Overtaken]]:
    """Return primary key → texts that may be out of date, for records of one kind, in one query."""
    records = list(records)
    states = _states(records)
    found: dict[str, list[Overtaken]] = {}
    for record in records:
        for field in owed_texts(record):
            known = states.get((str(record.pk), field))
            if known:
                overtaken = _overtaken(field, known, words(record, field))
                found.setdefault(str(record.pk), []).extend(overtaken.values())
    return found


def _states(records: list[Model]) -> dict[tuple[str, str], States]:
    if not records:
        return {}
    content_type = ContentType.objects.get_for_model(type(records[0]))
    rows = TextState.objects.filter(
        content_type=content_type, object_id__in=[str(record.pk) for record in records]
    )
    states: dict[tuple[str, str], States] = {}
    for row in rows:
        states.setdefault((row.object_id, row.field), {})[row.language] = row
    return states


def _overtaken(field: str, states: States, texts: dict[str, str]) -> dict[str, Overtaken]:
    rewritten = {
        code: state.rewritten_at
        for code, state in states.items()
        if state.rewritten_at and code in texts
    }
    found = {}
    for code in texts:
        settled = states[code].settled_at if code in states else None
        later = {
            other: at
            for other, at in rewritten.items()
            if other != code and (settled is None or at > settled)
        }
        if later:
            by = max(later, key=later.get)
            found[code] = Overtaken(field, code, by, later[by])
    return found


@transaction.atomic
def note_changes(record: Model, before: dict[str, str | None]) -> None:
    """Remember which texts of a saved record have changed; `before` holds the columns as they were."""
    now, states = timezone.now(), None
    for field in text_fields(type(record)):
        texts = words(record, field)
        was = {
            code: before.get(column_of(field, code), texts.get(code)) or "" for code in LANGUAGES
        }
        changed = [code for code, text in texts.items() if text.strip() != was[code].strip()]
        if not changed:
            continue
        states = _states([record]) if states is None else states
        known = states.get((str(record.pk), field), {})
        behind = _overtaken(field, known, {code: text for code, text in was.items() if text})
        for code in changed:
            is_new = bool(was[code]) and code not in behind
            _settle(record, field, code, now, rewritten=is_new)


def settle(record: Model, field: str, language: str) -> None:
    """Take a text for right as it stands, whatever has changed beside it."""
    _settle(record, field, language, timezone.now(), rewritten=False)


def _settle(record: Model, field: str, language: str, at: datetime, *, rewritten: bool) -> None:
    defaults = {"settled_at": at, "rewritten_at": at} if rewritten else {"settled_at": at}
    TextState.objects.update_or_create(
        content_type=ContentType.objects.get_for_model(record),
        object_id=str(record.pk),
        field=field,
        language=language,
        defaults=defaults,
    )


def forget(record: Model) -> None:
    """Drop what is known of the texts of a record that is deleted."""
    content_type = ContentType.objects.get_for_model(record)
    TextState.objects.filter(content_type=content_type, object_id=str(record.pk)).delete()
