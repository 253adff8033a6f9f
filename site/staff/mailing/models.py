from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class Rhythm(models.TextChoices):
    AT_ONCE = "at-once", _("At once")
    DAILY = "daily", _("Once a day, all in one mail")
    NEVER = "never", _("No mails")


class Occasion(models.TextChoices):
    SUBMITTED = "submitted", _("a page waits for approval")
    APPROVED = "approved", _("a page was approved")
    REJECTED = "rejected", _("changes were asked for")
    COMMENTED = "commented", _("comments on a page")
    URGENT = "urgent", _("an urgent notice was published")
    URGENT_ENDED = "urgent-ended", _("an urgent notice was ended")
    OVERDUE = "overdue", _("people are not back from a trail")
    OVERDUE_ENDED = "overdue-ended", _("nobody is on the trail any more")
    GRAVE_INCIDENT = "grave-incident", _("a grave incident on a trail")


class MailPreference(models.Model):
    """How often one person wants mails; without a row, at once."""

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="mail_preference"
    )
    rhythm = models.CharField(_("mails"), max_length=10, choices=Rhythm, default=Rhythm.AT_ONCE)

    class Meta:
        verbose_name = _("mail preference")
        verbose_name_plural = _("mail preferences")

    def __str__(self) -> str:
        return f"{self.user_id} {self.rhythm}"


class StaffMail(models.Model):
    """One thing to tell one person, written with the change that causes it and put into words when it is sent."""

    recipient = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+"
    )
    occasion = models.CharField(_("occasion"), max_length=20, choices=Occasion)
    facts = models.JSONField(default=dict)
    once = models.CharField(max_length=40, null=True, editable=False)  # the cause, told once
    in_digest = models.BooleanField(_("for the daily mail"), default=False)
    attempts = models.PositiveIntegerField(_("attempts"), default=0)
    next_try = models.DateTimeField(_("next attempt"))
    last_error = models.CharField(_("last error"), max_length=80, blank=True)
    sent_at = models.DateTimeField(_("sent"), null=True, blank=True)
    created_at = models.DateTimeField(_("created"), auto_now_add=True)

    class Meta:
        verbose_name = _("mail to staff")
        verbose_name_plural = _("mails to staff")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["recipient", "occasion", "once"], name="staff_mail_once_for_its_cause"
            )
        ]
        indexes = [
            models.Index(
                fields=["next_try"], condition=models.Q(sent_at=None), name="staff_mail_due"
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_occasion_display()} · {self.recipient_id}"
