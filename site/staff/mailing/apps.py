from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class MailingConfig(AppConfig):
    """Mails to staff, each in the receiver's language, at once or once a day."""

    name = "staff.mailing"
    label = "mailing"
    verbose_name = _("Mails to staff")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from staff.mailing.occasions import listen

        listen()
