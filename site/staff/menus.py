"""The order of the menu, what a person's own work is stands first, and its pictures, none of them twice."""

from django.http import HttpRequest
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from content.base.permissions import TRANSLATE

# Who has this permission, and is no administrator, finds this place of the menu on top.
OWN_WORK = (
    ("bookings.change_booking", ("bookings", "check-in")),
    (TRANSLATE, ("to-translate",)),
    ("cameratraps.add_event", ("camera-traps", "images")),
    ("schools.add_subject", ("schools",)),
)


ICONS = ("camera-trap", "lesson", "report", "reserve", "story", "trail")


@hooks.register("register_icons")
def add_own_icons(icons: list[str]) -> list[str]:
    return [*icons, *(f"wagtailadmin/icons/staff/{name}.svg" for name in ICONS)]


@hooks.register("construct_main_menu", order=1001)  # after the common order of content.base
def lift_ones_own_work(request: HttpRequest, menu_items: list[MenuItem]) -> None:
    """Let a booking officer find bookings first, a photo curator the camera traps, and so on."""
    for item in menu_items:
        if item.name == "reports":
            item.icon_name = "report"  # Wagtail's globe says nothing of numbers
    user = request.user
    if user.has_perm("staff.change_user"):
        return
    first = [name for right, names in OWN_WORK if user.has_perm(right) for name in names]
    for item in menu_items:
        if item.name in first:
            item.order = first.index(item.name)
