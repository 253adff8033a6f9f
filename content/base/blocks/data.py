"""Blocks without a text of their own: their templates draw what the site knows."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks


class EmergencyNumbersBlock(blocks.StaticBlock):
    class Meta:
        icon = "mobile-alt"
        label = _("Emergency numbers")
        description = _("The emergency numbers of both countries, always up to date.")
        admin_text = _("The emergency numbers of both sides.")
        template = "blocks/emergency_numbers.html"


class ClimateBlock(blocks.StaticBlock):
    class Meta:
        icon = "calendar"
        label = _("Climate by month")
        description = _("Temperature and rain by month, as chart and table.")
        admin_text = _("Temperature and rain by month, as chart and table.")
        template = "blocks/climate.html"


class PopulationBlock(blocks.StaticBlock):
    class Meta:
        icon = "order"
        label = _("Population figures")
        description = _("The cats' numbers by year and source, as chart and table.")
        admin_text = _("The cats' numbers by year and source, as chart and table.")
        template = "blocks/population.html"


class ReserveMapBlock(blocks.StaticBlock):
    class Meta:
        icon = "site"
        label = _("Map of the reserve")
        description = _("The schematic map of the three protected areas.")
        admin_text = _("The schematic map of the three protected areas.")
        template = "blocks/reserve_map.html"
