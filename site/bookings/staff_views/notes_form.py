"""Reading a note of a walk that a device sends: an animal met, or an incident."""

from django import forms

from bookings.models import IncidentKind, NoteKind, Severity, Sign
from bookings.walk_notes import Note


class NoteForm(forms.Form):
    id = forms.UUIDField()
    departure = forms.IntegerField(min_value=1, max_value=2**62)
    what = forms.ChoiceField(choices=NoteKind.choices)
    at = forms.DateTimeField()


class AnimalForm(forms.Form):
    species = forms.SlugField(max_length=50)
    sign = forms.ChoiceField(choices=Sign.choices)
    count = forms.IntegerField(min_value=1, max_value=500)


class TroubleForm(forms.Form):
    incident = forms.ChoiceField(choices=IncidentKind.choices)
    severity = forms.ChoiceField(choices=Severity.choices)
    text = forms.CharField(max_length=1000, required=False)


_SAID = {NoteKind.ANIMAL: AnimalForm, NoteKind.INCIDENT: TroubleForm}


def read_note(content: dict) -> Note:
    """Raise ValueError for anything but a whole note."""
    note = _whole(NoteForm(content))
    said = _whole(_SAID[NoteKind(note["what"])](content))
    return Note(note["id"], note["departure"], note["at"], {"what": note["what"], **said})


def _whole(form: forms.Form) -> dict:
    if not form.is_valid():
        raise ValueError(form.errors.as_json())
    return form.cleaned_data
