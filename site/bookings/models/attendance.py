from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class AttendanceState(models.TextChoices):
    ARRIVED = "arrived", pgettext_lazy("party", "arrived")
    NO_SHOW = "no-show", pgettext_lazy("party", "did not come")
    BACK = "back", pgettext_lazy("party", "back from the trail")


class Attendance(models.Model):
    """What a ranger found at the meeting point. No row: nobody has looked yet. Holds nobody's name."""

    booking = models.OneToOneField(
        "bookings.Booking",
        verbose_name=_("booking"),
        on_delete=models.PROTECT,
        related_name="attendance",
    )
    state = models.CharField(_("state"), max_length=10, choices=AttendanceState)
    people = models.PositiveSmallIntegerField(_("people who came"))
    noted_at = models.DateTimeField(_("noted at"))

    class Meta:
        verbose_name = _("check-in")
        verbose_name_plural = _("check-ins")
        default_permissions = ()
        permissions = [("check_in_party", "Can check parties in")]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(state=AttendanceState.NO_SHOW, people=0)
                | (~models.Q(state=AttendanceState.NO_SHOW) & models.Q(people__gte=1)),
                name="attendance_counts_who_came",
            )
        ]

    def __str__(self) -> str:
        return f"{self.booking} · {self.get_state_display()}"
