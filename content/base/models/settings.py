from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.contrib.settings.models import BaseGenericSetting, register_setting

from content.base.panels import translated_panel
from content.base.tiles import MOST_ZOOM, TileLayer, check_tile_template


@register_setting(icon="cog")
class SiteSettings(BaseGenericSetting):
    """Lines of the header and footer that staff keep; one record for the whole site."""

    tagline = models.CharField(_("line under the name"), max_length=200, blank=True)
    partners = models.TextField(_("partners, one a line"), blank=True)
    legal_line = models.CharField(_("legal line"), max_length=300, blank=True)
    icp_number = models.CharField(
        _("ICP number"),
        max_length=60,
        blank=True,
        help_text=_("Shown in the footer, as China asks."),
    )
    map_approval_number = models.CharField(_("map approval number"), max_length=60, blank=True)
    is_sample_site = models.BooleanField(
        _("this is a sample site"), default=False, help_text=_("Shows the sample ribbon.")
    )
    announcement = models.CharField(_("announcement on every page"), max_length=300, blank=True)

    private_names = models.TextField(
        _("names that are never told"),
        blank=True,
        help_text=_(
            "One a line, in any script: brooks, ridges, cordons, nicknames of cameras. A text that holds one is not "
            "stored, released or published. A star stands for any ending: Kedrov*. Visitors never see the list."
        ),
    )

    tile_template = models.CharField(
        _("address of the tiles"),
        max_length=300,
        blank=True,
        validators=[check_tile_template],
        help_text=_(
            "For example https://tiles.example.org/{z}/{x}/{y}.png. Empty: maps come from the site's own data alone."
        ),
    )
    tile_attribution = models.CharField(
        _("whose map it is"),
        max_length=200,
        blank=True,
        help_text=_("Stands on the map, as the licence of the tiles asks."),
    )
    tile_attribution_url = models.URLField(_("link to the licence"), blank=True)
    tile_max_zoom = models.PositiveSmallIntegerField(
        _("closest zoom"),
        default=17,
        validators=[MinValueValidator(1), MaxValueValidator(MOST_ZOOM)],
    )

    panels = [
        translated_panel("tagline"),
        translated_panel("announcement"),
        translated_panel("partners"),
        translated_panel("legal_line"),
        MultiFieldPanel(
            [
                FieldPanel("icp_number"),
                FieldPanel("map_approval_number"),
                FieldPanel("is_sample_site"),
            ],
            heading=_("Numbers and marks"),
        ),
        FieldPanel("private_names"),
        MultiFieldPanel(
            [
                FieldPanel("tile_template"),
                FieldPanel("tile_attribution"),
                FieldRowPanel([FieldPanel("tile_attribution_url"), FieldPanel("tile_max_zoom")]),
            ],
            heading=_("Map tiles"),
            help_text=_(
                "Shown below our drawings once a visitor presses “Move and enlarge the map”. The visitor's browser "
                "then asks that server, which must be reachable and lawful in both countries."
            ),
        ),
    ]

    class Meta:
        verbose_name = _("site settings")

    def clean(self) -> None:
        if self.tile_template and not self.tile_attribution.strip():
            raise ValidationError(
                {"tile_attribution": _("Say whose map it is: every tile server asks for that.")}
            )

    @property
    def tiles(self) -> TileLayer | None:
        """Return the layer of map tiles, None when there is none."""
        if not self.tile_template:
            return None
        return TileLayer(
            self.tile_template,
            self.tile_attribution,
            self.tile_attribution_url,
            self.tile_max_zoom,
        )
