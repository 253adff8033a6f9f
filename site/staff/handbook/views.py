from django.http import FileResponse, Http404, HttpRequest
from django.urls import reverse
from django.utils.safestring import mark_safe
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control
from django.views.generic import TemplateView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from content.base.languages import LANGUAGE_NAMES
from staff.handbook.pages import START, HandbookPage, handbook_page, picture_file, titles


class HandbookView(WagtailAdminTemplateMixin, TemplateView):
    """One page of the handbook with the list of all, for everybody on the staff."""

    template_name = "staff/handbook/page.html"
    page_title = gettext_lazy("Handbook")
    header_icon = "help"
    _show_breadcrumbs = True

    def get_breadcrumbs_items(self) -> list[dict]:
        items = [
            {"url": reverse("wagtailadmin_home"), "label": _("Home")},
            {"url": reverse("handbook"), "label": _("Handbook")},
        ]
        slug = self.kwargs.get("slug", START)
        own = {"url": "", "label": self.page().title}
        return items if slug == START else [*items, own]

    def page(self) -> HandbookPage:
        try:
            return handbook_page(_language(), self.kwargs.get("slug", START))
        except KeyError as unknown:
            raise Http404 from unknown

    def get_context_data(self, **kwargs) -> dict:
        page = self.page()
        return super().get_context_data(
            page=page,
            text=mark_safe(page.html),  # our own files, whose markup the parser has escaped
            pages=titles(_language()),
            start=START,
            **kwargs,
        )


def _language() -> str:
    return get_language() if get_language() in LANGUAGE_NAMES else "en"


@cache_control(private=True, max_age=3600)
def picture(request: HttpRequest, language: str, name: str) -> FileResponse:
    """Send a picture of the handbook."""
    path = picture_file(language, name) if language in LANGUAGE_NAMES else None
    if path is None:
        raise Http404
    return FileResponse(path.open("rb"), content_type="image/webp")
