import re

from django.contrib.auth.models import AbstractUser
from django.db import models
from django.utils.translation import gettext_lazy as _

from content.base.choices import SideCode
from staff.invitations.models import Invitation
from staff.translating.models import GlossaryTerm, PublishedText, TranslationBase

__all__ = ["GlossaryTerm", "Invitation", "PublishedText", "TranslationBase", "User"]

HAN = re.compile(r"^[\u3400-\u9fff]+$")


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

    def get_full_name(self) -> str:
        """Return the name as it is written: a Chinese one with the family name first and no space."""
        if HAN.match(self.last_name) and HAN.match(self.first_name):
            return self.last_name + self.first_name
        return super().get_full_name()
