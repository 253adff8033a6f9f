from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from staff.quality.links.reasons import Kind, Reason


class BrokenLink(models.Model):
    """A link that led nowhere when it was last looked at, on a live page or in a fact."""

    page = models.ForeignKey(
        Page,
        verbose_name=_("page"),
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="+",
    )
    content_type = models.ForeignKey(
        ContentType, null=True, blank=True, on_delete=models.CASCADE, related_name="+"
    )
    object_id = models.CharField(max_length=40, blank=True)
    fact = GenericForeignKey("content_type", "object_id")
    places = models.JSONField(_("where"), default=dict)  # language code → words
    kind = models.CharField(_("kind"), max_length=10, choices=Kind)
    address = models.CharField(_("leads to"), max_length=600)
    reason = models.CharField(_("what is wrong"), max_length=20, choices=Reason)
    found_at = models.DateTimeField(_("found"), default=timezone.now)

    class Meta:
        verbose_name = _("broken link")
        verbose_name_plural = _("broken links")
        ordering = ["found_at", "pk"]
        constraints = [
            models.CheckConstraint(
                name="broken_link_stands_in_a_page_or_a_fact",
                condition=models.Q(page__isnull=False) ^ models.Q(content_type__isnull=False),
            )
        ]

    def __str__(self) -> str:
        return f"{self.where}: {self.address}"

    @property
    def where(self) -> str:
        """The place in the record, in the reader's language."""
        return self.places.get(get_language() or "en", "")
