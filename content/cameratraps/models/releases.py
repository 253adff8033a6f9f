from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class Release(models.Model):
    """One side's agreement that a visit may be seen. Taking it back is deleting it; the log remembers both."""

    event = models.ForeignKey(
        "cameratraps.Event",
        verbose_name=_("visit"),
        on_delete=models.CASCADE,
        related_name="releases",
    )
    side = models.ForeignKey(
        "reserve.Side", verbose_name=_("side"), on_delete=models.PROTECT, related_name="releases"
    )
    approved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("released by"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    approved_at = models.DateTimeField(_("released at"), default=timezone.now)
    embargo_until = models.DateField(_("not public before"))
    review_on = models.DateField(_("look again on"), null=True, blank=True)

    class Meta:
        verbose_name = _("release")
        verbose_name_plural = _("releases")
        ordering = ["event", "-side_id"]
        constraints = [
            models.UniqueConstraint(fields=["event", "side"], name="release_once_a_side"),
            models.UniqueConstraint(
                fields=["event", "approved_by"],
                name="release_by_two_people",
                violation_error_message=_("The two sides are released by two people."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.event_id} {self.side_id}"
