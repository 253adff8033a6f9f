from django.conf import settings
from django.db import models
from django.utils.crypto import get_random_string
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from bookings.models.crossing import forget, protect


def new_feed_key() -> str:
    """Return what the secret address of a guide's calendar is made from; a new one closes the old address."""
    return get_random_string(32)


class GuideQuerySet(models.QuerySet):
    def of_side(self, side: str) -> "GuideQuerySet":
        """Keep the guides of one country; an empty code keeps both."""
        return self.filter(side_id=side) if side else self


class Guide(models.Model):
    """Who leads walks. Name and telephone are for the staff of the own side; the public learns the languages."""

    side = models.ForeignKey(
        "reserve.Side",
        verbose_name=_("side"),
        on_delete=protect,
        related_name="guides",
        db_constraint=False,
    )
    name = models.CharField(pgettext_lazy("person", "name"), max_length=120)
    languages = models.JSONField(_("languages"), default=list)
    phone = models.CharField(
        _("telephone"), max_length=40, blank=True, help_text=_("For the staff; never shown outside")
    )
    user = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        verbose_name=_("staff account"),
        null=True,
        blank=True,
        on_delete=forget,
        related_name="guide",
        db_constraint=False,
    )
    feed_key = models.CharField(max_length=32, default=new_feed_key, editable=False)
    is_active = models.BooleanField(_("leads walks"), default=True)
    is_sample = models.BooleanField(_("sample content"), default=False, editable=False)

    objects = GuideQuerySet.as_manager()

    class Meta:
        verbose_name = _("guide")
        verbose_name_plural = _("guides")
        ordering = ["name", "pk"]

    def __str__(self) -> str:
        return self.name
