"""The forms of passkeys: allauth's, with our words, and with a clear refusal of what no browser sends."""

import struct
from collections.abc import Iterator
from contextlib import contextmanager

from allauth.mfa.models import Authenticator
from allauth.mfa.webauthn import forms as allauths
from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from staff.signin import wording

NAME_LENGTH = 60
# What the decoder of the answers of passkeys raises for parts that are missing or of another shape.
BROKEN = (KeyError, TypeError, ValueError, AttributeError, IndexError, struct.error)


@contextmanager
def refusing_what_is_broken() -> Iterator[None]:
    """Turn an answer that cannot be read into a message on the form."""
    try:
        yield
    except BROKEN as error:
        raise ValidationError(wording.PASSKEY_REFUSED, code="broken") from error


class _ReadsAnswer:
    def clean_credential(self) -> Authenticator:
        with refusing_what_is_broken():
            return super().clean_credential()


class UsePasskeyForm(_ReadsAnswer, allauths.AuthenticateWebAuthnForm):
    pass


class PasskeyAloneForm(_ReadsAnswer, allauths.LoginWebAuthnForm):
    pass


class PasskeyAgainForm(_ReadsAnswer, allauths.ReauthenticateWebAuthnForm):
    pass


class PasskeyForm(allauths.AddWebAuthnForm):
    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.fields["name"] = forms.CharField(
            label=_("Name of the passkey"),
            help_text=_("So that you know it again, such as “my phone”."),
            max_length=NAME_LENGTH,
            required=False,
        )
        alone = self.fields["passwordless"]
        alone.label, alone.initial = _("Sign in with it alone, without a password"), True
        alone.help_text = _("It then asks for your fingerprint, your face or its PIN.")

    def clean(self) -> dict:
        with refusing_what_is_broken():
            return super().clean()


class RenamePasskeyForm(allauths.EditWebAuthnForm):
    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.fields["name"] = forms.CharField(
            label=_("Name of the passkey"), max_length=NAME_LENGTH, initial=self.initial["name"]
        )
