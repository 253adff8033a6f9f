from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from content.cameratraps.editions import staff

ACTIONS = {
    "edition_made": (_("Make an edition"), _("Edition of the data made")),
    "edition_agreed": (_("Agree to an edition"), _("One side agrees to an edition of the data")),
    "edition_published": (_("Publish an edition"), _("Edition of the data published")),
    "edition_pulled": (_("Pull an edition back"), _("Edition of the data pulled back")),
}


class EditionsItem(MenuItem):
    """Leads to the editions, for those who may agree to them."""

    def __init__(self) -> None:
        super().__init__(
            _("Editions"),
            reverse("cameratraps_editions"),
            name="editions",
            icon_name="download",
            order=850,
        )

    def is_shown(self, request) -> bool:
        return request.user.has_perm(staff.PUBLISH)


@hooks.register("register_admin_urls")
def addresses() -> list:
    return staff.URLS


@hooks.register("register_log_actions")
def edition_actions(actions) -> None:
    for name, (label, message) in ACTIONS.items():
        actions.register_action(f"cameratraps.{name}", label, message)
