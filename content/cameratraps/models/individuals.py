"""The animals that are known by name: one record for each in each side's catalogue, and the codes it has there."""

from uuid import uuid4

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator
from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from content.base.choices import SideCode
from content.base.private_names import refuse_private_names
from content.cameratraps.choices import Sex
from content.cameratraps.models.events import new_code
from content.cameratraps.models.individual_panels import ALIAS_PANELS, INDIVIDUAL_PANELS
from content.cameratraps.models.places import YEARS


class LifeStatus(models.TextChoices):
    ALIVE = "alive", _("alive, as far as is known")
    NOT_SEEN = "not seen", _("not seen since")
    DEAD = "dead", _("known to have died")


class IndividualQuerySet(models.QuerySet):
    def standing(self) -> "IndividualQuerySet":
        """Return the records that stand for an animal: those that are not merged into another."""
        return self.filter(merged_into__isnull=True)

    def public(self) -> "IndividualQuerySet":
        """Return the animals anyone may know of: one visit at least that is public and that both sides agree upon."""
        return self.standing().filter(Exists(claims_of_animal(OuterRef("pk"))))

    def public_on(self, side: str) -> "IndividualQuerySet":
        """Return those of them that such a visit shows on one side of the border."""
        seen = claims_of_animal(OuterRef("pk")).filter(event__deployment__zone__side_id=side)
        return self.standing().filter(Exists(seen))


def claims_of_animal(key):
    """Return the public claims about an animal, whichever of its merged records they name."""
    from content.cameratraps.models.identities import IdentityClaim

    return IdentityClaim.objects.public().filter(animal_id=key)


class Individual(models.Model):
    """One animal in one side's catalogue. Records that both sides find to be one are merged into the oldest."""

    uuid = models.UUIDField(default=uuid4, unique=True, editable=False)
    code = models.CharField(_("code"), max_length=12, unique=True, default=new_code, editable=False)
    side = models.ForeignKey(
        "reserve.Side",
        verbose_name=_("catalogue of"),
        on_delete=models.PROTECT,
        related_name="individuals",
    )
    species = models.ForeignKey(
        "reserve.Species",
        verbose_name=_("species"),
        on_delete=models.PROTECT,
        related_name="individuals",
    )
    name = models.CharField(_("public name"), max_length=60)
    about = models.TextField(
        _("about the animal"),
        max_length=600,
        blank=True,
        help_text=_("Public. No place, no month, nothing of visits that are not released."),
    )
    sex = models.CharField(_("sex"), max_length=6, choices=Sex, blank=True)
    birth_year = models.PositiveSmallIntegerField(
        _("born in"), null=True, blank=True, validators=YEARS
    )
    birth_margin = models.PositiveSmallIntegerField(
        _("give or take, years"), default=0, validators=[MaxValueValidator(10)]
    )
    status = models.CharField(
        _("status"), max_length=8, choices=LifeStatus, default=LifeStatus.ALIVE
    )
    status_year = models.PositiveSmallIntegerField(
        _("since when, or when"),
        null=True,
        blank=True,
        validators=YEARS,
        help_text=_("A year and nothing finer. It is shown."),
    )
    mother = models.ForeignKey(
        "self",
        verbose_name=_("mother"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="cubs",
    )
    left_flank = models.ForeignKey(
        "base.Image",
        verbose_name=_("left flank"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    right_flank = models.ForeignKey(
        "base.Image",
        verbose_name=_("right flank"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    story = models.ForeignKey(
        "wagtailcore.Page",
        verbose_name=_("story"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    merged_into = models.ForeignKey(
        "self",
        null=True,
        blank=True,
        editable=False,
        on_delete=models.PROTECT,
        related_name="members",
    )
    is_sample = models.BooleanField(
        _("sample"), default=False, help_text=_("Made up for the sample site, not a real animal.")
    )

    objects = IndividualQuerySet.as_manager()
    panels = INDIVIDUAL_PANELS

    class Meta:
        verbose_name = _("known animal")
        verbose_name_plural = _("known animals")
        ordering = ["species", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(mother=F("pk")),
                name="individual_is_not_its_own_mother",
                violation_error_message=_("An animal is not its own mother."),
            ),
            models.CheckConstraint(
                condition=~Q(merged_into=F("pk")),
                name="individual_is_not_merged_into_itself",
                violation_error_message=_("An animal cannot be merged into itself."),
            ),
            models.CheckConstraint(
                condition=Q(status=LifeStatus.ALIVE) | Q(status_year__isnull=False),
                name="individual_status_has_a_year",
                violation_error_message=_("Say since which year it is not seen, or when it died."),
            ),
        ]

    def __str__(self) -> str:
        return self.name or self.code

    def clean(self) -> None:
        refuse_private_names(self)
        _check_mother(self)
        kept = Individual.objects.filter(pk=self.pk, aliases__isnull=False).first()
        if kept and (kept.side_id, kept.species_id) != (self.side_id, self.species_id):
            raise ValidationError(
                _("Catalogue and species stay as they are: the animal has codes.")
            )
        for name in ("left_flank", "right_flank"):
            picture = getattr(self, name)
            if picture is not None and not picture.frames.exists():
                raise ValidationError({name: _("Choose a frame of a visit of this animal.")})

    @property
    def animal_id(self) -> int:
        """The record that stands for this animal: its own, or the one it is merged into."""
        return self.merged_into_id or self.pk


def _check_mother(individual: Individual) -> None:
    mother = individual.mother
    if mother is None:
        return
    if mother.pk == individual.pk:
        raise ValidationError({"mother": _("An animal is not its own mother.")})
    if mother.species_id != individual.species_id or mother.sex == Sex.MALE:
        raise ValidationError({"mother": _("A mother is a female of the same species.")})
    if mother.birth_year and individual.birth_year and mother.birth_year > individual.birth_year:
        raise ValidationError({"mother": _("The mother is younger than the cub.")})


class Alias(models.Model):
    """The code of an animal in one side's catalogue. A code belongs to one animal at a time."""

    individual = models.ForeignKey(
        Individual, verbose_name=_("animal"), on_delete=models.PROTECT, related_name="aliases"
    )
    side = models.ForeignKey(
        "reserve.Side",
        verbose_name=_("catalogue of"),
        on_delete=models.PROTECT,
        related_name="aliases",
    )
    code = models.CharField(_("code in the catalogue"), max_length=40)
    valid_from = models.PositiveSmallIntegerField(
        _("from year"), null=True, blank=True, validators=YEARS
    )
    valid_to = models.PositiveSmallIntegerField(
        _("to year"), null=True, blank=True, validators=YEARS, help_text=_("Empty: still in use.")
    )
    source = models.CharField(_("source"), max_length=200, blank=True)

    panels = ALIAS_PANELS

    class Meta:
        verbose_name = _("catalogue code")
        verbose_name_plural = _("catalogue codes")
        ordering = ["-side_id", "code"]
        constraints = [
            models.UniqueConstraint(
                fields=["side", "code"],
                condition=Q(valid_to__isnull=True),
                name="alias_in_use_once",
                violation_error_message=_("Another animal has this code."),
            ),
            models.CheckConstraint(
                condition=Q(valid_from__isnull=True)
                | Q(valid_to__isnull=True)
                | Q(valid_to__gte=F("valid_from")),
                name="alias_years_are_ordered",
                violation_error_message=_("The last year lies before the first one."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.code} ({SideCode(self.side_id).label})" if self.side_id else self.code

    def clean(self) -> None:
        if not (self.individual_id and self.side_id):
            return
        if self.individual.side_id != self.side_id:
            raise ValidationError(
                {
                    "individual": _(
                        "This animal is in the other side’s catalogue. Two catalogues meet by a match decision."
                    )
                }
            )
        if self._shares_a_year():
            raise ValidationError({"code": _("Another animal has this code in these years.")})
        before = Alias.objects.filter(pk=self.pk).values_list("individual_id", flat=True).first()
        if before not in (None, self.individual_id) and self.is_relied_upon:
            raise ValidationError(
                {"individual": _("Take back the claims and match decisions of this code first.")}
            )

    def _shares_a_year(self) -> bool:
        first, last = self.valid_from or 0, self.valid_to or 9999
        others = Alias.objects.filter(side=self.side_id, code=self.code).exclude(pk=self.pk)
        others = others.annotate(first=Coalesce("valid_from", 0), last=Coalesce("valid_to", 9999))
        return others.filter(first__lte=last, last__gte=first).exists()

    @property
    def is_relied_upon(self) -> bool:
        """Say whether anybody has named an animal or compared it by this code."""
        return self.claims.exists() or self.matches_first.exists() or self.matches_second.exists()
