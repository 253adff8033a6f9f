"""The two steps of an urgent notice: what, where and until when; then the three texts side by side."""

from datetime import timedelta
from itertools import groupby

from django import forms
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets import AdminDateInput

from content.base.panels import LANGUAGE_NAMES
from content.notices.models import LONGEST_TEXT, NoticeKind, PreparedPhrase
from content.notices.services import LONGEST_DAYS
from staff.urgent.places import place_choices, place_of


class ChoiceForm(forms.Form):
    """Which phrase, where it holds, and until when."""

    phrase = forms.ChoiceField(label=_("What has happened?"), widget=forms.RadioSelect)
    place = forms.ChoiceField(
        label=_("Where?"),
        help_text=_("The notice stands on the pages of this place and on those people begin with."),
    )
    last_day = forms.DateField(
        label=_("Last day"),
        widget=AdminDateInput,
        help_text=_("Required, at most a month ahead: the notice ends by itself with this day."),
    )

    def __init__(self, *args, user, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.fields["phrase"].choices = phrase_choices()
        self.fields["place"].choices = place_choices(user)

    def clean_phrase(self) -> PreparedPhrase:
        return PreparedPhrase.objects.get(pk=self.cleaned_data["phrase"])

    def clean_place(self):
        return place_of(self.cleaned_data["place"])

    def clean_last_day(self):
        day, today = self.cleaned_data["last_day"], timezone.localdate()
        if not today - timedelta(days=1) <= day <= today + timedelta(days=LONGEST_DAYS):
            raise forms.ValidationError(_("The last day is today or later, at most a month ahead."))
        return day


def phrase_choices() -> list:
    """Return the prepared phrases by kind, with names in angles where something will be filled in."""
    phrases = sorted(PreparedPhrase.objects.all(), key=_place_in_list)
    return [
        (NoticeKind(kind).label.capitalize(), [(one.pk, _with_names(str(one))) for one in some])
        for kind, some in groupby(phrases, lambda phrase: phrase.kind)
    ]


def _place_in_list(phrase: PreparedPhrase) -> tuple[int, int, int]:
    return NoticeKind.values.index(phrase.kind), phrase.order, phrase.pk


def _with_names(text: str) -> str:
    return text.replace("{place}", gettext("‹place›")).replace("{until}", gettext("‹last day›"))


class TextsForm(forms.Form):
    """The three texts, each of them there."""

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        for code, name in LANGUAGE_NAMES.items():
            self.fields[f"text_{code}"] = forms.CharField(
                label=name,
                max_length=LONGEST_TEXT,
                widget=forms.Textarea({"rows": 6, "lang": code.replace("_", "-")}),
            )
