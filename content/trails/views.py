from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.http import content_disposition_header

from content.trails import gpx, queries


def track(request: HttpRequest, slug: str) -> HttpResponse:
    """Hand out the track of a published trail as GPX, its names in the language of the address."""
    trail = queries.published_trail(slug)
    if trail is None or not trail.track:
        raise Http404
    address = settings.SITE_URL + request.path.removesuffix("track.gpx")
    return HttpResponse(
        gpx.write_gpx(trail, address=address),
        content_type=f"{gpx.CONTENT_TYPE}; charset=utf-8",
        headers={"Content-Disposition": content_disposition_header(True, gpx.file_name(trail))},
    )
