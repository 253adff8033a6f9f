from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel
from wagtail.models import Orderable

MOST_PICTURES = 6  # more belong into a gallery of their own


class TrailPicture(Orderable):
    """A photograph of the way from the picture library, shown with its own caption and credit."""

    trail = ParentalKey("trails.Trail", on_delete=models.CASCADE, related_name="pictures")
    image = models.ForeignKey(
        "base.Image", verbose_name=_("picture"), on_delete=models.CASCADE, related_name="+"
    )

    panels = [FieldPanel("image")]

    class Meta(Orderable.Meta):
        verbose_name = _("picture of the trail")
        verbose_name_plural = _("pictures of the trail")

    def __str__(self) -> str:
        return str(self.image)
