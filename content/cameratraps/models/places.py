"""Where cameras stand, as far as this site knows: a large named zone. There is no position here, and never will be."""

from uuid import uuid4

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel

from content.base.choices import MONTHS
from content.base.panels import translated_panel
from content.cameratraps.outlines import area_km2, overlaps, read_outline


def _too_small() -> str:
    return gettext(
        "A zone is at least %(least)d km² large: a smaller one would lead to a camera."
    ) % {"least": settings.PUBLIC_ZONE_MIN_KM2}


YEARS = [MinValueValidator(1990), MaxValueValidator(2100)]


def source_digest() -> models.CharField:
    """Return the field by which an imported record is known again: see `camtrapdp.digests`."""
    return models.CharField(max_length=32, unique=True, null=True, editable=False)


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
    camera_places = models.PositiveIntegerField(
        _("camera places"),
        null=True,
        blank=True,
        help_text=_("How many places with cameras lie in the zone, as the side counts them."),
    )
    area_km2 = models.PositiveIntegerField(
        _("area, km²"), null=True, blank=True, help_text=_("As the side states it.")
    )
    outline = models.JSONField(
        _("outline"),
        null=True,
        blank=True,
        help_text=_(
            "GeoJSON, a Polygon or MultiPolygon, longitude before latitude. Packages are sorted into zones by it; "
            "visitors never see it. Draw it large and along nothing that is real."
        ),
    )

    panels = [
        FieldRowPanel([FieldPanel("side"), FieldPanel("code")]),
        translated_panel("name"),
        translated_panel("description"),
        FieldRowPanel([FieldPanel("camera_places"), FieldPanel("area_km2")]),
        FieldPanel("outline"),
    ]

    class Meta:
        verbose_name = _("zone")
        verbose_name_plural = _("zones")
        ordering = ["-side_id", "code"]

    def __str__(self) -> str:
        return self.name or self.code

    def clean(self) -> None:
        """Refuse a zone so small that it would lead to a camera; the bounds are settings."""
        errors = {}
        if self.camera_places is not None and self.camera_places < settings.PUBLIC_ZONE_MIN_CAMERAS:
            errors["camera_places"] = _(
                "A zone holds at least %(least)d camera places: a smaller one would lead to a camera."
            ) % {"least": settings.PUBLIC_ZONE_MIN_CAMERAS}
        if self.area_km2 is not None and self.area_km2 < settings.PUBLIC_ZONE_MIN_KM2:
            errors["area_km2"] = _too_small()
        if self.outline is not None:
            errors |= self._outline_errors()
        if errors:
            raise ValidationError(errors)

    def _outline_errors(self) -> dict:
        """Return what is wrong with the outline, and the facts it asks for."""
        errors = {
            name: _("A zone with an outline needs this number.")
            for name in ("camera_places", "area_km2")
            if getattr(self, name) is None
        }
        try:
            polygon = read_outline(self.outline)
        except ValidationError as error:
            return errors | {"outline": error}
        others = Zone.objects.exclude(pk=self.pk).filter(outline__isnull=False)
        if area_km2(polygon) < settings.PUBLIC_ZONE_MIN_KM2:
            errors["outline"] = _too_small()
        elif overlaps(polygon, (read_outline(other.outline) for other in others)):
            errors["outline"] = _("The outline overlaps another zone: a place has one zone.")
        return errors

    @property
    def takes_packages(self) -> bool:
        """Say whether packages may be sorted into this zone: an outline, and both facts within the bounds in force."""
        return self.outline is not None and self.is_large_enough

    @property
    def is_large_enough(self) -> bool:
        """Say whether the zone is known to be within the bounds in force; of one without facts nobody knows."""
        return (self.camera_places or 0) >= settings.PUBLIC_ZONE_MIN_CAMERAS and (
            self.area_km2 or 0
        ) >= settings.PUBLIC_ZONE_MIN_KM2


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
    digest = source_digest()

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
