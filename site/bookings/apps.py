from django.apps import AppConfig
from django.db.models.signals import post_migrate, pre_save
from django.utils.translation import gettext_lazy as _


class BookingsConfig(AppConfig):
    name = "bookings"
    label = "bookings"
    verbose_name = _("Bookings")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from bookings import checks  # noqa: F401 – registers them
        from bookings.standing_still import stand_still
        from content.trails.standing_still import closing

        closing.connect(stand_still, dispatch_uid="bookings")
        from bookings.databases import are_apart
        from bookings.models.crossing import refuse_other_database
        from bookings.numbering import begin_numbers

        post_migrate.connect(begin_numbers, sender=self)
        if are_apart():
            pre_save.connect(refuse_other_database)
