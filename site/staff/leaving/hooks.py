"""Accounts are closed one at a time, never deleted in numbers; the log names it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.admin import messages

from staff.leaving.services import CLOSED
from staff.models import User


@hooks.register("before_bulk_action")
def close_one_at_a_time(
    request: HttpRequest, action_type: str, objects: list, action_class_instance
) -> HttpResponse | None:
    if action_type != "delete" or action_class_instance.model is not User:
        return None
    messages.error(
        request, _("Accounts are closed one at a time, so that their drafts find a new owner.")
    )
    return redirect("wagtailusers_users:index")


@hooks.register("register_log_actions")
def name_actions(actions) -> None:
    actions.register_action(CLOSED, gettext_lazy("Close"), gettext_lazy("Account closed"))
