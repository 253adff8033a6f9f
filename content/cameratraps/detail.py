"""What the pages of a gallery, of a visit and of a frame show."""

import json

from django.http import FileResponse, HttpRequest
from django.utils.http import content_disposition_header
from django.utils.safestring import SafeString

from content.base.facts import fact_text
from content.base.menus import MenuItem
from content.base.renditions import shared_rendition
from content.base.templatetags.picture_tags import shared_picture
from content.cameratraps import queries, words
from content.cameratraps.models import Event, GalleryPage
from content.cameratraps.queries import Visit
from content.cameratraps.rhythm import rhythms_of_galleries

_SCRIPT_ESCAPES = {ord(letter): f"\\u{ord(letter):04x}" for letter in "<>&"}


def gallery_context(page: GalleryPage, request: HttpRequest) -> dict:
    """Return the visits of a gallery as strips of frames."""
    address = page.get_url(request)
    found = queries.gallery_visits(page.gallery_id)
    return {
        "strips": [_strip(visit, address) for visit in found],
        "count_text": words.visits_text(len(found)),
        "rhythms": rhythms_of_galleries([page.gallery_id]) if found else None,
    }


def visit_strip(event: Event | None, language: str) -> dict | None:
    """Return a public visit as a strip of frames with the address it has in a gallery; None for any other."""
    found = queries.public_visit(event.pk, language) if event else None
    return _strip(*found) if found else None


def _strip(visit: Visit, address: str) -> dict:
    event, url = visit.event, f"{address}{visit.event.code}/"
    return {
        "url": url,
        "code": event.code,
        "title": words.title_of(event),
        "species": fact_text(event.species, "name"),
        "is_night": event.band == "night",
        "meta": words.meta_of(event),
        "caption": fact_text(event, "caption"),
        "frames": [
            {"image": frame.image, "url": f"{url}{number}/"}
            for number, frame in enumerate(visit.frames, start=1)
        ],
        "frames_text": words.frames_text(len(visit.frames)),
        "is_sample": event.is_sample,
    }


def visit_context(page: GalleryPage, request: HttpRequest, code: str) -> dict | None:
    """Return one visit with its frames, or None."""
    visit = queries.visit(page.gallery_id, code)
    if visit is None:
        return None
    address = page.get_url(request)
    before, after = queries.neighbours(page.gallery_id, visit.event)
    total = len(visit.frames)
    return {
        **_shared(visit),
        "extra_breadcrumbs": [MenuItem(page.title, address)],
        "frames": [
            {
                "number": number,
                "image": frame.image,
                "url": f"{address}{code}/{number}/",
                "position": words.position_text(number, total),
            }
            for number, frame in enumerate(visit.frames, start=1)
        ],
        "frames_text": words.frames_text(total),
        "cover_index": visit.cover_index,
        "facts": words.facts_of(visit.event),
        "before": _link(before, address),
        "after": _link(after, address),
    }


def frame_context(page: GalleryPage, request: HttpRequest, code: str, number: int) -> dict | None:
    """Return one frame with what belongs to it, or None."""
    visit = queries.visit(page.gallery_id, code)
    frame = visit.frame(number) if visit else None
    if visit is None or frame is None:
        return None
    address = page.get_url(request)
    url, total = f"{address}{code}/", len(visit.frames)
    return {
        **_shared(visit),
        "extra_breadcrumbs": [
            MenuItem(page.title, address),
            MenuItem(words.title_of(visit.event).html, url),
        ],
        "image": frame.image,
        "json_ld": _json_ld(visit, frame.image),
        "number": number,
        "position": words.position_text(number, total),
        "visit_url": url,
        "before_url": f"{url}{number - 1}/" if number > 1 else "",
        "after_url": f"{url}{number + 1}/" if number < total else "",
        "download_url": f"{url}{number}/download/" if shared_rendition(frame.image) else "",
    }


def _shared(visit: Visit) -> dict:
    return {
        "event": visit.event,
        "species": visit.event.species,
        "visit_title": words.title_of(visit.event),
        "meta": words.meta_of(visit.event),
        "cover": visit.cover,
    }


def _json_ld(visit: Visit, image) -> SafeString:
    """Return what search engines need to credit a picture; it tells no time and no place."""
    described = {
        "@context": "https://schema.org",
        "@type": "ImageObject",
        "name": words.title_of(visit.event).text,
        "caption": fact_text(image, "alt").text,
        "creditText": image.credit,
        "license": image.licence_url,
        "contentUrl": shared_picture(image),
    }
    text = json.dumps({key: value for key, value in described.items() if value}, ensure_ascii=False)
    return SafeString(text.translate(_SCRIPT_ESCAPES))


def _link(event, address: str) -> MenuItem | None:
    return MenuItem(words.title_of(event).html, f"{address}{event.code}/") if event else None


def download_response(page: GalleryPage, code: str, number: int) -> FileResponse | None:
    """Return the picture of a frame as a JPEG file of pixels alone, or None."""
    visit = queries.visit(page.gallery_id, code)
    frame = visit.frame(number) if visit else None
    picture = shared_rendition(frame.image) if frame else None
    if visit is None or frame is None or picture is None:
        return None
    name = words.download_name(visit.event, frame, number, "jpg")
    response = FileResponse(picture.file.open("rb"), content_type="image/jpeg")
    response.headers["Content-Disposition"] = content_disposition_header(True, name)
    return response
