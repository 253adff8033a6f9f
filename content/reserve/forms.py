from uuid import uuid4

from django import forms
from django.utils.translation import gettext_lazy as _

from content.base.person_fields import MailAddressField, PersonNameField
from content.reserve.models import Side


class ContactForm(forms.Form):
    """A message to one of the two offices."""

    side = forms.ChoiceField(
        label=_("Which office?"),
        widget=forms.RadioSelect,
        error_messages={"invalid_choice": _("Please choose one of the two offices.")},
    )
    name = PersonNameField(
        label=_("Your name"),
        max_length=120,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    email = MailAddressField(
        label=_("Your e-mail"),
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )
    message = forms.CharField(
        label=_("Your message"),
        max_length=5000,
        widget=forms.Textarea(attrs={"rows": 7}),
    )
    key = forms.UUIDField(required=False, initial=uuid4, widget=forms.HiddenInput)
    # People do not see this field; robots fill it.
    website = forms.CharField(label=_("Leave this empty"), required=False)

    def __init__(self, *args, sides: list[Side], **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.sides = {side.pk: side for side in sides}
        self.fields["side"].choices = [(code, str(side)) for code, side in self.sides.items()]

    def clean_side(self) -> Side:
        return self.sides[self.cleaned_data["side"]]

    def is_robot(self) -> bool:
        return bool(self.cleaned_data.get("website"))

    def message_fields(self) -> dict:
        fields = ("side", "name", "email", "message")
        return {name: self.cleaned_data[name] for name in fields} | {
            "key": self.cleaned_data["key"] or uuid4()
        }
