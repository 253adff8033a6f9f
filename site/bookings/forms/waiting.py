"""Who would come, on the waiting list."""

from django import forms
from django.utils.translation import gettext_lazy as _

from bookings.forms.party import MOST_PEOPLE, ChoosePartyForm


class WaitingPartyForm(ChoosePartyForm):
    """Who would come, and how few would come too."""

    fewest = forms.IntegerField(
        label=_("We would also come with fewer, but at least"),
        min_value=1,
        max_value=MOST_PEOPLE,
        required=False,
        help_text=_("Leave it empty if your party stays whole."),
        widget=forms.NumberInput(attrs={"inputmode": "numeric"}),
    )
    field_order = ["adults", "children", "fewest"]

    def clean(self) -> dict:
        data = super().clean()
        fewest = data.get("fewest")
        if fewest and not self.errors and fewest > self.party.size:
            self.add_error("fewest", _("This is more than your whole party."))
        return data
