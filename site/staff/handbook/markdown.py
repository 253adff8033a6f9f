"""Markdown as HTML: links and pictures lead to those of the handbook, and markup in the text stays text."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from django.urls import reverse
from markdown_it import MarkdownIt
from markdown_it.token import Token
from PIL import Image

_parser = MarkdownIt("commonmark", {"html": False}).enable("table")


@dataclass(frozen=True)
class Rendered:
    """A text as HTML: its first heading apart, and the headings of the second level with their anchors."""

    title: str
    html: str
    sections: tuple[tuple[str, str], ...]


def rendered(text: str, language: str, folder: Path) -> Rendered:
    """Return the HTML of a text that begins with its title."""
    tokens = _parser.parse(text)
    title = tokens[1].content
    rest = tokens[3:]
    sections = tuple(_anchored(rest))
    for token in _inline(rest):
        _lead_home(token, language, folder)
    return Rendered(title, _parser.renderer.render(rest, _parser.options, {}), sections)


def _anchored(tokens: list[Token]) -> Iterator[tuple[str, str]]:
    """Give each heading of the second level an anchor; yield it with the words."""
    for opening, words in pairwise(tokens):
        if opening.type == "heading_open" and opening.tag == "h2":
            anchor = f"part-{opening.map[0]}"
            opening.attrSet("id", anchor)
            yield anchor, words.content


def _inline(tokens: list[Token]) -> Iterator[Token]:
    for token in tokens:
        yield from token.children or []


def _lead_home(token: Token, language: str, folder: Path) -> None:
    if token.type == "link_open":
        token.attrSet("href", page_address(str(token.attrGet("href"))))
    elif token.type == "image":
        source = folder / str(token.attrGet("src"))
        token.attrSet("src", reverse("handbook_picture", args=[language, source.stem]))
        token.attrSet("loading", "lazy")
        if source.exists():
            with Image.open(source) as picture:
                token.attrSet("width", str(picture.width))
                token.attrSet("height", str(picture.height))


def page_address(target: str) -> str:
    """Return where a link of the text leads: `write.md` to the page of the handbook, others as they are."""
    name, dot, rest = target.partition(".md")
    if not dot or "/" in name:
        return target
    return f"{reverse('handbook_page', args=[name])}{rest}"
