from datetime import date, timedelta

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.panels import FieldPanel, FieldRowPanel, PageChooserPanel

from content.base.panels import translated_panel

LONGEST_DAYS = 31  # a forgotten notice goes by itself


class FireLevel(models.IntegerChoices):
    """The upper three of the five classes that both countries use; the lower two need no notice.

    Russia: класс пожарной опасности I–V (приказ Рослесхоза № 287). China: 森林火险气象等级 一级–五级 (LY/T 1172).
    """

    ELEVATED = 3, pgettext_lazy("fire danger", "elevated (class 3 of 5)")
    HIGH = 4, pgettext_lazy("fire danger", "high (class 4 of 5)")
    EXTREME = 5, pgettext_lazy("fire danger", "extreme (class 5 of 5)")


class FireDanger(models.Model):
    """The fire danger in one side's forest, told to visitors until the end of a day on that side's clock."""

    side = models.ForeignKey(
        "reserve.Side", verbose_name=_("side"), on_delete=models.PROTECT, related_name="+"
    )
    level = models.PositiveSmallIntegerField(_("fire danger"), choices=FireLevel)
    valid_until = models.DateField(
        _("last day"), help_text=_("At most a month ahead; after it the notice goes by itself.")
    )
    text = models.TextField(
        _("text for visitors"),
        max_length=400,
        blank=True,
        help_text=_("What holds besides the usual rules of this class, which are shown anyway."),
    )
    rules_page = models.ForeignKey(
        "wagtailcore.Page",
        verbose_name=_("page with the rules"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("In any language: readers are led to theirs."),
    )
    set_at = models.DateTimeField(_("set at"), auto_now=True)

    panels = [
        FieldRowPanel([FieldPanel("side"), FieldPanel("level"), FieldPanel("valid_until")]),
        translated_panel("text"),
        PageChooserPanel("rules_page"),
    ]

    class Meta:
        verbose_name = _("fire danger")
        verbose_name_plural = _("fire danger")
        ordering = ["-set_at"]

    def __str__(self) -> str:
        return f"{self.side_id} · {self.get_level_display()} · {self.valid_until}"

    def clean(self) -> None:
        if self.valid_until is None:
            return
        today: date = timezone.localdate()
        if self.valid_until < today - timedelta(days=1):  # it may be yesterday elsewhere
            raise ValidationError({"valid_until": _("This day is over.")})
        if self.valid_until > today + timedelta(days=LONGEST_DAYS):
            raise ValidationError({"valid_until": _("At most a month ahead: set it anew then.")})
