from datetime import date

from django.db import models
from django.utils import timezone


class ShownVisitQuerySet(models.QuerySet):
    def shown(self, on: date | None = None) -> "ShownVisitQuerySet":
        """Return the rows of the visits anyone may see. Days end as in `Event.objects.public()`."""
        return self.filter(public_from__lte=on or timezone.now().date())


class ShownVisit(models.Model):
    """What visits are counted, filtered and sorted by: one narrow row for each that is public from some day on.

    A copy. `content.cameratraps.shown` writes it in the transaction that changes a visit, by `Event.public_from` alone;
    nothing else may. `code` orders visits of a month, at random.
    """

    event = models.OneToOneField(
        "cameratraps.Event", primary_key=True, on_delete=models.CASCADE, related_name="shown"
    )
    public_from = models.DateField()
    species = models.ForeignKey(
        "reserve.Species", on_delete=models.CASCADE, related_name="+", db_index=False
    )
    zone = models.ForeignKey(
        "cameratraps.Zone", on_delete=models.CASCADE, related_name="+", db_index=False
    )
    year = models.PositiveSmallIntegerField()
    month = models.PositiveSmallIntegerField()
    band = models.CharField(max_length=5)
    doing = models.CharField(max_length=8, blank=True)
    code = models.CharField(max_length=12)
    frames = models.PositiveSmallIntegerField()
    cover = models.ForeignKey(
        "base.Image", null=True, on_delete=models.SET_NULL, related_name="+", db_index=False
    )
    is_sample = models.BooleanField(default=False)

    objects = ShownVisitQuerySet.as_manager()

    class Meta:
        default_permissions = ()
        ordering = ["-year", "-month", "code"]
        indexes = [
            models.Index(fields=["-year", "-month", "code"], name="shown_by_month"),
            models.Index(fields=["species", "-year", "-month", "code"], name="shown_by_species"),
            # Counted from the index alone and in its order, see `wall.GROUPS`.
            models.Index(
                fields=["species", "doing", "band", "zone", "year", "month", "public_from"],
                name="shown_what",
            ),
            models.Index(
                fields=["zone", "year", "month", "species", "doing", "band", "public_from"],
                name="shown_where",
            ),
        ]

    def __str__(self) -> str:
        return self.code
