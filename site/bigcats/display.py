"""The page on which a reader sets how pages look, and the middleware that remembers it."""

from collections.abc import Callable

from django import forms
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.cache import patch_vary_headers
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from bigcats.views import ONE_YEAR
from content.base import display
from content.base.display import AS_DESIGNED, COOKIE, Colours, Display, Pictures, Spacing, TextSize


class DisplayForm(forms.Form):
    """One choice for each setting; every answer is a whole `Display`."""

    text = forms.ChoiceField(label=_("Size of text"), choices=TextSize, widget=forms.RadioSelect)
    spacing = forms.ChoiceField(
        label=_("Space between letters and lines"), choices=Spacing, widget=forms.RadioSelect
    )
    colours = forms.ChoiceField(label=_("Colours"), choices=Colours, widget=forms.RadioSelect)
    pictures = forms.ChoiceField(label=_("Pictures"), choices=Pictures, widget=forms.RadioSelect)


class DisplayMiddleware:
    """Show every page as this reader has asked for; a page shown so is theirs alone, and says so to caches."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        token = display.activate(Display.of_cookie(request.COOKIES.get(COOKIE, "")))
        try:
            response = self.get_response(request)
        finally:
            display.deactivate(token)
        if response.headers.get("Content-Type", "").startswith("text/html"):
            patch_vary_headers(response, ["Cookie"])
        return response


@require_http_methods(["GET", "HEAD", "POST"])
def display_settings(request: HttpRequest) -> HttpResponse:
    """Show the settings; store them in a cookie and go back to the page the reader came from."""
    back = _own_address(request, request.POST.get("next") or request.GET.get("next", ""))
    if request.method != "POST":
        chosen = DisplayForm(initial=vars(display.current()))
        return render(request, "display.html", {"form": chosen, "back": back})
    if "reset" in request.POST:
        return _remember(redirect(back), AS_DESIGNED)
    form = DisplayForm(request.POST)
    if not form.is_valid():
        return render(request, "display.html", {"form": form, "back": back}, status=422)
    return _remember(redirect(back), Display(**form.cleaned_data))


def _remember(response: HttpResponse, chosen: Display) -> HttpResponse:
    """Set the cookie, or take it away when all is as designed."""
    if chosen == AS_DESIGNED:
        response.delete_cookie(COOKIE, samesite="Lax")
    else:
        response.set_cookie(
            COOKIE,
            chosen.cookie,
            max_age=ONE_YEAR,
            samesite="Lax",
            secure=settings.SESSION_COOKIE_SECURE,
            httponly=True,
        )
    return response


def _own_address(request: HttpRequest, address: str) -> str:
    """Return the address when it is a path of this site, else the page of the settings itself."""
    is_own = address.startswith("/") and url_has_allowed_host_and_scheme(
        address, allowed_hosts={request.get_host()}
    )
    return address if is_own else reverse("display")
