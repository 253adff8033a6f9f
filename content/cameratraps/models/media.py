from uuid import uuid4

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.models import Orderable

from content.cameratraps.models.places import source_digest


class MediaQuerySet(models.QuerySet):
    def shown(self) -> "MediaQuerySet":
        """Return the frames of public visits that are themselves public."""
        from content.cameratraps.models.events import Event

        return self.filter(file_public=True, event__in=Event.objects.public())


class Media(Orderable):
    """One frame of a visit. Its place in the row is all that is kept of its time."""

    uuid = models.UUIDField(default=uuid4, unique=True, editable=False)
    event = ParentalKey("cameratraps.Event", on_delete=models.CASCADE, related_name="media")
    image = models.ForeignKey(
        "base.Image", verbose_name=_("picture"), on_delete=models.PROTECT, related_name="frames"
    )
    file_public = models.BooleanField(
        _("may be shown"),
        default=False,
        help_text=_("No landmark, sign, collar number or information strip can be seen."),
    )
    shows_people = models.BooleanField(
        _("shows people"),
        default=False,
        help_text=_("A person, a vehicle or the setting up of the camera: hides the whole visit."),
    )
    favourite = models.BooleanField(
        _("cover"), default=False, help_text=_("Stands for the visit in lists.")
    )

    detections = models.JSONField(
        default=list,
        blank=True,
        editable=False,
        help_text="Boxes: category, confidence, and x, y, width, height as shares of the frame from its upper left.",
    )
    digest = source_digest()
    film = models.ForeignKey(
        "base.Video",
        verbose_name=_("film"),
        null=True,
        blank=True,
        editable=False,
        on_delete=models.SET_NULL,
        related_name="frames",
    )

    objects = MediaQuerySet.as_manager()
    panels = [
        FieldPanel("image"),
        FieldRowPanel(
            [FieldPanel("file_public"), FieldPanel("shows_people"), FieldPanel("favourite")]
        ),
    ]

    class Meta(Orderable.Meta):
        verbose_name = _("frame")
        verbose_name_plural = _("frames")

    def __str__(self) -> str:
        return f"{self.event_id}/{self.sort_order}"
