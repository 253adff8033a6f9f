from copy import copy

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.templatetags.static import static
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.tables import DateColumn
from wagtail.models import Page
from wagtail.snippets.models import register_snippet

from content.base.models import Video
from content.base.overtaking import SAVED_OVER
from content.base.panels import translated_fields
from content.base.permissions import TRANSLATE, refuse_other_side
from content.base.scrubbing.pictures import MAX_SIDE
from content.base.viewsets import SideOwnedViewSet

# The menu by task; what is not named here follows in the order it was registered with.
MENU_ORDER = [
    "explorer",
    "to-translate",
    "stories",
    "trails",
    "check-in",
    "bookings",
    "camera-traps",
    "schools",
    "reserve",
    "contact-messages",
    "images",
    "films",
    "documents",
    "reports",
    "settings",
]
# Everything has its own place in the menu; Wagtail's news and manual lie on other hosts.
LEFT_OUT = {"snippets", "help"}
# Lists of pages are open to all in Wagtail; here a section is shown to those who work in it.
SECTIONS = {"camera-traps": "cameratraps", "schools": "schools", "stories": "stories"}


@hooks.register("construct_main_menu", order=1000)
def arrange_menu(request: HttpRequest, menu_items: list[MenuItem]) -> None:
    # Copies: Wagtail hands the same items to everybody, and the order is one person's own.
    menu_items[:] = [copy(item) for item in menu_items if _is_for(request.user, item)]
    for item in menu_items:
        if item.name in MENU_ORDER:
            item.order = 100 + 10 * MENU_ORDER.index(item.name)


def _is_for(user, item: MenuItem) -> bool:
    section = SECTIONS.get(item.name)
    return item.name not in LEFT_OUT and (section is None or user.has_module_perms(section))


class VideoViewSet(SideOwnedViewSet):
    model = Video
    icon = "media"
    menu_label = _("Films")
    menu_name = "films"
    menu_order = 700
    add_to_admin_menu = True
    copy_view_enabled = False
    list_display = ["title", "side", "seconds", DateColumn("created_at", label=_("Added"))]
    list_filter = ["side", "licence"]
    search_fields = translated_fields("title")
    search_backend_name = None


register_snippet(VideoViewSet)


@hooks.register("construct_reports_menu")
def show_translations_to_translators(request: HttpRequest, menu_items: list[MenuItem]) -> None:
    if not request.user.has_perm(TRANSLATE):
        report = reverse("wagtail_localize:translations_report")
        menu_items[:] = [item for item in menu_items if item.url != report]


@hooks.register("before_delete_snippet")
def leave_other_sides_records(request: HttpRequest, records: list) -> None:
    """Hold the rule of sides where Wagtail deletes several at once; the single views hold it themselves."""
    refuse_other_side(request.user, records, "delete")


@hooks.register("before_move_page")
def move_only_what_one_may(request: HttpRequest, page: Page, destination: Page) -> None:
    """Ask for the right before the last step is shown; Wagtail asks after it."""
    if not page.permissions_for_user(request.user).can_move_to(destination):
        raise PermissionDenied


@hooks.register("insert_global_admin_css")
def wear_our_colours() -> SafeString:
    return format_html('<link rel="stylesheet" href="{}">', static("css/staff.css"))


@hooks.register("insert_global_admin_js")
def load_our_scripts() -> SafeString:
    """Load what mends the forms of pictures, files and texts; the words one of them says go along."""
    scripts = format_html_join(
        "",
        '<script type="module" src="{}"></script>',
        ((static(f"js/staff/{name}.js"),) for name in ("neutral_titles", "settled_submit")),
    )
    return scripts + format_html(
        '<script type="module" src="{}" id="staff-focal-words" data-max-side="{}" data-label="{}" '
        'data-hint="{}"></script>',
        static("js/staff/focal_point.js"),
        MAX_SIDE,
        gettext("Set the point that must stay in view"),
        gettext("Click what must stay in view when the picture is cropped: a face, a cat."),
    )


@hooks.register("register_log_actions")
def name_strips(actions) -> None:
    actions.register_action(
        "base.cut_strip", _("Cut off a strip"), _("Cut off the information strip")
    )
    actions.register_action(
        "base.no_strip",
        _("Note that there is no strip"),
        _("Noted that there is no information strip"),
    )


@hooks.register("register_log_actions")
def name_saving_over(actions) -> None:
    actions.register_action(SAVED_OVER, _("Save over"), _("Saved over a newer version"))
