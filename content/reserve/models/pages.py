from django.db import models
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.contrib.routable_page.models import RoutablePageMixin, path
from wagtail.fields import StreamField
from wagtail.models import Page

from content.base.blocks import BodyBlock
from content.base.menus import MenuItem
from content.base.models import BasePage
from content.base.permissions import SideOwnedPage
from content.reserve import queries
from content.reserve.models.species import Species
from content.reserve.species_page import species_context


class HomePage(BasePage):
    """The root of one language."""

    headline = models.CharField(_("headline"), max_length=160, blank=True)
    mission = models.CharField(_("mission line"), max_length=300, blank=True)
    visit_text = models.CharField(_("door “visit”"), max_length=300, blank=True)
    learn_text = models.CharField(_("door “learn”"), max_length=300, blank=True)
    watch_text = models.CharField(_("door “watch”"), max_length=300, blank=True)
    body = StreamField(BodyBlock(), verbose_name=_("body"), blank=True)

    content_panels = [
        *BasePage.content_panels,
        FieldPanel("headline"),
        FieldPanel("mission"),
        MultiFieldPanel(
            [FieldPanel("visit_text"), FieldPanel("learn_text"), FieldPanel("watch_text")],
            heading=_("Three doors"),
        ),
        FieldPanel("body"),
    ]
    parent_page_types = ["wagtailcore.Page"]

    class Meta:
        verbose_name = _("home page")
        verbose_name_plural = _("home pages")

    @classmethod
    def of_language(cls, code: str) -> "HomePage | None":
        """Return the live home page of a language with its picture, in one query."""
        pages = cls.objects.live().filter(depth=2, locale__language_code=code)
        return pages.select_related("locale", "image").first()

    def route(self, request: HttpRequest, path_components: list[str]):
        """Find the page for a whole address in two queries instead of two for each part of it."""
        if not path_components:
            return super().route(request, [])
        page, rest = self._deepest(path_components)
        if page is not None and (not rest or isinstance(page, RoutablePageMixin)):
            return page.route(request, rest)
        raise Http404

    def _deepest(self, components: list[str]) -> tuple[BasePage | None, list[str]]:
        """Return the deepest page below this one whose address begins the asked one, with what is left over."""
        addresses = {
            f"{self.url_path}{'/'.join(components[:size])}/": components[size:]
            for size in range(1, len(components) + 1)
        }
        found = Page.objects.filter(url_path__in=addresses).order_by("-depth").first()
        if found is None:
            return None, components
        pages = found.specific_class.objects.select_related("locale", "image")
        return pages.get(pk=found.pk), addresses[found.url_path]

    def get_context(self, request: HttpRequest, *args, **kwargs) -> dict:
        context = super().get_context(request, *args, **kwargs)
        context["headline_figures"] = queries.headline_figures()
        return context


class ReserveIndexPage(BasePage):
    """The cross-border idea, the agreement, the map, the three areas."""

    body = StreamField(BodyBlock(), verbose_name=_("body"), blank=True)

    content_panels = [*BasePage.content_panels, FieldPanel("body")]
    parent_page_types = ["reserve.HomePage"]
    subpage_types = ["reserve.AreaPage", "base.StandardPage"]
    max_count_per_parent = 1

    class Meta:
        verbose_name = _("reserve page")
        verbose_name_plural = _("reserve pages")

    def get_context(self, request: HttpRequest, *args, **kwargs) -> dict:
        context = super().get_context(request, *args, **kwargs)
        context["areas"] = (
            AreaPage.objects.child_of(self)
            .live()
            .select_related("area", "area__side", "area__image")
            .prefetch_related("area__image__renditions")
        )
        return context


class AreaPage(SideOwnedPage, BasePage):
    """The page of one protected area."""

    about = "area"

    area = models.ForeignKey(
        "reserve.ProtectedArea",
        verbose_name=_("protected area"),
        on_delete=models.PROTECT,
        related_name="pages",
    )
    body = StreamField(BodyBlock(), verbose_name=_("body"), blank=True)

    content_panels = [*BasePage.content_panels, FieldPanel("area"), FieldPanel("body")]
    parent_page_types = ["reserve.ReserveIndexPage"]
    subpage_types: list[str] = []

    class Meta:
        verbose_name = _("area page")
        verbose_name_plural = _("area pages")


class WildlifeIndexPage(RoutablePageMixin, BasePage):
    """The animals of the reserve: the list, and one routed page for each species."""

    body = StreamField(BodyBlock(), verbose_name=_("body"), blank=True)

    content_panels = [*BasePage.content_panels, FieldPanel("body")]
    parent_page_types = ["reserve.HomePage"]
    subpage_types: list[str] = []
    max_count_per_parent = 1

    class Meta:
        verbose_name = _("wildlife page")
        verbose_name_plural = _("wildlife pages")

    @path("", name="index")
    def index(self, request: HttpRequest) -> HttpResponse:
        return self.render(
            request, context_overrides={"species_groups": queries.species_by_group()}
        )

    @path("<slug:slug>/", name="species")
    def species(self, request: HttpRequest, slug: str) -> HttpResponse:
        species, neighbours = queries.species_and_neighbours(slug)
        if species is None:
            raise Http404
        return self.render(
            request,
            template="reserve/species_page.html",
            context_overrides={
                "extra_breadcrumbs": [MenuItem(self.title, self.get_url(request))],
                **species_context(species, neighbours),
            },
        )

    def route_suffix_in(self, language: str, request: HttpRequest) -> str:
        match = getattr(request, "routable_resolver_match", None)
        slug = match.kwargs.get("slug") if match else None
        return f"{slug}/" if slug else ""

    def get_sitemap_urls(self, request: HttpRequest | None = None) -> list[dict]:
        """Add the species."""
        address = self.get_full_url(request)
        slugs = Species.objects.values_list("slug", flat=True)
        return [
            *super().get_sitemap_urls(request),
            *({"location": f"{address}{slug}/"} for slug in slugs),
        ]
