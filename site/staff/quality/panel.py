"""The checklist beside the page editor."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.side_panels import BaseSidePanel

from staff.quality.checks import Level, check_page


class ChecklistPanel(BaseSidePanel):
    """What the page lacks as it was last saved."""

    class SidePanelToggle(BaseSidePanel.SidePanelToggle):
        aria_label = _("Show or hide the checklist")
        icon_name = "list-ul"
        counter_classname = "w-bg-critical-200"

        def get_context_data(self, parent_context: dict) -> dict:
            context = super().get_context_data(parent_context)
            return {**context, "count": len(self.panel.findings)}

    name = "checklist"
    title = _("Before publishing")
    template_name = "staff/quality/checklist.html"
    order = 150

    def __init__(self, page, request) -> None:
        super().__init__(page, request)
        self.findings = check_page(page, request.user)

    def get_context_data(self, parent_context: dict) -> dict:
        groups = [
            (level.label, level, [one for one in self.findings if one.level == level])
            for level in Level
        ]
        return {
            **super().get_context_data(parent_context),
            "groups": [group for group in groups if group[2]],
        }
