"""Urgent notices to visitors, and the prepared phrases they are made of."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel

from content.base.panels import translated_fields, translated_panel
from content.notices.wording import unknown_gaps

LONGEST_TEXT = 400


def all_texts_there() -> models.Q:
    """Return the condition that a text exists in each language."""
    condition = models.Q()
    for name in translated_fields("text"):
        condition &= models.Q(**{f"{name}__isnull": False, f"{name}__gt": ""})
    return condition


class NoticeKind(models.TextChoices):
    FIRE = "fire", _("fire")
    CLOSURE = "closure", _("closure")
    SAFETY = "safety", _("safety")
    WEATHER = "weather", _("weather")
    BORDER = "border", _("border")


class PreparedPhrase(models.Model):
    """What can be said at once in three languages. {place} and {until} are filled in when it is used."""

    kind = models.CharField(_("kind"), max_length=10, choices=NoticeKind)
    order = models.PositiveSmallIntegerField(_("order"), default=0)
    text = models.TextField(
        _("text"),
        max_length=LONGEST_TEXT,
        help_text=_("{place} becomes the place, {until} the last day; both may be left out."),
    )

    panels = [
        FieldRowPanel([FieldPanel("kind"), FieldPanel("order")]),
        translated_panel("text"),
    ]

    class Meta:
        verbose_name = _("prepared phrase")
        verbose_name_plural = _("prepared phrases")
        ordering = ["kind", "order", "pk"]
        constraints = [
            models.CheckConstraint(condition=all_texts_there(), name="phrase_in_three_languages")
        ]

    def __str__(self) -> str:
        return self.text or str(self.pk)

    def clean(self) -> None:
        for name in translated_fields("text"):
            if wrong := unknown_gaps(getattr(self, name) or ""):
                raise ValidationError(
                    {name: _("Only {place} and {until} can be filled in, not %s.") % wrong[0]}
                )


class UrgentNotice(models.Model):
    """A notice as it was published. It is never changed, only ended; past ones stay as the history."""

    kind = models.CharField(_("kind"), max_length=10, choices=NoticeKind)
    side = models.ForeignKey(
        "reserve.Side",
        verbose_name=_("side"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text=_("Empty: of both sides, shown on every page."),
    )
    area = models.ForeignKey(
        "reserve.ProtectedArea",
        verbose_name=_("protected area"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    trail = models.ForeignKey(
        "trails.Trail",
        verbose_name=_("trail"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    text = models.TextField(_("text"), max_length=LONGEST_TEXT)
    last_day = models.DateField(_("last day"))
    ends_at = models.DateTimeField(_("ends"))
    published_at = models.DateTimeField(_("published"))
    published_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("published by"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    ended_at = models.DateTimeField(_("ended before its time"), null=True, blank=True)
    ended_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("ended by"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    class Meta:
        verbose_name = _("urgent notice")
        verbose_name_plural = _("urgent notices")
        ordering = ["-published_at", "-pk"]
        permissions = [("joint_urgentnotice", "Can publish and end urgent notices of both sides")]
        constraints = [
            models.CheckConstraint(condition=all_texts_there(), name="notice_in_three_languages"),
            models.CheckConstraint(
                condition=models.Q(ends_at__gt=models.F("published_at")),
                name="notice_ends_after_its_start",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} · {self.text}"
