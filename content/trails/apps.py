from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class TrailsConfig(AppConfig):
    name = "content.trails"
    label = "trails"
    verbose_name = _("Trails")
    default_auto_field = "django.db.models.BigAutoField"
