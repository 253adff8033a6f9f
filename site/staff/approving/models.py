"""The step of a workflow in which moderators of one side or of both approve a page, in either order."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Task, TaskState

from content.base.choices import SideCode
from staff.approving.forms import ReasonForm


class SideApproval(Task):
    """Waits for a moderator of each side it names at the same time; `services` holds the rules."""

    sides = models.CharField(
        _("sides"), max_length=5, help_text=_("Codes of the sides, such as RU,CN.")
    )

    class Meta:
        verbose_name = _("approval by moderators of the sides")
        verbose_name_plural = _("approvals by moderators of the sides")

    @classmethod
    def get_description(cls) -> str:
        return str(_("One moderator of each side approves, in either order."))

    def get_form_for_action(self, action: str):
        return ReasonForm if action == "reject" else super().get_form_for_action(action)

    def user_can_access_editor(self, obj, user) -> bool:
        return self._has_a_say(obj, user)

    def locked_for_user(self, obj, user) -> bool:
        return not self._has_a_say(obj, user)

    def user_can_lock(self, obj, user) -> bool:
        return self._has_a_say(obj, user)

    def _has_a_say(self, obj, user) -> bool:
        from staff.approving.queries import has_a_say  # built on this module

        return has_a_say(self, obj, user)

    def get_actions(self, obj, user) -> list[tuple[str, str, bool]]:
        from staff.approving.queries import actions_for

        return actions_for(self, obj, user)

    def on_action(self, task_state: TaskState, user, action_name: str, **kwargs) -> None:
        from staff.approving.services import act

        act(task_state, user, action_name, comment=str(kwargs.get("comment") or ""))

    def get_task_states_user_can_moderate(self, user, **kwargs):
        from staff.approving.lists import states_waiting_for

        return states_waiting_for(self, user)


class SideVote(models.Model):
    """One side's approval of the words a page had at that moment."""

    task_state = models.ForeignKey(
        "wagtailcore.TaskState", on_delete=models.CASCADE, related_name="votes"
    )
    side = models.CharField(_("side"), max_length=2, choices=SideCode)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("approved by"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    at = models.DateTimeField(_("time"), auto_now=True)
    words = models.CharField(max_length=64, editable=False)  # a digest, see `queries.words_of`
    comment = models.TextField(_("comment"), blank=True)

    class Meta:
        verbose_name = _("approval of one side")
        verbose_name_plural = _("approvals of one side")
        permissions = [("read_log", "Can read who did what")]
        constraints = [
            models.UniqueConstraint(fields=["task_state", "side"], name="vote_once_a_side")
        ]

    def __str__(self) -> str:
        return f"{self.task_state_id} {self.side}"
