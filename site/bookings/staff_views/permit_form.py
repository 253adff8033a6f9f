from collections.abc import Iterable

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from bookings.models import PermitState, RefusalReason
from bookings.permit_words import PersonLine
from bookings.permits import MAY_BECOME


class PermitsForm(forms.Form):
    """For which persons, what is said of their permits, and why one is refused."""

    cases = forms.TypedMultipleChoiceField(
        label=_("Persons"),
        coerce=int,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Please tick at least one person.")},
    )
    state = forms.ChoiceField(
        label=_("The permit is"),
        choices=[(state, capfirst(state.label)) for state in MAY_BECOME],
        widget=forms.RadioSelect,
    )
    reason = forms.ChoiceField(
        label=_("Reason of a refusal"),
        required=False,
        choices=[("", "–"), *((one, capfirst(one.label)) for one in RefusalReason)],
    )

    def __init__(self, *args, people: Iterable[PersonLine], **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.fields["cases"].choices = [
            (case.key, case_label(line, case)) for line in people for case in line.cases
        ]

    def clean(self) -> dict:
        data = super().clean()
        if data.get("state") == PermitState.REFUSED and not data.get("reason"):
            self.add_error("reason", _("Please say why."))
        if data.get("state") != PermitState.REFUSED:
            data["reason"] = ""
        return data


def case_label(line: PersonLine, case) -> str:
    """Return “2 · Ada Sample · citizens of other countries · to be filed · file by 12 March”."""
    words = [str(line.number), line.name, line.passport, case.told, case.deadline]
    return " · ".join(word for word in words if word)


class WithoutPersonForm(forms.Form):
    """Whom a party goes without."""

    number = forms.TypedChoiceField(
        label=_("The party goes without"), coerce=int, widget=forms.RadioSelect
    )

    def __init__(self, *args, people: list[PersonLine], **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.fields["number"].choices = [
            (
                line.number,
                " · ".join(
                    word
                    for word in (
                        str(line.number),
                        line.name,
                        line.band,
                        *(case.told for case in line.cases),
                    )
                    if word
                ),
            )
            for line in people
        ]
