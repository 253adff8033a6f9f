from uuid import uuid4

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from bookings.models.reports import IncidentKind, Severity, Sign


class NoteKind(models.TextChoices):
    ANIMAL = "animal", pgettext_lazy("note of a ranger", "animal met")
    INCIDENT = "incident", pgettext_lazy("note of a ranger", "incident")


class WalkNote(models.Model):
    """An animal or an incident that a ranger noted on the way; the device makes the number, so it is entered once.

    The database refuses to change what was noted. Three columns move: whether the report that stands was written by
    somebody who saw the note (`taken_at`), whether the duty officers have been told of a grave one (`told_at`), and the
    words, which are erased with the data of the visitors.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    departure = models.ForeignKey(
        "bookings.Departure",
        verbose_name=_("departure"),
        on_delete=models.PROTECT,
        related_name="walk_notes",
    )
    what = models.CharField(_("kind"), max_length=10, choices=NoteKind)
    # The slug of a species: those may lie in another database.
    species = models.SlugField(_("species"), max_length=50, blank=True)
    sign = models.CharField(_("sign"), max_length=10, choices=Sign, blank=True)
    count = models.PositiveSmallIntegerField(_("how many"), default=0)
    incident = models.CharField(_("incident"), max_length=10, choices=IncidentKind, blank=True)
    severity = models.CharField(_("severity"), max_length=10, choices=Severity, blank=True)
    text = models.TextField(_("what happened"), max_length=1000, blank=True)
    at = models.DateTimeField(_("noted at"))
    received_at = models.DateTimeField(_("received"))
    device = models.CharField(_("device"), max_length=36, blank=True)
    actor_name = models.CharField(_("member of staff"), max_length=150, blank=True)
    taken_at = models.DateTimeField(_("in the report since"), null=True, editable=False)
    told_at = models.DateTimeField(null=True, editable=False)

    class Meta:
        verbose_name = _("note of a ranger on the way")
        verbose_name_plural = _("notes of rangers on the way")
        ordering = ["at", "pk"]
        default_permissions = ()
        constraints = [
            models.CheckConstraint(
                condition=(
                    models.Q(what="animal", count__gte=1, incident="", severity="", text="")
                    & ~models.Q(species="")
                    & ~models.Q(sign="")
                )
                | (
                    models.Q(what="incident", count=0, species="", sign="")
                    & ~models.Q(incident="")
                    & ~models.Q(severity="")
                ),
                name="walk_note_is_an_animal_or_an_incident",
            )
        ]

    def __str__(self) -> str:
        return f"{self.departure_id} · {self.get_what_display()}"
