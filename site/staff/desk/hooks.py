from django.http import HttpRequest
from wagtail import hooks
from wagtail.admin.views import home

from staff.desk.panel import DeskPanel, TasksPanel

# The desk tells the same of Wagtail's lists, in a few rows each and a few questions of the database.
IN_THE_DESK = (
    home.WorkflowObjectsToModeratePanel,
    home.UserObjectsInWorkflowModerationPanel,
    home.RecentEditsPanel,
    home.LockedPagesPanel,
)


@hooks.register("construct_homepage_panels")
def lay_the_desk(request: HttpRequest, panels: list) -> None:
    kept = [panel for panel in panels if not isinstance(panel, IN_THE_DESK)]
    panels[:] = [DeskPanel(), *kept, TasksPanel()]
