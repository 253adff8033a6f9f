from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.models import Orderable

from content.base.panels import translated_panel


class PointKind(models.TextChoices):
    """What a visitor may find at a point; each kind has its own mark on the map."""

    VIEWPOINT = "viewpoint", _("viewpoint")
    WATER = "water", _("drinking water")
    WATERFALL = "waterfall", _("waterfall")
    CAVE = "cave", _("cave")
    SHELTER = "shelter", _("rest place")
    TOILET = "toilet", _("toilet")
    PARKING = "parking", _("car park")
    VISITOR_CENTRE = "visitor-centre", _("visitor centre")
    TOWER = "tower", _("tower")
    HIDE = "hide", _("photo hide")
    WETLAND = "wetland", _("wetland")
    BRIDGE = "bridge", _("bridge")
    HISTORY = "history", _("history")
    NATURE = "nature", _("nature")
    HAZARD = "hazard", _("hazard")
    SIGNAL = "signal", _("telephone signal")
    OTHER = "other", _("other")


class PointOfInterest(Orderable):
    """A public thing beside a trail. Never a place where animals rest, den or are filmed."""

    trail = ParentalKey("trails.Trail", on_delete=models.CASCADE, related_name="points")
    kind = models.CharField(_("kind"), max_length=16, choices=PointKind, default=PointKind.OTHER)
    name = models.CharField(_("name"), max_length=160)
    lon = models.FloatField(
        _("longitude"),
        null=True,
        blank=True,
        validators=[MinValueValidator(-180), MaxValueValidator(180)],
    )
    lat = models.FloatField(
        _("latitude"),
        null=True,
        blank=True,
        validators=[MinValueValidator(-90), MaxValueValidator(90)],
    )
    at = models.FloatField(
        _("where along the trail"),
        null=True,
        blank=True,
        validators=[MinValueValidator(0), MaxValueValidator(1)],
        help_text=_("0 is the start, 1 the end; used when there are no coordinates"),
    )

    panels = [
        translated_panel("name"),
        FieldRowPanel([FieldPanel("kind"), FieldPanel("at")]),
        FieldRowPanel([FieldPanel("lon"), FieldPanel("lat")]),
    ]

    class Meta(Orderable.Meta):
        verbose_name = _("point of interest")
        verbose_name_plural = _("points of interest")

    def __str__(self) -> str:
        return self.name
