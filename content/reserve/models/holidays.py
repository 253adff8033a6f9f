from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel

from content.base.panels import translated_panel


class DayKind(models.TextChoices):
    OFF = "off", _("day off")
    WORKING = "working", _("working day")


class Holiday(models.Model):
    """A day on which one country rests or works against the week: both decree such days anew every year."""

    side = models.ForeignKey(
        "reserve.Side", verbose_name=_("side"), on_delete=models.PROTECT, related_name="holidays"
    )
    day = models.DateField(_("day"))
    kind = models.CharField(_("kind"), max_length=8, choices=DayKind, default=DayKind.OFF)
    name = models.CharField(_("name"), max_length=120, blank=True)

    panels = [
        FieldRowPanel([FieldPanel("side"), FieldPanel("day"), FieldPanel("kind")]),
        translated_panel("name"),
    ]

    class Meta:
        verbose_name = _("holiday")
        verbose_name_plural = _("holidays")
        ordering = ["day", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["side", "day"],
                name="holiday_once_a_day",
                violation_error_message=_("This day is in the calendar of this country already."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.day} · {self.side_id} · {self.name or self.get_kind_display()}"
