"""What is remembered about pages and their translations so that lists need not compare texts."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page
from wagtail_localize.models import Translation


class TranslationBase(models.Model):
    """The original's texts a translation last went live with, and how far the original has moved on since."""

    translation = models.OneToOneField(Translation, on_delete=models.CASCADE, related_name="base")
    texts = models.JSONField(default=list)  # [path, text] in the order of the page
    changed = models.PositiveIntegerField(default=0)
    added = models.PositiveIntegerField(default=0)
    removed = models.PositiveIntegerField(default=0)
    since = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("base of a translation")
        verbose_name_plural = _("bases of translations")

    def __str__(self) -> str:
        return f"{self.translation_id}: ~{self.changed} +{self.added} −{self.removed}"


class PublishedText(models.Model):
    """The mark of a page's published texts, when they last changed, and when the page last caught up with others."""

    page = models.OneToOneField(Page, on_delete=models.CASCADE, related_name="published_text")
    digest = models.CharField(max_length=64)
    changed_at = models.DateTimeField(null=True, blank=True)
    caught_up_at = models.DateTimeField()

    class Meta:
        verbose_name = _("published text")
        verbose_name_plural = _("published texts")

    def __str__(self) -> str:
        return f"{self.page_id}: {self.digest[:8]}"


class GlossaryTerm(models.Model):
    """One word of this site in its three languages."""

    en = models.CharField("English", max_length=120, unique=True)
    ru = models.CharField("Русский", max_length=120)
    zh_hans = models.CharField("中文", max_length=120)
    note = models.CharField(
        _("note"),
        max_length=300,
        blank=True,
        help_text=_("Where the word is used, or which word is wrong."),
    )

    class Meta:
        verbose_name = _("term of the glossary")
        verbose_name_plural = _("glossary")
        ordering = ["en"]

    def __str__(self) -> str:
        return f"{self.en} · {self.ru} · {self.zh_hans}"
