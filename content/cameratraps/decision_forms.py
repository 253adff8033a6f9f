"""The forms in which a curator decides about visits: the checklist point by point, a reason, days."""

from django import forms
from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.widgets import AdminDateInput

from content.base.formats import format_date
from content.cameratraps.checklist import ANSWERS, CURRENT, VERSIONS

POINT = "point_"


class ReasonForm(forms.Form):
    """Why somebody refuses."""

    reason = forms.CharField(
        label=gettext_lazy("Why"),
        max_length=600,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=gettext_lazy("The other side reads it. Name no place here either."),
    )


class EmbargoForm(forms.Form):
    """From which day a visit may be seen."""

    until = forms.DateField(
        label=gettext_lazy("Not public before"),
        widget=AdminDateInput,
        help_text=gettext_lazy(
            "A later day holds at once. An earlier one holds when the other side asks for it as well."
        ),
    )


class ChecklistForm(forms.Form):
    """The answers to the checklist in force; nothing is chosen beforehand."""

    has_looked = forms.BooleanField(label=gettext_lazy("I have looked at every frame"))

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        for point in VERSIONS[CURRENT]:
            self.fields[f"{POINT}{point.code}"] = forms.ChoiceField(
                label=point.words,
                choices=list(ANSWERS.items()),
                widget=forms.RadioSelect,
                error_messages={"required": gettext_lazy("Say whether it is there.")},
            )

    @property
    def points(self) -> list:
        """The bound fields of the checklist."""
        return [self[name] for name in self.fields if name.startswith(POINT)]

    @property
    def answers(self) -> dict[str, str]:
        """What was answered, by point."""
        return {
            name.removeprefix(POINT): answer
            for name, answer in self.cleaned_data.items()
            if name.startswith(POINT)
        }


class ConfirmForm(ChecklistForm):
    """A release looked at again when its review is due."""

    reason = forms.CharField(
        label=gettext_lazy("Reason"),
        max_length=600,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=gettext_lazy("Why it may be shown. If something was there: why it does no harm."),
    )
    review_on = forms.DateField(
        label=gettext_lazy("Look again on"),
        required=False,
        widget=AdminDateInput,
        help_text=gettext_lazy("Empty: in two years."),
    )

    @property
    def said(self) -> dict:
        """What the verb is to be told."""
        named = {name: self.cleaned_data[name] for name in ("reason", "review_on")}
        return {"answers": self.answers, **named}


class ReleaseForm(ConfirmForm):
    """What a curator confirms and decides, about one visit or several."""

    embargo_until = forms.DateField(
        label=gettext_lazy("Not public before"), required=False, widget=AdminDateInput
    )
    seen = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args, earliest=None, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        days = {"days": settings.PUBLIC_EMBARGO_DAYS}
        text = _("Empty: %(days)d days after the end of the month of capture.") % days
        if earliest:
            text = _("Empty: from %(day)s.") % {"day": format_date(earliest)}
        self.fields["embargo_until"].help_text = text

    @property
    def said(self) -> dict:
        return super().said | {"embargo_until": self.cleaned_data["embargo_until"]}
