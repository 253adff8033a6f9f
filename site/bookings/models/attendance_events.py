from uuid import uuid4

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from bookings.models.audit import AppendOnlyQuerySet


class AttendanceKind(models.TextChoices):
    """What a ranger says of a party: whether it came, and how its people left the trail."""

    ARRIVED = "arrived", pgettext_lazy("party", "arrived")
    NO_SHOW = "no-show", pgettext_lazy("party", "did not come")
    TURNED_BACK = "turned-back", pgettext_lazy("party", "turned back")
    LEFT = "left", pgettext_lazy("party", "left the trail elsewhere")
    BACK = "back", pgettext_lazy("party", "back from the trail")
    UNDONE = "undone", pgettext_lazy("party", "taken back")


class AttendanceEvent(models.Model):
    """One word of a ranger about a party, as a device noted it. Never changed; `attending` reads a state from all.

    The device makes the number, so that sending a word twice enters it once. `replaces` names the words the ranger
    saw when saying this one: who says otherwise without having seen it disagrees, and is not overruled.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    booking = models.ForeignKey(
        "bookings.Booking",
        verbose_name=_("booking"),
        on_delete=models.PROTECT,
        related_name="attendance_events",
    )
    kind = models.CharField(_("event"), max_length=12, choices=AttendanceKind)
    people = models.PositiveSmallIntegerField(_("people"), default=0)
    replaces = models.JSONField(default=list)
    at = models.DateTimeField(_("time on the device"))
    received_at = models.DateTimeField(_("received"))
    device = models.CharField(_("device"), max_length=36, blank=True)
    actor_name = models.CharField(_("member of staff"), max_length=150, blank=True)

    objects = AppendOnlyQuerySet.as_manager()

    class Meta:
        verbose_name = _("word of a ranger")
        verbose_name_plural = _("words of rangers")
        ordering = ["at", "pk"]
        default_permissions = ()
        constraints = [
            models.CheckConstraint(
                condition=models.Q(kind__in=["no-show", "undone"], people=0)
                | (~models.Q(kind__in=["no-show", "undone"]) & models.Q(people__gte=1)),
                name="attendance_event_counts_people",
            )
        ]

    def __str__(self) -> str:
        return f"{self.booking_id} · {self.get_kind_display()}"

    def save(self, *args, **kwargs) -> None:
        if not self._state.adding:
            raise TypeError("The history is append-only.")
        super().save(*args, **kwargs)

    def delete(self, *args, **kwargs):
        raise TypeError("The history is append-only.")
