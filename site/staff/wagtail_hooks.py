from django.http import HttpRequest
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.admin.ui.components import Component

from content.base.formats import format_list
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
