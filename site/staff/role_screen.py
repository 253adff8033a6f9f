"""The screen that tells staff what each role may do."""

from django.utils.translation import gettext_lazy

from content.base.screens import StaffScreen
from staff.role_table import roles_of_the_table, rows
from staff.roles import Role, groups


class RoleScreen(StaffScreen):
    """One role at a time, the reader's own first; open to all staff."""

    template_name = "staff/roles.html"
    page_title = gettext_lazy("Who may do what")
    header_icon = "group"

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
