"""Who comes: the persons of a party together, and one consent for all; only where an entry rule asks."""

from collections.abc import Iterator
from dataclasses import dataclass

from django import forms
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from bookings.consent import guardian_text
from bookings.forms.person import PersonForm
from bookings.models import Departure, Participant
from bookings.people import Person
from content.base.formats import colon_after
from content.trails.models import NationalityGroup


class PapersConsentForm(forms.Form):
    """The consent to keep who comes, and the guardian's; each only while it is not given."""

    papers = forms.BooleanField(
        label=gettext_lazy("I have read this text and agree"),
        error_messages={
            "required": gettext_lazy("Without this consent we may not keep names and papers.")
        },
    )
    guardian = forms.BooleanField(
        error_messages={"required": gettext_lazy("Children come along: please confirm this too.")}
    )

    def __init__(
        self, *args, departure: Departure, asks_papers: bool, asks_guardian: bool, **kwargs
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["guardian"].label = guardian_text(departure, is_named=True)
        if not asks_papers:
            del self.fields["papers"]
        if not asks_guardian:
            del self.fields["guardian"]


@dataclass(frozen=True)
class NamedField:
    """A field of one person as the summary of errors names it."""

    label: str
    errors: list[str]
    id_for_label: str

    @property
    def auto_id(self) -> str:
        return self.id_for_label


class PeopleForm:
    """All persons of a party together; with `may_be_blank` whoever is not known yet may be left out."""

    def __init__(
        self,
        data=None,
        *,
        people: list[Participant],
        departure: Departure,
        groups: list[str],
        asks_papers: bool,
        asks_guardian: bool,
        may_be_blank: bool = False,
    ) -> None:
        self.groups, self.may_be_blank = groups, may_be_blank
        self.persons = [
            PersonForm(
                data,
                person=person,
                departure=departure,
                groups=groups,
                may_be_blank=may_be_blank,
            )
            for person in people
        ]
        self.consent = PapersConsentForm(
            data, departure=departure, asks_papers=asks_papers, asks_guardian=asks_guardian
        )
        self.common_errors: list[str] = []

    def is_valid(self) -> bool:
        wrong = [one for one in self.persons if not one.is_valid()]
        if not wrong:
            self._compare()
        is_agreed = self.consent.is_valid() or not self.names_anybody
        return not wrong and not self.common_errors and is_agreed

    @property
    def names_anybody(self) -> bool:
        return not all(hasattr(one, "cleaned_data") and one.is_blank for one in self.persons)

    def _compare(self) -> None:
        """Look at the persons together: no document twice, and nobody missing of a passport that was ticked."""
        numbers = [one.said.papers.number for one in self.persons if one.said.papers]
        if len(numbers) != len(set(numbers)):
            self.common_errors.append(_("Two persons have the same document number."))
        chosen = {one.said.group for one in self.persons}
        if "" not in chosen:
            self.common_errors += [
                _("Nobody has the passport “%(passport)s”: change the party, or the person.")
                % {"passport": NationalityGroup(group).label}
                for group in self.groups
                if group not in chosen
            ]

    @property
    def said(self) -> list[Person]:
        return [one.said for one in self.persons]

    @cached_property
    def errors(self) -> dict:
        found = {one.prefix: one.errors for one in self.persons if one.errors}
        if self.consent.errors and self.names_anybody:
            found["consent"] = self.consent.errors
        if self.common_errors:
            found["common"] = self.common_errors
        return found

    def non_field_errors(self) -> list[str]:
        return self.common_errors

    def __iter__(self) -> Iterator[NamedField]:
        """Yield the fields with an error, each named with its person."""
        for one in self.persons:
            for field in one:
                if field.errors:
                    label = f"{one.title}{colon_after(one.title)}{field.label}"
                    yield NamedField(label, field.errors, field.id_for_label)
        if "consent" in self.errors:
            for field in self.consent:
                yield NamedField(str(field.label), field.errors, field.id_for_label)
