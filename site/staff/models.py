from django.contrib.auth.models import AbstractUser
from django.db import models
from django.utils.translation import gettext_lazy as _

from content.base.choices import SideCode


class User(AbstractUser):
    """A member of staff. Visitors have no accounts."""

    side = models.CharField(
        _("side"),
        max_length=2,
        choices=SideCode,
        blank=True,
        help_text=_("The country this person works for; empty for both."),
    )

    class Meta(AbstractUser.Meta):
        verbose_name = _("member of staff")
        verbose_name_plural = _("staff")
