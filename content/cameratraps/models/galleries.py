from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, InlinePanel
from wagtail.models import Orderable

from content.base.panels import translated_panel


class Gallery(ClusterableModel):
    """A row of visits in an editor's order. One record, whatever language its pages are in."""

    name = models.CharField(_("name"), max_length=120)

    panels = [
        translated_panel("name"),
        InlinePanel("entries", heading=_("Visits"), label=_("visit")),
    ]

    class Meta:
        verbose_name = _("gallery")
        verbose_name_plural = _("galleries")
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.name


class GalleryEvent(Orderable):
    gallery = ParentalKey(Gallery, on_delete=models.CASCADE, related_name="entries")
    event = models.ForeignKey(
        "cameratraps.Event",
        verbose_name=_("visit"),
        on_delete=models.CASCADE,
        related_name="entries",
    )

    panels = [FieldPanel("event")]

    class Meta(Orderable.Meta):
        verbose_name = _("visit in a gallery")
        verbose_name_plural = _("visits in a gallery")
        constraints = [
            models.UniqueConstraint(fields=["gallery", "event"], name="gallery_event_once")
        ]

    def __str__(self) -> str:
        return f"{self.gallery_id}/{self.sort_order}"
