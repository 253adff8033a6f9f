"""The staff forms of who is who. What may be said is decided by `content.cameratraps.identities`."""

from django import forms
from django.utils.translation import gettext_lazy as _

from content.cameratraps.models import Alias, Event, Verdict
from content.cameratraps.models.identities import Answer, Basis, Confidence, Flank


class ClaimForm(forms.Form):
    """Which animal of the own catalogue a visit shows."""

    alias = forms.ModelChoiceField(Alias.objects.none(), label=_("Animal, by its code"))
    flank = forms.ChoiceField(
        label=_("Which flank is seen"), choices=[("", _("neither")), *Flank.choices], required=False
    )
    confidence = forms.ChoiceField(label=_("How sure"), choices=Confidence)

    def __init__(self, *args, event: Event, side: str, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        own = Alias.objects.filter(side=side, individual__species=event.species_id)
        self.fields["alias"].queryset = own.select_related("individual")
        self.fields["alias"].label_from_instance = named


class MatchForm(forms.Form):
    """What the own side says of a pair."""

    answer = forms.ChoiceField(
        label=_("Your side’s word"), choices=Answer, widget=forms.RadioSelect
    )
    basis = forms.ChoiceField(
        label=_("Compared"), choices=Basis, help_text=_("Public, once both sides agree.")
    )
    evidence = forms.CharField(
        label=_("Evidence"),
        max_length=Verdict._meta.get_field("evidence").max_length,
        required=False,
        help_text=_("For the staff of both sides. No place in it."),
    )


class NewMatchForm(MatchForm):
    """Two codes to compare, and the first word on them."""

    first = forms.ModelChoiceField(Alias.objects.none(), label=_("One code"))
    second = forms.ModelChoiceField(Alias.objects.none(), label=_("The other code"))
    field_order = ("first", "second", "answer", "basis", "evidence")

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        for name in ("first", "second"):
            self.fields[name].queryset = Alias.objects.select_related("individual")
            self.fields[name].label_from_instance = named


def named(alias: Alias) -> str:
    """Return a code with the name of its animal."""
    return f"{alias.code} – {alias.individual}"
