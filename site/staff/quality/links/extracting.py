"""The links within a record: what is chosen, what stands in rich text, what is typed as an address."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser
from typing import Any

from django.db import models
from wagtail import blocks
from wagtail.documents import get_document_model
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.fields import RichTextField
from wagtail.images import get_image_model
from wagtail.images.blocks import ImageChooserBlock
from wagtail.models import Page

from staff.quality.links.reasons import Kind
from staff.quality.walking import Leaf, leaves

ADDRESS_NAMES = {"url", "href", "link", "address", "link_url"}
TYPED = re.compile(r"https?://[^\s<>\"'()（），。；]+")


@dataclass(frozen=True)
class Link:
    """One link: to a record by its key, or to an address as somebody typed it."""

    kind: Kind
    target: str
    way: tuple[Any, ...]


def links_in(record: models.Model) -> Iterator[Link]:
    """Return the links of a record, each where it stands."""
    for leaf in leaves(record):
        if leaf.value not in (None, ""):
            yield from _links_of(leaf)


def _links_of(leaf: Leaf) -> Iterator[Link]:
    kind = _chosen_kind(leaf.holder)
    if kind:
        yield Link(kind, str(leaf.value), leaf.way)
    elif isinstance(leaf.holder, (blocks.RichTextBlock, RichTextField)):
        yield from _rich_links(str(leaf.value), leaf.way)
    elif isinstance(leaf.holder, (blocks.URLBlock, models.URLField)) or leaf.name in ADDRESS_NAMES:
        yield Link(Kind.ADDRESS, str(leaf.value).strip(), leaf.way)
    elif isinstance(leaf.value, str):
        for address in TYPED.findall(leaf.value):
            yield Link(Kind.ADDRESS, address.rstrip(".,;:"), leaf.way)


def _chosen_kind(holder) -> Kind | None:
    if isinstance(holder, blocks.PageChooserBlock):
        return Kind.PAGE
    if isinstance(holder, DocumentChooserBlock):
        return Kind.DOCUMENT
    if isinstance(holder, ImageChooserBlock):
        return Kind.PICTURE
    if isinstance(holder, models.ForeignKey):
        return _kind_of_model(holder.related_model)
    return None


def _kind_of_model(model: type[models.Model]) -> Kind | None:
    if issubclass(model, Page):
        return Kind.PAGE
    known = {get_document_model(): Kind.DOCUMENT, get_image_model(): Kind.PICTURE}
    return known.get(model)


class _Anchors(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[Kind, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag == "embed" and given.get("embedtype") == "image":
            self.found.append((Kind.PICTURE, given.get("id") or ""))
        if tag != "a":
            return
        if given.get("linktype") in (Kind.PAGE, Kind.DOCUMENT):
            self.found.append((Kind(given["linktype"]), given.get("id") or ""))
        elif "href" in given:
            self.found.append((Kind.ADDRESS, (given["href"] or "").strip()))


def _rich_links(html: str, way: tuple) -> Iterator[Link]:
    reader = _Anchors()
    reader.feed(html)
    for kind, target in reader.found:
        yield Link(kind, target, way)
