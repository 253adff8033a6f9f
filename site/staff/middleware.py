"""The staff interface in its user's own language, also where Wagtail answers “not found”."""

from codecs import BOM_UTF8
from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.middleware.locale import LocaleMiddleware
from django.urls import reverse
from django.utils.translation import override


def is_staff_address(request: HttpRequest) -> bool:
    return request.path.startswith(reverse("wagtailadmin_home"))


class PublicLocaleMiddleware(LocaleMiddleware):
    """Look for a missing page in the visitor's language tree, but never for one of the staff interface."""

    def process_response(self, request: HttpRequest, response: HttpResponse) -> HttpResponse:
        if response.status_code == 404 and is_staff_address(request):
            return response
        return super().process_response(request, response)


class StaffLanguageMiddleware:
    """Wagtail turns to a user's language inside its views; its page “not found” is made outside of them."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not is_staff_address(request) or not request.user.is_authenticated:
            return self.get_response(request)
        profile = getattr(request.user, "wagtail_userprofile", None)  # kept there for Wagtail too
        if profile is None:
            return self.get_response(request)
        with override(profile.get_preferred_language()):
            response = self.get_response(request)
            if response.streaming and response.headers.get("Content-Type") == "text/csv":
                write_now(response)
            return response


def write_now(exported: StreamingHttpResponse) -> None:
    """Write an exported list while the user's language holds, and mark it as UTF-8 for spreadsheet programs."""
    exported.streaming_content = [BOM_UTF8, *exported.streaming_content]
