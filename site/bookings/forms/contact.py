"""Whom to reach, and the consents."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from bookings.consent import guardian_text
from bookings.models import Departure
from bookings.phones import international
from content.base.person_fields import MailAddressField, PersonNameField


def clean_number(typed: str, side: str) -> str:
    """Return a telephone number in E.164, or nothing for nothing; raises ValidationError for what is none."""
    if not typed:
        return ""
    number = international(typed, get_language() or "en", side)
    if number is None:
        raise ValidationError(
            _(
                "This is not a complete telephone number. Write it with the country code, "
                "for example +7 … or +86 …"
            )
        )
    return number


class AddressForm(forms.Form):
    """Where a mail goes."""

    email = MailAddressField(
        label=_("E-mail"),
        max_length=254,
        help_text=_("We send a link here that you open to confirm, and word if anything changes."),
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )


class ContactForm(AddressForm):
    """Name, address, telephone, and the consents; the guardian's word only if children come along."""

    name = PersonNameField(
        label=_("Your name"),
        max_length=120,
        help_text=_("In any script. The guide asks for it at the meeting point."),
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    phone = forms.CharField(
        label=_("Telephone"),
        max_length=40,
        required=False,
        help_text=_("Only for urgent news on the day of the walk."),
        widget=forms.TextInput(attrs={"autocomplete": "tel", "type": "tel"}),
    )
    consent = forms.BooleanField(
        label=_("I have read this text and agree that my data are used for this booking"),
        error_messages={"required": _("Without this consent we may not keep your booking.")},
    )
    guardian = forms.BooleanField(
        error_messages={"required": _("Children come along: please confirm this too.")}
    )
    field_order = ["name", "email", "phone", "consent", "guardian"]

    def __init__(
        self, *args, departure: Departure, with_children: bool, is_named: bool = False, **kwargs
    ) -> None:
        super().__init__(*args, **kwargs)
        self.departure = departure
        self.fields["guardian"].label = guardian_text(departure, is_named=is_named)
        if not with_children:
            del self.fields["guardian"]

    def clean_phone(self) -> str:
        return clean_number(self.cleaned_data["phone"], self.departure.trail.side_id)

    @property
    def typed(self) -> dict:
        """Return what goes into the draft."""
        return {name: self.cleaned_data[name] for name in ("name", "email", "phone")}
