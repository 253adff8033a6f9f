from django.http import HttpRequest
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from content.base.permissions import refuse_other_side

# The menu by task; what is not named here follows in the order it was registered with.
MENU_ORDER = [
    "explorer",
    "stories",
    "trails",
    "bookings",
    "camera-traps",
    "schools",
    "reserve",
    "contact-messages",
    "images",
    "documents",
    "reports",
    "settings",
]
# Everything has its own place in the menu; Wagtail's news and manual lie on other hosts.
LEFT_OUT = {"snippets", "help"}
OUR_LABELS = {"images": _("Pictures"), "documents": _("Files")}


@hooks.register("construct_main_menu", order=1000)
def arrange_menu(request: HttpRequest, menu_items: list[MenuItem]) -> None:
    menu_items[:] = [item for item in menu_items if item.name not in LEFT_OUT]
    for item in menu_items:
        item.label = OUR_LABELS.get(item.name, item.label)
        if item.name in MENU_ORDER:
            item.order = 100 + 10 * MENU_ORDER.index(item.name)


@hooks.register("before_delete_snippet")
def leave_other_sides_records(request: HttpRequest, records: list) -> None:
    """Hold the rule of sides where Wagtail deletes several at once; the single views hold it themselves."""
    refuse_other_side(request.user, records, "delete")


@hooks.register("insert_global_admin_css")
def wear_our_colours() -> SafeString:
    return format_html('<link rel="stylesheet" href="{}">', static("css/staff.css"))


@hooks.register("insert_global_admin_js")
def keep_file_names_out_of_titles() -> SafeString:
    return format_html(
        '<script type="module" src="{}"></script>', static("js/staff/neutral_titles.js")
    )
