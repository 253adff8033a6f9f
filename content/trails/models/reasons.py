from uuid import uuid4

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel

from content.base.facts import fact_text
from content.base.panels import translated_fields, translated_panel

LONGEST_NAME, LONGEST_PHRASE = 80, 300


class ReasonKind(models.TextChoices):
    """What a reason comes down to, for whatever must tell reasons apart."""

    FIRE = "fire", _("fire danger")
    FLOOD = "flood", _("high water")
    TYPHOON = "typhoon", _("typhoon")
    PREDATOR = "predator", _("a big cat is near")
    BORDER = "border", _("border service regime")
    WORKS = "works", _("works on the trail")
    OTHER = "other", _("other reason")


def new_code() -> str:
    """Return the code of a reason that staff add."""
    return uuid4().hex[:10]


def _named_in_three_languages() -> models.Q:
    condition = models.Q()
    for name in translated_fields("name"):
        condition &= models.Q(**{f"{name}__isnull": False, f"{name}__gt": ""})
    return condition


class ClosureReason(models.Model):
    """Why a trail closes or booking rests, in a few words, with a prepared sentence for visitors.

    Closures point to it, past ones too: a reason that was used is never deleted, only no longer offered.
    """

    code = models.SlugField(primary_key=True, max_length=10, editable=False, default=new_code)
    kind = models.CharField(
        _("kind"),
        max_length=10,
        choices=ReasonKind,
        default=ReasonKind.OTHER,
        help_text=_("By it parties are told why their walk is called off."),
    )
    order = models.PositiveSmallIntegerField(_("order"), default=0)
    name = models.CharField(
        _("reason"),
        max_length=LONGEST_NAME,
        help_text=_("A few words that go after a colon, such as “fire danger”."),
    )
    phrase = models.TextField(
        _("prepared sentence"),
        max_length=LONGEST_PHRASE,
        blank=True,
        help_text=_("Visitors read it where nobody has written words of their own."),
    )
    is_offered = models.BooleanField(
        _("offered"),
        default=True,
        help_text=_("Without the tick nobody can choose it; what it stands in keeps it."),
    )

    panels = [
        FieldRowPanel([FieldPanel("kind"), FieldPanel("order")]),
        translated_panel("name"),
        translated_panel("phrase"),
        FieldPanel("is_offered"),
    ]

    class Meta:
        verbose_name = _("reason of closures")
        verbose_name_plural = _("reasons of closures")
        ordering = ["order", "code"]
        constraints = [
            models.CheckConstraint(
                condition=_named_in_three_languages(), name="reason_named_in_three_languages"
            )
        ]

    def __str__(self) -> str:
        return fact_text(self, "name").text or self.code
