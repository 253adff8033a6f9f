from django import forms
from django.utils.translation import gettext_lazy as _

from content.base.choices import SideCode
from content.base.facts import fact_text
from content.cameratraps.filters import choice_field


class CatFilters(forms.Form):
    """The filters of the list of known animals. A value that is not known is named and left out."""

    species = choice_field(_("Animal"), [], _("all animals"))
    side = choice_field(
        _("Seen"),
        [*SideCode.choices, ("both", _("on both sides"))],
        _("on either side"),
    )

    def __init__(self, *args, species, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        names = [(one.slug, fact_text(one, "name").text) for one in species]
        self.fields["species"].choices = [("", _("all animals")), *names]

    def chosen(self) -> dict:
        """Return the values that filter: the valid ones that are not empty."""
        self.is_valid()
        return {name: value for name, value in self.cleaned_data.items() if value}
