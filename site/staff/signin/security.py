"""The page of a person's own sign-in, and the pages on which second factors come and go."""

from allauth.account.decorators import reauthentication_required
from allauth.mfa.base.views import IndexView
from allauth.mfa.recovery_codes.views import GenerateRecoveryCodesView, ViewRecoveryCodesView
from allauth.mfa.totp.views import ActivateTOTPView, DeactivateTOTPView
from allauth.mfa.webauthn.views import AddWebAuthnView, EditWebAuthnView, RemoveWebAuthnView
from django.conf import settings
from django.http import HttpResponse
from django.urls import reverse_lazy
from django.utils.decorators import method_decorator
from django.views.decorators.cache import never_cache

from staff.signin import forms, passkey_forms, wording
from staff.signin.adapters import may_have_passkeys
from staff.signin.factors import has_shown_second_factor, note_second_factor
from staff.signin.sessions import sessions_of


class Security(IndexView):
    """Second factors, codes, sessions; to a person without a factor where one is required, its set-up alone."""

    template_name = "staff/signin/security.html"

    def get_context_data(self, **kwargs) -> dict:
        context = super().get_context_data(**kwargs)
        has_shown = has_shown_second_factor(self.request)
        found = context["authenticators"]
        codes = found.get("recovery_codes")
        return context | {
            "app": found.get("totp"),
            "keys": found.get("webauthn", []),
            "codes_left": len(codes.get_unused_codes()) if codes else None,
            "sessions": len(sessions_of(self.request.user)),
            "passkeys": may_have_passkeys(self.request),
            "must_enrol": settings.STAFF_TWO_FACTOR_REQUIRED and not has_shown,
        }


class _ShowsFactor:
    """Setting up a factor shows it: the session may go on."""

    def form_valid(self, form) -> HttpResponse:
        response = super().form_valid(form)
        note_second_factor(self.request, self.request.user)
        return response


@method_decorator(never_cache, name="dispatch")
class ConnectApp(_ShowsFactor, ActivateTOTPView):
    form_class = forms.ConnectAppForm
    template_name = "staff/signin/connect_app.html"


class RemoveApp(DeactivateTOTPView):
    template_name = "staff/signin/remove_app.html"


class AddPasskey(_ShowsFactor, AddWebAuthnView):
    form_class = passkey_forms.PasskeyForm
    template_name = "staff/signin/add_passkey.html"

    def get_context_data(self, **kwargs) -> dict:
        refused = wording.PASSKEY_REFUSED if self.request.method == "POST" else ""
        form = kwargs.get("form") or self.get_form()
        return super().get_context_data(**kwargs) | {
            "form": form,
            "refused": refused,
            "passkeys": may_have_passkeys(self.request),
        }


class RenamePasskey(EditWebAuthnView):
    form_class = passkey_forms.RenamePasskeyForm
    template_name = "staff/signin/rename_passkey.html"
    success_url = reverse_lazy("mfa_index")


class RemovePasskey(RemoveWebAuthnView):
    template_name = "staff/signin/remove_passkey.html"
    success_url = reverse_lazy("mfa_index")


class RecoveryCodes(ViewRecoveryCodesView):
    template_name = "staff/signin/recovery_codes.html"


@method_decorator(reauthentication_required(app="allauth.mfa"), name="dispatch")
class NewRecoveryCodes(GenerateRecoveryCodesView):
    template_name = "staff/signin/new_recovery_codes.html"
