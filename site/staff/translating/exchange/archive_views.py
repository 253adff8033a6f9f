"""Files of many pages out and in, from the list “To translate”."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST
from wagtail.admin import messages

from content.base.permissions import TRANSLATE
from staff.translating.exchange.archives import goes_out, pack, take_in_archive, translations_of
from staff.translating.exchange.problems import Problem, RefusedFileError
from staff.translating.exchange.views import show_refused, tell_taken
from staff.translating.filters import WorkFilterSet
from staff.translating.queries import page_work
from staff.translating.rights import languages_to_translate_into
from staff.translating.work import PageWork


@require_POST
def download_archive(request: HttpRequest, language: str, kind: str) -> HttpResponse:
    """Hand out the files of the pages chosen, of all that fit the filters where none is; begin what is not begun."""
    languages = _languages(request)
    if language not in languages:
        raise PermissionDenied
    rows = [row for row in _rows_asked(request, language) if goes_out(row, languages)]
    translations = translations_of(request.user, rows)
    if not translations:
        messages.warning(request, _("None of these pages has texts to give away."))
        return redirect("to_translate")
    answer = StreamingHttpResponse(pack(translations, kind), content_type="application/zip")
    name = f"to-translate-{language}-{localdate():%Y-%m-%d}.zip"
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


def _languages(request: HttpRequest) -> list[str]:
    if not request.user.has_perm(TRANSLATE):
        raise PermissionDenied
    return languages_to_translate_into(request.user)


def _rows_asked(request: HttpRequest, language: str) -> list[PageWork]:
    rows = page_work(language, with_done=True)
    chosen = {int(number) for number in request.POST.getlist("page") if number.isdecimal()}
    if chosen:
        return [row for row in rows if row.source_id in chosen]
    sections = [(row.section.slug, row.section.title) for row in rows if row.section.slug]
    filters = WorkFilterSet(request.POST, request=request, sections=sections)
    return filters.filter_queryset(rows) if filters.is_valid() else []


@require_POST
def upload_archive(request: HttpRequest) -> HttpResponse:
    """Take in a ZIP of translated files, all of them, or say file by file and line by line why not."""
    _languages(request)
    file = request.FILES.get("file")
    try:
        if file is None:
            raise RefusedFileError(Problem(0, _("Choose a file first.")))
        taken = take_in_archive(request.user, file)
    except RefusedFileError as refused:
        return show_refused(request, refused, file, reverse("to_translate"))
    tell_taken(request, taken)
    return redirect("to_translate")
