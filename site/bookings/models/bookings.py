from datetime import datetime

from django.conf import settings
from django.core.validators import MinValueValidator
from django.db import models
from django.db.models.functions import Coalesce, Upper
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from bookings.models.trails import trail_along


class BookingState(models.TextChoices):
    """Where a booking stands. The first five hold places; of these the timed ones only until their time is over."""

    HELD = "held", pgettext_lazy("booking", "places held")
    SUBMITTED = "submitted", pgettext_lazy("booking", "waiting for the e-mail to be confirmed")
    OFFERED = "offered", pgettext_lazy("booking", "places offered from the waiting list")
    PERMIT_REVIEW = "permit_review", pgettext_lazy("booking", "papers being looked at")
    CONFIRMED = "confirmed", pgettext_lazy("booking", "confirmed")
    WAITING = "waiting", pgettext_lazy("booking", "on the waiting list")
    EXPIRED = "expired", pgettext_lazy("booking", "run out")
    REJECTED = "rejected", pgettext_lazy("booking", "refused")
    MOVED = "moved", pgettext_lazy("booking", "moved to another departure")
    CANCELLED_BY_VISITOR = "cancelled_visitor", pgettext_lazy("booking", "cancelled by the visitor")
    CANCELLED_BY_OPERATOR = (
        "cancelled_operator",
        pgettext_lazy("booking", "cancelled by the reserve"),
    )


TIMED_STATES = (BookingState.HELD, BookingState.SUBMITTED, BookingState.OFFERED)
BOOKED_STATES = (BookingState.PERMIT_REVIEW, BookingState.CONFIRMED)
HOLDING_STATES = (*TIMED_STATES, *BOOKED_STATES)
# What a visitor may end; the reserve ends it too when a walk is called off.
PENDING_STATES = (*HOLDING_STATES, BookingState.WAITING)


class BookingQuerySet(models.QuerySet):
    def live(self) -> "BookingQuerySet":
        """Keep the parties that come: booked, and their address confirmed."""
        return self.filter(state__in=BOOKED_STATES)

    def holding(self) -> "BookingQuerySet":
        """Keep whatever holds places, be it for some minutes only."""
        return self.filter(state__in=HOLDING_STATES)

    def overdue(self, now: datetime) -> "BookingQuerySet":
        """Keep what holds places although its time is over at `now`."""
        return self.filter(state__in=TIMED_STATES, hold_expires_at__lte=now)

    def waiting(self) -> "BookingQuerySet":
        """Keep the waiting list, first come first."""
        return self.filter(state=BookingState.WAITING).order_by("submitted_at", "pk")

    def with_contact(self) -> "BookingQuerySet":
        """Leave out the holds of people who never said who they are."""
        return self.filter(consent_at__isnull=False)

    def with_trail(self) -> "BookingQuerySet":
        """Fetch along what a screen says of the walk."""
        return trail_along(self, "departure__trail")

    def places(self) -> int:
        """Return how many places these bookings hold."""
        return self.aggregate(sum=models.Sum(PLACES))["sum"] or 0

    def of_side(self, side: str) -> "BookingQuerySet":
        """Keep the bookings of one country's departures; an empty code keeps both."""
        return self.filter(departure__side_id=side) if side else self


# An offer may be for fewer people than the party has.
PLACES = Coalesce("offered_places", "party_size")


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
        db_index=False,  # the one by departure and state serves it as well
    )
    state = models.CharField(
        _("state"), max_length=20, choices=BookingState, default=BookingState.CONFIRMED
    )
    hold_expires_at = models.DateTimeField(
        _("holds places until"), null=True, blank=True, editable=False
    )
    is_extended = models.BooleanField(_("time extended"), default=False, editable=False)
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
    fewest = models.PositiveSmallIntegerField(
        _("at least"),
        null=True,
        blank=True,
        help_text=_("On the waiting list: so few may come too."),
    )
    offered_places = models.PositiveSmallIntegerField(
        _("places offered"), null=True, blank=True, editable=False
    )
    moved_to = models.OneToOneField(
        "self",
        verbose_name=_("moved to"),
        null=True,
        blank=True,
        editable=False,
        on_delete=models.PROTECT,
        related_name="moved_from",
    )
    revision = models.PositiveSmallIntegerField(default=0, editable=False)

    name = models.CharField(pgettext_lazy("person", "name"), max_length=120, blank=True)
    email = models.EmailField(_("e-mail"), blank=True)
    phone = models.CharField(_("telephone"), max_length=20, blank=True)
    language = models.CharField(_("language"), max_length=10, choices=settings.LANGUAGES)

    consent_at = models.DateTimeField(_("consent given"), null=True, blank=True, editable=False)

    created_at = models.DateTimeField(_("booked"), auto_now_add=True)
    submitted_at = models.DateTimeField(_("sent in"), null=True, blank=True, editable=False)
    confirmed_at = models.DateTimeField(_("confirmed on"), null=True, blank=True, editable=False)
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
        indexes = [
            models.Index(fields=["departure", "state"], name="booking_departure_state"),
            models.Index(
                fields=["departure", "hold_expires_at"],
                condition=models.Q(hold_expires_at__isnull=False),
                name="booking_timed",
            ),
            models.Index(
                Upper("email"),
                condition=models.Q(state__in=HOLDING_STATES),
                name="booking_address",
            ),
        ]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(party_size=models.F("adults") + models.F("children")),
                name="booking_party_adds_up",
            ),
            models.CheckConstraint(condition=models.Q(adults__gte=1), name="booking_has_an_adult"),
            models.CheckConstraint(
                condition=models.Q(state__in=TIMED_STATES, hold_expires_at__isnull=False)
                | (~models.Q(state__in=TIMED_STATES) & models.Q(hold_expires_at__isnull=True)),
                name="booking_holds_for_a_time",
            ),
            models.CheckConstraint(
                condition=models.Q(
                    state=BookingState.OFFERED,
                    offered_places__gte=1,
                    offered_places__lte=models.F("party_size"),
                )
                | (~models.Q(state=BookingState.OFFERED) & models.Q(offered_places__isnull=True)),
                name="booking_offer_has_places",
            ),
            models.CheckConstraint(
                condition=models.Q(state__in=[BookingState.HELD, BookingState.EXPIRED])
                | models.Q(consent_at__isnull=False),
                name="booking_keeps_nobody_without_consent",
            ),
        ]

    def __str__(self) -> str:
        """Return the number alone: this text reaches logs and titles, a name must not."""
        return self.reference

    @property
    def is_live(self) -> bool:
        return self.state in BOOKED_STATES

    @property
    def is_pending(self) -> bool:
        """Say whether the booking can still lead to a walk, or is one."""
        return self.state in PENDING_STATES

    @property
    def places(self) -> int:
        """Return how many places it holds, or would hold."""
        return self.party_size if self.offered_places is None else self.offered_places
