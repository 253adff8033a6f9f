from django.http import HttpRequest
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.components import Component
from wagtail.images.permissions import permission_policy as picture_policy

from content.base.formats import format_list
from staff.home import DraftsPanel, UntranslatedPanel
from staff.picture_report import WRITES, PicturesWithoutWords
from staff.roles import group_label
from staff.tasks import links_for
from staff.waiting import waiting_for
from staff.writing import hooks as writing_hooks  # noqa: F401  (registers them)


class WelcomePanel(Component):
    """The head of the staff home: a greeting, what waits for this person, and the links to their work."""

    name = "welcome"
    order = 50
    template_name = "wagtailadmin/home/welcome.html"

    def get_context_data(self, parent_context: dict) -> dict:
        user = parent_context["request"].user
        name = user.first_name or user.get_username()
        return {
            "greeting": _("Welcome, %(name)s") % {"name": name},
            "roles": format_list([group_label(group.name) for group in user.groups.all()]),
            "waiting": waiting_for(user),
            "tasks": links_for(user),
            "search": {name: parent_context.get(name) for name in ("search_form", "root_page")},
        }


@hooks.register("construct_homepage_panels")
def add_welcome(request: HttpRequest, panels: list) -> None:
    panels += [WelcomePanel(), DraftsPanel(), UntranslatedPanel()]


@hooks.register("register_admin_urls")
def register_reports() -> list:
    report = PicturesWithoutWords
    return [
        path("reports/pictures/", report.as_view(), name=report.index_url_name),
        path(
            "reports/pictures/results/",
            report.as_view(results_only=True),
            name=report.index_results_url_name,
        ),
    ]


class PictureReportItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return picture_policy.user_has_any_permission(request.user, WRITES)


@hooks.register("register_reports_menu_item")
def register_picture_report() -> MenuItem:
    return PictureReportItem(
        gettext_lazy("Pictures without text alternative"),
        reverse(PicturesWithoutWords.index_url_name),
        name="pictures-without-words",
        icon_name="image",
        order=650,
    )
