from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class Release(models.Model):
    """One side's agreement that a visit may be seen. Taking it back is deleting it; the log remembers both.

    Where both sides agree, `embargo_until` is the same on both: the later of what they said.
    """

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
    wished_day = models.DateField(
        _("asks for an earlier day"), null=True, blank=True, editable=False
    )
    review_on = models.DateField(_("look again on"), null=True, blank=True)
    reason = models.TextField(_("reason"), max_length=600, blank=True)
    checklist = models.PositiveSmallIntegerField(
        default=0, editable=False, help_text="Version of the list that was answered; 0: none."
    )
    answers = models.JSONField(
        default=list, editable=False, help_text="Point, words and answer, as they were shown."
    )
    treatments = models.JSONField(
        default=list, editable=False, help_text="What is done to the record, in RASD terms."
    )
    agreed = models.JSONField(
        default=dict, editable=False, help_text="What was seen: see `agreement.seen_in`."
    )

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

    @property
    def is_review_due(self) -> bool:
        return self.review_on is not None and self.review_on <= timezone.now().date()


class Refusal(models.Model):
    """One side's no to a visit: it blocks until that side takes it back, or is asked again about something else."""

    event = models.ForeignKey(
        "cameratraps.Event",
        verbose_name=_("visit"),
        on_delete=models.CASCADE,
        related_name="refusals",
    )
    side = models.ForeignKey(
        "reserve.Side", verbose_name=_("side"), on_delete=models.PROTECT, related_name="refusals"
    )
    refused_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("refused by"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    refused_at = models.DateTimeField(_("refused at"), default=timezone.now)
    reason = models.TextField(_("reason"), max_length=600)
    refused = models.JSONField(
        default=dict, editable=False, help_text="What was seen: see `agreement.seen_in`."
    )

    class Meta:
        verbose_name = _("refusal")
        verbose_name_plural = _("refusals")
        ordering = ["event", "-side_id"]
        constraints = [
            models.UniqueConstraint(fields=["event", "side"], name="refusal_once_a_side"),
            models.CheckConstraint(condition=~models.Q(reason=""), name="refusal_says_why"),
        ]

    def __str__(self) -> str:
        return f"{self.event_id} {self.side_id}"
