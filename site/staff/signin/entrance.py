"""The way in: password, code or passkey, forgotten password, and what is said to those who try too often."""

from allauth.account.views import LoginView, ReauthenticateView
from allauth.core.internal import ratelimit
from allauth.mfa.base.views import AuthenticateView
from allauth.mfa.base.views import ReauthenticateView as CodeAgainView
from allauth.mfa.models import Authenticator
from allauth.mfa.webauthn.views import LoginWebAuthnView, ReauthenticateWebAuthnView
from django.contrib import messages
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST
from wagtail.admin.views.account import PasswordResetView

from staff.signin import forms, passkey_forms, wording
from staff.signin.adapters import may_have_passkeys

RETRY_SECONDS = 60


class SignIn(LoginView):
    form_class = forms.SignInForm
    template_name = "staff/signin/sign_in.html"

    def dispatch(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        """Let somebody without any role sign in as somebody else instead of sending them round in circles."""
        user = request.user
        if user.is_authenticated and not user.has_perm("wagtailadmin.access_admin"):
            logout(request)
        return super().dispatch(request, *args, **kwargs)

    def get_context_data(self, **kwargs) -> dict:
        return super().get_context_data(**kwargs) | {"passkeys": may_have_passkeys(self.request)}


class EnterCode(AuthenticateView):
    """The second step: a code, or the passkey of this person."""

    form_class = forms.CodeForm
    webauthn_form_class = passkey_forms.UsePasskeyForm
    template_name = "staff/signin/code.html"

    def get_context_data(self, **kwargs) -> dict:
        types = Authenticator.objects.filter(user=self.stage.login.user)
        kinds = set(types.values_list("type", flat=True))
        is_passkey_refused = self.request.method == "POST" and "code" not in self.request.POST
        return super().get_context_data(**kwargs) | {
            "has_passkeys": Authenticator.Type.WEBAUTHN in kinds,
            "has_app": Authenticator.Type.TOTP in kinds,
            "refused": wording.PASSKEY_REFUSED if is_passkey_refused else "",
        }


class PasskeySignIn(LoginWebAuthnView):
    """Sign in with a passkey alone; it asks for a finger, a face or a PIN."""

    form_class = passkey_forms.PasskeyAloneForm

    def form_invalid(self, form) -> HttpResponse:
        messages.error(self.request, wording.PASSKEY_REFUSED)
        return redirect("wagtailadmin_login")


class PasswordAgain(ReauthenticateView):
    form_class = forms.PasswordAgainForm
    template_name = "staff/signin/again.html"


class CodeAgain(CodeAgainView):
    form_class = forms.CodeAgainForm
    template_name = "staff/signin/again.html"


class PasskeyAgain(ReauthenticateWebAuthnView):
    form_class = passkey_forms.PasskeyAgainForm
    template_name = "staff/signin/again_passkey.html"

    def form_invalid(self, form) -> HttpResponse:
        messages.error(self.request, wording.PASSKEY_REFUSED)
        return redirect(self.request.get_full_path())

    def get_context_data(self, **kwargs) -> dict:
        alternatives = self.get_reauthentication_alternatives()
        return super().get_context_data(**kwargs) | {
            "reauthentication_alternatives": alternatives,
            "redirect_field": self.request.GET.get("next", ""),
        }


class ForgottenPassword(PasswordResetView):
    """Wagtail's page with a brake: by the asker's address, and by the address asked about."""

    def form_valid(self, form) -> HttpResponse:
        refused = ratelimit.consume_or_429(
            self.request,
            app="allauth.account",
            action="reset_password",
            key=form.cleaned_data["email"].lower(),
        )
        return refused or super().form_valid(form)


@require_POST
def leave(request: HttpRequest) -> HttpResponse:
    """Forget a sign-in that stands at its second step, so that somebody else may begin."""
    logout(request)
    return redirect("wagtailadmin_login")


def too_many_tries(request: HttpRequest) -> HttpResponse:
    """Say that somebody tries too often, and for how long to wait."""
    page = render(request, "staff/signin/too_many.html", status=429)
    page.headers["Retry-After"] = RETRY_SECONDS
    return page
