"""The pages behind the link of an invitation: choose a password, or hear that the link does not hold."""

from allauth.account.internal.flows.login import perform_password_login
from allauth.account.models import Login
from django.conf import settings
from django.contrib.auth import logout
from django.contrib.auth.forms import SetPasswordForm
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_safe

from staff.invitations.models import Invitation
from staff.invitations.services import InvitationVoidError, accept, find_open
from staff.signin.people import language_of_person

SESSION_KEY = "staff_invitation"


class FirstPasswordForm(SetPasswordForm):
    """The rules of passwords stand above the field, as the person types."""

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.fields["new_password1"].label = _("Your password")
        self.fields["new_password2"].label = _("The same password again")
        self.fields["new_password2"].help_text = ""


@require_safe
@never_cache
def open_invitation(request: HttpRequest, token: str) -> HttpResponse:
    """Take the secret out of the address, where it could be seen, and go on without it."""
    if request.user.is_authenticated:
        logout(request)
    request.session[SESSION_KEY] = token
    return redirect("accept_invitation")


@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def accept_invitation(request: HttpRequest) -> HttpResponse:
    """Show whom the invitation is for, and take the password that person chooses."""
    try:
        invitation = find_open(request.session.get(SESSION_KEY, ""))
    except InvitationVoidError:
        return _void(request)
    has_chosen = settings.LANGUAGE_COOKIE_NAME in request.COOKIES
    language = request.LANGUAGE_CODE if has_chosen else language_of_person(invitation.person)
    with override(language):
        return _choose_password(request, invitation)


def _choose_password(request: HttpRequest, invitation: Invitation) -> HttpResponse:
    form = FirstPasswordForm(invitation.person, request.POST or None)
    if request.method != "POST" or not form.is_valid():
        context = {"form": form, "person": invitation.person}
        return render(request, "staff/invitations/accept.html", context)
    try:
        person = accept(request.session.pop(SESSION_KEY, ""), form.cleaned_data["new_password1"])
    except InvitationVoidError:  # used in another window meanwhile
        return _void(request)
    login = Login(user=person, redirect_url=reverse("mfa_index"))
    return perform_password_login(request, {"username": person.username}, login)


def _void(request: HttpRequest) -> HttpResponse:
    context = {"days": settings.INVITATION_DAYS}
    return render(request, "staff/invitations/void.html", context, status=410)
