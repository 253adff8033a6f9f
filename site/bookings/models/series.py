from datetime import time

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from bookings.models.crossing import SideOfTrail, protect
from bookings.models.plans import MOST_HOURS, WalkPlan
from bookings.models.trails import trail_along
from content.trails.models import Trail

LONGEST_AHEAD = 366
MOST_WEEKS = 52


class SeriesState(models.TextChoices):
    """As what a series puts its departures into the calendar; the values are those of `DepartureState`."""

    DRAFT = "draft", pgettext_lazy("departure", "draft")
    OPEN = "open", pgettext_lazy("departure", "open")


class SeriesQuerySet(models.QuerySet):
    def of_side(self, side: str) -> "SeriesQuerySet":
        """Keep the series of one country; an empty code keeps both."""
        return self.filter(side_id=side) if side else self

    def with_trail(self) -> "SeriesQuerySet":
        return trail_along(self)


class DepartureSeries(WalkPlan):
    """A walk that comes again: its rule, the days it leaves out, and what each of its departures offers."""

    trail = models.ForeignKey(
        Trail,
        verbose_name=_("trail"),
        on_delete=protect,
        related_name="series",
        db_constraint=False,
    )
    side = SideOfTrail(
        "reserve.Side",
        verbose_name=_("side"),
        on_delete=protect,
        related_name="series",
        db_constraint=False,
        editable=False,
    )
    clock = models.TimeField(_("time"), help_text=_("On the clock of the trail"))
    weekdays = models.JSONField(_("days of the week"), default=list)
    every_weeks = models.PositiveSmallIntegerField(
        _("every how many weeks"),
        default=1,
        validators=[MinValueValidator(1), MaxValueValidator(MOST_WEEKS)],
        help_text=_("1 is every week, 2 every other week, counted from the first day"),
    )
    first_day = models.DateField(_("first day"))
    last_day = models.DateField(
        _("last day"), null=True, blank=True, help_text=_("Empty: goes on without an end")
    )
    left_out = models.JSONField(_("days left out"), default=list, blank=True)
    holidays_of = models.JSONField(_("leave out the holidays of"), default=list, blank=True)
    opens_days = models.PositiveSmallIntegerField(
        _("booking opens, days before the walk"), null=True, blank=True
    )
    opens_clock = models.TimeField(_("booking opens at"), default=time(10))
    closes_hours = models.PositiveSmallIntegerField(
        _("booking ends, hours before the start"),
        default=12,
        validators=[MaxValueValidator(MOST_HOURS)],
    )
    decide_hours = models.PositiveSmallIntegerField(
        _("decide whether it takes place, hours before the start"),
        null=True,
        blank=True,
        validators=[MaxValueValidator(MOST_HOURS)],
    )
    guides = models.ManyToManyField(
        "bookings.Guide", verbose_name=_("guides"), blank=True, related_name="series"
    )
    days_ahead = models.PositiveSmallIntegerField(
        _("days ahead in the calendar"),
        default=90,
        validators=[MinValueValidator(1), MaxValueValidator(LONGEST_AHEAD)],
        help_text=_(
            "So far ahead its departures stand in the calendar; each night adds what is due"
        ),
    )
    state = models.CharField(
        _("state of new departures"), max_length=10, choices=SeriesState, default=SeriesState.OPEN
    )
    is_sample = models.BooleanField(_("sample content"), default=False, editable=False)
    created_at = models.DateTimeField(_("created"), auto_now_add=True)

    objects = SeriesQuerySet.as_manager()

    class Meta:
        verbose_name = _("series of departures")
        verbose_name_plural = _("series of departures")
        ordering = ["trail_id", "first_day", "pk"]

    def __str__(self) -> str:
        return f"{self.trail} · {self.clock:%H:%M}"
