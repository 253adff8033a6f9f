from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ApprovingConfig(AppConfig):
    """Approval of pages by the moderators of one side or of both."""

    name = "staff.approving"
    label = "approving"
    verbose_name = _("Approval")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from staff.approving.names import name_workflows_in_readers_language

        name_workflows_in_readers_language()
