from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from content.trails.models import Asked, NationalityGroup


class Band(models.TextChoices):
    ADULT = "adult", pgettext_lazy("person", "adult")
    CHILD = "child", pgettext_lazy("person", "child")


class Participant(models.Model):
    """One person of a party; there is a row only where an entry rule asks for more than numbers."""

    booking = models.ForeignKey(
        "bookings.Booking",
        verbose_name=_("booking"),
        on_delete=models.PROTECT,
        related_name="participants",
    )
    number = models.PositiveSmallIntegerField(_("number"))
    band = models.CharField(_("adult or child"), max_length=5, choices=Band)
    group = models.CharField(_("passport"), max_length=8, choices=NationalityGroup, blank=True)
    name = models.CharField(_("name as in the passport"), max_length=120, blank=True)
    name_original = models.CharField(_("name in its own script"), max_length=120, blank=True)
    birth_year = models.PositiveSmallIntegerField(
        _("year of birth"),
        null=True,
        blank=True,
        validators=[MinValueValidator(1900), MaxValueValidator(2200)],
    )

    class Meta:
        verbose_name = _("person")
        verbose_name_plural = _("persons")
        ordering = ["number"]
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=["booking", "number"], name="participant_number_once")
        ]

    def __str__(self) -> str:
        """Return no name: this text reaches logs and titles."""
        return f"{self.booking_id}/{self.number}"


class TravelDocument(models.Model):
    """The identity paper of one person, readable with DOCUMENT_KEYS alone (see `bookings.vault`)."""

    participant = models.OneToOneField(
        Participant,
        verbose_name=_("person"),
        on_delete=models.CASCADE,
        related_name="document",
    )
    sealed = models.TextField(editable=False)
    ends_with = models.CharField(max_length=2, editable=False)
    stored_at = models.DateTimeField(_("stored"))
    delete_on = models.DateField(_("is deleted on"), db_index=True)

    class Meta:
        verbose_name = _("document")
        verbose_name_plural = _("documents")
        default_permissions = ()

    def __str__(self) -> str:
        return f"#{self.pk}"


class PermitState(models.TextChoices):
    NOT_NEEDED = "not_needed", pgettext_lazy("permit", "not needed")
    DOCS_MISSING = "docs_missing", pgettext_lazy("permit", "papers missing")
    READY = "ready", pgettext_lazy("permit", "to be filed")
    FILED = "filed", pgettext_lazy("permit", "filed")
    GRANTED = "granted", pgettext_lazy("permit", "granted")
    REFUSED = "refused", pgettext_lazy("permit", "refused")
    EXPIRED = "expired", pgettext_lazy("permit", "papers came too late")


class RefusalReason(models.TextChoices):
    """Why a person may not come; a phrase ready in every language."""

    BORDER = "border", _("the border authority refused")
    PAPERS = "papers", _("the papers are not valid for this visit")
    LATE = "late", _("the papers came too late")
    OTHER = "other", _("another reason")


DECIDED = (PermitState.GRANTED, PermitState.NOT_NEEDED)
# What new papers begin anew, and what time alone may end.
BEFORE_FILING = (PermitState.DOCS_MISSING, PermitState.READY)


class PermitCase(models.Model):
    """What one entry rule means for one person. The rule is known by its key: it may live in another database."""

    participant = models.ForeignKey(
        Participant, verbose_name=_("person"), on_delete=models.CASCADE, related_name="cases"
    )
    rule_key = models.PositiveBigIntegerField(editable=False)
    group = models.CharField(max_length=8, choices=NationalityGroup, editable=False)
    asks = models.CharField(max_length=10, choices=Asked, editable=False)
    state = models.CharField(_("state"), max_length=12, choices=PermitState)
    reason = models.CharField(_("reason"), max_length=10, choices=RefusalReason, blank=True)
    file_by = models.DateField(_("to be filed by"))
    changed_at = models.DateTimeField(_("changed"))

    class Meta:
        verbose_name = _("permit")
        verbose_name_plural = _("permits")
        ordering = ["file_by", "pk"]
        default_permissions = ()
        indexes = [models.Index(fields=["state", "file_by"], name="permit_state_file_by")]
        constraints = [
            models.UniqueConstraint(fields=["participant", "rule_key"], name="permit_once_a_rule")
        ]

    def __str__(self) -> str:
        return f"#{self.pk} · {self.get_state_display()}"
