"""Makers of pages with something to find in them."""

import json
from itertools import count

from content.base.models import Image, StandardPage
from tests.staff.factories import picture_file

_numbers = count(1)


def make_page(parent, *blocks: tuple[str, object], title: str = "", **fields) -> StandardPage:
    """Create a live page whose body holds these blocks, as (type, stored value)."""
    parent.refresh_from_db()
    title = title or f"Page {next(_numbers)}"
    body = json.dumps([{"type": kind, "value": value} for kind, value in blocks])
    fields = {"slug": title.lower().replace(" ", "-"), "summary": "Short.", "body": body} | fields
    return parent.add_child(instance=StandardPage(title=title, locale=parent.locale, **fields))


def make_picture(**fields) -> Image:
    picture = Image(title=f"Picture {next(_numbers)}", file=picture_file(), **fields)
    picture.makes_renditions = False
    picture.save()
    return picture
