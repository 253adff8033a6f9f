"""`{% picture image "card" %}`: the ready-made sizes of a picture as a responsive element."""

import re

from django import template
from django.conf import settings
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from content.base import display
from content.base.facts import fact_text
from content.base.renditions import FORMATS, filter_spec, focus_of, shared_rendition, sizes_of

register = template.Library()

SIZES = {
    "stage": "(min-width: 70rem) 64rem, 100vw",
    "hero": "100vw",
    "wide": "(min-width: 75rem) 72rem, 100vw",
    "text": "(min-width: 48rem) 44rem, 100vw",
    "card": "(min-width: 64rem) 24rem, (min-width: 40rem) 50vw, 100vw",
    "film": "(min-width: 60rem) 46rem, 100vw",
    "step": "8rem",
    "strip": "6rem",
    "thumb": "(min-width: 40rem) 12rem, 50vw",
}
EAGER = {"hero", "stage", "step"}
# The widest crop a kind comes in, and from which shape on a picture needs more pixels for it.
CROPPED_TO = {"hero": 4 / 3, "card": 3 / 2, "thumb": 3 / 2}
PANORAMA = 2.6
_LENGTH = re.compile(r"(\d+(?:rem|vw))(?=,|$)")
UPRIGHT = "(max-width: 40rem) and (orientation: portrait)"  # as in page_header.css and home.css


@register.simple_tag
def picture(image, kind: str = "card", alt: str | None = None, css_class: str = "") -> SafeString:
    """Render a picture from sizes that exist already; a size is never made in a visitor's request.

    A frame that is not released is not rendered, wherever it is used.
    `kind` is a key of SIZES; `alt=""` marks the picture as decoration. Prefetch `image__renditions` in lists.
    """
    if image is None or image.is_withheld:
        return SafeString("")
    text = fact_text(image, "alt").text if alt is None else alt
    if not display.current().has_pictures:
        return _words_for(text)
    ready = {rendition.filter_spec: rendition for rendition in sizes_of(image)}
    by_format = {name: _sources(ready, name) for name in FORMATS}
    fallback = by_format["webp"][-1] if by_format["webp"] else None
    attributes = {
        "src": fallback.url if fallback else image.file.url,
        "width": fallback.width if fallback else image.width,
        "height": fallback.height if fallback else image.height,
        "alt": text,
        "loading": "eager" if kind in EAGER else "lazy",
        "decoding": "async",
    }
    if kind == "hero":
        attributes["fetchpriority"] = "high"
    classes = " ".join(filter(None, [css_class, _focus(image)]))
    if classes:
        attributes["class"] = classes
    tall = {name: _tall_sources(ready, name) if kind == "hero" else [] for name in FORMATS}
    tag = format_html_join("", ' {}="{}"', attributes.items())
    return format_html(
        "<picture{}>{}{}<img{}></picture>",
        SafeString(' class="has-tall"') if any(tall.values()) else "",
        _source_tags(tall, SIZES[kind], UPRIGHT),
        _source_tags(by_format, _sizes(image, kind)),
        tag,
    )


def _source_tags(by_format: dict[str, list], sizes: str, media: str = "") -> SafeString:
    return format_html_join(
        "",
        '<source type="image/{}"{} srcset="{}" sizes="{}" width="{}" height="{}">',
        (
            (
                name,
                format_html(' media="{}"', media) if media else "",
                _srcset(items),
                sizes,
                items[-1].width,
                items[-1].height,
            )
            for name, items in by_format.items()
            if items
        ),
    )


def _srcset(items: list) -> str:
    return ", ".join(f"{item.url} {item.width}w" for item in items)


@register.simple_tag
def preload_picture(image) -> SafeString:
    """Ask for the header's picture early: the same file that `{% picture image "hero" %}` will choose."""
    if not image or image.is_withheld or not display.current().has_pictures:
        return SafeString("")
    ready = {rendition.filter_spec: rendition for rendition in sizes_of(image)}
    tall, wide = _tall_sources(ready, "avif"), _sources(ready, "avif")
    chosen = [(UPRIGHT, tall), (f"not ({UPRIGHT})", wide)] if tall else [("all", wide)]
    return format_html_join(
        "\n",
        '<link rel="preload" as="image" type="image/avif" media="{}" imagesrcset="{}"'
        ' imagesizes="{}" fetchpriority="high">',
        (
            (media, _srcset(items), SIZES["hero"] if items is tall else _sizes(image, "hero"))
            for media, items in chosen
            if items
        ),
    )


def _words_for(text: str) -> SafeString:
    """Return what stands in a picture's place for a reader who has asked for words; decoration needs none."""
    return format_html('<span class="picture-words">{}</span>', text) if text else SafeString("")


def _focus(image) -> str:
    """Return the classes that keep the focal point in view where the layout crops the picture."""
    focus = focus_of(image)
    if focus is None:
        return ""
    across = _tenths(focus[0] / image.width)
    down = _tenths(focus[1] / image.height)
    return f"focus-x-{across} focus-y-{down}"


def _tenths(share: float) -> int:
    """Return where to hold a cropped picture, in tenths: further out than its point, which thus nears the middle."""
    return round(10 * min(1, max(0, 0.5 + 1.5 * (share - 0.5))))


def _sizes(image, kind: str) -> str:
    """Return how wide a picture is shown; a panorama is wider than the box that crops it, and would come blurred."""
    ratio = image.width / image.height
    if kind not in CROPPED_TO or ratio < PANORAMA:
        return SIZES[kind]
    return _LENGTH.sub(rf"calc({ratio / CROPPED_TO[kind]:.2f} * \1)", SIZES[kind])


@register.simple_tag
def shared_picture(image) -> str:
    """Return the absolute address of a picture's JPEG, for links that other sites show; empty when there is none."""
    if not image or image.is_withheld:
        return ""
    shared = shared_rendition(image)
    return settings.SITE_URL + shared.url if shared else ""


def _sources(ready: dict, image_format: str) -> list:
    suffix = filter_spec(0, image_format).partition("|")[2]
    found = [item for spec, item in ready.items() if _is_standard(spec, suffix)]
    return sorted(found, key=lambda item: item.width)


def _tall_sources(ready: dict, image_format: str) -> list:
    found = [
        item
        for spec, item in ready.items()
        if spec.startswith("fill-") and spec.endswith(f"|format-{image_format}")
    ]
    return sorted(found, key=lambda item: item.width)


def _is_standard(spec: str, suffix: str) -> bool:
    size, _bar, rest = spec.partition("|")
    return rest == suffix and size.startswith("width-")
