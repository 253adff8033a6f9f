from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class AttendanceState(models.TextChoices):
    ARRIVED = "arrived", pgettext_lazy("party", "arrived")
    NO_SHOW = "no-show", pgettext_lazy("party", "did not come")
    TURNED_BACK = "turned-back", pgettext_lazy("party", "turned back")
    LEFT = "left", pgettext_lazy("party", "left the trail elsewhere")
    BACK = "back", pgettext_lazy("party", "back from the trail")


class Attendance(models.Model):
    """Where a party is, as `attending` reads it from the words of the rangers. No row: nobody has looked yet.

    `people` came, `off_trail` of them are no longer out there. Holds nobody's name.
    """

    booking = models.OneToOneField(
        "bookings.Booking",
        verbose_name=_("booking"),
        on_delete=models.PROTECT,
        related_name="attendance",
    )
    state = models.CharField(_("state"), max_length=12, choices=AttendanceState)
    people = models.PositiveSmallIntegerField(_("people who came"))
    off_trail = models.PositiveSmallIntegerField(_("people off the trail"), default=0)
    is_disputed = models.BooleanField(_("rangers disagree"), default=False)
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
            ),
            models.CheckConstraint(
                condition=models.Q(off_trail__lte=models.F("people")),
                name="attendance_only_who_came_leaves",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.booking} · {self.get_state_display()}"

    @property
    def on_trail(self) -> int:
        """Return how many of the party are out there."""
        return self.people - self.off_trail
