"""The page on which a person sees their sessions and ends them."""

from allauth.usersessions.models import UserSession
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from staff.signin.devices import device_name
from staff.signin.people import moment_for
from staff.signin.sessions import end_all_sessions, end_sessions, sessions_of


@require_safe
@never_cache
@login_required
def list_sessions(request: HttpRequest) -> HttpResponse:
    """Show where a person is signed in: device, address, last use; to nobody else."""
    sessions = sessions_of(request.user)
    for session in sessions:
        session.device = device_name(session.user_agent)
        session.moment = moment_for(request.user, session.last_seen_at)
        session.is_this = session.session_key == request.session.session_key
    return render(request, "staff/signin/sessions.html", {"sessions": sessions})


@require_POST
@login_required
def end_session(request: HttpRequest, pk: int) -> HttpResponse:
    """End one session of one's own; the one in use ends by signing out."""
    session = get_object_or_404(UserSession, pk=pk, user=request.user)
    if session.session_key != request.session.session_key:
        end_sessions([session])
        messages.success(request, _("The session is ended."))
    return redirect("usersessions_list")


@require_POST
@login_required
def end_other_sessions(request: HttpRequest) -> HttpResponse:
    """End every session of one's own but this one."""
    ended = end_all_sessions(request.user, but=request.session.session_key)
    text = ngettext("%(count)d session is ended.", "%(count)d sessions are ended.", ended)
    messages.success(request, text % {"count": ended})
    return redirect("usersessions_list")
