from django.core.exceptions import ValidationError
from django.db import models
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.contrib.routable_page.models import RoutablePageMixin, path
from wagtail.fields import StreamField
from wagtail.search import index

from content.base.blocks import BodyBlock
from content.base.models import BasePage
from content.cameratraps.blocks import ChaptersBlock
from content.cameratraps.models.open_pages import OpenPages

_BELOW_INDEX = {
    "visits": ("visits",),
    "visit": ("visits",),
    "frame": ("visits",),
    "cats": ("cats",),
    "count": ("cats", "count"),
    "cat": ("cats",),
    "spot": ("spot-the-cat",),
}


class GalleryIndexPage(OpenPages, RoutablePageMixin, BasePage):
    """All galleries, and a wall of all their visits with filters; below it, by route, the animals known by name."""

    body = StreamField(BodyBlock(), verbose_name=_("body"), blank=True)

    content_panels = [*BasePage.content_panels, FieldPanel("body")]
    parent_page_types = ["reserve.HomePage"]
    subpage_types = ["cameratraps.GalleryPage"]
    max_count_per_parent = 1

    class Meta:
        verbose_name = _("galleries page")
        verbose_name_plural = _("galleries pages")

    @path("")
    def galleries(self, request: HttpRequest) -> HttpResponse:
        """Show the galleries; old addresses of selections lead to the page of all visits."""
        from content.cameratraps.listing import listing_context  # built on this package's models
        from content.cameratraps.wall_page import moved_query

        if query := moved_query(request.GET):
            return redirect(f"{self.get_url(request)}visits/?{query}", permanent=True)
        return self.render(request, context_overrides=listing_context(self, request))

    @path("visits/", name="visits")
    def visits(self, request: HttpRequest) -> HttpResponse:
        from content.cameratraps.wall_page import wall_context

        return self.render(
            request,
            template="cameratraps/visits_page.html",
            context_overrides=wall_context(self, request),
        )

    @path("visits/<slug:code>/", name="visit")
    def visit(self, request: HttpRequest, code: str) -> HttpResponse:
        return _visit(self, request, code)

    @path("visits/<slug:code>/<int:number>/", name="frame")
    def frame(self, request: HttpRequest, code: str, number: int) -> HttpResponse:
        return _frame(self, request, code, number)

    @path("visits/<slug:code>/<int:number>/download/", name="download")
    def download(self, request: HttpRequest, code: str, number: int) -> FileResponse:
        from content.cameratraps.detail import download_response

        return _found(download_response(None, code, number))

    @path("cats/", name="cats")
    def cats(self, request: HttpRequest) -> HttpResponse:
        from content.cameratraps.cats import cats_context

        return self.render(
            request,
            template="cameratraps/cats_page.html",
            context_overrides=cats_context(self, request),
        )

    @path("cats/count/", name="count")
    def count(self, request: HttpRequest) -> HttpResponse:
        from content.cameratraps.cats import count_context

        return self.render(
            request,
            template="cameratraps/count_page.html",
            context_overrides=count_context(self, request),
        )

    @path("spot-the-cat/", name="spot")
    def spot(self, request: HttpRequest) -> HttpResponse:
        """Ask the questions of a round; an address without a code leads to a new one."""
        from content.cameratraps.spot.page import round_context, start_context
        from content.cameratraps.spot.rounds import Round, new_code

        if "round" not in request.GET:
            context = start_context(self, request)
        else:
            played = Round.of(request.GET)
            if not played.code:
                return redirect(f"{request.path}?round={new_code()}#play")
            context = round_context(self, request, played)
        return self.render(request, template=context.pop("template"), context_overrides=context)

    @path("cats/<slug:code>/", name="cat")
    def cat(self, request: HttpRequest, code: str) -> HttpResponse:
        """Show one animal; the address of a record merged into another leads there, for as long as it is."""
        from content.cameratraps.cats import cat_context
        from content.cameratraps.known import animal

        individual = _found(animal(code))
        if individual.code != code:
            return redirect(f"{self.get_url(request)}cats/{individual.code}/")
        return self.render(
            request,
            template="cameratraps/cat_page.html",
            context_overrides=cat_context(self, request, individual),
        )

    def route_suffix_in(self, language: str, request: HttpRequest) -> str:
        """Lead to the same list, selection, visit or animal; below this page addresses are the same everywhere."""
        match = getattr(request, "routable_resolver_match", None)
        if match is None or not match.url_name or match.url_name not in _BELOW_INDEX:
            return super().route_suffix_in(language, request)
        suffix = "".join(
            f"{part}/" for part in (*_BELOW_INDEX[match.url_name], *match.kwargs.values())
        )
        query = getattr(request, "selection", "") if match.url_name == "visits" else ""
        return f"{suffix}?{query}" if query else suffix

    def get_sitemap_urls(self, request: HttpRequest | None = None) -> list[dict]:
        """Add the visits of galleries and the animals known by name, without any date."""
        from content.cameratraps.known import animals
        from content.cameratraps.queries import codes_in_galleries

        below = self.get_full_url(request)
        cats = list(animals().values_list("code", flat=True))
        addresses = [
            "visits/",
            *(f"visits/{code}/" for code in codes_in_galleries()),
            *(["cats/", *(f"cats/{code}/" for code in cats)] if cats else []),
            "cats/count/",
            "spot-the-cat/",
        ]
        return [
            *super().get_sitemap_urls(request),
            *({"location": f"{below}{address}"} for address in addresses),
        ]


class GalleryPage(RoutablePageMixin, BasePage):
    """The page of one gallery; below it, by route, a page for each visit and for each of its frames.

    The words are the page's, in one language; the visits and their order are the gallery's, the same in all.
    """

    gallery = models.ForeignKey(
        "cameratraps.Gallery",
        verbose_name=_("gallery"),
        on_delete=models.PROTECT,
        related_name="pages",
    )
    body = StreamField(BodyBlock(), verbose_name=_("body"), blank=True)
    chapters = StreamField(
        ChaptersBlock(),
        verbose_name=_("chapters"),
        blank=True,
        help_text=_(
            "Words between the visits. A chapter none of whose visits is public is not shown."
        ),
    )

    content_panels = [
        *BasePage.content_panels,
        FieldPanel("gallery"),
        FieldPanel("body"),
        FieldPanel("chapters"),
    ]
    search_fields = [
        *BasePage.search_fields,
        index.SearchField("body"),
        index.SearchField("chapters"),
    ]
    parent_page_types = ["cameratraps.GalleryIndexPage"]
    subpage_types: list[str] = []

    class Meta:
        verbose_name = _("gallery page")
        verbose_name_plural = _("gallery pages")

    def clean(self) -> None:
        """Refuse a chapter that begins with a visit of another gallery, and two that begin with the same."""
        super().clean()
        first = [chapter.value["begins_with"] for chapter in self.chapters]
        keys = [event.pk for event in first if event]
        known = set(self.gallery.entries.values_list("event_id", flat=True))
        if not known.issuperset(keys):
            raise ValidationError(
                {"chapters": _("A chapter begins with a visit that this gallery does not have.")}
            )
        if len(set(keys)) != len(keys):
            raise ValidationError({"chapters": _("Two chapters begin with the same visit.")})

    @path("")
    def visits(self, request: HttpRequest) -> HttpResponse:
        from content.cameratraps.story import gallery_context

        return self.render(request, context_overrides=gallery_context(self, request))

    @path("<slug:code>/", name="visit")
    def visit(self, request: HttpRequest, code: str) -> HttpResponse:
        return _visit(self, request, code)

    @path("<slug:code>/<int:number>/", name="frame")
    def frame(self, request: HttpRequest, code: str, number: int) -> HttpResponse:
        return _frame(self, request, code, number)

    @path("<slug:code>/<int:number>/download/", name="download")
    def download(self, request: HttpRequest, code: str, number: int) -> FileResponse:
        from content.cameratraps.detail import download_response

        return _found(download_response(self.gallery_id, code, number))

    def route_suffix_in(self, language: str, request: HttpRequest) -> str:
        """Lead to the same visit or frame: its address is the same below the gallery in every language."""
        match = getattr(request, "routable_resolver_match", None)
        parts = [str(value) for value in match.kwargs.values()] if match else []
        return "".join(f"{part}/" for part in parts)


def _visit(page: BasePage, request: HttpRequest, code: str) -> HttpResponse:
    from content.cameratraps.detail import visit_context

    return page.render(
        request,
        template="cameratraps/visit_page.html",
        context_overrides=_found(visit_context(page, request, code)),
    )


def _frame(page: BasePage, request: HttpRequest, code: str, number: int) -> HttpResponse:
    from content.cameratraps.detail import frame_context

    return page.render(
        request,
        template="cameratraps/frame_page.html",
        context_overrides=_found(frame_context(page, request, code, number)),
    )


def _found(answer):
    """Return the answer; unknown and hidden things are both simply not there."""
    if answer is None:
        raise Http404
    return answer
