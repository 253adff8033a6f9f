"""Where cameras stand, as far as this site knows: a large named zone. There is no position here, and never will be."""

from uuid import uuid4

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel

from content.base.choices import MONTHS
from content.base.panels import translated_panel

YEARS = [MinValueValidator(1990), MaxValueValidator(2100)]


class Zone(models.Model):
    """A large part of one side, named by compass only. It stays the same for years: two editions would narrow it."""

    side = models.ForeignKey(
        "reserve.Side", verbose_name=_("side"), on_delete=models.PROTECT, related_name="zones"
    )
    code = models.SlugField(_("code"), max_length=20, unique=True)
    name = models.CharField(
        _("name"), max_length=120, help_text=_("By compass only, never a place name.")
    )
    description = models.TextField(_("description"), max_length=400, blank=True)

    panels = [
        FieldRowPanel([FieldPanel("side"), FieldPanel("code")]),
        translated_panel("name"),
        translated_panel("description"),
    ]

    class Meta:
        verbose_name = _("zone")
        verbose_name_plural = _("zones")
        ordering = ["-side_id", "code"]

    def __str__(self) -> str:
        return self.name or self.code


class Deployment(models.Model):
    """A camera at work in a zone for some months. Which camera, and where, is not known here."""

    uuid = models.UUIDField(default=uuid4, unique=True, editable=False)
    zone = models.ForeignKey(
        Zone, verbose_name=_("zone"), on_delete=models.PROTECT, related_name="deployments"
    )
    start_year = models.PositiveSmallIntegerField(_("from year"), validators=YEARS)
    start_month = models.PositiveSmallIntegerField(_("from month"), choices=MONTHS)
    end_year = models.PositiveSmallIntegerField(_("to year"), validators=YEARS)
    end_month = models.PositiveSmallIntegerField(_("to month"), choices=MONTHS)

    panels = [
        FieldPanel("zone"),
        FieldRowPanel(
            [
                FieldPanel("start_month"),
                FieldPanel("start_year"),
                FieldPanel("end_month"),
                FieldPanel("end_year"),
            ]
        ),
    ]

    class Meta:
        verbose_name = _("deployment")
        verbose_name_plural = _("deployments")
        ordering = ["zone", "start_year", "start_month"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(end_year__gt=models.F("start_year"))
                | models.Q(end_year=models.F("start_year"), end_month__gte=models.F("start_month")),
                name="deployment_ends_after_start",
                violation_error_message=_("The last month lies before the first one."),
            )
        ]

    def __str__(self) -> str:
        return (
            f"{self.zone}: {self.start_year}-{self.start_month:02} – "
            f"{self.end_year}-{self.end_month:02}"
        )

    def holds(self, year: int, month: int) -> bool:
        """Say whether the camera was at work in a month."""
        first, last = (self.start_year, self.start_month), (self.end_year, self.end_month)
        return first <= (year, month) <= last
