"""The screen on which an administrator removes the second factors of a person who has lost them."""

from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from wagtail.admin import messages

from staff.models import User
from staff.signin.services import reset_sign_in
from staff.signin.sessions import sessions_of


def may_reset(administrator: User, person: User) -> bool:
    """Say whether somebody may reset the sign-in of another: of a superuser only a superuser, of oneself nobody."""
    is_equal = administrator.is_superuser or not person.is_superuser
    return administrator.has_perm("staff.change_user") and is_equal and administrator != person


def reset_view(request: HttpRequest, pk: str) -> HttpResponse:
    """Ask, then remove second factors and end sessions."""
    person = get_object_or_404(User, pk=unquote(pk))
    if not may_reset(request.user, person):
        raise PermissionDenied
    if request.method == "POST":
        reset_sign_in(person, by=request.user)
        messages.success(request, _("The second factors are removed and the sessions ended."))
        return redirect("wagtailusers_users:edit", person.pk)
    context = {
        "person": person,
        "page_title": _("Reset the sign-in"),
        "header_title": _("Reset the sign-in"),
        "header_icon": "key",
        "factors": person.authenticator_set.exclude(type="recovery_codes").count(),
        "sessions": len(sessions_of(person)),
    }
    return render(request, "staff/signin/reset.html", context)
