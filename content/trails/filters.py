from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from content.base.choices import MONTHS, SideCode
from content.trails.models import Difficulty

NOT_KNOWN = {"invalid_choice": _("This choice is not known; it was left out.")}


def _choice(label, choices, nothing) -> forms.ChoiceField:
    return forms.ChoiceField(
        label=label, choices=[("", nothing), *choices], required=False, error_messages=NOT_KNOWN
    )


class TrailFilters(forms.Form):
    """The filters of the list of trails. A value that is not known is named and left out."""

    side = _choice(pgettext_lazy("where a trail lies", "Side"), SideCode.choices, _("both sides"))
    level = _choice(_("Difficulty"), Difficulty.choices, _("any difficulty"))
    length = _choice(
        _("Length"),
        [
            ("short", _("under 2 km")),
            ("medium", _("2 to 5 km")),
            ("long", _("5 km and more")),
        ],
        _("any length"),
    )
    month = _choice(_("Month of your visit"), MONTHS, _("any month"))
    wheels = _choice(
        _("With wheels"),
        [
            ("wheelchair", pgettext_lazy("thing", "wheelchair")),
            ("pushchair", pgettext_lazy("thing", "pushchair")),
        ],
        _("no matter"),
    )
    age = forms.IntegerField(
        label=_("Age of the youngest"),
        required=False,
        min_value=0,
        max_value=120,
        widget=forms.NumberInput(attrs={"inputmode": "numeric"}),
    )

    def chosen(self) -> dict:
        """Return the values that filter: the valid ones that are not empty."""
        self.is_valid()
        return {name: value for name, value in self.cleaned_data.items() if value not in ("", None)}
