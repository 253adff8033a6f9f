from django.conf import settings
from django.core.validators import MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class BookingState(models.TextChoices):
    CONFIRMED = "confirmed", pgettext_lazy("booking", "confirmed")
    CANCELLED_BY_VISITOR = "cancelled_visitor", pgettext_lazy("booking", "cancelled by the visitor")
    CANCELLED_BY_OPERATOR = (
        "cancelled_operator",
        pgettext_lazy("booking", "cancelled by the reserve"),
    )


class BookingQuerySet(models.QuerySet):
    def live(self) -> "BookingQuerySet":
        """Keep the bookings that hold places."""
        return self.filter(state=BookingState.CONFIRMED)

    def of_side(self, side: str) -> "BookingQuerySet":
        """Keep the bookings of one country's departures; an empty code keeps both."""
        return self.filter(departure__trail__side_id=side) if side else self


class Booking(models.Model):
    """A party on a departure, and whom to reach. The persons here are erased after the visit."""

    reference = models.CharField(_("booking number"), max_length=8, unique=True, editable=False)
    secret_hash = models.CharField(max_length=64, editable=False)
    idempotency_key = models.CharField(max_length=64, unique=True, editable=False)
    departure = models.ForeignKey(
        "bookings.Departure",
        verbose_name=_("departure"),
        on_delete=models.PROTECT,
        related_name="bookings",
    )
    state = models.CharField(
        _("state"), max_length=20, choices=BookingState, default=BookingState.CONFIRMED
    )
    adults = models.PositiveSmallIntegerField(
        pgettext_lazy("people", "adults"), validators=[MinValueValidator(1)]
    )
    children = models.PositiveSmallIntegerField(pgettext_lazy("people", "children"), default=0)
    nationality_groups = models.JSONField(
        _("passports"),
        default=list,
        blank=True,
        help_text=_(
            "Of which countries, without saying whose; asked where an entry rule needs it."
        ),
    )
    party_size = models.PositiveSmallIntegerField(_("people"), editable=False)
    revision = models.PositiveSmallIntegerField(default=0, editable=False)

    name = models.CharField(pgettext_lazy("person", "name"), max_length=120, blank=True)
    email = models.EmailField(_("e-mail"), blank=True)
    phone = models.CharField(_("telephone"), max_length=20, blank=True)
    language = models.CharField(_("language"), max_length=10, choices=settings.LANGUAGES)

    consent_version = models.CharField(max_length=20, editable=False)
    consent_hash = models.CharField(max_length=64, editable=False)
    consent_language = models.CharField(max_length=10, editable=False)
    consent_at = models.DateTimeField(_("consent given"), editable=False)

    created_at = models.DateTimeField(_("booked"), auto_now_add=True)
    cancelled_at = models.DateTimeField(_("cancelled on"), null=True, blank=True, editable=False)
    erased_at = models.DateTimeField(
        _("personal data erased"), null=True, blank=True, editable=False
    )
    is_sample = models.BooleanField(_("sample content"), default=False, editable=False)

    objects = BookingQuerySet.as_manager()

    class Meta:
        verbose_name = _("booking")
        verbose_name_plural = _("bookings")
        ordering = ["-created_at", "-pk"]
        indexes = [models.Index(fields=["departure", "state"], name="booking_departure_state")]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(party_size=models.F("adults") + models.F("children")),
                name="booking_party_adds_up",
            ),
            models.CheckConstraint(condition=models.Q(adults__gte=1), name="booking_has_an_adult"),
        ]

    def __str__(self) -> str:
        """Return the number alone: this text reaches logs and titles, a name must not."""
        return self.reference

    @property
    def is_live(self) -> bool:
        return self.state == BookingState.CONFIRMED
