from collections.abc import Callable

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.http import content_disposition_header

from content.trails import gpx, kml, queries
from content.trails.downloads import file_name


def track_gpx(request: HttpRequest, slug: str) -> HttpResponse:
    """Hand out the track of a published trail as GPX, its names in the language of the address."""
    return _file(request, slug, "gpx", gpx.write_gpx, gpx.CONTENT_TYPE)


def track_kml(request: HttpRequest, slug: str) -> HttpResponse:
    """Hand out the same as KML."""
    return _file(request, slug, "kml", kml.write_kml, kml.CONTENT_TYPE)


def _file(
    request: HttpRequest, slug: str, ending: str, write: Callable[..., str], content_type: str
) -> HttpResponse:
    trail = queries.published_trail(slug)
    if trail is None or not trail.track:
        raise Http404
    address = settings.SITE_URL + request.path.removesuffix(f"track.{ending}")
    return HttpResponse(
        write(trail, address=address),
        content_type=f"{content_type}; charset=utf-8",
        headers={"Content-Disposition": content_disposition_header(True, file_name(trail, ending))},
    )
