from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ReserveConfig(AppConfig):
    name = "content.reserve"
    label = "reserve"
    verbose_name = _("The reserve")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from content.reserve import signals  # noqa: F401  (connects the receivers)
