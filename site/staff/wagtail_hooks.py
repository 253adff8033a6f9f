from django.http import HttpRequest
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.components import Component
from wagtail.images.permissions import permission_policy as picture_policy

from content.base.formats import format_list
from staff.picture_report import WRITES, PicturesWithoutWords
from staff.roles import group_label
from staff.tasks import links_for


class WelcomePanel(Component):
    """The first panel of the staff home: a greeting and the links to one's work."""

    name = "welcome"
    order = 50
    template_name = "wagtailadmin/home/welcome.html"

    def get_context_data(self, parent_context: dict) -> dict:
        user = parent_context["request"].user
        name = user.first_name or user.get_username()
        return {
            "greeting": _("Welcome, %(name)s") % {"name": name},
            "roles": format_list([group_label(group.name) for group in user.groups.all()]),
            "tasks": links_for(user),
        }


@hooks.register("construct_homepage_panels")
def add_welcome(request: HttpRequest, panels: list) -> None:
    panels.append(WelcomePanel())
    panels.sort(key=lambda panel: getattr(panel, "order", 100))


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
