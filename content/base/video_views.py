"""What a film on a page asks for besides itself: its captions."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from content.base.models import Video
from content.base.panels import translated_fields


@require_safe
def captions(request: HttpRequest, pk: int, language: str) -> HttpResponse:
    """Answer with the captions of a film in one language."""
    column = f"captions_{language.replace('-', '_')}"
    if column not in translated_fields("captions"):
        raise Http404
    video = get_object_or_404(Video, pk=pk)
    text = getattr(video, column)
    if not text or not video.has_all_captions:
        raise Http404
    response = HttpResponse(text, content_type="text/vtt; charset=utf-8")
    response.headers["Cache-Control"] = "public, max-age=300"
    return response
