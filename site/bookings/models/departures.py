from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from django.db import models
from django.db.models.functions import Cast
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from bookings.models.crossing import SideOfTrail, protect
from bookings.models.plans import WalkPlan
from bookings.models.quotas import DayQuota
from bookings.models.states import (
    BOOKABLE,
    TAKING_BOOKINGS,
    VISIBLE_STATES,
    CancelReason,
    DepartureState,
    DepartureStatus,
)
from bookings.models.trails import trail_along
from content.base.facts import fact_text
from content.trails.closures import closures_on, with_closures
from content.trails.models import Closure, Trail
from content.trails.models.reasons import LONGEST_NAME, LONGEST_PHRASE

FEW_PLACES = 3
DEFAULT_MINUTES = 120


class DepartureQuerySet(models.QuerySet):
    def with_trail(self) -> "DepartureQuerySet":
        """Fetch what a line about a departure needs: trail, side and closures, in two queries."""
        trails = trail_along(self, also=("side", "area"))
        return trails.prefetch_related(*with_closures("trail")).with_day_limits()

    def with_day_limits(self) -> "DepartureQuerySet":
        """Read along what the tightest zone of each departure has left on its day."""
        return self.annotate(least_left=DayQuota.objects.least_left())

    def of_side(self, side: str) -> "DepartureQuerySet":
        """Keep the departures of one country; an empty code keeps both."""
        return self.filter(side_id=side) if side else self

    def coming(self, now: datetime) -> "DepartureQuerySet":
        """Keep what the public calendar shows: published and not yet begun, soonest first."""
        return self.filter(state__in=VISIBLE_STATES, starts_at__gt=now).order_by("starts_at", "pk")

    def speaking(self, language: str) -> "DepartureQuerySet":
        """Keep the walks on which the guide speaks a language."""
        codes = Cast("guide_languages", models.TextField())
        return self.alias(codes=codes).filter(codes__contains=f'"{language}"')

    def with_free(self, places: int, now: datetime) -> "DepartureQuerySet":
        """Keep the departures on which `places` people can be booked at `now`, day limits included."""
        too_full = DayQuota.objects.around().filter(taken__gt=models.F("limit") - places)
        return self.open_with(places, now).filter(~models.Exists(too_full))

    def open_with(self, places: int, now: datetime) -> "DepartureQuerySet":
        """Keep the departures that take bookings at `now` and have so many places of their own."""
        return self.filter(
            models.Q(opens_at=None) | models.Q(opens_at__lte=now),
            state__in=TAKING_BOOKINGS,
            closes_at__gt=now,
            starts_at__gt=now,
            places_taken__lte=models.F("capacity") - places,
        )


class Departure(WalkPlan):
    """One guided walk on one day, with a number of places."""

    trail = models.ForeignKey(
        Trail,
        verbose_name=_("trail"),
        on_delete=protect,
        related_name="departures",
        db_constraint=False,
    )
    side = SideOfTrail(
        "reserve.Side",
        verbose_name=_("side"),
        on_delete=protect,
        related_name="departures",
        db_constraint=False,
        editable=False,
    )
    series = models.ForeignKey(
        "bookings.DepartureSeries",
        verbose_name=_("series"),
        null=True,
        editable=False,
        on_delete=models.PROTECT,
        related_name="departures",
    )
    series_day = models.DateField(_("day of the series"), null=True, editable=False)
    is_detached = models.BooleanField(_("changed by hand"), default=False, editable=False)
    starts_at = models.DateTimeField(_("starts"), db_index=True)
    opens_at = models.DateTimeField(
        _("booking opens"), null=True, blank=True, help_text=_("Empty: at once")
    )
    closes_at = models.DateTimeField(
        _("booking ends"), blank=True, help_text=_("Empty: when the walk starts")
    )
    guides = models.ManyToManyField(
        "bookings.Guide", verbose_name=_("guides"), blank=True, related_name="walks"
    )
    decide_at = models.DateTimeField(_("decided whether it takes place"), null=True, blank=True)
    places_taken = models.PositiveSmallIntegerField(_("places taken"), default=0, editable=False)
    state = models.CharField(
        _("state"), max_length=10, choices=DepartureState, default=DepartureState.DRAFT
    )
    cancel_reason = models.CharField(
        _("reason"), max_length=10, choices=CancelReason, blank=True, editable=False
    )
    cancel_note = models.CharField(_("message to the parties"), max_length=300, blank=True)
    pause_reason = models.CharField(
        _("why booking is paused"), max_length=LONGEST_NAME, blank=True, editable=False
    )
    pause_note = models.CharField(
        _("words about the pause"), max_length=LONGEST_PHRASE, blank=True, editable=False
    )
    paused_from = models.CharField(
        _("state before the pause"),
        max_length=10,
        choices=DepartureState,
        blank=True,
        editable=False,
    )
    is_sample = models.BooleanField(_("sample content"), default=False, editable=False)
    created_at = models.DateTimeField(_("created"), auto_now_add=True)

    objects = DepartureQuerySet.as_manager()

    class Meta:
        verbose_name = _("departure")
        verbose_name_plural = _("departures")
        ordering = ["starts_at", "pk"]
        indexes = [models.Index(fields=["trail", "starts_at"], name="departure_trail_start")]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(places_taken__gte=0, places_taken__lte=models.F("capacity")),
                name="departure_places_within_capacity",
                violation_error_message=_("More places are taken than this departure has."),
            ),
            models.CheckConstraint(
                condition=models.Q(closes_at__lte=models.F("starts_at")),
                name="departure_closes_before_it_starts",
                violation_error_message=_("Booking must end before the walk starts, or with it."),
            ),
            models.CheckConstraint(
                condition=models.Q(opens_at=None) | models.Q(opens_at__lte=models.F("closes_at")),
                name="departure_opens_before_it_closes",
            ),
            models.CheckConstraint(
                condition=models.Q(decide_at=None) | models.Q(decide_at__lte=models.F("starts_at")),
                name="departure_is_decided_before_it_starts",
            ),
            models.CheckConstraint(
                condition=models.Q(min_to_run__lte=models.F("capacity")),
                name="departure_minimum_within_capacity",
                violation_error_message=_("More than there are places."),
            ),
            models.UniqueConstraint(
                fields=["series", "series_day"], name="departure_once_a_day_of_its_series"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.trail} · {self.local_start:%Y-%m-%d %H:%M}"

    def save(self, *args, **kwargs) -> None:
        """Save everything but the counter: a row read a moment ago must never put it back."""
        if not self._state.adding and kwargs.get("update_fields") is None:
            kwargs["update_fields"] = [
                field.name
                for field in self._meta.concrete_fields
                if field.name not in {"id", "places_taken"}
            ]
        super().save(*args, **kwargs)

    @property
    def time_zone(self) -> str:
        return self.trail.time_zone

    @property
    def local_start(self) -> datetime:
        """Return the start on the trail's own clock."""
        return self.starts_at.astimezone(ZoneInfo(self.time_zone))

    @property
    def minutes(self) -> int:
        """Return how long the walk takes at most."""
        return self.trail.duration_max or self.trail.duration_min or DEFAULT_MINUTES

    @property
    def ends_at(self) -> datetime:
        return self.starts_at + timedelta(minutes=self.minutes)

    @property
    def local_day(self) -> date:
        return self.local_start.date()

    @property
    def places_left(self) -> int:
        """Return how many people can still come: as the departure has places, and each of its zones on that day."""
        left = self.capacity - self.places_taken
        return max(0, left if self.zone_left is None else min(left, self.zone_left))

    @property
    def zone_left(self) -> int | None:
        """Return what the tightest zone has left on the day: as locked, as read along, or asked for now."""
        if hasattr(self, "day_quotas"):
            return min((row.left for row in self.day_quotas), default=None)
        if not hasattr(self, "least_left"):
            days = DayQuota.objects.of_departure(self.pk).values_list("limit", "taken")
            self.least_left = min((limit - taken for limit, taken in days), default=None)
        return self.least_left

    @property
    def priced(self) -> "Departure | Trail":
        """Return what the prices are read from: the departure if it has any of its own, else the trail."""
        return self.trail if self.price is None else self

    @property
    def meets_at(self) -> "Departure | Trail":
        """Return what the meeting point is read from: the departure if it has one of its own, else the trail."""
        return self if fact_text(self, "meeting_point").text else self.trail

    @property
    def is_guaranteed(self) -> bool:
        """Return whether it is promised that the walk takes place; a pause of the booking takes nothing back."""
        return DepartureState.GUARANTEED in (self.state, self.paused_from)

    @property
    def still_needed(self) -> int:
        """Return how many people are wanting for the walk to take place; 0 once that is promised."""
        return 0 if self.is_guaranteed else max(0, self.min_to_run - self.places_taken)

    @property
    def closure(self) -> Closure | None:
        """Return the closure of the trail that holds on the day of this walk, if any."""
        return next(iter(closures_on(self.trail, self.local_day)), None)

    def status_at(self, now: datetime | None = None) -> DepartureStatus:
        """Return what a visitor is told at `now`."""
        now = now or timezone.now()
        if self.state == DepartureState.CANCELLED:
            return DepartureStatus.CANCELLED
        if self.starts_at <= now or self.state == DepartureState.COMPLETED:
            return DepartureStatus.PAST
        if self.state == DepartureState.CLOSED or self.closes_at <= now or self.closure:
            return DepartureStatus.CLOSED
        if self.state not in TAKING_BOOKINGS:
            return DepartureStatus.PAUSED
        if self.opens_at and self.opens_at > now:
            return DepartureStatus.NOT_YET
        if self.places_left == 0:
            return DepartureStatus.FULL
        return DepartureStatus.FEW if self.places_left <= FEW_PLACES else DepartureStatus.OPEN

    @property
    def status(self) -> DepartureStatus:
        return self.status_at()

    @property
    def is_bookable(self) -> bool:
        return self.status in BOOKABLE
