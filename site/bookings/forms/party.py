"""Who comes: numbers, and the passports where an entry rule needs them."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from bookings import consents
from bookings.consent import guardian_consent, guardian_text
from bookings.eligibility import party_refusal
from bookings.models import Booking, ConsentPurpose, Departure
from bookings.needs import asks_who_comes
from bookings.parties import ConsentGiven, Party
from content.trails.entry import EntryCalendar
from content.trails.filters import NOT_KNOWN
from content.trails.models import NationalityGroup

MOST_PEOPLE = 100


def passports_field(*, required: bool) -> forms.MultipleChoiceField:
    """Return the question for the passports in a party."""
    return forms.MultipleChoiceField(
        label=_("Passports in your party"),
        choices=[(code, capfirst(label)) for code, label in NationalityGroup.choices],
        required=required,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Tick all that apply: the papers for some trails depend on it."),
        error_messages={
            "required": _("Please tick at least one."),
            "invalid_choice": NOT_KNOWN["invalid_choice"],
        },
    )


class PartyForm(forms.Form):
    """How many come."""

    adults = forms.IntegerField(
        label=_("Adults"),
        min_value=1,
        max_value=MOST_PEOPLE,
        initial=1,
        error_messages={"min_value": _("At least one adult must come along.")},
    )
    children = forms.IntegerField(
        label=_("Children under 18"), min_value=0, max_value=MOST_PEOPLE, initial=0
    )

    def __init__(self, *args, departure: Departure, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.departure = departure
        for name in ("adults", "children"):
            self.fields[name].widget.attrs["inputmode"] = "numeric"
        if least := departure.trail.min_age:
            text = ngettext(
                "From %(age)d year on this trail", "From %(age)d years on this trail", least
            )
            self.fields["children"].help_text = text % {"age": least}

    def clean(self) -> dict:
        data = super().clean()
        if "adults" in data and "children" in data:
            party = Party(data["adults"], data["children"])
            if error := party_refusal(self.departure, party):
                self.add_error("adults", error.message)
        return data

    @property
    def party(self) -> Party:
        groups = tuple(self.cleaned_data.get("groups", ()))
        return Party(self.cleaned_data["adults"], self.cleaned_data["children"], groups)


class ChangePartyForm(PartyForm):
    """How many come after all; children for whom the guardian's word is not there yet need it."""

    guardian = forms.BooleanField(required=False)

    def __init__(self, *args, booking: Booking, **kwargs) -> None:
        super().__init__(*args, departure=booking.departure, **kwargs)
        self.is_named = asks_who_comes(self.departure, booking.nationality_groups)
        is_agreed = consents.has(booking, ConsentPurpose.GUARDIAN)
        self.agreed_children = booking.children if is_agreed else 0
        self.fields["guardian"].label = guardian_text(self.departure, is_named=self.is_named)

    def clean(self) -> dict:
        data = super().clean()
        if (data.get("children") or 0) > self.agreed_children and not data.get("guardian"):
            self.add_error("guardian", _("Children come along: please confirm this too."))
        return data

    @property
    def consents(self) -> list[ConsentGiven]:
        """Return the guardian's word if it was given, and for somebody."""
        is_given = self.cleaned_data["guardian"] and self.cleaned_data["children"]
        return [guardian_consent(self.departure, is_named=self.is_named)] if is_given else []


class ChoosePartyForm(PartyForm):
    """The first step: who comes; and a field that people do not see and robots fill in."""

    website = forms.CharField(label=_("Website"), required=False)

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        if EntryCalendar.of(self.departure.trail).rules_on(self.departure.local_day):
            self.fields["groups"] = passports_field(required=True)
        self.fields["website"].widget.attrs.update(tabindex="-1", autocomplete="off")

    def clean_website(self) -> str:
        if self.cleaned_data["website"]:
            raise ValidationError(_("Please leave the field “Website” empty."))
        return ""

    @property
    def typed(self) -> dict:
        """Return what goes into the draft."""
        names = ("adults", "children", "groups")
        return {name: self.cleaned_data[name] for name in names if name in self.cleaned_data}
