from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _
from wagtail.users.apps import WagtailUsersAppConfig


class StaffConfig(AppConfig):
    name = "staff"
    label = "staff"
    verbose_name = _("Staff")
    default_auto_field = "django.db.models.BigAutoField"
    default = True

    def ready(self) -> None:
        from staff import checks  # noqa: F401  (registers the checks)
        from staff.names import name_in_readers_language
        from staff.signin.signals import connect_signals
        from staff.translating import signals  # noqa: F401  (follows what is published)
        from staff.translating.dates import date_in_readers_language

        connect_signals()
        name_in_readers_language()
        date_in_readers_language()


class StaffUsersConfig(WagtailUsersAppConfig):
    """Wagtail's user screens with the side and the language of a person."""

    user_viewset = "staff.users.StaffUserViewSet"
    default = False
