"""Rich text and page bodies as plain text: for reading times and for search. Asks nothing of the database."""

import re
from collections.abc import Iterator
from html import unescape
from typing import Any

from django.utils.html import strip_tags
from wagtail import blocks

_BLOCK_TAGS = re.compile(r"</?(?:p|h[1-6]|li|ul|ol|div|br|hr|table|tr|td|th|blockquote)\b[^>]*>")


def html_text(html: str) -> str:
    """Return the words of a piece of HTML, its paragraphs apart."""
    return " ".join(unescape(strip_tags(_BLOCK_TAGS.sub(" ", html))).split())


def stream_text(value) -> str:
    """Return the words of a StreamField's value; blocks marked `search_index=False` are left out."""
    texts = _texts(value.stream_block, list(value.raw_data)) if value else []
    return "\n".join(text for text in texts if text)


def _texts(block: blocks.Block, raw: Any) -> Iterator[str]:
    if not raw or not getattr(block, "search_index", True):
        return
    if isinstance(block, blocks.RichTextBlock):
        yield html_text(str(raw))
    elif isinstance(block, blocks.CharBlock | blocks.TextBlock):
        yield " ".join(str(raw).split())
    else:
        for child, value in _children(block, raw):
            yield from _texts(child, value)


def _children(block: blocks.Block, raw: Any) -> Iterator[tuple[blocks.Block, Any]]:
    if isinstance(block, blocks.StreamBlock):
        known = (item for item in raw if item["type"] in block.child_blocks)
        yield from ((block.child_blocks[item["type"]], item["value"]) for item in known)
    elif isinstance(block, blocks.StructBlock):
        yield from ((child, raw.get(name)) for name, child in block.child_blocks.items())
    elif isinstance(block, blocks.ListBlock):
        yield from ((block.child_block, _list_value(item)) for item in raw)


def _list_value(item: Any) -> Any:
    """Return the value of a list item, stored with or without its identifier."""
    is_wrapped = isinstance(item, dict) and item.get("type") == "item" and "value" in item
    return item["value"] if is_wrapped else item
