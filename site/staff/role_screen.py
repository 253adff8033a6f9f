"""The screen that tells staff what each role may do."""

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from staff.role_table import roles_of_the_table, rows
from staff.roles import Role, groups


class RoleScreen(WagtailAdminTemplateMixin, TemplateView):
    """One role at a time, the reader's own first; open to all staff."""

    template_name = "staff/roles.html"
    page_title = gettext_lazy("Who may do what")
    header_icon = "group"
    _show_breadcrumbs = True

    def get_breadcrumbs_items(self) -> list[dict]:
        home = {"url": reverse("wagtailadmin_home"), "label": _("Home")}
        return [home, {"url": "", "label": self.get_page_title()}]

    def get_context_data(self, **kwargs) -> dict:
        roles = roles_of_the_table()
        shown = self._shown(roles)
        place = roles.index(shown)
        table = [(row, row.cells[place]) for row in rows() if row.cells[place].own]
        return super().get_context_data(roles=roles, shown=shown, table=table, **kwargs)

    def _shown(self, roles: list[Role]) -> Role:
        by_code = {role.code: role for role in roles}
        own = [
            groups()[group.name][0]
            for group in self.request.user.groups.all()
            if group.name in groups()
        ]
        default = next((role for role in own if role in roles), roles[0])
        return by_code.get(self.request.GET.get("role", ""), default)
