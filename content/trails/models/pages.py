from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.search import index

from content.base.blocks import BodyBlock
from content.base.models import BasePage, Image
from content.base.permissions import SideOwnedPage


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

    def get_context(self, request: HttpRequest, *args, **kwargs) -> dict:
        from content.trails.listing import listing_context  # built on the models of this package

        return super().get_context(request, *args, **kwargs) | listing_context(request)


class TrailPage(SideOwnedPage, BasePage):
    """The page of one trail: the story is the page's, the facts are the trail's."""

    about = "trail"

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

    @property
    def picture(self) -> Image | None:
        """Return the page's own picture, else the trail's."""
        return self.image or self.trail.image

    def get_context(self, request: HttpRequest, *args, **kwargs) -> dict:
        from content.trails.detail import detail_context  # built on the models of this package

        return super().get_context(request, *args, **kwargs) | detail_context(self)
