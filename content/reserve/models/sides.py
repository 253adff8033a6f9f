from datetime import date, datetime
from zoneinfo import ZoneInfo

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel
from wagtail.models import Orderable

from content.base.choices import SideCode
from content.base.panels import translated_panel


class Side(ClusterableModel):
    """One of the two countries: its organisation, clock, money and office."""

    code = models.CharField(_("code"), max_length=2, primary_key=True, choices=SideCode)
    name = models.CharField(_("name"), max_length=80)
    organisation = models.CharField(_("organisation"), max_length=200)
    office = models.CharField(_("office"), max_length=200, blank=True)
    time_zone = models.CharField(_("time zone"), max_length=40, help_text=_("IANA name"))
    currency = models.CharField(_("currency"), max_length=3, help_text=_("ISO 4217 code"))
    email = models.EmailField(_("e-mail"), blank=True)
    phone = models.CharField(_("telephone"), max_length=40, blank=True)
    website = models.URLField(_("website"), blank=True)

    panels = [
        FieldPanel("code"),
        translated_panel("name"),
        translated_panel("organisation"),
        translated_panel("office"),
        FieldRowPanel([FieldPanel("time_zone"), FieldPanel("currency")]),
        FieldRowPanel([FieldPanel("email"), FieldPanel("phone"), FieldPanel("website")]),
        InlinePanel(
            "emergency_numbers", heading=_("Emergency numbers"), label=_("emergency number")
        ),
    ]

    class Meta:
        verbose_name = _("side")
        verbose_name_plural = _("sides")
        ordering = ["-code"]

    def today(self, now: datetime | None = None) -> date:
        """Return the calendar day on this side's own clock."""
        return (now or timezone.now()).astimezone(ZoneInfo(self.time_zone)).date()

    def __str__(self) -> str:
        return self.name or self.code


class EmergencyNumber(Orderable):
    """A number to call, and what for."""

    side = ParentalKey(Side, on_delete=models.CASCADE, related_name="emergency_numbers")
    number = models.CharField(_("number"), max_length=40)
    label = models.CharField(_("what for"), max_length=120)

    panels = [FieldPanel("number"), translated_panel("label")]

    class Meta(Orderable.Meta):
        verbose_name = _("emergency number")
        verbose_name_plural = _("emergency numbers")

    def __str__(self) -> str:
        return self.number
