"""What people with wheels, sticks or small children want to know of a trail before they set out."""

from django.core.validators import MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Surface(models.TextChoices):
    """What one walks on most of the way."""

    PAVED = "paved", _("paved")
    BOARDWALK = "boardwalk", _("boardwalk")
    GRAVEL = "gravel", _("gravel")
    EARTH = "earth", _("earth")
    ROOTS = "roots", _("roots and stones")
    ROCK = "rock", _("rock")


class Suitability(models.TextChoices):
    YES = "yes", pgettext_lazy("suitable", "yes")
    PARTLY = "partly", pgettext_lazy("suitable", "partly")
    NO = "no", pgettext_lazy("suitable", "no")


class AccessFacts(models.Model):
    """The part of a trail that tells who can use it. What is empty is not known, and is not shown."""

    surface = models.CharField(_("surface"), max_length=10, choices=Surface, blank=True)
    width_cm = models.PositiveSmallIntegerField(
        _("narrowest width, cm"), null=True, blank=True, validators=[MinValueValidator(10)]
    )
    steps = models.PositiveSmallIntegerField(
        _("steps"), null=True, blank=True, help_text=_("How many; 0 is none, empty is not known")
    )
    wheelchair = models.CharField(
        _("with a wheelchair"), max_length=6, choices=Suitability, blank=True
    )
    pushchair = models.CharField(
        _("with a pushchair"), max_length=6, choices=Suitability, blank=True
    )

    class Meta:
        abstract = True
