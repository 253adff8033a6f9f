from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.contrib.settings.models import BaseGenericSetting, register_setting

from content.base.panels import translated_panel


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
    ]

    class Meta:
        verbose_name = _("site settings")
