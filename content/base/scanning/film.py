"""MP4 and WebM: picture and sound, no positions, dates, names or tracks of data (ISO/IEC 14496-12, RFC 9559)."""

from collections.abc import Iterator

from content.base.scanning.boxes import walk

_TOP = {b"ftyp", b"moov", b"mdat", b"free"}
_IN_MOVIE = {b"mvhd", b"trak", b"udta"}
_HANDLERS = {b"vide", b"soun"}

_SEGMENT, _INFO, _TAGS, _TAG, _SIMPLE = 0x18538067, 0x1549A966, 0x1254C367, 0x7373, 0x67C8
_NAME, _VOID = 0x45A3, 0xEC
_ATTACHMENTS, _CHAPTERS = 0x1941A469, 0x1043A770
_TITLE, _DATE = 0x7BA9, 0x4461
_NAMED = {_ATTACHMENTS: "attachment", _CHAPTERS: "chapters", _TITLE: "title", _DATE: "date"}
_HARMLESS_TAGS = {b"DURATION", b"ENCODER"}


def is_film(data: bytes) -> bool:
    """Say whether a file of boxes is a film and no AVIF or HEIF picture."""
    return data[4:8] == b"ftyp" and data[8:12] not in (b"avif", b"avis", b"heic", b"mif1", b"msf1")


def findings_in_mp4(data: bytes) -> list[str]:
    found = []
    for kind, content in walk(data):
        if kind not in _TOP:
            found.append(f"{kind.decode('latin-1')} box")
        elif kind == b"free" and content.strip(b"\x00"):
            found.append("bytes in a free box")
        elif kind == b"moov":
            found += _of_movie(content)
    return found


def _of_movie(content: bytes) -> list[str]:
    found = []
    for kind, inner in walk(content):
        if kind not in _IN_MOVIE:
            found.append(f"{kind.decode('latin-1')} box")
        elif kind == b"mvhd" and any(inner[4:12]):
            found.append("date of making")
        elif kind == b"udta":
            found += _of_user_data(inner)
        elif kind == b"trak" and _handler(inner) not in _HANDLERS:
            found.append("track of data")
    return found


def _of_user_data(content: bytes) -> list[str]:
    lists = [
        inner
        for kind, box in walk(content)
        if kind == b"meta"
        for kind, inner in walk(box[4:])
        if kind == b"ilst"
    ]
    others = [kind for kind, _box in walk(content) if kind != b"meta"]
    return ["tags"] if others or any(lists) else []


def _handler(track: bytes) -> bytes:
    for kind, media in walk(track):
        if kind == b"mdia":
            return next((box[8:12] for name, box in walk(media) if name == b"hdlr"), b"")
    return b""


def findings_in_webm(data: bytes) -> list[str]:
    return [
        name for top, content in _elements(data) if top == _SEGMENT for name in _of_segment(content)
    ]


def _of_segment(content: bytes) -> list[str]:
    found = []
    for kind, inner in _elements(content):
        if kind in _NAMED:
            found.append(_NAMED[kind])
        elif kind == _INFO:
            found += [_NAMED[one] for one, _content in _elements(inner) if one in _NAMED]
        elif kind == _VOID and inner.strip(b"\x00"):
            found.append("bytes in an empty element")
        elif kind == _TAGS:
            names = {text for tag in _children(inner, _TAG) for text in _names(tag)}
            found += ["tags"] if names - _HARMLESS_TAGS else []
    return found


def _names(tag: bytes) -> Iterator[bytes]:
    for simple in _children(tag, _SIMPLE):
        yield from _children(simple, _NAME)


def _children(content: bytes, wanted: int) -> Iterator[bytes]:
    return (inner for kind, inner in _elements(content) if kind == wanted)


def _elements(data: bytes) -> Iterator[tuple[int, bytes]]:
    at = 0
    while at < len(data):
        kind, at = _number(data, at, keeps_mark=True)
        size, at = _number(data, at, keeps_mark=False)
        if kind == 0:
            return
        yield kind, data[at : at + size]
        at += size


def _number(data: bytes, at: int, *, keeps_mark: bool) -> tuple[int, int]:
    """Read a number of variable length; 0 at the end, a size that is not told runs to the end."""
    if at >= len(data) or not data[at]:
        return 0, len(data)
    length = 9 - data[at].bit_length()
    value = int.from_bytes(data[at : at + length], "big")
    if keeps_mark:
        return value, at + length
    value &= (1 << 7 * length) - 1
    is_open = value == (1 << 7 * length) - 1
    return (len(data) if is_open else value), at + length
