"""How many people may be in a zone on one day, all its trails together."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.apps import apps
from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import F, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from bookings.models.crossing import protect


class QuotaZoneQuerySet(models.QuerySet):
    def of_side(self, side: str) -> "QuotaZoneQuerySet":
        """Keep the zones of one country; an empty code keeps both."""
        return self.filter(side_id=side) if side else self


class QuotaZone(models.Model):
    """Trails that share what a day can bear."""

    side = models.ForeignKey(
        "reserve.Side",
        verbose_name=_("side"),
        on_delete=protect,
        related_name="quota_zones",
        db_constraint=False,
    )
    name = models.CharField(_("name"), max_length=120, help_text=_("Visitors read it."))
    usual_limit = models.PositiveSmallIntegerField(
        _("people a day"),
        validators=[MinValueValidator(1)],
        help_text=_("On all its trails together; single days may have a limit of their own."),
    )

    objects = QuotaZoneQuerySet.as_manager()

    class Meta:
        verbose_name = _("day limit")
        verbose_name_plural = _("day limits")
        ordering = ["side_id", "pk"]

    def __str__(self) -> str:
        return self.name or f"#{self.pk}"


class QuotaTrail(models.Model):
    """A trail lies in a zone."""

    zone = models.ForeignKey(QuotaZone, on_delete=models.CASCADE, related_name="members")
    trail = models.ForeignKey(
        "trails.Trail", on_delete=protect, related_name="quota_memberships", db_constraint=False
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["zone", "trail"], name="quota_trail_once_a_zone")
        ]

    def __str__(self) -> str:
        return f"{self.zone_id} · {self.trail_id}"


class DayQuotaQuerySet(models.QuerySet):
    def in_order(self) -> "DayQuotaQuerySet":
        """Sort as they are locked, by everybody alike."""
        return self.order_by("day", "zone_id")

    def of_departure(self, number: int) -> "DayQuotaQuerySet":
        """Keep those of the day and the zones of one departure."""
        departure = apps.get_model("bookings", "Departure").objects.filter(pk=number)
        start, trail = (
            models.Subquery(departure.values(name)) for name in ("starts_at", "trail_id")
        )
        return self.filter(
            begins_at__lte=start,
            ends_at__gt=start,
            zone__in=QuotaTrail.objects.filter(trail_id=trail).values("zone_id"),
        )

    def around(self) -> "DayQuotaQuerySet":
        """Keep, in a subquery, those of the departure in the query around it."""
        return self.filter(
            zone__members__trail_id=OuterRef("trail_id"),
            begins_at__lte=OuterRef("starts_at"),
            ends_at__gt=OuterRef("starts_at"),
        )

    def least_left(self) -> models.Subquery:
        """Return, as a subquery, how many places the tightest zone of a departure has; null without a zone."""
        left = self.around().annotate(places=F("limit") - F("taken")).order_by("places")
        return models.Subquery(left.values("places")[:1])

    def coming(self, now: datetime) -> "DayQuotaQuerySet":
        """Keep the days that are not over."""
        return self.filter(ends_at__gt=now)


class DayQuota(models.Model):
    """One day of a zone: how many may come, and how many places the bookings of its trails hold."""

    zone = models.ForeignKey(QuotaZone, on_delete=models.CASCADE, related_name="days")
    day = models.DateField(_("day"))
    # The day by the clock of the side, so that a start is found in it without reckoning time zones in the database.
    begins_at = models.DateTimeField(editable=False)
    ends_at = models.DateTimeField(editable=False, db_index=True)
    limit = models.PositiveSmallIntegerField(_("people"))
    has_own_limit = models.BooleanField(_("a limit of its own"), default=False, editable=False)
    taken = models.PositiveSmallIntegerField(_("places taken"), default=0, editable=False)

    objects = DayQuotaQuerySet.as_manager()

    class Meta:
        verbose_name = _("day of a day limit")
        verbose_name_plural = _("days of day limits")
        ordering = ["day", "zone_id"]
        constraints = [
            models.UniqueConstraint(fields=["zone", "day"], name="day_quota_once_a_day"),
            models.CheckConstraint(
                condition=Q(taken__gte=0, taken__lte=F("limit")), name="day_quota_within_limit"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.zone_id} · {self.day}"

    @property
    def left(self) -> int:
        return max(0, self.limit - self.taken)


def new_day(zone: QuotaZone, day: date, time_zone: str) -> DayQuota:
    """Return the unsaved day of a zone, with its usual limit."""
    tz = ZoneInfo(time_zone)
    begins, ends = (datetime.combine(one, time.min, tz) for one in (day, day + timedelta(days=1)))
    return DayQuota(zone=zone, day=day, begins_at=begins, ends_at=ends, limit=zone.usual_limit)
