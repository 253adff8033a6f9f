"""What programs ask for, under addresses without a language: the schemas of our tables, the frames of an edition."""

from django.http import FileResponse, Http404, HttpRequest, JsonResponse
from django.views.decorators.http import require_safe

from content.base.renditions import shared_rendition
from content.cameratraps.editions.schemas import OWN, own_schema
from content.cameratraps.models import EditionFrame, EditionState, Media

ONE_DAY = 24 * 3600


@require_safe
def schema(request: HttpRequest, table: str) -> JsonResponse:
    """Answer with a Table Schema."""
    if table not in OWN:
        raise Http404
    answer = JsonResponse(own_schema(table), json_dumps_params={"indent": 2})
    answer.headers["Cache-Control"] = f"public, max-age={ONE_DAY}"
    answer.headers["Access-Control-Allow-Origin"] = "*"  # checkers that run in a browser ask for it
    return answer


@require_safe
def frame(request: HttpRequest, key: str) -> FileResponse:
    """Answer with a frame of a published edition while it may be seen; nothing keeps it, so it can be taken back."""
    published = EditionFrame.objects.filter(key=key, edition__state=EditionState.PUBLISHED)
    shown = Media.objects.shown().filter(pk__in=published.values("media"))
    found = shown.select_related("image").prefetch_related("image__renditions").first()
    picture = shared_rendition(found.image) if found else None
    if picture is None:
        raise Http404
    answer = FileResponse(picture.file.open("rb"), content_type="image/jpeg")
    answer.headers["Cache-Control"] = "no-store"
    answer.headers["X-Robots-Tag"] = "noindex"
    return answer
