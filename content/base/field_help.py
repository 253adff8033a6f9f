"""A short word below the fields in which one could go wrong, for every form of records; a field's own comes first."""

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

# By the field's name, or by the model's and the field's where the name alone does not tell.
HELP: dict[str, Promise] = {
    "slug": _("Part of the address, in Latin letters. Do not change it later: links would break."),
    "side": _("Whose record it is: the staff of this side keep it."),
    "order": _("Smaller numbers come first in lists."),
    "credit": _("Whose work it is, as it should stand below: name, organisation."),
    "licence": _("What others may do with it. If you are not sure, keep all rights reserved."),
    "code": _("A short sign in Latin letters that does not change later."),
    "cameratraps.deployment.zone": _(
        "The large public zone only. Where the camera stands is written nowhere."
    ),
    "cameratraps.zone.description": _(
        "What the landscape is like; no names of places, streams or roads."
    ),
    "cameratraps.event.month": _("The month is all that the public learns of the day."),
    "trails.closure.text": _(
        "What visitors read: why, and where to go instead. Empty: a sentence prepared for the reason."
    ),
    "bookings.departure.capacity": _("Places on this walk; never fewer than are taken already."),
    "bookings.departure.closes_hours": _("After that visitors can no longer book on the site."),
    "bookings.departureseries.capacity": _("Places on each walk of the series."),
    "bookings.departureseries.closes_hours": _(
        "After that visitors can no longer book on the site."
    ),
    "reserve.populationfigure.source": _(
        "Who published the number and where; with the day of the count."
    ),
    "schools.standardnode.code": _("As printed in the curriculum."),
}


class HelpfulForm(forms.ModelForm):
    """Gives a field without help the one above."""

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        label = self._meta.model._meta.label_lower
        for name, field in self.fields.items():
            field.help_text = field.help_text or help_for(label, name)


def help_for(label: str, name: str) -> Promise | str:
    """Return the word for a field of a model, a language's column like its text; empty when there is none."""
    bare = name
    for suffix in ("_en", "_ru", "_zh_hans"):
        bare = bare.removesuffix(suffix)
    return HELP.get(f"{label}.{bare}") or HELP.get(name) or ""
