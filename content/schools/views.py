"""The files of a lesson, each at an address that stays."""

from django.http import (
    FileResponse,
    Http404,
    HttpRequest,
    HttpResponse,
    HttpResponseBase,
    StreamingHttpResponse,
)
from django.shortcuts import render
from django.utils.cache import get_conditional_response
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe

from content.schools import naming, queries, services
from content.schools.archive import Archive
from content.schools.models import LessonPage

RETRY_SECONDS = 60


@require_safe
def lesson_file(
    request: HttpRequest, programme: str, unit: str, lesson: str, kind: str
) -> HttpResponseBase:
    """Hand out the plan, pupil sheet or answer key of a lesson in the language of the address."""
    page = _lesson(programme, unit, lesson)
    file = services.ready_file(page, kind)
    if file is None:
        return _not_now(request, page)
    etag = f'"{file.sha256}"'
    if unchanged := get_conditional_response(request, etag=etag):
        return unchanged
    stored = file.document.file
    response = FileResponse(
        stored.storage.open(stored.name),
        as_attachment=True,
        filename=naming.file_name(page, kind),
        content_type="application/pdf",
    )
    response.headers["Content-Length"] = str(file.document.file_size)
    response.headers["Content-Language"] = naming.language_name(page.locale.language_code)
    return _labelled(response, etag)


@require_safe
def archive(request: HttpRequest, programme: str, unit: str, lesson: str) -> HttpResponseBase:
    """Hand out all files of a lesson in all its languages as one ZIP."""
    page = _lesson(programme, unit, lesson)
    packed = Archive(queries.published_translations(page.translation_key))
    if not packed.entries:
        return _not_now(request, page)
    if unchanged := get_conditional_response(request, etag=packed.etag):
        return unchanged
    stream = packed.stream()
    headers = {
        "Content-Length": str(len(stream)),
        "Content-Disposition": content_disposition_header(True, f"{packed.name}.zip"),
    }
    response: HttpResponseBase
    if request.method == "HEAD":
        response = HttpResponse(content_type="application/zip", headers=headers)
    else:
        response = StreamingHttpResponse(stream, content_type="application/zip", headers=headers)
    return _labelled(response, packed.etag)


def _lesson(programme: str, unit: str, lesson: str) -> LessonPage:
    if "\0" in f"{programme}{unit}{lesson}":
        raise Http404
    page = queries.published_lesson(programme, unit, lesson)
    if page is None:
        raise Http404
    return page


def _labelled(response: HttpResponseBase, etag: str) -> HttpResponseBase:
    """The address stays while the content may change: keep a copy, but ask each time."""
    response.headers["ETag"] = etag
    response.headers["Cache-Control"] = "public, no-cache"
    return response


def _not_now(request: HttpRequest, page: LessonPage) -> HttpResponse:
    template = "schools/file_not_available.html"
    response = render(request, template, {"lesson": page}, status=503)
    response.headers["Retry-After"] = str(RETRY_SECONDS)
    return response
