"""Marks inside a text: HTML here, inline codes in XLIFF, so that an agency's program keeps them whole."""

from collections import Counter
from html import escape

from bs4 import BeautifulSoup, NavigableString, Tag
from django.utils.translation import gettext as _
from lxml import etree

XLIFF = "urn:oasis:names:tc:xliff:document:1.2"
EMPTY = {"br"}


def marks_of(text: str) -> Counter[str]:
    """Count the tags of a text, a link by its own name."""
    tags = BeautifulSoup(text, "html.parser").find_all(True)
    return Counter(f"{tag.name}#{tag['id']}" if tag.get("id") else tag.name for tag in tags)


def to_codes(text: str, node: etree._Element) -> None:
    """Write a text into an XLIFF node, its tags as numbered inline codes."""
    _write(BeautifulSoup(text, "html.parser"), node, iter(range(1, 10_000)))


def _write(tag: Tag, node: etree._Element, numbers) -> None:
    last = None
    for child in tag.children:
        if isinstance(child, NavigableString):
            if last is None:
                node.text = (node.text or "") + str(child)
            else:
                last.tail = (last.tail or "") + str(child)
            continue
        name = "x" if child.name in EMPTY else "g"
        last = etree.SubElement(node, f"{{{XLIFF}}}{name}", id=str(next(numbers)))
        last.set("ctype", "lb" if child.name in EMPTY else f"x-html-{child.name}")
        _write(child, last, numbers)


def from_codes(node: etree._Element, source: str) -> str:
    """Return the HTML of an XLIFF node whose codes are those of the source; raise ValueError for others."""
    tags = {str(n): tag for n, tag in enumerate(_in_order(source), start=1)}
    return _read(node, tags)


def _in_order(source: str) -> list[Tag]:
    return BeautifulSoup(source, "html.parser").find_all(True)


def _read(node: etree._Element, tags: dict[str, Tag]) -> str:
    parts = [escape(node.text or "", quote=False)]
    for child in node:
        if isinstance(child.tag, str):
            parts.append(_read_code(child, tags))
        parts.append(escape(child.tail or "", quote=False))
    return "".join(parts)


def _read_code(child: etree._Element, tags: dict[str, Tag]) -> str:
    name = etree.QName(child).localname
    if name == "mrk":  # only marks a stretch of text
        return _read(child, tags)
    tag = tags.get(child.get("id", "")) if name in {"g", "x"} else None
    if tag is None:
        raise ValueError(
            _("The code <%(name)s id=“%(id)s”> is not in the original.")
            % {"name": name, "id": child.get("id", "")}
        )
    if tag.name in EMPTY:
        return f"<{tag.name}/>"
    opening = f'<{tag.name} id="{tag["id"]}">' if tag.get("id") else f"<{tag.name}>"
    return f"{opening}{_read(child, tags)}</{tag.name}>"
