from datetime import date

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel

from content.base.panels import translated_panel


class ClosureReason(models.TextChoices):
    FIRE = "fire", _("fire danger")
    FLOOD = "flood", _("high water")
    TYPHOON = "typhoon", _("typhoon")
    PREDATOR = "predator", _("a big cat is near")
    BORDER = "border", _("border service regime")
    WORKS = "works", _("works on the trail")
    OTHER = "other", _("other reason")


class ClosureQuerySet(models.QuerySet):
    def active_on(self, day: date) -> "ClosureQuerySet":
        """Keep the closures that hold on a day of the trail's own calendar."""
        return self.filter(starts_on__lte=day).filter(
            models.Q(ends_on__isnull=True) | models.Q(ends_on__gte=day)
        )

    def overlapping(self, first: date, last: date) -> "ClosureQuerySet":
        """Keep the closures that hold on any day from `first` to `last`, both included."""
        return self.filter(starts_on__lte=last).filter(
            models.Q(ends_on__isnull=True) | models.Q(ends_on__gte=first)
        )


class Closure(models.Model):
    """Days on which a trail is closed. Past closures stay: they are its history."""

    trail = models.ForeignKey(
        "trails.Trail", verbose_name=_("trail"), on_delete=models.CASCADE, related_name="closures"
    )
    reason = models.CharField(_("reason"), max_length=10, choices=ClosureReason)
    starts_on = models.DateField(_("first day"))
    ends_on = models.DateField(
        _("last day"), null=True, blank=True, help_text=_("Empty: until further notice")
    )
    text = models.TextField(_("text for visitors"), max_length=600, blank=True)

    objects = ClosureQuerySet.as_manager()

    panels = [
        FieldRowPanel([FieldPanel("trail"), FieldPanel("reason")]),
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
            )
        ]

    def __str__(self) -> str:
        return f"{self.trail} · {self.get_reason_display()} · {self.starts_on}"

    def holds_on(self, day: date) -> bool:
        """Return whether the trail is closed by this on a day of its own calendar."""
        return self.starts_on <= day and (self.ends_on is None or day <= self.ends_on)
