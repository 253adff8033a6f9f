"""What the pages of a gallery, of a visit and of a frame show."""

import json
from dataclasses import dataclass

from django.http import FileResponse, HttpRequest
from django.utils.http import content_disposition_header
from django.utils.safestring import SafeString

from content.base.facts import fact_text
from content.base.menus import MenuItem
from content.base.models import BasePage
from content.base.renditions import shared_rendition
from content.base.templatetags.picture_tags import shared_picture
from content.cameratraps import queries, words
from content.cameratraps.models import Event, GalleryPage
from content.cameratraps.queries import Visit

VISITS = "visits/"
_SCRIPT_ESCAPES = {ord(letter): f"\\u{ord(letter):04x}" for letter in "<>&"}


def visit_strip(event: Event | None, language: str) -> dict | None:
    """Return a public visit as a strip of frames with the address it has in a gallery; None for any other."""
    found = queries.public_visit(event.pk, language) if event else None
    return strip_of(*found) if found else None


def strip_of(visit: Visit, address: str) -> dict:
    """Return a visit as a strip of frames, `address` being that of its gallery."""
    event, url = visit.event, f"{address}{visit.event.code}/"
    total = len(visit.frames)
    return {
        "url": url,
        "code": event.code,
        "title": words.title_of(event),
        "species": fact_text(event.species, "name"),
        "band": event.band,
        "band_name": event.get_band_display(),
        "season": event.season.value,
        "season_name": event.season.label,
        "month": words.month_of(event),
        "zone": words.zone_name(event),
        "meta": words.meta_of(event),
        "caption": fact_text(event, "caption"),
        "frames": [
            {
                "number": number,
                "image": frame.image,
                "url": f"{url}{number}/",
                "position": words.position_text(number, total),
            }
            for number, frame in enumerate(visit.frames, start=1)
        ],
        "cover_index": visit.cover_index,
        "frames_text": words.frames_text(total),
        "is_sample": event.is_sample,
    }


@dataclass(frozen=True)
class Place:
    """Where visits are looked at: in a gallery, or among all. Each visit's own address is the one among all."""

    address: str
    crumbs: list[MenuItem]
    gallery_id: int | None
    all_visits: str


def place_of(page: BasePage, request: HttpRequest) -> Place:
    """Return the place a page is: a gallery, or the galleries page for all visits."""
    address = page.get_url(request)
    if isinstance(page, GalleryPage):
        index = address[: address.rstrip("/").rindex("/") + 1]
        crumbs = [MenuItem(page.title, address)]
        return Place(address, crumbs, page.gallery_id, f"{index}{VISITS}")
    crumbs = [MenuItem(page.title, address), MenuItem(words.all_visits(), f"{address}{VISITS}")]
    return Place(f"{address}{VISITS}", crumbs, None, f"{address}{VISITS}")


def visit_context(page, request: HttpRequest, code: str) -> dict | None:
    """Return one visit with its frames, or None."""
    place = place_of(page, request)
    visit = queries.visit(place.gallery_id, code)
    if visit is None:
        return None
    before, after = queries.neighbours(place.gallery_id, visit.event)
    total = len(visit.frames)
    return {
        **_shared(visit),
        "extra_breadcrumbs": place.crumbs,
        "canonical_path": f"{place.all_visits}{code}/",
        "frames": [
            {
                "number": number,
                "image": frame.image,
                "url": f"{place.address}{code}/{number}/",
                "position": words.position_text(number, total),
            }
            for number, frame in enumerate(visit.frames, start=1)
        ],
        "frames_text": words.frames_text(total),
        "cover_index": visit.cover_index,
        "facts": words.facts_of(visit.event),
        "before": _link(before, place.address),
        "after": _link(after, place.address),
        "more_url": f"{place.all_visits}?species={visit.event.species.slug}",
    }


def frame_context(page, request: HttpRequest, code: str, number: int) -> dict | None:
    """Return one frame with what belongs to it, or None."""
    place = place_of(page, request)
    visit = queries.visit(place.gallery_id, code)
    frame = visit.frame(number) if visit else None
    if visit is None or frame is None:
        return None
    url, total = f"{place.address}{code}/", len(visit.frames)
    return {
        **_shared(visit),
        "extra_breadcrumbs": [*place.crumbs, MenuItem(words.title_of(visit.event).html, url)],
        "canonical_path": f"{place.all_visits}{code}/{number}/",
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


def download_response(gallery_id: int | None, code: str, number: int) -> FileResponse | None:
    """Return the picture of a frame as a JPEG file of pixels alone, or None."""
    visit = queries.visit(gallery_id, code)
    frame = visit.frame(number) if visit else None
    picture = shared_rendition(frame.image) if frame else None
    if visit is None or frame is None or picture is None:
        return None
    name = words.download_name(visit.event, frame, number, "jpg")
    response = FileResponse(picture.file.open("rb"), content_type="image/jpeg")
    response.headers["Content-Disposition"] = content_disposition_header(True, name)
    return response
