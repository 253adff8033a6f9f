"""The forms of the sign-in: allauth's, labelled and explained in our words."""

from allauth.account.forms import LoginForm, ReauthenticateForm
from allauth.mfa.base import forms as codes
from allauth.mfa.totp.forms import ActivateTOTPForm
from django.core.mail import EmailMessage
from django.db import transaction
from django.template.loader import render_to_string
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override
from wagtail.admin.forms.auth import PasswordResetForm as WagtailPasswordResetForm

from staff.signin.mails import deliver
from staff.signin.people import language_of_person

_code_input = {"autocomplete": "one-time-code", "inputmode": "numeric", "autofocus": True}


class SignInForm(LoginForm):
    """Username, password, and whether the browser may be left signed in."""

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        username, password = self.fields["login"], self.fields["password"]
        username.label, password.label, password.help_text = _("Username"), _("Password"), ""
        username.widget.attrs = {"autocomplete": "username", "autofocus": True}
        password.widget.attrs = {"autocomplete": "current-password"}
        self.fields["remember"].label = _("Stay signed in on this device")


class PasswordAgainForm(ReauthenticateForm):
    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["password"]
        field.label, field.help_text = _("Password"), ""
        field.widget.attrs = {"autocomplete": "current-password", "autofocus": True}


class _CodeForm:
    """A form with one code of an app or of the list of recovery codes."""

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["code"]
        field.label, field.max_length = _("Code"), 20
        field.help_text = _("Six digits from your app, or one of your recovery codes.")
        field.widget.attrs = dict(_code_input)


class CodeForm(_CodeForm, codes.AuthenticateForm):
    pass


class CodeAgainForm(_CodeForm, codes.ReauthenticateForm):
    pass


class ConnectAppForm(ActivateTOTPForm):
    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["code"]
        field.label = _("Code from the app")
        field.help_text = _("Six digits; a new code appears every 30 seconds.")
        field.widget.attrs = _code_input | {"autofocus": False}


class PasswordResetForm(WagtailPasswordResetForm):
    """Send the link in the language of the person it is for."""

    def send_mail(
        self, subject_template_name, email_template_name, context, from_email, to_email, **html
    ) -> None:
        with override(language_of_person(context["user"])):
            subject = render_to_string(subject_template_name, context).strip()
            text = render_to_string(email_template_name, context)
        message = EmailMessage(subject, text, from_email, [to_email])
        transaction.on_commit(lambda: deliver(message))
