from django import forms
from django.db import models
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField

from content.base.blocks import BodyBlock
from content.base.models import BasePage


class StoryIndexPage(BasePage):
    """All stories, newest first, in every language they exist in."""

    parent_page_types = ["reserve.HomePage"]
    subpage_types = ["stories.StoryPage"]
    max_count_per_parent = 1

    class Meta:
        verbose_name = _("stories page")
        verbose_name_plural = _("stories pages")

    def get_context(self, request: HttpRequest, *args, **kwargs) -> dict:
        from content.stories.listing import listing_context  # built on the models of this package

        return super().get_context(request, *args, **kwargs) | listing_context(self, request)


class StoryPage(BasePage):
    """One story in one language. It may start in any of the three."""

    date = models.DateField(
        _("date"), default=timezone.localdate, help_text=_("The date readers see.")
    )
    authors = ParentalManyToManyField(
        "stories.Author", verbose_name=_("authors"), blank=True, related_name="stories"
    )
    topics = ParentalManyToManyField(
        "stories.Topic", verbose_name=_("topics"), blank=True, related_name="stories"
    )
    body = StreamField(BodyBlock(), verbose_name=_("body"), blank=True)
    is_joint = models.BooleanField(
        _("story of both sides"),
        default=False,
        help_text=_(
            "A moderator of each side approves it. Stories in English are of both sides unless translated from one "
            "side’s story."
        ),
    )

    content_panels = [
        *BasePage.content_panels,
        MultiFieldPanel(
            [
                FieldPanel("date"),
                FieldPanel("authors", widget=forms.CheckboxSelectMultiple),
                FieldPanel("topics", widget=forms.CheckboxSelectMultiple),
            ],
            heading=_("Date, authors, topics"),
        ),
        FieldPanel("is_joint"),
        FieldPanel("body"),
    ]
    search_fields = [
        *BasePage.search_fields,
        index.SearchField("body"),
        index.FilterField("date"),
    ]
    # wagtail-localize leaves many-to-many fields out unless it is told of them.
    override_translatable_fields = [
        *BasePage.override_translatable_fields,
        SynchronizedField("authors"),
        SynchronizedField("topics"),
    ]
    parent_page_types = ["stories.StoryIndexPage"]
    subpage_types: list[str] = []

    class Meta:
        verbose_name = _("story")
        verbose_name_plural = _("stories")

    def get_context(self, request: HttpRequest, *args, **kwargs) -> dict:
        from content.stories.detail import detail_context  # built on the models of this package

        return super().get_context(request, *args, **kwargs) | detail_context(self)
