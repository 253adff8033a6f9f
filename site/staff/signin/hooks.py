"""Where the sign-in shows in Wagtail's own screens: the account page, the list of users, the log."""

from collections.abc import Iterator

from django.http import HttpRequest
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.widgets.button import Button

from staff.models import User
from staff.signin.resets import may_reset, reset_view
from staff.signin.services import RESET_ACTION


@hooks.register("register_account_menu_item")
def link_security(request: HttpRequest) -> dict:
    return {
        "url": reverse("mfa_index"),
        "label": _("Sign-in and security"),
        "help_text": _("App with codes, passkeys, recovery codes, and where you are signed in."),
    }


@hooks.register("register_admin_urls")
def register_reset() -> list:
    return [path("users/<str:pk>/reset-sign-in/", reset_view, name="reset_sign_in")]


@hooks.register("register_user_listing_buttons")
def offer_reset(user: User, request_user: User) -> Iterator[Button]:
    if may_reset(request_user, user):
        yield Button(
            _("Reset the sign-in"),
            reverse("reset_sign_in", args=[user.pk]),
            icon_name="key",
            priority=60,
        )


@hooks.register("register_log_actions")
def name_actions(actions) -> None:
    actions.register_action(
        RESET_ACTION,
        _("Reset the sign-in"),
        _("Second factors removed, sessions ended"),
    )
