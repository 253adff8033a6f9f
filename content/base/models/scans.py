"""What the scans of all served files have found: numbers and kinds for everybody, names of files for staff."""

from datetime import timedelta

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

EVERY = timedelta(days=7)  # how often `bigcats.regular_work` scans
GRACE = timedelta(days=1)


class FileScan(models.Model):
    """One run of `scan_public_files` to its end."""

    started_at = models.DateTimeField(_("begun"))
    ended_at = models.DateTimeField(_("ended"), default=timezone.now)
    files = models.PositiveIntegerField(_("files"))
    with_findings = models.PositiveIntegerField(_("files with findings"), default=0)
    kinds = models.JSONField(default=dict, help_text="What was found → in how many files.")
    names = models.JSONField(default=list, help_text="The first of these files, for staff alone.")

    class Meta:
        verbose_name = _("scan of files")
        verbose_name_plural = _("scans of files")
        ordering = ["-ended_at", "-pk"]

    def __str__(self) -> str:
        return f"{self.ended_at:%Y-%m-%d}: {self.with_findings}/{self.files}"

    @property
    def is_late(self) -> bool:
        """Say whether the next scan should have come by now."""
        return timezone.now() - self.ended_at > EVERY + GRACE


def last_scan() -> FileScan | None:
    return FileScan.objects.first()
