from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from content.base.choices import SideCode
from content.base.facts import fact_text
from content.cameratraps.choices import Season

NOT_KNOWN = {"invalid_choice": _("This choice is not known; it was left out.")}
TIME_CHOICES = [
    ("day", _("by day")),
    ("night", _("by night")),
    ("twilight", _("at dawn and dusk")),
]


def choice_field(label, choices, nothing) -> forms.ChoiceField:
    return forms.ChoiceField(
        label=label, choices=[("", nothing), *choices], required=False, error_messages=NOT_KNOWN
    )


class AnimalFilters(forms.Form):
    """Filters of which the first is the species. A value that is not known is named and left out."""

    species = choice_field(_("Animal"), [], _("all animals"))

    def __init__(self, *args, species, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        names = [(one.slug, fact_text(one, "name").text) for one in species]
        self.fields["species"].choices = [("", _("all animals")), *names]

    def chosen(self) -> dict:
        """Return the values that filter: the valid ones that are not empty."""
        self.is_valid()
        return {name: value for name, value in self.cleaned_data.items() if value}


class VisitFilters(AnimalFilters):
    """The filters of the wall of visits."""

    side = choice_field(_("Side"), SideCode.choices, _("both sides"))
    season = choice_field(pgettext_lazy("of the year", "Season"), Season.choices, _("any season"))
    time = choice_field(_("Day or night"), TIME_CHOICES, _("any time"))
