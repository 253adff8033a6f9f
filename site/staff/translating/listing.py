"""The screen “To translate”: what waits for a translator, in their own language or another."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.functional import cached_property
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from django.views.decorators.http import require_http_methods
from wagtail.admin import messages
from wagtail.admin.views.reports import ReportView
from wagtail.models import Page

from content.base.languages import LANGUAGE_NAMES, html_lang
from content.base.permissions import TRANSLATE
from staff.translating import columns
from staff.translating.filters import WorkFilterSet
from staff.translating.queries import page_work
from staff.translating.rights import languages_for, languages_to_translate_into
from staff.translating.services import CannotTranslateError, begin_translation
from staff.translating.work import PageWork
from staff.waiting import language_of


class WorkList(ReportView):
    """List the pages to translate into one language, the most pressing first."""

    page_title = _("To translate")
    header_icon = "wagtail-localize-language"
    index_url_name = "to_translate"
    index_results_url_name = "to_translate_results"
    results_template_name = "staff/translating/list_results.html"
    filterset_class = WorkFilterSet
    is_searchable = False
    table_class = columns.WorkTable
    columns = columns.COLUMNS
    list_export = ["title", "kind", "from", "into", "state", "progress", "age", "importance"]
    export_headings = {
        "title": _("Title"),
        "kind": pgettext_lazy("pages", "Kind"),
        "from": pgettext_lazy("language", "From"),
        "into": pgettext_lazy("language", "Into"),
        "state": pgettext_lazy("translation", "State"),
        "progress": _("Translated"),
        "age": _("Waits for"),
        "importance": _("Importance"),
    }

    def dispatch(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        if not request.user.has_perm(TRANSLATE):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    @cached_property
    def language(self) -> str:
        asked = self.request.GET.get("language")
        return asked if asked in LANGUAGE_NAMES else language_of(self.request.user)

    @cached_property
    def languages(self) -> list[str]:
        return languages_to_translate_into(self.request.user)

    @cached_property
    def rows(self) -> list[PageWork]:
        return page_work(self.language, with_done=True)

    def get_filterset_kwargs(self) -> dict:
        sections = {row.section.slug: row.section.title for row in self.rows if row.section.slug}
        return super().get_filterset_kwargs() | {"sections": sorted(sections.items())}

    def get_queryset(self) -> list[PageWork]:
        key = (self.ordering or "").removeprefix("-")
        if key not in columns.SORTED_BY:
            return self.rows
        return sorted(self.rows, key=columns.SORTED_BY[key], reverse=self.ordering.startswith("-"))

    def get_table_kwargs(self) -> dict:
        return super().get_table_kwargs() | {"languages": self.languages}

    def get_context_data(self, **kwargs) -> dict:
        return super().get_context_data(**kwargs) | {
            "language_name": LANGUAGE_NAMES[self.language],
            "language_lang": html_lang(self.language),
            "language": self.language,
            "may_exchange": self.language in self.languages,
            "narrowing": self._narrowing(),
        }

    def _narrowing(self) -> list[tuple[str, str]]:
        """Return the filters as they stand, for the form that takes along all that fits them."""
        names = set(WorkFilterSet.base_filters) - {"language"}
        return [(name, value) for name, value in self.request.GET.items() if name in names]

    def get_page_subtitle(self) -> str:
        return LANGUAGE_NAMES[self.language]

    def to_row_dict(self, item: PageWork) -> dict:
        return {
            "title": item.title,
            "kind": item.kind,
            "from": columns.source_language(item),
            "into": LANGUAGE_NAMES[item.language],
            "state": columns.state(item),
            "progress": columns.progress(item),
            "age": columns.age(item),
            "importance": item.importance.label,
        }

    def get_filename(self) -> str:
        return f"to-translate-{self.language}-{localdate():%Y-%m-%d}"


@require_http_methods(["GET", "HEAD", "POST"])
def start_translation(request: HttpRequest, page_id: int, language: str) -> HttpResponse:
    """Ask whether to begin a translation, or begin it and open it."""
    page = get_object_or_404(Page.objects.filter(depth__gt=1), pk=page_id)
    if language not in languages_for(request.user, page):
        raise PermissionDenied
    if request.method == "POST":
        return _begin(request, page, language)
    return render(
        request,
        "staff/translating/start.html",
        {
            "page": page,
            "page_lang": html_lang(page.locale.language_code),
            "language": language,
            "language_name": LANGUAGE_NAMES[language],
            "header_icon": WorkList.header_icon,
        },
    )


def _begin(request: HttpRequest, page: Page, language: str) -> HttpResponse:
    try:
        target = begin_translation(request.user, page, language)
    except CannotTranslateError as reason:
        messages.error(request, str(reason))
        return redirect("to_translate")
    return redirect("wagtailadmin_pages:edit", target.pk)
