"""Lifting closures before their time, from their list."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from content.trails.chosen import ChosenAction
from content.trails.closures import lift_closures
from content.trails.models import Closure


class LiftClosures(ChosenAction):
    display_name = _("Lift")
    aria_label = _("Lift the chosen closures")
    action_type = "lift"
    heading = _("Lift closures")
    outcome = _(
        "These closures end now. Their days stay in the history; walks can be booked again at once."
    )
    button = _("Lift these closures")
    models = [Closure]

    def check_perm(self, closure: Closure) -> bool:
        policy = Closure.snippet_viewset.permission_policy
        return policy.user_has_permission_for_instance(self.request.user, "change", closure)

    def get_execution_context(self) -> dict:
        return {"user": self.request.user}

    @classmethod
    def execute_action(cls, objects: list[Closure], user) -> tuple[int, int]:
        return lift_closures(objects, user), 0

    def get_success_message(self, num_parent_objects: int, num_child_objects: int) -> str:
        return ngettext(
            "%(count)d closure is lifted.", "%(count)d closures are lifted.", num_parent_objects
        ) % {"count": num_parent_objects}
