from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class BigCatsConfig(AppConfig):
    name = "bigcats"
    label = "bigcats"
    verbose_name = _("Land of Big Cats")
    default_auto_field = "django.db.models.BigAutoField"
