from decimal import Decimal

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

MOST_HOURS = 24 * 90  # before the start
# The columns of the plan, texts by language.
PLAN_FIELDS = (
    "capacity",
    "min_to_run",
    "cancels_itself",
    "guide_languages",
    "price",
    "price_child",
    "price_concession",
    "meeting_point_en",
    "meeting_point_ru",
    "meeting_point_zh_hans",
    "note_en",
    "note_ru",
    "note_zh_hans",
)


class WalkPlan(models.Model):
    """What a departure offers, and what a series writes into each of its departures."""

    capacity = models.PositiveSmallIntegerField(
        _("places"), validators=[MinValueValidator(1), MaxValueValidator(500)]
    )
    min_to_run = models.PositiveSmallIntegerField(
        _("people it needs to take place"),
        default=0,
        help_text=_("0: it takes place whatever the number"),
    )
    cancels_itself = models.BooleanField(
        _("cancel it when too few have booked"),
        default=False,
        help_text=_("Otherwise the staff are asked on their desk."),
    )
    guide_languages = models.JSONField(_("languages of the guide"), default=list, blank=True)
    price = models.DecimalField(
        _("price of an adult"),
        max_digits=8,
        decimal_places=2,
        null=True,
        blank=True,
        validators=[MinValueValidator(Decimal(0))],
        help_text=_("Empty: the price of the trail; 0 is free"),
    )
    price_child = models.DecimalField(
        _("price of a child"),
        max_digits=8,
        decimal_places=2,
        null=True,
        blank=True,
        validators=[MinValueValidator(Decimal(0))],
    )
    price_concession = models.DecimalField(
        _("reduced price"),
        max_digits=8,
        decimal_places=2,
        null=True,
        blank=True,
        validators=[MinValueValidator(Decimal(0))],
    )
    meeting_point = models.TextField(
        _("meeting point"), max_length=400, blank=True, help_text=_("Empty: that of the trail")
    )
    note = models.CharField(_("note for visitors"), max_length=300, blank=True)

    class Meta:
        abstract = True
