from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.models import Page, PagePermissionTester, PageViewRestriction, Workflow
from wagtail.search import index
from wagtail_localize.fields import BaseTranslatableField

from content.base.approvals import workflow_for
from content.base.blocks import BodyBlock
from content.base.permissions import SidePagePermissionTester
from content.base.previews import PreviewInLanguages
from content.base.tidying import tidy_record

_KEPT_AS_THEY_ARE = frozenset(
    {"path", "url_path", "slug", "draft_title", "content_type", "alias_of"}
)


class BasePage(PreviewInLanguages, Page):
    """What every page of ours has besides Wagtail's own: a summary, a picture, the sample mark."""

    summary = models.TextField(
        _("summary"),
        blank=True,
        max_length=600,
        help_text=_("One or two sentences: shown under the title, on cards and in search."),
    )
    image = models.ForeignKey(
        "base.Image",
        verbose_name=_("picture"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    is_sample = models.BooleanField(_("sample content"), default=False)
    review_on = models.DateField(
        _("look again on"),
        null=True,
        blank=True,
        help_text=_(
            "The day on which somebody should check whether this page still holds. Empty: a year after it was "
            "last published."
        ),
    )

    content_panels = [
        *Page.content_panels,
        FieldPanel("summary"),
        FieldPanel("image"),
    ]
    settings_panels = [
        *Page.settings_panels,
        FieldPanel("review_on"),
        FieldPanel("is_sample"),
    ]
    search_fields = [*Page.search_fields, index.SearchField("summary")]
    # Each language is looked at on a day of its own: neither translated nor kept in step.
    exclude_fields_in_copy = ["review_on"]
    override_translatable_fields = [BaseTranslatableField("review_on")]

    owner_side: str | None = None  # of the side the page is about, see `SideOwnedPage`

    class Meta:
        abstract = True

    def clean(self) -> None:
        """Check a page with its texts tidied, wherever they come from: a form, a translation, an import."""
        tidy_record(self, leave_out=_KEPT_AS_THEY_ARE)
        super().clean()

    def permissions_for_user(self, user) -> PagePermissionTester:
        return SidePagePermissionTester(user, self)

    def get_workflow(self) -> Workflow | None:
        return workflow_for(self, super().get_workflow())

    def get_template(self, request: HttpRequest, *args, **kwargs) -> str:
        return f"{self._meta.app_label}/{self._snake_case_name()}.html"

    def get_view_restrictions(self) -> models.QuerySet:
        """Return who alone may see this page; one question, not two, while no page at all is private."""
        if not PageViewRestriction.objects.exists():
            return PageViewRestriction.objects.none()
        return super().get_view_restrictions()

    def _snake_case_name(self) -> str:
        name = type(self).__name__
        return "".join(f"_{c.lower()}" if c.isupper() else c for c in name).lstrip("_")

    def route_suffix_in(self, language: str, request: HttpRequest) -> str:
        """Return what follows this page's own address in another language (routed sub-pages override)."""
        return ""


class StandardPage(BasePage):
    """A page made of good blocks: visit pages, legal pages, about."""

    body = StreamField(BodyBlock(), verbose_name=_("body"), blank=True)
    shows_children = models.BooleanField(
        _("list the pages below"), default=False, help_text=_("Show a card for each page below.")
    )

    content_panels = [*BasePage.content_panels, FieldPanel("body"), FieldPanel("shows_children")]
    search_fields = [*BasePage.search_fields, index.SearchField("body")]
    parent_page_types = ["reserve.HomePage", "base.StandardPage"]
    subpage_types = ["base.StandardPage"]

    class Meta:
        verbose_name = _("standard page")
        verbose_name_plural = _("standard pages")

    def get_context(self, request: HttpRequest, *args, **kwargs) -> dict:
        context = super().get_context(request, *args, **kwargs)
        if self.shows_children:
            context["children"] = (
                StandardPage.objects.child_of(self)
                .live()
                .select_related("image")
                .prefetch_related("image__renditions")
            )
        return context
