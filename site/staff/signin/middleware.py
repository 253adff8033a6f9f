"""What holds for every request under /staff/: a second factor where it is required, and when it was last seen."""

from collections.abc import Callable

from django.conf import settings
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from staff.middleware import is_staff_address
from staff.signin.factors import has_second_factor, has_shown_second_factor
from staff.signin.sessions import note_activity

# What a person may open before the second factor is set up: its set-up, the way out, their language, and what these
# pages themselves are made of.
FREE = {
    "wagtailadmin_login",
    "account_login",
    "wagtailadmin_logout",
    "staff_language",
    "wagtailadmin_javascript_catalog",
    "wagtailadmin_sprite",
    "account_reauthenticate",
    "mfa_index",
    "mfa_activate_totp",
    "mfa_add_webauthn",
    "accept_invitation",
    "open_invitation",
}


class SecondFactorMiddleware:
    """Lead whoever has no second factor to its set-up, and whoever has not shown theirs back to the sign-in."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view, args, kwargs) -> HttpResponse | None:
        if not settings.STAFF_TWO_FACTOR_REQUIRED or not is_staff_address(request):
            return None
        if not request.user.is_authenticated or has_shown_second_factor(request):
            return None
        if has_second_factor(request.user):  # set up elsewhere since this session began
            logout(request)
            return redirect("wagtailadmin_login")
        return None if request.resolver_match.url_name in FREE else redirect("mfa_index")


class SessionActivityMiddleware:
    """Keep when and from where a session was last used, now and then, and for staff pages alone."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if is_staff_address(request) and request.user.is_authenticated:
            note_activity(request)
        return self.get_response(request)
