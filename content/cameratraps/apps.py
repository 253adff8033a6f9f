from django.apps import AppConfig
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _


class CameraTrapsConfig(AppConfig):
    name = "content.cameratraps"
    label = "cameratraps"
    verbose_name = _("Camera traps")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from content.cameratraps import shown, signals  # noqa: F401  (connects the receivers)

        post_migrate.connect(shown.fill_when_new, sender=self)
