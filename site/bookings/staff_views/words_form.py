"""Reading what a device sends, with the same care as a form: nothing half right gets through."""

import json
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django import forms

from bookings.late_words import Word
from bookings.models import AttendanceKind
from bookings.staff_views.notes_form import read_note
from bookings.walk_notes import Note

MOST_WORDS = 500
MOST_NOTES = 100
MOST_REPLACED = 50
NOBODY = {AttendanceKind.NO_SHOW, AttendanceKind.UNDONE}


@dataclass(frozen=True)
class Sent:
    """Words about parties and notes of walks of one device, and when it sent them by its own clock."""

    device: str
    sent_at: datetime
    words: list[Word]
    notes: list[Note]


class SentForm(forms.Form):
    device = forms.UUIDField()
    sent_at = forms.DateTimeField()


class WordForm(forms.Form):
    id = forms.UUIDField()
    booking = forms.IntegerField(min_value=1, max_value=2**62)
    kind = forms.ChoiceField(choices=AttendanceKind.choices)
    people = forms.IntegerField(min_value=0, max_value=500)
    at = forms.DateTimeField()

    def clean(self) -> dict:
        data = super().clean()
        is_nobody = data.get("kind") in NOBODY
        if "people" in data and is_nobody == bool(data["people"]):
            self.add_error("people", "does not fit")
        return data


def read_words(body: bytes) -> Sent | None:
    """Return what a device sent; None if any part of it is not understood."""
    try:
        content = json.loads(body)
        words = [_read_word(one) for one in content["words"][:MOST_WORDS]]
        notes = [read_note(one) for one in content.get("notes", [])[:MOST_NOTES]]
    except (ValueError, TypeError, KeyError, AttributeError):
        return None
    form = SentForm(content)
    if not form.is_valid():
        return None
    return Sent(str(form.cleaned_data["device"]), form.cleaned_data["sent_at"], words, notes)


def _read_word(content: dict) -> Word:
    """Raise ValueError for anything but a whole word."""
    form = WordForm(content)
    if not form.is_valid():
        raise ValueError(form.errors.as_json())
    replaced = [UUID(one) for one in content.get("replaces", [])[:MOST_REPLACED]]
    return Word(**form.cleaned_data, replaces=tuple(replaced))
