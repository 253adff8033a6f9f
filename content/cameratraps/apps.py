from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CameraTrapsConfig(AppConfig):
    name = "content.cameratraps"
    label = "cameratraps"
    verbose_name = _("Camera traps")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from content.cameratraps import signals  # noqa: F401  (connects the receivers)
