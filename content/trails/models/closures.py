from datetime import date

from django import forms
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel

from content.base.panels import translated_panel
from content.trails.closure_form import ClosureForm
from content.trails.models.reasons import ClosureReason


class ClosureEffect(models.TextChoices):
    """What becomes of the walks on those days. Nobody can book them either way."""

    STOP = "stop", _("stop sales")
    CANCEL = "cancel", _("to be called off")


class ClosureState(models.TextChoices):
    PLANNED = "planned", _("planned")
    ACTIVE = "active", _("in force")
    LIFTED = "lifted", _("over")


class ClosureQuerySet(models.QuerySet):
    def active_on(self, day: date) -> "ClosureQuerySet":
        """Keep the closures that hold on a day of the place's own calendar."""
        return self.overlapping(day, day)

    def overlapping(self, first: date, last: date) -> "ClosureQuerySet":
        """Keep the closures that hold on any day from `first` to `last`, both included."""
        return self.not_over_on(first).filter(starts_on__lte=last)

    def not_over_on(self, day: date) -> "ClosureQuerySet":
        """Keep the closures that hold on a day or will hold later."""
        return self.filter(lifted_at=None).filter(
            models.Q(ends_on__isnull=True) | models.Q(ends_on__gte=day)
        )

    def covering(self, trail) -> "ClosureQuerySet":
        """Keep the closures of a trail: its own, and those of the whole area it lies in."""
        covers = models.Q(trail=trail.pk)
        if trail.area_id:
            covers |= models.Q(area=trail.area_id)
        return self.filter(covers)


class ClosureManager(models.Manager.from_queryset(ClosureQuerySet)):
    """Reads the reason along: nobody tells a closure without it."""

    def get_queryset(self) -> ClosureQuerySet:
        return super().get_queryset().select_related("reason")


class Closure(models.Model):
    """Days on which a trail, or every trail of an area, is closed. Past closures stay: they are the history."""

    trail = models.ForeignKey(
        "trails.Trail",
        verbose_name=_("trail"),
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="closures",
    )
    area = models.ForeignKey(
        "reserve.ProtectedArea",
        verbose_name=_("protected area"),
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="closures",
        help_text=_("Instead of a trail: closes every trail of the area."),
    )
    # Follows from the place; a column of its own, because lists and rights ask for it in one step.
    side = models.ForeignKey(
        "reserve.Side",
        verbose_name=_("side"),
        on_delete=models.PROTECT,
        related_name="+",
        editable=False,
    )
    reason = models.ForeignKey(
        ClosureReason,
        verbose_name=_("reason"),
        db_column="reason",
        on_delete=models.PROTECT,
        related_name="closures",
    )
    starts_on = models.DateField(_("first day"))
    ends_on = models.DateField(
        _("last day"), null=True, blank=True, help_text=_("Empty: until further notice")
    )
    effect = models.CharField(
        _("booked walks"),
        max_length=8,
        choices=ClosureEffect,
        default=ClosureEffect.STOP,
        help_text=_("Either way the booking officers confirm what becomes of each walk."),
    )
    text = models.TextField(_("text for visitors"), max_length=600, blank=True)
    lifted_at = models.DateTimeField(_("lifted before its time"), null=True, editable=False)
    created_at = models.DateTimeField(_("created"), auto_now_add=True)
    changed_at = models.DateTimeField(_("changed"), auto_now=True)

    objects = ClosureManager()

    base_form_class = ClosureForm
    panels = [
        FieldRowPanel([FieldPanel("trail"), FieldPanel("area")]),
        FieldRowPanel([FieldPanel("reason", widget=forms.Select), FieldPanel("effect")]),
        FieldRowPanel([FieldPanel("starts_on"), FieldPanel("ends_on")]),
        translated_panel("text"),
    ]

    class Meta:
        verbose_name = _("closure")
        verbose_name_plural = _("closures")
        ordering = ["-starts_on", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(ends_on__isnull=True)
                | models.Q(ends_on__gte=models.F("starts_on")),
                name="closure_days_are_ordered",
                violation_error_message=_("The last day is before the first one."),
            ),
            models.CheckConstraint(
                condition=models.Q(trail__isnull=True, area__isnull=False)
                | models.Q(trail__isnull=False, area__isnull=True),
                name="closure_of_one_trail_or_area",
                violation_error_message=_("A closure is of one trail or of one area."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.place} · {self.reason} · {self.starts_on}"

    def save(self, *args, **kwargs) -> None:
        self.side_id = self.place.side_id
        super().save(*args, **kwargs)

    @property
    def place(self):
        """Return the trail or the area that is closed."""
        return self.trail or self.area

    def holds_on(self, day: date) -> bool:
        """Return whether the place is closed by this on a day of its own calendar."""
        if self.lifted_at is not None:
            return False
        return self.starts_on <= day and (self.ends_on is None or day <= self.ends_on)

    def state_on(self, day: date) -> ClosureState:
        """Return how far it is with the closure on a day of the place's own calendar."""
        if self.lifted_at is not None or (self.ends_on is not None and self.ends_on < day):
            return ClosureState.LIFTED
        return ClosureState.PLANNED if self.starts_on > day else ClosureState.ACTIVE
