"""What is asked after a walk. Lines left empty are no incidents and no sightings."""

from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from bookings.models import Incident, IncidentKind, Severity, Sighting, Sign
from bookings.note_words import species_names

MOST_LINES = 30
EMPTY_LINES = 2
NOTHING = ("", "---")


class HeadcountForm(forms.Form):
    headcount = forms.IntegerField(
        label=_("Visitors who walked"),
        help_text=_("Without guides and rangers; 0: it did not take place."),
        min_value=0,
        max_value=500,
    )
    notes = forms.CharField(widget=forms.HiddenInput, required=False)  # those the page showed

    def clean_notes(self) -> frozenset[UUID]:
        try:
            return frozenset(UUID(one) for one in self.cleaned_data["notes"].split())
        except ValueError as error:
            raise forms.ValidationError(_("Open this page anew.")) from error


class IncidentForm(forms.Form):
    kind = forms.ChoiceField(
        label=_("Kind"), choices=[NOTHING, *IncidentKind.choices], required=False
    )
    severity = forms.ChoiceField(label=_("Severity"), choices=Severity.choices, required=False)
    text = forms.CharField(
        label=_("What happened"),
        help_text=_("For staff only; erased together with the data of the visitors."),
        widget=forms.Textarea(attrs={"rows": 2}),
        max_length=1000,
        required=False,
    )

    def clean(self) -> dict:
        data = super().clean()
        if data.get("text") and not data.get("kind"):
            self.add_error("kind", _("Say what kind of incident it was."))
        return data

    def incident(self) -> Incident | None:
        data = self.cleaned_data
        return (
            Incident(**{**data, "severity": data["severity"] or Severity.MINOR})
            if data.get("kind")
            else None
        )


class SightingForm(forms.Form):
    species = forms.ChoiceField(label=_("Animal"), required=False)
    sign = forms.ChoiceField(label=_("Sign"), choices=Sign.choices, required=False)
    count = forms.IntegerField(
        label=pgettext_lazy("animals", "How many"), min_value=1, max_value=500, required=False
    )

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.fields["species"].choices = [NOTHING, *species_names().items()]

    def sighting(self) -> Sighting | None:
        data = self.cleaned_data
        if not data.get("species"):
            return None
        return Sighting(
            species=data["species"], sign=data["sign"] or Sign.SEEN, count=data["count"] or 1
        )


def _lines(form: type[forms.Form]) -> type[forms.BaseFormSet]:
    return forms.formset_factory(form, extra=EMPTY_LINES, max_num=MOST_LINES, validate_max=True)


IncidentLines = _lines(IncidentForm)
SightingLines = _lines(SightingForm)
