"""What blocks need to be shown in few queries."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import PurePath

from django import template
from django.conf import settings
from django.db.models import prefetch_related_objects
from django.template.defaultfilters import filesizeformat
from django.urls import reverse
from django.utils.translation import get_language

from content.base.captions import words_of
from content.base.facts import fact_text
from content.base.languages import html_lang
from content.base.models import Image, Video
from content.base.renditions import shared_rendition

register = template.Library()


@register.simple_tag
def with_sizes(items: Iterable) -> list:
    """Return a block's items that have a picture, the sizes of all pictures fetched at once."""
    found = [item for item in items if item.get("image")]
    prefetch_related_objects([item["image"] for item in found], "renditions")
    return found


@register.simple_tag
def files_to_download(items: Iterable) -> list[dict]:
    """Return the files of a block that still exist, each with its address, kind and size."""
    return [
        {
            "title": document.title,
            "url": document.url,
            "kind": PurePath(document.file.name).suffix.lstrip(".").upper(),
            "size": filesizeformat(document.file_size or 0),
            "note": item.get("note", ""),
        }
        for item in items
        if (document := item.get("document"))
    ]


@dataclass(frozen=True)
class Track:
    url: str
    lang: str
    name: str
    is_default: bool


@register.simple_tag
def film(video: Video | None) -> dict | None:
    """Return a film as its component shows it; None for one that is gone or has not all its captions."""
    if video is None or not video.has_all_captions:
        return None
    poster = video.poster
    return {
        "pk": video.pk,
        "title": fact_text(video, "title").text,
        "text": fact_text(video, "description").text,
        "url": video.file.url,
        "media_type": video.media_type,
        "width": video.width,
        "height": video.height,
        "poster": shared_address(poster) if poster and not poster.is_withheld else "",
        "tracks": [_track(video, code, name) for code, name in settings.LANGUAGES],
        "transcript": words_of(fact_text(video, "captions").text),
        "credit": video.credit,
        "is_sample": video.is_sample,
    }


def _track(video: Video, code: str, name: str) -> Track:
    address = reverse("captions", args=[video.pk, code])
    return Track(address, html_lang(code), name, is_default=code == get_language())


def shared_address(image: Image) -> str:
    """Return the address of a picture's one JPEG, of the original where it has none."""
    shared = shared_rendition(image)
    return (shared or image).file.url
