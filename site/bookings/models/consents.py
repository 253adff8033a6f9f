from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class ConsentPurpose(models.TextChoices):
    """What a visitor agrees to, each apart from the others."""

    BOOKING = "booking", _("the booking")
    GUARDIAN = "guardian", _("children, as their guardian")
    PAPERS = "papers", _("names and papers for the border authority")


class Consent(models.Model):
    """Proof of which words a visitor agreed to, and when. Names nobody, so it outlives the erasing."""

    booking = models.ForeignKey(
        "bookings.Booking",
        verbose_name=_("booking"),
        on_delete=models.PROTECT,
        related_name="consents",
    )
    purpose = models.CharField(_("purpose"), max_length=10, choices=ConsentPurpose)
    version = models.CharField(_("version of the words"), max_length=20)
    text_hash = models.CharField(max_length=64)
    language = models.CharField(_("language"), max_length=10, choices=settings.LANGUAGES)
    given_at = models.DateTimeField(_("given"))
    withdrawn_at = models.DateTimeField(_("taken back"), null=True, blank=True)

    class Meta:
        verbose_name = _("consent")
        verbose_name_plural = _("consents")
        ordering = ["pk"]
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(
                fields=["booking", "purpose", "text_hash"],
                condition=models.Q(withdrawn_at__isnull=True),
                name="consent_once_to_the_same_words",
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_purpose_display()} · {self.version}"
