from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel

from content.base.panels import translated_panel


class ProtectedArea(models.Model):
    """One of the protected areas the reserve is made of."""

    slug = models.SlugField(_("slug"), unique=True)
    side = models.ForeignKey(
        "reserve.Side", verbose_name=_("side"), on_delete=models.PROTECT, related_name="areas"
    )
    geo_id = models.CharField(
        _("outline on the map"),
        max_length=80,
        blank=True,
        help_text=_("Identifier in the map data"),
    )
    name = models.CharField(_("name"), max_length=160)
    official_name = models.CharField(_("official name"), max_length=240, blank=True)
    lead = models.TextField(_("lead"), max_length=600, blank=True)
    established = models.CharField(_("established"), max_length=300, blank=True)
    established_year = models.PositiveSmallIntegerField(_("year"), null=True, blank=True)
    area_km2 = models.DecimalField(
        _("area, km²"), max_digits=9, decimal_places=2, null=True, blank=True
    )
    iucn_category = models.CharField(_("IUCN category"), max_length=10, blank=True)
    managed_by = models.CharField(_("managed by"), max_length=240, blank=True)
    website = models.URLField(_("website"), blank=True)
    highlights = models.TextField(_("highlights, one a line"), blank=True)
    sources = models.TextField(_("sources, one a line"), blank=True)
    image = models.ForeignKey(
        "base.Image",
        verbose_name=_("picture"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    order = models.PositiveSmallIntegerField(_("order"), default=0)

    panels = [
        FieldRowPanel([FieldPanel("slug"), FieldPanel("side"), FieldPanel("order")]),
        translated_panel("name"),
        translated_panel("official_name"),
        translated_panel("lead"),
        FieldPanel("image"),
        FieldRowPanel(
            [FieldPanel("established_year"), FieldPanel("area_km2"), FieldPanel("iucn_category")]
        ),
        translated_panel("established"),
        translated_panel("managed_by"),
        FieldRowPanel([FieldPanel("website"), FieldPanel("geo_id")]),
        translated_panel("highlights"),
        translated_panel("sources"),
    ]

    class Meta:
        verbose_name = _("protected area")
        verbose_name_plural = _("protected areas")
        ordering = ["order", "pk"]

    def __str__(self) -> str:
        return self.name or self.slug
