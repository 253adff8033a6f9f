"""Views that belong to no section: the language choice at `/`, robots, media, error pages."""

import re
from mimetypes import guess_type

from django.conf import settings
from django.core.files.storage import default_storage
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, JsonResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.templatetags.static import static
from django.utils.cache import patch_vary_headers
from django.utils.translation import get_language, get_language_from_request
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe
from wagtail import views as wagtail_views

from bigcats.ranges import in_ranges
from content.base.languages import elsewhere, html_lang
from content.reserve.models import HomePage

READINESS_CHECKS = [
    *(("health_check.checks.Database", {"alias": alias}) for alias in settings.DATABASES),
    "health_check.checks.Cache",
    "health_check.checks.Storage",
]
ICONS = [("icon-192", 192, "any"), ("icon-512", 512, "any"), ("icon-maskable-512", 512, "maskable")]
# Pictures; other files are asked for under documents/, where their permissions are.
PICTURE = re.compile(r"images/\w[\w.-]*")
FILM = re.compile(r"videos/\w[\w-]*\.(?:mp4|webm)")
ONE_YEAR = 365 * 24 * 3600


def page(request: HttpRequest, path: str) -> HttpResponse:
    """Serve a page of the tree. Its home page is asked for in one query, where Wagtail needs up to five."""
    home = HomePage.of_language(get_language() or settings.LANGUAGE_CODE)
    if home is not None:  # Wagtail keeps its route here; without one it finds it by itself
        request._wagtail_route_for_request = home.route(
            request, [one for one in path.split("/") if one]
        )
    return wagtail_views.serve(request, path)


@require_safe
def choose_language(request: HttpRequest) -> HttpResponse:
    """Redirect `/` to a language: the cookie first, then Accept-Language, then English."""
    response = redirect(f"/{get_language_from_request(request)}/")
    patch_vary_headers(response, ("Cookie", "Accept-Language"))
    response.headers["Cache-Control"] = "private, max-age=0"
    return response


@require_safe
def alive(request: HttpRequest) -> HttpResponse:
    """Say that this process answers; asks nothing of the database."""
    return HttpResponse("ok\n", content_type="text/plain")


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """Keep staff pages, bookings and selections of visits out of search engines and name the sitemap."""
    lines = ["User-agent: *", "Disallow: /staff/"]
    lines += [f"Disallow: /{code}/bookings/" for code, _name in settings.LANGUAGES]
    lines += [f"Disallow: /{code}/search/" for code, _name in settings.LANGUAGES]
    lines += [f"Disallow: /{code}/galleries/visits/?" for code, _name in settings.LANGUAGES]
    lines.append(f"Sitemap: {settings.SITE_URL}/sitemap.xml")
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")


@require_safe
def web_manifest(request: HttpRequest) -> JsonResponse:
    """Name the site and its icons for a phone's home screen, in the language of the address."""
    content = {
        "name": _("Land of Big Cats"),
        "short_name": _("Land of Big Cats"),
        "lang": html_lang(get_language() or settings.LANGUAGE_CODE),
        "start_url": f"/{get_language()}/",
        "scope": "/",
        "display": "browser",
        "background_color": "#faf6ec",
        "theme_color": "#14392d",
        "icons": [
            {
                "src": static(f"img/{name}.png"),
                "sizes": f"{size}x{size}",
                "type": "image/png",
                "purpose": purpose,
            }
            for name, size, purpose in ICONS
        ],
    }
    return JsonResponse(
        content, content_type="application/manifest+json", json_dumps_params={"ensure_ascii": False}
    )


@require_safe
def media(request: HttpRequest, path: str) -> HttpResponseBase:
    """Serve a picture or a film from the storage; names are random, so they may be cached for good."""
    is_film = FILM.fullmatch(path)
    if not is_film and not PICTURE.fullmatch(path):
        raise Http404
    try:
        stored = default_storage.open(path)
    except OSError as error:
        raise Http404 from error
    kind = guess_type(path)[0] or "application/octet-stream"
    answer = (
        in_ranges(request, stored, kind) if is_film else FileResponse(stored, content_type=kind)
    )
    answer.headers["Cache-Control"] = f"public, max-age={ONE_YEAR}, immutable"
    return answer


def page_not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    return render(request, "404.html", {"elsewhere": elsewhere(request.path)}, status=404)


def permission_denied(request: HttpRequest, exception: Exception) -> HttpResponse:
    return render(request, "403.html", status=403)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    return render(request, "403.html", {"is_csrf_failure": True}, status=403)
