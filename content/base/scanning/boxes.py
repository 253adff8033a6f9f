"""AVIF and HEIF: no metadata items, no thumbnails, only the coded picture (ISO/IEC 14496-12, 23008-12)."""

from collections.abc import Iterator

_TOP = {b"ftyp", b"meta", b"mdat", b"free"}
_IN_META = {b"hdlr", b"pitm", b"iloc", b"iinf", b"iprp", b"iref", b"idat", b"grpl"}
_PICTURE_ITEMS = {b"av01", b"grid", b"iovl"}
_PROPERTY_FINDINGS = {b"prof": "ICC profile", b"rICC": "ICC profile"}
_REFERENCES = {b"thmb": "thumbnail", b"cdsc": "metadata item"}


def findings(data: bytes) -> list[str]:
    found = []
    for kind, content in walk(data):
        if kind not in _TOP:
            found.append(f"{kind.decode('latin-1')} box")
        elif kind == b"free" and content.strip(b"\x00"):
            found.append("bytes in a free box")
        elif kind == b"meta":
            found += _of_meta(content[4:])
    return found


def walk(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Yield the kind and content of each box, `tail` for bytes that are none."""
    at = 0
    while at + 8 <= len(data):
        size, kind, head = int.from_bytes(data[at : at + 4], "big"), data[at + 4 : at + 8], 8
        if size == 1:
            size, head = int.from_bytes(data[at + 8 : at + 16], "big"), 16
        size = size or len(data) - at
        if size < head:
            yield b"????", b""
            return
        yield kind, data[at + head : at + size]
        at += size
    if at < len(data):
        yield b"tail", data[at:]


def _of_meta(content: bytes) -> list[str]:
    found = []
    for kind, inner in walk(content):
        if kind not in _IN_META:
            found.append(f"{kind.decode('latin-1')} box")
        elif kind == b"iinf":
            found += _of_items(inner)
        elif kind == b"iref":
            found += [name for mark, name in _REFERENCES.items() if mark in inner]
        elif kind == b"iprp":
            found += [name for mark, name in _PROPERTY_FINDINGS.items() if b"colr" + mark in inner]
    return found


def _of_items(inner: bytes) -> list[str]:
    """Read the list of items: every one must be a coded picture."""
    version = inner[0] if inner else 0
    found = []
    for kind, entry in walk(inner[4 + (2 if version == 0 else 4) :]):
        item = entry[8:12] if entry[:1] == b"\x02" else entry[10:14]
        if kind == b"infe" and item not in _PICTURE_ITEMS:
            found.append(f"{item.decode('latin-1').strip()} item")
    return found
