"""Routes below the galleries for what the section gives and promises: data to download, and what is hidden and why."""

from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from wagtail.contrib.routable_page.models import path

FIXED = {"data": "data/", "promise": "promise/"}  # name of a route → its address below the page


class OpenPages:
    """Mixed into the page of the section."""

    @path("promise/", name="promise")
    def promise(self, request: HttpRequest) -> HttpResponse:
        from content.cameratraps.promise import promise_context

        return self.render(
            request,
            template="cameratraps/promise_page.html",
            context_overrides=promise_context(self, request),
        )

    @path("data/", name="data")
    def data(self, request: HttpRequest) -> HttpResponse:
        from content.cameratraps.editions.pages import data_context

        return self.render(
            request,
            template="cameratraps/data_page.html",
            context_overrides=data_context(self, request),
        )

    @path("data/<slug:name>/", name="edition")
    def edition(self, request: HttpRequest, name: str) -> HttpResponse:
        from content.cameratraps.editions.pages import edition_context

        context = edition_context(self, request, name)
        if context is None:
            raise Http404
        return self.render(
            request, template="cameratraps/edition_page.html", context_overrides=context
        )

    @path("data/<slug:name>/download/", name="package")
    def package(self, request: HttpRequest, name: str) -> FileResponse:
        from content.cameratraps.editions.pages import package_response

        answer = package_response(name)
        if answer is None:
            raise Http404
        return answer

    def route_suffix_in(self, language: str, request: HttpRequest) -> str:
        """Lead to the same page, which has the same address below this one in every language."""
        match = getattr(request, "routable_resolver_match", None)
        if match and match.url_name in FIXED:
            return FIXED[match.url_name]
        if match and match.url_name == "edition":
            return f"data/{match.kwargs['name']}/"
        return super().route_suffix_in(language, request)

    def get_sitemap_urls(self, request: HttpRequest | None = None) -> list[dict]:
        """Add these pages, without any date."""
        from content.cameratraps.models.editions import Edition

        address = self.get_full_url(request)
        names = Edition.objects.public().values_list("name", flat=True)
        return [
            *super().get_sitemap_urls(request),
            *({"location": f"{address}{end}"} for end in FIXED.values()),
            *({"location": f"{address}data/{name}/"} for name in names),
        ]
