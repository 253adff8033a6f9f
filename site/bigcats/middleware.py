"""What every answer carries: the language cookie, the content security policy, compression."""

from collections.abc import Callable
from urllib.parse import urlsplit

from csp.constants import SELF
from csp.middleware import CSPMiddleware, PolicyParts
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.middleware.gzip import GZipMiddleware
from django.utils.cache import patch_cache_control
from django.utils.translation import get_language_from_path

from content.base.site_settings import current_settings

STAFF_PREFIX = "/staff/"


class LanguageCookieMiddleware:
    """Remember the language a visitor changed to, so that `/` leads there next time.

    A change is seen without JavaScript: the page that linked here was in another language of this site.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        language = get_language_from_path(request.path_info)
        if language and _came_from_other_language(request, language):
            response.set_cookie(
                settings.LANGUAGE_COOKIE_NAME,
                language,
                max_age=settings.LANGUAGE_COOKIE_AGE,
                samesite=settings.LANGUAGE_COOKIE_SAMESITE,
                secure=settings.LANGUAGE_COOKIE_SECURE,
                httponly=True,
            )
            patch_cache_control(response, private=True)  # a shared cache would hand the cookie on
        return response


def _came_from_other_language(request: HttpRequest, language: str) -> bool:
    referrer = urlsplit(request.headers.get("Referer", ""))
    if referrer.netloc != request.get_host():
        return False
    previous = get_language_from_path(referrer.path)
    return previous is not None and previous != language


class ContentSecurityPolicyMiddleware(CSPMiddleware):
    """The strict public policy everywhere, the editors' own one under `/staff/`.

    A page with a map may fetch pictures from the one tile server that staff have set up, and only such a page.
    """

    def process_response(self, request: HttpRequest, response: HttpResponse) -> HttpResponse:
        if request.path_info.startswith(STAFF_PREFIX):
            response.headers["Content-Security-Policy"] = settings.STAFF_CONTENT_SECURITY_POLICY
            return response
        return super().process_response(request, response)

    def get_policy_parts(self, request, response, report_only: bool = False) -> PolicyParts:
        parts = super().get_policy_parts(request, response, report_only)
        tiles = current_settings().tiles if _has_map_with_tiles(response) else None
        if tiles:
            parts.update = {**(parts.update or {}), "img-src": [SELF, tiles.origin]}
        return parts


def _has_map_with_tiles(response: HttpResponse) -> bool:
    """Say whether the page has the button that `components/map_view_button.html` makes when tiles are set up."""
    is_page = response.headers.get("Content-Type", "").startswith("text/html")
    return is_page and not response.streaming and b" data-tiles=" in response.content


class CompressTextMiddleware(GZipMiddleware):
    """Compress pages and feeds; pictures and files are compressed already and keep their length."""

    def process_response(self, request: HttpRequest, response: HttpResponse) -> HttpResponse:
        kind = response.headers.get("Content-Type", "").partition(";")[0]
        if response.streaming or not (kind.startswith("text/") or kind.endswith(("xml", "json"))):
            return response
        return super().process_response(request, response)
