from django.core.validators import MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class IncidentKind(models.TextChoices):
    INJURY = "injury", _("injury")
    ILLNESS = "illness", _("illness")
    LOST = "lost", _("somebody got lost")
    ANIMAL = "animal", _("close encounter with an animal")
    FIRE = "fire", _("fire")
    BORDER = "border", _("matter of the border service")
    RULES = "rules", _("rules broken")
    TRAIL = "trail", _("damage to the trail")
    OTHER = "other", pgettext_lazy("incident", "something else")


class Severity(models.TextChoices):
    MINOR = "minor", pgettext_lazy("incident", "minor")
    SERIOUS = "serious", pgettext_lazy("incident", "serious")
    GRAVE = "grave", pgettext_lazy("incident", "grave")


class Sign(models.TextChoices):
    SEEN = "seen", pgettext_lazy("animal", "seen")
    HEARD = "heard", pgettext_lazy("animal", "heard")
    TRACKS = "tracks", pgettext_lazy("animal", "tracks")
    TRACES = "traces", pgettext_lazy("animal", "other traces")


class WalkReport(models.Model):
    """How a walk was, told afterwards by a ranger or an officer. For staff of the own side only."""

    departure = models.OneToOneField(
        "bookings.Departure",
        verbose_name=_("departure"),
        on_delete=models.PROTECT,
        related_name="report",
    )
    headcount = models.PositiveSmallIntegerField(
        _("visitors who walked"),
        help_text=_("Without guides and rangers; 0: it did not take place."),
    )
    author_name = models.CharField(_("member of staff"), max_length=150)
    written_at = models.DateTimeField(_("written"))

    class Meta:
        verbose_name = _("report of a walk")
        verbose_name_plural = _("reports of walks")
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.departure_id} · {self.headcount}"


class Incident(models.Model):
    """Something that went wrong. The text may name people: it is erased with them, the kind stays."""

    report = models.ForeignKey(
        WalkReport, on_delete=models.CASCADE, related_name="incidents", verbose_name=_("report")
    )
    kind = models.CharField(_("kind"), max_length=10, choices=IncidentKind)
    severity = models.CharField(_("severity"), max_length=10, choices=Severity)
    text = models.TextField(_("what happened"), max_length=1000, blank=True)

    class Meta:
        verbose_name = _("incident")
        verbose_name_plural = _("incidents")
        ordering = ["pk"]
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.get_kind_display()} · {self.get_severity_display()}"


class Sighting(models.Model):
    """An animal met on a walk. No place but the walk's own: nobody finds a cat through us."""

    report = models.ForeignKey(
        WalkReport, on_delete=models.CASCADE, related_name="sightings", verbose_name=_("report")
    )
    # The slug of a species: those may lie in another database.
    species = models.SlugField(_("species"), max_length=50)
    sign = models.CharField(_("sign"), max_length=10, choices=Sign)
    count = models.PositiveSmallIntegerField(
        _("how many"), default=1, validators=[MinValueValidator(1)]
    )

    class Meta:
        verbose_name = _("sighting")
        verbose_name_plural = _("sightings")
        ordering = ["pk"]
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.species} · {self.get_sign_display()}"
