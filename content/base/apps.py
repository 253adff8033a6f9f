from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class BaseConfig(AppConfig):
    name = "content.base"
    label = "base"
    verbose_name = _("Site")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from content.base import signals  # noqa: F401  (connects the receivers)
        from content.base.meant import compare_by_meaning
        from content.base.permissions import ask_the_page_itself

        ask_the_page_itself()
        compare_by_meaning()
