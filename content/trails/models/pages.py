from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.contrib.routable_page.models import RoutablePageMixin
from wagtail.fields import StreamField
from wagtail.search import index

from content.base.blocks import BodyBlock
from content.base.models import BasePage


class TrailIndexPage(BasePage):
    """All trails, with filters."""

    body = StreamField(BodyBlock(), verbose_name=_("body"), blank=True)

    content_panels = [*BasePage.content_panels, FieldPanel("body")]
    parent_page_types = ["reserve.HomePage"]
    subpage_types = ["trails.TrailPage"]
    max_count_per_parent = 1

    class Meta:
        verbose_name = _("trails page")
        verbose_name_plural = _("trails pages")


class TrailPage(RoutablePageMixin, BasePage):
    """The page of one trail: the story is the page's, the facts are the trail's."""

    trail = models.ForeignKey(
        "trails.Trail", verbose_name=_("trail"), on_delete=models.PROTECT, related_name="pages"
    )
    body = StreamField(BodyBlock(), verbose_name=_("body"), blank=True)

    content_panels = [*BasePage.content_panels, FieldPanel("trail"), FieldPanel("body")]
    search_fields = [*BasePage.search_fields, index.SearchField("body")]
    parent_page_types = ["trails.TrailIndexPage"]
    subpage_types: list[str] = []

    class Meta:
        verbose_name = _("trail page")
        verbose_name_plural = _("trail pages")
