"""What was imported, by whom, with what result; and which species a name in packages means."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel


class ImportState(models.TextChoices):
    ROWS = "rows", _("writing visits")
    FRAMES = "frames", _("taking in frames")
    DONE = "done", _("finished")
    REFUSED = "refused", _("refused")
    BROKEN_OFF = "broken", _("broken off")


class PackageImport(models.Model):
    """One import: numbers and a person, nothing of the package itself. While it is open no other can begin."""

    side = models.ForeignKey(
        "reserve.Side", verbose_name=_("side"), on_delete=models.PROTECT, related_name="imports"
    )
    started_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("started by"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    started_at = models.DateTimeField(_("started at"), default=timezone.now)
    seen_at = models.DateTimeField(default=timezone.now)
    ended_at = models.DateTimeField(_("ended at"), null=True)
    state = models.CharField(
        _("state"), max_length=8, choices=ImportState, default=ImportState.ROWS
    )
    is_open = models.BooleanField(default=True)
    counts = models.JSONField(default=dict)

    class Meta:
        verbose_name = _("import")
        verbose_name_plural = _("imports")
        ordering = ["-started_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["is_open"], condition=models.Q(is_open=True), name="one_import_at_a_time"
            )
        ]

    def __str__(self) -> str:
        return f"{self.side_id} {self.started_at:%Y-%m-%d}"

    @property
    def frames_seen(self) -> int:
        """How many frames of the package have had their turn, taken or left out."""
        numbers = [
            number for name, number in self.counts.items() if name.startswith(("frames_", "films"))
        ]
        return sum(numbers)


class TaxonName(models.Model):
    """A scientific name as packages write it, and the species of this site it means."""

    scientific_name = models.CharField(_("scientific name"), max_length=120, unique=True)
    species = models.ForeignKey(
        "reserve.Species",
        verbose_name=_("species"),
        on_delete=models.CASCADE,
        related_name="package_names",
    )

    panels = [FieldRowPanel([FieldPanel("scientific_name"), FieldPanel("species")])]

    class Meta:
        verbose_name = _("name in packages")
        verbose_name_plural = _("names in packages")
        ordering = ["scientific_name"]

    def __str__(self) -> str:
        return self.scientific_name
