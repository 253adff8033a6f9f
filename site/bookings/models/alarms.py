from django.db import models
from django.utils.translation import gettext_lazy as _


class OverdueAlarm(models.Model):
    """A walk with people who should be back and are not; it ends when nobody is out there any more."""

    departure = models.ForeignKey(
        "bookings.Departure",
        verbose_name=_("departure"),
        on_delete=models.PROTECT,
        related_name="alarms",
    )
    people = models.PositiveSmallIntegerField(_("people"))
    raised_at = models.DateTimeField(_("raised"))
    ended_at = models.DateTimeField(_("ended"), null=True, blank=True)
    # When whoever must know had been told; mails to the staff lie in the main database, perhaps another one.
    told_at = models.DateTimeField(null=True, editable=False)
    end_told_at = models.DateTimeField(null=True, editable=False)

    class Meta:
        verbose_name = _("alarm about an overdue party")
        verbose_name_plural = _("alarms about overdue parties")
        ordering = ["-raised_at", "-pk"]
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(
                fields=["departure"],
                condition=models.Q(ended_at=None),
                name="alarm_once_while_it_lasts",
            )
        ]

    def __str__(self) -> str:
        return f"{self.departure_id} · {self.raised_at:%Y-%m-%d %H:%M}"
