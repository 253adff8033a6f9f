"""One person of a party: which passport, which name, and the papers where a rule of that passport asks for them."""

from datetime import date

from django import forms
from django.core.exceptions import ValidationError
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from bookings.forms.passports import (
    DocumentNumberField,
    country_choices,
    day_field,
    same_day_of,
)
from bookings.models import Band, Departure, Participant
from bookings.needs import asked_of
from bookings.people import Person
from bookings.vault import Papers
from content.base.formats import comma
from content.base.person_fields import PersonNameField
from content.trails.models import Asked, NationalityGroup

GROWN_UP = 18
OLDEST = 120
PAPERS = ("birth_date", "number", "citizenship")


class PersonForm(forms.Form):
    """The fields of one person; with `may_be_blank` whoever is not known yet may be left out."""

    group = forms.ChoiceField(label=gettext_lazy("Passport"))
    name = PersonNameField(
        label=gettext_lazy("Name as in the passport"),
        max_length=120,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    name_original = PersonNameField(
        label=gettext_lazy("Name in its own script"),
        max_length=120,
        required=False,
        help_text=gettext_lazy("If it is written otherwise there: 张伟, Пётр"),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    birth_date = day_field(label=gettext_lazy("Date of birth"))
    number = DocumentNumberField(label=gettext_lazy("Number of the document"))
    citizenship = forms.ChoiceField(label=gettext_lazy("Citizen of"), required=False)

    def __init__(
        self,
        *args,
        person: Participant,
        departure: Departure,
        groups: list[str],
        may_be_blank: bool,
        **kwargs,
    ) -> None:
        self.person, self.departure = person, departure
        self.may_be_blank, self.has_document = may_be_blank, hasattr(person, "document")
        initial = {name: getattr(person, name) for name in ("group", "name", "name_original")}
        super().__init__(*args, initial=initial, prefix=f"person-{person.number}", **kwargs)
        self._choose_group(groups)
        self._ask_papers(groups)
        self._require(groups)
        for name in self.fields.keys() & {"name", *PAPERS}:
            self.fields[name].is_awaited = True

    def _require(self, groups: list[str]) -> None:
        """Mark what is wanted whatever passport is chosen; the rest is asked for once it is."""
        if self.may_be_blank:
            return
        asked = [self._asks(code) for code in groups]
        self.fields["name"].required = Asked.NOTHING not in asked
        if set(asked) == {Asked.DOCUMENT} and not self.has_document:
            for name in ("birth_date", "number"):
                self.fields[name].required = True
            if groups == [NationalityGroup.OTHER]:
                self.fields["citizenship"].required = True

    def _choose_group(self, groups: list[str]) -> None:
        field = self.fields["group"]
        labels = [(code, capfirst(NationalityGroup(code).label)) for code in groups]
        field.choices = [("", _("please choose")), *labels]
        field.required = not self.may_be_blank
        if len(groups) == 1:
            del self.fields["group"]
        self.groups = groups

    def _ask_papers(self, groups: list[str]) -> None:
        with_papers = [code for code in groups if self._asks(code) == Asked.DOCUMENT]
        if not with_papers:
            for name in PAPERS:
                del self.fields[name]
            return
        if NationalityGroup.OTHER in with_papers:
            self.fields["citizenship"].choices = country_choices()
        else:
            del self.fields["citizenship"]
        if self.has_document:
            kept = _("Stored, ending in %(end)s. Leave it empty to keep it.") % {
                "end": self.person.document.ends_with
            }
            self.fields["number"].help_text = kept

    @property
    def title(self) -> str:
        """Return “Person 2 (child)”."""
        pattern = _("Person %(number)d: child") if self.is_child else _("Person %(number)d: adult")
        return pattern % {"number": self.person.number}

    @property
    def is_child(self) -> bool:
        return self.person.band == Band.CHILD

    @property
    def papers_hint(self) -> str:
        """Return whose papers are wanted, where that depends on the passport."""
        wanted = [one for one in self.groups if self._asks(one) == Asked.DOCUMENT]
        if len(wanted) == len(self.groups) or not wanted:
            return ""
        names = comma().join(str(NationalityGroup(one).label) for one in wanted)
        return _("The lines about the document are for %(who)s only.") % {"who": names}

    def _asks(self, group: str) -> Asked:
        return asked_of(self.departure, [group]) if group else Asked.NOTHING

    @property
    def is_blank(self) -> bool:
        return not any(self.cleaned_data.get(name) for name in ("name", "name_original", *PAPERS))

    def clean_birth_date(self) -> date | None:
        born = self.cleaned_data["birth_date"]
        if born is None:
            return None
        if born > self.departure.trail.today():
            raise ValidationError(_("This date of birth lies in the future."))
        if born.year < self.departure.local_day.year - OLDEST:
            raise ValidationError(_("Please check the year of birth."))
        self._refuse_wrong_age(born)
        return born

    def _refuse_wrong_age(self, born: date) -> None:
        day = self.departure.local_day
        is_grown_up = same_day_of(born, GROWN_UP) <= day
        if self.is_child and is_grown_up:
            raise ValidationError(_("This person is an adult on the day of the walk."))
        if not self.is_child and not is_grown_up:
            raise ValidationError(_("This person is under 18 on the day of the walk."))
        least = self.departure.trail.min_age
        if least and same_day_of(born, least) > day:
            raise ValidationError(
                ngettext(
                    "On this trail one must be at least %(age)d year old.",
                    "On this trail one must be at least %(age)d years old.",
                    least,
                ),
                params={"age": least},
            )

    def clean(self) -> dict:
        data = super().clean()
        self.asked = self._asks(self._group())
        if self.errors or (self.may_be_blank and self.is_blank):
            return data
        if not self._group():
            self.add_error("group", self.fields["group"].error_messages["required"])
        if self.asked != Asked.NOTHING and not data.get("name"):
            self.add_error("name", _("Please give the name as it stands in the passport."))
        if self.asked == Asked.DOCUMENT:
            self._ask_whole_papers(data)
        return data

    def _ask_whole_papers(self, data: dict) -> None:
        is_same = self.has_document and data.get("name") == self.person.name
        if is_same and not any(data.get(name) for name in PAPERS):
            return
        wanted = {
            "birth_date": _("Please give the date of birth."),
            "number": _("Please give the number of the document."),
        }
        if self._group() == NationalityGroup.OTHER:
            wanted["citizenship"] = _("Please choose a country.")
        for name, words in wanted.items():
            if name not in self.errors and not data.get(name):
                self.add_error(name, words)

    def _group(self) -> str:
        return self.groups[0] if len(self.groups) == 1 else self.cleaned_data.get("group", "")

    @property
    def said(self) -> Person:
        """Return what was said; papers only where a rule asks for them."""
        data, papers = self.cleaned_data, None
        if self.asked == Asked.DOCUMENT and data.get("number"):
            group = self._group()
            citizenship = data.get("citizenship", "") if group == "other" else group
            papers = Papers(data["number"], data["birth_date"], citizenship)
        return Person(
            number=self.person.number,
            group=self._group(),
            name=data["name"] if self.asked != Asked.NOTHING else "",
            name_original=data["name_original"] if self.asked != Asked.NOTHING else "",
            papers=papers,
        )
