from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from content.base.facts import fact_text
from content.schools.models import Setting, Subject

NOT_KNOWN = {"invalid_choice": _("This choice is not known; it was left out.")}
PLACES = [(value, label) for value, label in Setting.choices if value != Setting.EITHER]


def _choice(label, choices, nothing) -> forms.ChoiceField:
    return forms.ChoiceField(
        label=label, choices=[("", nothing), *choices], required=False, error_messages=NOT_KNOWN
    )


class LessonFilters(forms.Form):
    """The lesson finder. A value that is not known is named and left out."""

    age = forms.IntegerField(
        label=_("Age of the pupils"),
        required=False,
        min_value=3,
        max_value=20,
        widget=forms.NumberInput(attrs={"inputmode": "numeric"}),
    )
    subject = _choice(_("Subject"), [], _("any subject"))
    minutes = _choice(
        _("Time you have"),
        [
            ("30", _("up to 30 minutes")),
            ("40", _("up to 40 minutes")),
            ("45", _("up to 45 minutes")),
            ("90", _("up to 90 minutes")),
        ],
        pgettext_lazy("of a lesson", "any length"),
    )
    setting = _choice(_("Place"), PLACES, _("anywhere"))
    language = _choice(_("Language of the files"), settings.LANGUAGES, _("any language"))

    def __init__(self, data, subjects: list[Subject]) -> None:
        super().__init__(data)
        self.fields["subject"].choices += [
            (subject.slug, fact_text(subject, "name").text) for subject in subjects
        ]

    def chosen(self) -> dict:
        """Return the values that filter: the valid ones that are not empty."""
        self.is_valid()
        return {name: value for name, value in self.cleaned_data.items() if value not in ("", None)}
