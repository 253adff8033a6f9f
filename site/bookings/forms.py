"""The visitors' forms. They check what was typed; whether places are free is decided by the services."""

from dataclasses import replace
from datetime import date

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import get_language, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from bookings import queries
from bookings.consent import guardian_text
from bookings.eligibility import party_refusal
from bookings.models import Departure
from bookings.parties import Party
from bookings.phones import international
from content.base.choices import SideCode
from content.base.facts import fact_text
from content.base.formats import format_date
from content.base.person_fields import MailAddressField, PersonNameField
from content.reserve.models import Side
from content.trails.entry import EntryCalendar
from content.trails.filters import NOT_KNOWN
from content.trails.models import NationalityGroup, Trail

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
    guardian = forms.BooleanField(required=False)

    def __init__(self, *args, departure: Departure, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.departure = departure
        for name in ("adults", "children"):
            self.fields[name].widget.attrs["inputmode"] = "numeric"
        self.fields["guardian"].label = guardian_text()
        if departure.trail.min_age:
            self.fields["children"].help_text = _("From %(age)d years on this trail") % {
                "age": departure.trail.min_age
            }

    def clean(self) -> dict:
        data = super().clean()
        if "adults" in data and "children" in data:
            party = Party(data["adults"], data["children"])
            if error := party_refusal(self.departure, party):
                self.add_error("adults", error.message)
            if party.children and not data.get("guardian"):
                self.add_error("guardian", _("Children come along: please confirm this too."))
        return data

    @property
    def party(self) -> Party:
        return Party(self.cleaned_data["adults"], self.cleaned_data["children"])


class BookingForm(PartyForm):
    """Party, contact, consent; and a field that people do not see and robots fill in."""

    name = PersonNameField(
        label=_("Your name"),
        max_length=120,
        help_text=_("In any script. The guide asks for it at the meeting point."),
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    email = MailAddressField(
        label=_("E-mail"),
        max_length=254,
        help_text=_("We send the confirmation here, and word if anything changes."),
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )
    phone = forms.CharField(
        label=_("Telephone"),
        max_length=40,
        required=False,
        help_text=_("Only for urgent news on the day of the walk."),
        widget=forms.TextInput(attrs={"autocomplete": "tel", "type": "tel"}),
    )
    consent = forms.BooleanField(
        label=_("I have read this text and agree that my data are used for this booking"),
        error_messages={"required": _("Without this consent we may not keep your booking.")},
    )
    website = forms.CharField(label=_("Website"), required=False)

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        if EntryCalendar.of(self.departure.trail).rules_on(self.departure.local_day):
            self.fields["groups"] = passports_field(required=True)
        self.fields["website"].widget.attrs.update(tabindex="-1", autocomplete="off")

    def clean_phone(self) -> str:
        typed = self.cleaned_data["phone"]
        if not typed:
            return ""
        side = self.departure.trail.side_id
        number = international(typed, get_language() or "en", side)
        if number is None:
            raise ValidationError(
                _(
                    "This is not a complete telephone number. Write it with the country code, "
                    "for example +7 … or +86 …"
                )
            )
        return number

    def clean_website(self) -> str:
        if self.cleaned_data["website"]:
            raise ValidationError(_("Please leave the field “Website” empty."))
        return ""

    @property
    def party(self) -> Party:
        return replace(super().party, groups=tuple(self.cleaned_data.get("groups", ())))

    @property
    def typed(self) -> dict:
        """Return what goes into the draft."""
        names = ("adults", "children", "groups", "name", "email", "phone")
        return {name: self.cleaned_data[name] for name in names if name in self.cleaned_data}


class DepartureFilterForm(forms.Form):
    """The filters of the calendar. A value that is not known is named and left out."""

    trail = forms.ModelChoiceField(
        label=_("Trail"),
        queryset=Trail.objects.none(),
        to_field_name="slug",
        required=False,
        error_messages=NOT_KNOWN,
    )
    side = forms.ChoiceField(
        label=pgettext_lazy("where a trail lies", "Side"), required=False, error_messages=NOT_KNOWN
    )
    month = forms.ChoiceField(label=_("Month"), required=False, error_messages=NOT_KNOWN)
    places = forms.IntegerField(
        label=_("Places for"), min_value=1, max_value=MOST_PEOPLE, required=False
    )

    def __init__(self, data, *, sides: list[Side], months: list[date]) -> None:
        super().__init__(data)
        trails = self.fields["trail"]
        trails.queryset = (
            Trail.objects.filter(departures__isnull=False).distinct().order_by("order")
        )
        trails.empty_label = _("All trails")
        trails.label_from_instance = lambda trail: fact_text(trail, "name").text
        self.fields["groups"] = passports_field(required=False)
        self.fields["side"].choices = [("", _("Both sides")), *SideCode.choices]
        self.fields["month"].choices = [
            ("", _("All months")),
            *((f"{month:%Y-%m}", format_date(month, "yMMMM")) for month in months),
        ]
        self.sides = sides

    @property
    def chosen(self) -> dict:
        """Return the filters that make sense."""
        self.errors  # noqa: B018 – fills cleaned_data, which keeps only the valid ones
        return {name: value for name, value in self.cleaned_data.items() if value}

    def narrow(self, departures):
        """Return the departures that pass the filters."""
        chosen = self.chosen
        if trail := chosen.get("trail"):
            departures = departures.filter(trail=trail)
        if side := chosen.get("side"):
            departures = departures.of_side(side)
        if month := chosen.get("month"):
            departures = departures.filter(
                queries.in_month(date.fromisoformat(f"{month}-01"), self.sides)
            )
        if places := chosen.get("places"):
            departures = departures.with_free(places, timezone.now())
        if groups := chosen.get("groups"):
            departures = queries.in_time_for(departures, groups, timezone.now())
        return departures
