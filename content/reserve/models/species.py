from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.fields import RichTextField

from content.base.blocks.text import FEATURES
from content.base.panels import translated_panel


class SpeciesGroup(models.TextChoices):
    CATS = "cats", _("Cats")
    BEARS = "bears", _("Bears")
    DOGS = "dogs", _("Foxes and raccoon dogs")
    MUSTELIDS = "mustelids", _("Martens, badgers and otters")
    HOOFED = "hoofed", _("Hoofed animals")
    SMALL_MAMMALS = "small-mammals", _("Hares and squirrels")
    BIRDS = "birds", _("Birds")


class RedListCategory(models.TextChoices):
    """IUCN Red List categories."""

    CR = "CR", _("Critically endangered")
    EN = "EN", _("Endangered")
    VU = "VU", _("Vulnerable")
    NT = "NT", _("Near threatened")
    LC = "LC", _("Least concern")


class Presence(models.TextChoices):
    YES = "yes", _("lives here")
    RARE = "rare", _("rare")
    MIGRANT = "migrant", _("on migration")
    UNCONFIRMED = "unconfirmed", _("not confirmed")
    NO = "no", _("not found")


class Species(models.Model):
    """An animal of the reserve; the taxon of every observation and the subject of its own page."""

    slug = models.SlugField(_("slug"), unique=True)
    scientific_name = models.CharField(_("scientific name"), max_length=80, unique=True)
    name = models.CharField(_("name"), max_length=80)
    other_names = models.CharField(_("other names"), max_length=200, blank=True)
    group = models.CharField(
        pgettext_lazy("of animals", "group"), max_length=20, choices=SpeciesGroup
    )
    iucn = models.CharField(_("IUCN Red List"), max_length=2, choices=RedListCategory, blank=True)
    ru_list = models.CharField(_("protection in Russia"), max_length=200, blank=True)
    cn_list = models.CharField(_("protection in China"), max_length=200, blank=True)
    on_ru = models.CharField(
        _("on the Russian side"), max_length=12, choices=Presence, default=Presence.YES
    )
    on_cn = models.CharField(
        _("on the Chinese side"), max_length=12, choices=Presence, default=Presence.YES
    )
    by_day = models.BooleanField(_("active by day"), default=False)
    by_night = models.BooleanField(_("active by night"), default=False)
    by_twilight = models.BooleanField(_("active at dawn and dusk"), default=False)
    winter_sleep = models.BooleanField(_("sleeps in winter"), default=False)
    lead = models.TextField(_("lead"), max_length=400, blank=True)
    description = RichTextField(_("description"), features=FEATURES, blank=True)
    marks = models.TextField(
        _("how to tell it"), max_length=600, blank=True, help_text=_("Field marks, one a line.")
    )
    signs = RichTextField(_("signs to look for"), features=FEATURES, blank=True)
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
        MultiFieldPanel(
            [
                translated_panel("name"),
                translated_panel("other_names"),
                FieldRowPanel([FieldPanel("scientific_name"), FieldPanel("slug")]),
                FieldRowPanel([FieldPanel("group"), FieldPanel("order")]),
            ],
            heading=_("Names"),
        ),
        FieldPanel("image"),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("iucn"), FieldPanel("on_ru"), FieldPanel("on_cn")]),
                translated_panel("ru_list"),
                translated_panel("cn_list"),
                FieldRowPanel(
                    [
                        FieldPanel("by_day"),
                        FieldPanel("by_night"),
                        FieldPanel("by_twilight"),
                        FieldPanel("winter_sleep"),
                    ]
                ),
            ],
            heading=_("Status and habits"),
        ),
        translated_panel("lead"),
        translated_panel("description"),
        translated_panel("marks"),
        translated_panel("signs"),
        translated_panel("sources"),
    ]

    class Meta:
        verbose_name = _("species")
        verbose_name_plural = pgettext_lazy("several", "species")
        ordering = ["order", "scientific_name"]

    def __str__(self) -> str:
        return self.name or self.scientific_name
