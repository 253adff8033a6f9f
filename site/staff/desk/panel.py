"""The desk as panels of Wagtail's first page."""

from django.utils.translation import gettext as _
from wagtail.admin.ui.components import Component

from content.base.formats import format_list
from staff.desk.desk import desk_of
from staff.roles import group_label
from staff.tasks import links_for


class DeskPanel(Component):
    """The head with a greeting, what waits for this person, and the lists."""

    name = "desk"
    order = 50
    template_name = "staff/desk/desk.html"

    def get_context_data(self, parent_context: dict) -> dict:
        user = parent_context["request"].user
        name = user.first_name or user.get_username()
        return {
            "greeting": _("Welcome, %(name)s") % {"name": name},
            "roles": format_list([group_label(group.name) for group in user.groups.all()]),
            "desk": desk_of(user),
            "search": {name: parent_context.get(name) for name in ("search_form", "root_page")},
        }


class TasksPanel(Component):
    """The links to a person's work, below everything that waits."""

    name = "tasks"
    order = 900
    template_name = "staff/desk/tasks.html"

    def get_context_data(self, parent_context: dict) -> dict:
        return {"tasks": links_for(parent_context["request"].user)}
