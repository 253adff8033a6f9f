"""Where invitations show in Wagtail's own screens: the menu of settings, the addresses, the log."""

from django.http import HttpRequest
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from staff.invitations import screens
from staff.invitations.services import ACCEPTED, INVITED, WITHDRAWN


@hooks.register("register_admin_urls")
def register_screens() -> list:
    show = screens.InvitationList
    return [
        path("invitations/", show.as_view(), name="invitations"),
        path("invitations/results/", show.as_view(results_only=True), name="invitation_results"),
        path("invitations/<int:pk>/send/", screens.send_again, name="send_invitation"),
        path("invitations/<int:pk>/withdraw/", screens.withdraw_view, name="withdraw_invitation"),
    ]


class InvitationsItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return request.user.has_perm("staff.add_user")


@hooks.register("register_settings_menu_item")
def register_item() -> MenuItem:
    return InvitationsItem(
        _("Invitations"), reverse("invitations"), name="invitations", icon_name="mail", order=601
    )


@hooks.register("register_log_actions")
def name_actions(actions) -> None:
    actions.register_action(INVITED, _("Invite"), _("Invitation sent"))
    actions.register_action(WITHDRAWN, _("Withdraw"), _("Invitation withdrawn"))
    actions.register_action(ACCEPTED, _("Accept"), _("Invitation accepted, password chosen"))
