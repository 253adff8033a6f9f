"""Form fields for what people write about themselves: names of every script, addresses a mail can carry."""

import unicodedata

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import EmailValidator
from django.utils.encoding import punycode
from django.utils.translation import gettext_lazy as _

# Invisible marks that come along when a name is pasted and mean nothing in it.
STRAY = dict.fromkeys(map(ord, "\u00ad\u200b\u200e\u200f\u2060\ufeff"))
# Persian and Indian scripts, and families of emoji, are joined and parted by these two.
JOINERS = "\u200c\u200d"


class PersonNameField(forms.CharField):
    """A name on one line, in any script; no control characters, nothing that turns the line round."""

    def clean(self, value: str) -> str:
        name = " ".join(super().clean(value).translate(STRAY).split())
        if any(map(_cannot_be_printed, name)) or (self.required and not name.strip(JOINERS)):
            raise ValidationError(_("The name contains characters that cannot be printed."))
        return name


class MailAddressField(forms.EmailField):
    """An address that a mail's header can carry: a domain of 60 Cyrillic letters, for one, cannot be written."""

    def clean(self, value: str) -> str:
        address = super().clean(value)
        try:
            punycode(address.rpartition("@")[2])
        except UnicodeError:
            raise ValidationError(EmailValidator.message) from None
        return address


def _cannot_be_printed(letter: str) -> bool:
    """Say whether a character is a control; a rare letter younger than our Unicode tables is none."""
    is_never_a_letter = ord(letter) & 0xFFFE == 0xFFFE
    return is_never_a_letter or (
        unicodedata.category(letter) in {"Cc", "Cf", "Cs"} and letter not in JOINERS
    )
