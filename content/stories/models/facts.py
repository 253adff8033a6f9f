from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel

from content.base.panels import translated_panel


class Author(models.Model):
    """Who writes stories: the words under which a story is signed, nothing private."""

    slug = models.SlugField(_("slug"), max_length=80, unique=True)
    side = models.ForeignKey(
        "reserve.Side",
        verbose_name=_("side"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    name = models.CharField(_("name"), max_length=120)
    role = models.CharField(_("role"), max_length=200, blank=True)
    bio = models.TextField(_("about the author"), max_length=600, blank=True)
    image = models.ForeignKey(
        "base.Image",
        verbose_name=_("picture"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    panels = [
        FieldRowPanel([FieldPanel("slug"), FieldPanel("side")]),
        translated_panel("name"),
        translated_panel("role"),
        translated_panel("bio"),
        FieldPanel("image"),
    ]

    class Meta:
        verbose_name = _("author")
        verbose_name_plural = _("authors")
        ordering = ["slug"]

    def __str__(self) -> str:
        return self.name or self.slug


class Topic(models.Model):
    """What stories are about; readers filter by it."""

    slug = models.SlugField(_("slug"), max_length=80, unique=True)
    name = models.CharField(_("name"), max_length=80)
    order = models.PositiveSmallIntegerField(_("order"), default=0)

    panels = [
        FieldRowPanel([FieldPanel("slug"), FieldPanel("order")]),
        translated_panel("name"),
    ]

    class Meta:
        verbose_name = _("topic")
        verbose_name_plural = _("topics")
        ordering = ["order", "pk"]

    def __str__(self) -> str:
        return self.name or self.slug
