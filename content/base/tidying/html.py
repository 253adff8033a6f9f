"""Rich text as it may be stored: the tags of our editor and nothing of where it was copied from."""

import re
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from bs4 import BeautifulSoup, NavigableString, Tag
from bs4.element import PreformattedString
from wagtail.whitelist import check_url

from content.base.tidying.text import tidy_words

KEPT = {
    "a": {"href", "id", "linktype"},
    "embed": {"embedtype", "id", "alt", "format", "url"},
    **{name: {"data-block-key"} for name in ("p", "h2", "h3", "h4", "li", "ul", "ol")},
    **{name: set() for name in ("b", "strong", "i", "em", "br", "hr", "sup", "sub", "blockquote")},
}
_WITH_CONTENT = (
    "script",
    "style",
    "title",
    "meta",
    "link",
    "xml",
    "template",
    "iframe",
    "object",
    "svg",
    "form",
)
_BLOCKS = {"p", "h2", "h3", "h4", "li"}
_LARGE = {"h1": "h2", "h5": "h4", "h6": "h4", "section": "p", "div": "p"}
_INLINE = ("b", "strong", "i", "em", "a", "sup", "sub")
_BULLET = re.compile(r"^\s*[•▪◦●■○·\uf0b7\uf0a7][\s\u00a0]+")
_NUMBER = re.compile(r"^\s*(\d{1,2})[.)、．][\s\u00a0]+(?=\D)")
# What advertisers and messengers add to an address to tell who passed it on.
_TRACKING = re.compile(
    r"^(utm_\w+|(fb|g|y|ms)clid|gclsrc|_openstat|yclid|mc_[ce]id|spm|scm|chksm|scene|srcid|sharer_\w+|share_\w+"
    r"|isappinstalled|nettype|wx_header|ascene|devicetype|pass_ticket|exportkey)$"
)

_PASSED_ON = {("from", place) for place in ("singlemessage", "groupmessage", "timeline")}


def tidy_html(html: str, *, may_list: bool = True) -> str:
    """Return rich text with the tags of our editor alone; lines that look like a list become one if they may."""
    if not html:
        return html
    soup = BeautifulSoup(html, "html.parser")
    _drop_foreign(soup)
    soup.smooth()
    for text in soup.find_all(string=True):
        is_between = text.parent.name in (soup.name, "ul", "ol") and not text.strip()
        text.replace_with("" if is_between else tidy_words(str(text)))
    if may_list:
        _make_lists(soup, _BULLET, "ul")
        _make_lists(soup, _NUMBER, "ol")
    _drop_empty(soup)
    return str(soup)


def without_tracking(address: str) -> str:
    """Return an address without the marks of who passed it on."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return address  # it is none: the check of links says so
    if not parts.query or parts.scheme not in ("http", "https", ""):
        return address
    pairs = parse_qsl(parts.query, keep_blank_values=True)
    kept = [pair for pair in pairs if not _TRACKING.match(pair[0]) and pair not in _PASSED_ON]
    return address if len(kept) == len(pairs) else urlunsplit(parts._replace(query=urlencode(kept)))


def _drop_foreign(soup: BeautifulSoup) -> None:
    for remark in soup.find_all(string=lambda text: isinstance(text, PreformattedString)):
        remark.extract()  # comments, and what Word asks of itself
    for tag in soup.find_all(_WITH_CONTENT):
        tag.decompose()
    for tag in soup.find_all(True):
        if tag.name in _LARGE:
            tag.name = (
                "p" if _LARGE[tag.name] == "p" and not tag.find(_holds_lines) else _LARGE[tag.name]
            )
        if tag.name not in KEPT or _is_wrapper(tag):
            tag.unwrap()
            continue
        tag.attrs = {name: value for name, value in tag.attrs.items() if name in KEPT[tag.name]}
        if tag.name == "a":
            _tidy_link(tag)


def _holds_lines(tag: Tag) -> bool:
    return tag.name in _BLOCKS | {"ul", "ol", "div", "section"}


def _is_wrapper(tag: Tag) -> bool:
    """Say whether a paragraph only holds other paragraphs, as WeChat's sections do, or bold letters fill a heading."""
    if tag.name == "p":
        return tag.find(_holds_lines) is not None
    return (
        tag.name in ("b", "strong")
        and tag.parent is not None
        and tag.parent.name in ("h2", "h3", "h4")
    )


def _tidy_link(tag: Tag) -> None:
    if "linktype" in tag.attrs:
        return
    address = check_url(tag.attrs.get("href", ""))
    if not address:
        tag.unwrap()
        return
    tag.attrs = {"href": without_tracking(address)}


def _make_lists(soup: BeautifulSoup, mark: re.Pattern, name: str) -> None:
    """Turn two and more paragraphs in a row that begin with a sign or a number into a list."""
    for first in soup.find_all("p"):
        if first.parent is None or first.find_parent(["li", "ul", "ol"]):
            continue
        row = _row_of(first, mark)
        if len(row) < 2:
            continue
        made = soup.new_tag(name)
        first.insert_before(made)
        for paragraph in row:
            leading = paragraph.find(string=True)
            leading.replace_with(mark.sub("", str(leading), count=1))
            paragraph.name = "li"
            made.append(paragraph.extract())


def _row_of(first: Tag, mark: re.Pattern) -> list[Tag]:
    row: list[Tag] = []
    tag = first
    while isinstance(tag, Tag) and tag.name == "p":
        found = mark.match(tag.get_text())
        leading = tag.find(string=True)
        is_next = found and leading is not None and mark.match(str(leading))
        if not is_next or (found.groups() and int(found[1]) != len(row) + 1):
            break
        row.append(tag)
        tag = _following(tag)
    return row


def _following(tag: Tag) -> Tag | None:
    after = tag.next_sibling
    while isinstance(after, NavigableString) and not after.strip():
        after = after.next_sibling
    return after


def _drop_empty(soup: BeautifulSoup) -> None:
    for tag in reversed(soup.find_all([*_INLINE, *_BLOCKS, "ul", "ol", "blockquote"])):
        if not tag.get_text(strip=True) and tag.find(["embed", "hr"]) is None:
            tag.unwrap() if tag.name in _INLINE else tag.decompose()
    for tag in soup.find_all(_BLOCKS):
        _trim(tag)


def _trim(tag: Tag) -> None:
    """Take spaces and line breaks from the ends of a paragraph."""
    for edge, strip in ((0, str.lstrip), (-1, str.rstrip)):
        while tag.contents and getattr(tag.contents[edge], "name", None) == "br":
            tag.contents[edge].extract()
        if tag.contents and isinstance(tag.contents[edge], NavigableString):
            tag.contents[edge].replace_with(strip(str(tag.contents[edge]), " \u00a0\u3000"))
