"""Wagtail's page editor, which saves a page that must not go out yet as a draft and says why."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from wagtail.admin.ui.components import MediaContainer
from wagtail.admin.views.pages.create import CreateView
from wagtail.admin.views.pages.edit import EditView
from wagtail.admin.views.pages.workflow import WorkflowAction

from staff.overtaking import NoticesNewerVersion
from staff.quality.doors.telling import held_back
from staff.quality.panel import ChecklistPanel

GOES_ON = {"publish", "submit", "restart_workflow", "perform_workflow_action"}
REJECTION = "reject"


class HoldsBack:
    """Puts the checklist beside the form and asks it when the page is to go on."""

    def form_valid(self, form) -> HttpResponse:
        if self._goes_on() and held_back(self.request, form.instance):
            self.has_content_changes = form.has_changed()
            return self.save_action()
        return super().form_valid(form)

    def _goes_on(self) -> bool:
        """Say whether the button pressed brings the page nearer to its readers."""
        is_rejection = getattr(self, "workflow_action", "") == REJECTION
        return self.action_name in GOES_ON and not is_rejection

    def get_side_panels(self) -> MediaContainer:
        panels = list(super().get_side_panels())
        if not getattr(self, "expects_json_response", False):
            panels.append(ChecklistPanel(self.page, self.request))
        return MediaContainer(panels)


class PageCreation(HoldsBack, CreateView):
    pass


class PageChange(NoticesNewerVersion, HoldsBack, EditView):
    pass


class Approval(WorkflowAction):
    """The answer a moderator gives from a list, without opening the page."""

    def post(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        draft = self.object.get_latest_revision_as_object()
        if self.action_name == REJECTION or not held_back(request, draft):
            return super().post(request, *args, **kwargs)
        if request.headers.get("x-requested-with") == "XMLHttpRequest":
            leave = {"step": "success", "redirect": self.redirect_url}
            return self.render_modal_json(request, leave)
        return redirect(self.redirect_url)
